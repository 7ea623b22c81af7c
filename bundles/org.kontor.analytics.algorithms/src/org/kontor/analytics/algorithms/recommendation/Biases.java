// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * How much higher than the mean each user rates and each item is rated, found in turn and drawn towards zero where few ratings are known
 * (Y. Koren, Factor in the Neighbors, 2010).
 */
final class Biases {

    private static final int ROUNDS = 10;
    private static final double DRAWN_ITEM = 10;
    private static final double DRAWN_USER = 15;

    final double mean;
    final double[] user;
    final double[] item;

    Biases(final Ratings ratings, final RunContext context) {
        mean = ratings.mean;
        user = new double[ratings.users];
        item = new double[ratings.items];
        for (int round = 0; ratings.rated && round < ROUNDS; round++) {
            for (int i = 0; i < item.length; i++) {
                pause(i, context);
                double sum = 0;
                for (int at = ratings.itemStarts[i]; at < ratings.itemStarts[i + 1]; at++) {
                    sum += ratings.valueByItem[at] - mean - user[ratings.userOf[at]];
                }
                item[i] = sum / (DRAWN_ITEM + ratings.ofItem(i));
            }
            for (int u = 0; u < user.length; u++) {
                pause(u, context);
                double sum = 0;
                for (int at = ratings.userStarts[u]; at < ratings.userStarts[u + 1]; at++) {
                    sum += ratings.valueByUser[at] - mean - item[ratings.itemOf[at]];
                }
                user[u] = sum / (DRAWN_USER + ratings.ofUser(u));
            }
        }
    }

    private static void pause(final int done, final RunContext context) {
        if (done % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    /** {@return what a user is expected to give an item, when nothing but both biases is known} */
    double of(final int who, final int what) {
        return mean + (who < 0 ? 0 : user[who]) + (what < 0 ? 0 : item[what]);
    }
}
