// SPDX-License-Identifier: EPL-2.0

package com.example.insight.clusters;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.Randomness;
import org.kontor.analytics.run.RunContext;

/** Where centers start: k-means++ (D. Arthur, S. Vassilvitskii, 2007) or rows drawn at random. */
final class Seeding {

    private final Points points;
    private final int clusters;
    private final RunContext context;
    private final Randomness random;

    Seeding(final Points points, final int clusters, final RunContext context, final long stream) {
        this.points = points;
        this.clusters = clusters;
        this.context = context;
        random = context.randomness(stream);
    }

    /** {@return rows drawn at random, no one twice} */
    double[] random() {
        final var rows = random.permutation(points.count());
        return centers(Arrays.copyOf(rows, clusters));
    }

    /** {@return rows drawn with the squares of their distances to the rows drawn before, the best of some draws each time} */
    double[] careful() {
        final int draws = 2 + (int) Math.log(clusters);
        final var rows = new int[clusters];
        rows[0] = random.nextInt(points.count());
        final var infinite = new double[points.count()];
        Arrays.fill(infinite, Double.POSITIVE_INFINITY);
        var near = nearer(infinite, rows[0]);
        for (int c = 1; c < clusters; c++) {
            Near best = null;
            for (int draw = 0; draw < draws; draw++) {
                final int row = draw(near.squares(), near.blocks());
                final var next = nearer(near.squares(), row);
                if (best == null || next.sum() < best.sum()) {
                    best = next;
                    rows[c] = row;
                }
            }
            near = best;
        }
        return centers(rows);
    }

    /** The squares of the distances of all rows to the nearest center, and their sums by block. */
    private record Near(double[] squares, double[] blocks) {

        double sum() {
            return Arrays.stream(blocks).sum();
        }
    }

    private Near nearer(final double[] before, final int row) {
        final var center = centers(row);
        final var squares = new double[before.length];
        final var blocks = new double[points.blocks()];
        context.parallel(blocks.length, block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(squares.length, (block + 1) * Frame.BLOCK); i++) {
                squares[i] = Math.min(before[i], points.squared(i, center, 0));
                blocks[block] += squares[i];
            }
        });
        return new Near(squares, blocks);
    }

    private int draw(final double[] squares, final double[] blocks) {
        final double all = Arrays.stream(blocks).sum();
        if (!(all > 0)) {
            throw Messages.problem("kmeans.too-few-points", clusters).asException();
        }
        double rest = random.nextDouble() * all;
        for (int block = 0; block < blocks.length; block++) {
            if (rest >= blocks[block]) {
                rest -= blocks[block];
                continue;
            }
            for (int i = block * Frame.BLOCK; i < Math.min(squares.length, (block + 1) * Frame.BLOCK); i++) {
                rest -= squares[i];
                if (rest < 0) {
                    return i;
                }
            }
        }
        return last(squares);
    }

    /** Rounding may leave a rest behind the last row. */
    private static int last(final double[] squares) {
        int last = squares.length - 1;
        while (!(squares[last] > 0)) {
            last--;
        }
        return last;
    }

    private double[] centers(final int... rows) {
        final int width = points.width();
        final var centers = new double[rows.length * width];
        for (int c = 0; c < rows.length; c++) {
            System.arraycopy(points.values(), rows[c] * width, centers, c * width, width);
        }
        return centers;
    }
}
