// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/**
 * What most others like: the baseline that every recommender has to beat. A rating is predicted as the mean with the biases of user and item,
 * and users in a segment get what their segment likes.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Popularity.NAME, Algorithm.VERSION + "=" + Recommender.RELEASE,
    "service.ranking:Integer=0"})
public final class Popularity extends Recommender {

    static final String NAME = "popularity";

    /** Made by the framework. */
    public Popularity() {
        super(NAME,
                List.of("Y. Koren, Factor in the Neighbors: Scalable and Accurate Collaborative Filtering, ACM Transactions on Knowledge Discovery from "
                                + "Data 4, 2010",
                        "P. Cremonesi, Y. Koren, R. Turrin, Performance of Recommender Algorithms on Top-N Recommendation Tasks, RecSys 2010"),
                "O(n)", List.of());
    }

    @Override
    boolean isHelpedByAttributes() {
        return false;
    }

    @Override
    Predictor learn(final Ratings ratings, final Known known, final Parameters parameters, final RunContext context) {
        return Predictor.NONE;
    }

    @Override
    long memory(final long users, final long items, final long entries, final Parameters parameters) {
        return 0;
    }
}
