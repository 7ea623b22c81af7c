// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.Randomness;
import org.kontor.analytics.run.RunContext;

/** Where to start: rows of the data, all different. */
final class Seeding {

    private final Points points;
    private final int clusters;
    private final RunContext context;
    private final Randomness randomness;

    /**
     * @param stream tells restarts apart
     */
    Seeding(final Points points, final int clusters, final RunContext context, final long stream) {
        this.points = points;
        this.clusters = clusters;
        this.context = context;
        randomness = context.randomness(stream);
    }

    /**
     * Centers and what is known about each point after they were chosen.
     *
     * @param centers row by row
     * @param guess   the nearest center of each point, or null
     */
    record Start(double[] centers, int[] guess) {
    }

    /** Rows at random, each that counts as likely as any other. */
    Start random() {
        final var chosen = new int[clusters];
        int count = 0;
        for (final int row : randomness.permutation(points.count())) {
            boolean fits = points.weight(row) > 0;
            for (int c = 0; fits && c < count; c++) {
                fits = !points.same(row, chosen[c]);
            }
            if (fits) {
                chosen[count++] = row;
                if (count == clusters) {
                    break;
                }
            }
            if ((row & 0xFF) == 0) {
                context.checkCancelled();
            }
        }
        return new Start(rows(chosen), null);
    }

    private double[] rows(final int[] chosen) {
        final int width = points.width();
        final var centers = new double[chosen.length * width];
        for (int c = 0; c < chosen.length; c++) {
            System.arraycopy(points.values(), chosen[c] * width, centers, c * width, width);
        }
        return centers;
    }

    /**
     * K-means++ (Arthur and Vassilvitskii, The Advantages of Careful Seeding, 2007), each next center the best of a few drawn ones. Points
     * that are nearer to their center than half its distance to a new one are not measured again.
     */
    Start careful() {
        final int width = points.width();
        final int trials = 2 + (int) Math.log(clusters);
        final var centers = new double[clusters * width];
        final var nearest = new int[points.count()];
        final var squared = new double[points.count()];
        final var potentials = new double[points.blocks()];
        Arrays.fill(squared, Double.MAX_VALUE);
        System.arraycopy(points.values(), first() * width, centers, 0, width);
        final var none = new double[clusters];
        add(centers, 0, none, nearest, squared, potentials);
        for (int c = 1; c < clusters; c++) {
            double least = Double.POSITIVE_INFINITY;
            int best = -1;
            for (int trial = 0; trial < trials; trial++) {
                final int row = draw(squared, potentials);
                System.arraycopy(points.values(), row * width, centers, c * width, width);
                final double potential = potential(centers, c, distances(centers, c), nearest, squared);
                if (potential < least) {
                    least = potential;
                    best = row;
                }
            }
            System.arraycopy(points.values(), best * width, centers, c * width, width);
            add(centers, c, distances(centers, c), nearest, squared, potentials);
        }
        return new Start(centers, nearest);
    }

    private int first() {
        if (points.weights() == null) {
            return randomness.nextInt(points.count());
        }
        final var sums = new double[points.blocks()];
        points.sum(context, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += points.weight(i);
            }
            sums[from / Frame.BLOCK] = sum;
            return sum;
        });
        final var ones = new double[points.count()];
        Arrays.fill(ones, 1);
        return draw(ones, sums);
    }

    /** Draws a row, as likely as its share of all squares. */
    private int draw(final double[] squared, final double[] potentials) {
        double left = randomness.nextDouble() * Points.total(potentials);
        int block = 0;
        while (block < potentials.length - 1 && left >= potentials[block]) {
            left -= potentials[block++];
        }
        int last = -1;
        for (int i = block * Frame.BLOCK; i < Math.min(points.count(), (block + 1) * Frame.BLOCK); i++) {
            final double each = points.weight(i) * squared[i];
            if (each > 0) {
                last = i;
                left -= each;
                if (left < 0) {
                    break;
                }
            }
        }
        return last >= 0 ? last : anyOpen(squared);
    }

    /** What is left over by rounding falls on the last row that is not a center yet. */
    private int anyOpen(final double[] squared) {
        int i = points.count() - 1;
        while (i > 0 && !(points.weight(i) * squared[i] > 0)) {
            i--;
        }
        return i;
    }

    /** A quarter of the squares of the distances to a center. */
    private double[] distances(final double[] centers, final int center) {
        final var all = new Points(centers, null, clusters, points.width());
        final var quarters = new double[clusters];
        for (int c = 0; c < center; c++) {
            quarters[c] = all.squared(center, centers, c) * .25 * Bounds.SHRINK;
        }
        return quarters;
    }

    private double potential(final double[] centers, final int center, final double[] quarters, final int[] nearest, final double[] squared) {
        return points.sum(context, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double value = squared[i];
                if (value > quarters[nearest[i]]) {
                    value = Math.min(value, points.squared(i, centers, center));
                }
                sum += points.weight(i) * value;
            }
            return sum;
        });
    }

    private void add(final double[] centers, final int center, final double[] quarters, final int[] nearest, final double[] squared,
            final double[] potentials) {
        points.sum(context, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                if (squared[i] > quarters[nearest[i]]) {
                    final double value = points.squared(i, centers, center);
                    if (value < squared[i]) {
                        squared[i] = value;
                        nearest[i] = center;
                    }
                }
                sum += points.weight(i) * squared[i];
            }
            potentials[from / Frame.BLOCK] = sum;
            return sum;
        });
    }

    static long memory(final long points) {
        return points * 20;
    }
}
