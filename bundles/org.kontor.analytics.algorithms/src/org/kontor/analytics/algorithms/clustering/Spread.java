// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * How points spread along each coordinate. Parts that fit a processor's nearest cache are measured around their own means and put together (Chan,
 * Golub, LeVeque, Algorithms for computing the sample variance, 1983), so that a large mean takes nothing from a small deviation.
 *
 * @param means      of each coordinate, points counting as much as they weigh
 * @param deviations the standard deviations of the population
 * @param largest    the largest absolute values, of points that count nothing as well
 */
record Spread(double[] means, double[] deviations, double[] largest) {

    /** So many numbers are measured at once. */
    private static final int PART = 4096;

    static Spread of(final Points points, final RunContext context) {
        final int width = points.width();
        final var parts = new Sums[points.blocks()];
        context.parallel(parts.length, block -> {
            final var sums = new Sums(width);
            final int rows = Math.max(1, PART / width);
            final int end = Math.min(points.count(), (block + 1) * Frame.BLOCK);
            for (int from = block * Frame.BLOCK; from < end; from += rows) {
                sums.take(points, from, Math.min(end, from + rows));
            }
            parts[block] = sums;
        });
        return of(parts, width);
    }

    /** The spread of all parts, in their order. */
    static Spread of(final Sums[] parts, final int width) {
        final var all = new Sums(width);
        for (final var part : parts) {
            for (int j = 0; j < width; j++) {
                all.join(j, part.weights[j], part.means[j], part.squares[j], part.largest[j]);
            }
        }
        final var deviations = new double[width];
        for (int j = 0; j < width; j++) {
            deviations[j] = Math.sqrt(all.squares[j] / all.weights[j]);
        }
        return new Spread(all.means, deviations, all.largest);
    }

    /** {@return the mean of the variances of all coordinates} */
    double variance() {
        double sum = 0;
        for (final double deviation : deviations) {
            sum += deviation * deviation;
        }
        return sum / deviations.length;
    }

    /** Of some points, coordinate by coordinate. */
    static final class Sums {

        private final double[] weights;
        private final double[] means;
        private final double[] squares;
        private final double[] largest;

        Sums(final int width) {
            weights = new double[width];
            means = new double[width];
            squares = new double[width];
            largest = new double[width];
        }

        void take(final Points points, final int from, final int to) {
            for (int j = 0; j < means.length; j++) {
                if (points.weights() == null) {
                    equal(points, j, from, to);
                } else {
                    weighted(points, j, from, to);
                }
            }
        }

        private void equal(final Points points, final int j, final int from, final int to) {
            final double[] values = points.values();
            final int width = points.width();
            final int end = to * width + j;
            int at = from * width + j;
            double one = 0;
            double two = 0;
            double most = 0;
            for (; at + width < end; at += 2 * width) {
                one += values[at];
                two += values[at + width];
                most = Math.max(most, Math.max(Math.abs(values[at]), Math.abs(values[at + width])));
            }
            if (at < end) {
                one += values[at];
                most = Math.max(most, Math.abs(values[at]));
            }
            final double mean = (one + two) / (to - from);
            one = 0;
            two = 0;
            for (at = from * width + j; at + width < end; at += 2 * width) {
                one += (values[at] - mean) * (values[at] - mean);
                two += (values[at + width] - mean) * (values[at + width] - mean);
            }
            if (at < end) {
                one += (values[at] - mean) * (values[at] - mean);
            }
            join(j, to - from, mean, one + two, most);
        }

        private void weighted(final Points points, final int j, final int from, final int to) {
            final double[] values = points.values();
            final int width = points.width();
            double weight = 0;
            double sum = 0;
            double most = 0;
            for (int i = from; i < to; i++) {
                final double value = values[i * width + j];
                weight += points.weight(i);
                sum += points.weight(i) * value;
                most = Math.max(most, Math.abs(value));
            }
            final double mean = weight > 0 ? sum / weight : 0;
            double square = 0;
            for (int i = from; i < to; i++) {
                final double difference = values[i * width + j] - mean;
                square += points.weight(i) * difference * difference;
            }
            join(j, weight, mean, square, most);
        }

        void join(final int j, final Lanes lanes) {
            join(j, lanes.count(), lanes.mean(), lanes.squares(), lanes.largest());
        }

        private void join(final int j, final double weight, final double mean, final double square, final double most) {
            largest[j] = Math.max(largest[j], most);
            if (weight > 0) {
                final double both = weights[j] + weight;
                final double apart = mean - means[j];
                squares[j] += square + apart * apart * (weights[j] / both) * weight;
                means[j] += apart * (weight / both);
                weights[j] = both;
            }
        }
    }
}
