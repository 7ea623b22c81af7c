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
     * Rows that are far from each other.
     *
     * @param rounded the same points
     */
    Start careful(final RoundedPoints rounded) {
        return rounded.isNarrow() ? new CarefulSeeding(points, rounded, clusters, context, randomness).from(first()) : exact(first());
    }

    /** The same where points are too far from each other for rounded numbers, or too near. */
    private Start exact(final int first) {
        final var squared = new double[points.count()];
        Arrays.fill(squared, Double.POSITIVE_INFINITY);
        final var chosen = new int[clusters];
        chosen[0] = first;
        double[] potentials = potentials(squared, first, true);
        for (int c = 1; c < clusters; c++) {
            double least = Double.POSITIVE_INFINITY;
            for (int trial = 0; trial < CarefulSeeding.trials(clusters); trial++) {
                final int row = draw(squared, potentials);
                final double left = Points.total(potentials(squared, row, false));
                if (left < least) {
                    least = left;
                    chosen[c] = row;
                }
            }
            potentials = potentials(squared, chosen[c], true);
        }
        return new Start(rows(chosen), null);
    }

    /** {@return the weighted squares of the distances to the nearest center, added up by blocks, if a row becomes one} */
    private double[] potentials(final double[] squared, final int row, final boolean keep) {
        final var sums = new double[points.blocks()];
        points.sum(context, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                final double each = Math.min(squared[i], points.squared(i, points.values(), row));
                sum += points.weight(i) * each;
                squared[i] = keep ? each : squared[i];
            }
            sums[from / Frame.BLOCK] = sum;
            return sum;
        });
        return sums;
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

    static long memory(final long points, final long width, final long clusters) {
        return PointGroups.memory(points, width) + Segments.memory(points) + Integer.BYTES * points + clusters * width * Double.BYTES;
    }
}
