// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.algorithms.recommendation.Attributes.Vector;
import org.kontor.analytics.run.RunContext;

/**
 * Predicts from what items are like: the profile of a user is the mean of the items that the user knows, weighted by how much better or worse
 * than usual they were rated, and an item fits as far as it points the same way. A rating is predicted as usual for user and item, and more
 * the better the item fits; how much more is learned from ratings each of which is left out of its user's profile.
 */
final class Content implements Predictor {

    private static final int USERS_PER_TASK = 64;

    private final Ratings ratings;
    private final Attributes space;
    private final Vector[] vectors;
    private final double[] squares;
    private final double[] sums;
    private final boolean pearson;
    private final boolean deviations;
    private final Biases biases;
    private final double slope;

    /**
     * @param vectors    what is known of each item
     * @param pearson    whether vectors are measured from their means, which makes the angle between them a correlation
     * @param deviations whether profiles are weighted by how far ratings are from the user's mean; else by ratings
     */
    Content(final Ratings ratings, final Attributes space, final Vector[] vectors, final boolean pearson, final boolean deviations, final Biases biases,
            final RunContext context) {
        this.ratings = ratings;
        this.space = space;
        this.vectors = vectors;
        this.pearson = pearson;
        this.deviations = deviations;
        this.biases = biases;
        squares = new double[vectors.length];
        sums = new double[vectors.length];
        for (int item = 0; item < vectors.length; item++) {
            for (final double value : vectors[item].value()) {
                sums[item] += value;
                squares[item] += value * value;
            }
            squares[item] = inner(squares[item], sums[item], sums[item]);
        }
        slope = ratings.rated ? slope(context) : 1;
    }

    /** {@return the inner product of two vectors, or of their distances from their means} */
    private double inner(final double product, final double one, final double other) {
        return pearson ? product - one * other / space.count() : product;
    }

    /** Where a user points to. */
    private static final class Profile {
        private final double[] value;
        private double square;
        private double sum;

        Profile(final int count) {
            value = new double[count];
        }
    }

    private double[] weights(final int user) {
        final int from = ratings.userStarts[user];
        final var weights = new double[ratings.ofUser(user)];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = ratings.valueByUser[from + i];
            sum += weights[i];
        }
        boolean alike = true;
        for (int i = 0; i < weights.length; i++) {
            alike &= weights[i] == weights[0];
            weights[i] -= ratings.rated && deviations ? sum / weights.length : 0;
        }
        // who rates everything alike likes what it is like
        if (alike) {
            Arrays.fill(weights, 1);
        }
        return weights;
    }

    private Profile profile(final int user) {
        final var profile = new Profile(space.count());
        final double[] weights = weights(user);
        for (int i = 0; i < weights.length; i++) {
            final var vector = vectors[ratings.itemOf[ratings.userStarts[user] + i]];
            for (int j = 0; j < vector.dimension().length; j++) {
                profile.value[vector.dimension()[j]] += weights[i] * vector.value()[j];
            }
        }
        double square = 0;
        for (final double each : profile.value) {
            profile.sum += each;
            square += each * each;
        }
        profile.square = inner(square, profile.sum, profile.sum);
        return profile;
    }

    private static double dot(final Profile profile, final Vector vector) {
        double sum = 0;
        for (int j = 0; j < vector.dimension().length; j++) {
            sum += profile.value[vector.dimension()[j]] * vector.value()[j];
        }
        return sum;
    }

    /** {@return the angle; NaN where one of them has no direction} */
    private static double angle(final double product, final double one, final double other) {
        final double size = Math.sqrt(Math.max(0, one)) * Math.sqrt(Math.max(0, other));
        return size > 1e-12 ? Math.max(-1, Math.min(1, product / size)) : Double.NaN;
    }

    private double fit(final Profile profile, final int item) {
        return angle(inner(dot(profile, vectors[item]), profile.sum, sums[item]), profile.square, squares[item]);
    }

    /** {@return how much a rating rises with how well an item fits: the slope of the line of least squares through the origin} */
    private double slope(final RunContext context) {
        final int tasks = Math.ceilDiv(ratings.users, USERS_PER_TASK);
        final var above = new double[tasks];
        final var below = new double[tasks];
        context.parallel(tasks, task -> {
            for (int user = task * USERS_PER_TASK; user < Math.min(ratings.users, (task + 1) * USERS_PER_TASK); user++) {
                context.checkCancelled();
                final var profile = profile(user);
                final double[] weights = weights(user);
                for (int i = 0; i < weights.length; i++) {
                    final int at = ratings.userStarts[user] + i;
                    final int item = ratings.itemOf[at];
                    final double product = inner(dot(profile, vectors[item]), profile.sum, sums[item]);
                    final double fit = angle(product - weights[i] * squares[item],
                            profile.square - 2 * weights[i] * product + weights[i] * weights[i] * squares[item], squares[item]);
                    if (Predictor.answers(fit)) {
                        above[task] += fit * (ratings.valueByUser[at] - biases.of(user, item));
                        below[task] += fit * fit;
                    }
                }
            }
        });
        double one = 0;
        double other = 0;
        for (int task = 0; task < tasks; task++) {
            one += above[task];
            other += below[task];
        }
        return other > 0 ? Math.max(0, one / other) : 0;
    }

    @Override
    public double predict(final int user, final int item) {
        return user < 0 || item < 0 || ratings.ofUser(user) == 0 ? Double.NaN : predicted(user, item, fit(profile(user), item));
    }

    private double predicted(final int user, final int item, final double fit) {
        return ratings.rated ? biases.of(user, item) + slope * fit : fit;
    }

    /** {@return the same for an item that nobody knows yet} */
    double predict(final int user, final Vector vector) {
        if (user < 0 || ratings.ofUser(user) == 0) {
            return Double.NaN;
        }
        final var profile = profile(user);
        double square = 0;
        double sum = 0;
        for (final double value : vector.value()) {
            sum += value;
            square += value * value;
        }
        return predicted(user, Names.UNKNOWN, angle(inner(dot(profile, vector), profile.sum, sum), profile.square, inner(square, sum, sum)));
    }

    @Override
    public void predictAll(final int user, final double[] into) {
        final var profile = profile(user);
        for (int item = 0; item < into.length; item++) {
            into[item] = predicted(user, item, fit(profile, item));
        }
    }

    @Override
    public double base(final int user, final int item) {
        return ratings.rated ? biases.of(user, item) : 0;
    }

    @Override
    public List<Reason> reasons(final int user, final int item) {
        if (!Predictor.answers(predict(user, item))) {
            return List.of();
        }
        final var profile = profile(user);
        final double size = Math.sqrt(profile.square) * Math.sqrt(squares[item]);
        final double profileMean = pearson ? profile.sum / space.count() : 0;
        final double itemMean = pearson ? sums[item] / space.count() : 0;
        final var vector = vectors[item];
        final var reasons = new ArrayList<Reason>();
        for (int j = 0; j < vector.dimension().length; j++) {
            final double own = profile.value[vector.dimension()[j]] - profileMean;
            reasons.add(new Reason(Reason.Kind.ATTRIBUTE, vector.dimension()[j], own, slope * own * (vector.value()[j] - itemMean) / size));
        }
        return Predictor.sorted(reasons);
    }
}
