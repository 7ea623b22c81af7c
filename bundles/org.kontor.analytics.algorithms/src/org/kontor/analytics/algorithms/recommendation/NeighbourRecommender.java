// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.List;

import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.run.RunContext;

/** What recommenders by neighbours have in common, be they users or items. */
abstract class NeighbourRecommender extends Recommender {

    static final String RESIDUALS = "pearson-baseline";
    private static final List<String> SIMILARITIES = List.of("cosine", "pearson", "msd", RESIDUALS);

    static final IntegerParameter NEIGHBOURS = new IntegerParameter("neighbours", 40L, 1, 10_000);
    static final IntegerParameter MIN_NEIGHBOURS = new IntegerParameter("min-neighbours", 1L, 1, 1_000);
    static final IntegerParameter MIN_COMMON = new IntegerParameter("min-common", 1L, 1, 1_000);

    private final boolean byItem;
    private final ChoiceParameter similarity;
    private final ChoiceParameter centring;
    private final RealParameter shrinkage;

    NeighbourRecommender(final String name, final List<String> literature, final String cost, final boolean byItem, final ChoiceParameter similarity,
            final ChoiceParameter centring, final RealParameter shrinkage) {
        super(name, literature, cost, List.of(NEIGHBOURS, similarity, centring, shrinkage, MIN_NEIGHBOURS, MIN_COMMON),
                SearchRange.logarithmic(NEIGHBOURS.name(), 5, 200), SearchRange.logarithmic(shrinkage.name(), .1, 200),
                SearchRange.linear(MIN_COMMON.name(), 1, 5));
        this.byItem = byItem;
        this.similarity = similarity;
        this.centring = centring;
        this.shrinkage = shrinkage;
    }

    static ChoiceParameter similarity(final String preset) {
        return new ChoiceParameter("similarity", preset, SIMILARITIES);
    }

    static ChoiceParameter centring(final String preset) {
        return new ChoiceParameter("centring", preset, List.of("none", "mean", "baseline"));
    }

    static RealParameter shrinkage(final double preset) {
        return new RealParameter("shrinkage", preset, 0, 1e6);
    }

    @Override
    final Predictor learn(final Ratings ratings, final Known known, final Parameters parameters, final RunContext context) {
        return new Neighbours(ratings, byItem, similarities(ratings, known.biases(), parameters, context), parameters.get(NEIGHBOURS).intValue(),
                parameters.get(MIN_NEIGHBOURS).intValue(), centre(ratings, known.biases(), parameters.get(centring)));
    }

    final Similarities similarities(final Ratings ratings, final Biases biases, final Parameters parameters, final RunContext context) {
        final var choice = parameters.get(similarity);
        final boolean residuals = ratings.rated && choice.equals(RESIDUALS);
        final var users = residuals ? left(ratings.byUser(), biases, true) : ratings.byUser();
        final var items = residuals ? left(ratings.byItem(), biases, false) : ratings.byItem();
        final var kind = !ratings.rated ? Similarities.Kind.COMMON : switch (choice) {
            case "pearson" -> Similarities.Kind.PEARSON;
            case "msd" -> Similarities.Kind.MSD;
            default -> Similarities.Kind.COSINE;
        };
        return Similarities.of(kind, byItem ? items : users, byItem ? users : items, parameters.get(MIN_COMMON).intValue(), parameters.get(shrinkage), context);
    }

    /** What is left of ratings when both biases are taken away. */
    private static Ratings.Side left(final Ratings.Side side, final Biases biases, final boolean byUser) {
        final var values = side.values().clone();
        for (int own = 0; own < side.count(); own++) {
            for (int at = side.starts()[own]; at < side.starts()[own + 1]; at++) {
                values[at] -= byUser ? biases.of(own, side.others()[at]) : biases.of(side.others()[at], own);
            }
        }
        return new Ratings.Side(side.count(), side.starts(), side.others(), values);
    }

    private Neighbours.Centre centre(final Ratings ratings, final Biases biases, final String choice) {
        return switch (choice) {
            case "mean" -> {
                final var side = byItem ? ratings.byItem() : ratings.byUser();
                final var means = new double[side.count()];
                for (int own = 0; own < means.length; own++) {
                    double sum = 0;
                    for (int at = side.starts()[own]; at < side.starts()[own + 1]; at++) {
                        sum += side.values()[at];
                    }
                    means[own] = sum / Math.max(1, side.starts()[own + 1] - side.starts()[own]);
                }
                yield byItem ? (user, item) -> means[item] : (user, item) -> means[user];
            }
            case "baseline" -> biases::of;
            default -> (user, item) -> 0;
        };
    }

    @Override
    final long memory(final long users, final long items, final long entries, final Parameters parameters) {
        final long own = byItem ? items : users;
        // each entry meets at most all others of its user or item
        return Similarities.memory(own, Math.min(own, 1L << 30) * own) + entries * 32 + 8 * (users + items) * 48;
    }
}
