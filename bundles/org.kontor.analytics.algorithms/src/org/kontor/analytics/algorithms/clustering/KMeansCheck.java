// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.stream.IntStream;

import org.kontor.analytics.Findings;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;

/** Whether K-means has what it needs beside sound features: enough different rows, and the centers that were promised. */
final class KMeansCheck {

    private final Dataset data;
    private final Parameters parameters;
    private final Findings found;

    KMeansCheck(final Findings found) {
        data = found.data();
        parameters = found.parameters();
        this.found = found;
    }

    void examine() {
        FeatureCheck.examine(found);
        centers();
        if (found.isClear()) {
            different();
        }
    }

    private void centers() {
        if (!parameters.get(KMeans.INIT).equals(KMeans.GIVEN)) {
            return;
        }
        final var given = parameters.get(KMeans.CENTERS);
        final int width = data.names(Role.FEATURES).size();
        boolean fits = given.rows() == parameters.get(KMeans.K);
        for (int c = 0; c < given.rows(); c++) {
            fits &= given.row(c).length == width;
        }
        if (!fits) {
            found.obstacle("kmeans.centers", parameters.get(KMeans.K), width);
        }
    }

    private void different() {
        final int needed = (int) Math.max(parameters.get(KMeans.K), parameters.get(KMeans.RANGE_TO));
        final int enough = Math.min(data.rows(), 4 * needed + Frame.BLOCK);
        int different = different(KMeans.points(data.on(data.frame().take(IntStream.range(0, enough).toArray()))), needed);
        if (different < needed && enough < data.rows()) {
            different = different(KMeans.points(data), needed);
        }
        if (different < needed) {
            found.obstacle("kmeans.too-few-points", needed, different);
        }
    }

    /** {@return how many different points there are, or as many as are needed} */
    private int different(final Points points, final int needed) {
        final int size = Integer.highestOneBit(Math.max(1, needed)) << 2;
        final var rows = new int[size];
        int different = 0;
        for (int i = 0; i < points.count() && different < needed; i++) {
            if (i % Frame.BLOCK == 0) {
                found.pause();
            }
            if (points.weight(i) > 0) {
                int place = points.hash(i) & size - 1;
                while (rows[place] != 0 && !points.same(rows[place] - 1, i)) {
                    place = place + 1 & size - 1;
                }
                if (rows[place] == 0) {
                    rows[place] = i + 1;
                    different++;
                }
            }
        }
        return different;
    }
}
