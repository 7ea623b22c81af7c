// SPDX-License-Identifier: EPL-2.0

package com.example.insight.clusters;

import java.util.ArrayList;
import java.util.Arrays;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Lloyd's iteration where whole cells of a tree find their center at once (T. Kanungo and others, An Efficient k-Means Clustering Algorithm,
 * 2002). Assignments and means are those of measuring every distance, to the last bit: a center is left out of a cell only where it is
 * farther from all of the box by more than distances can be off.
 */
final class Filtering {

    /** Cells of so many rows at most are a task. */
    private static final int TASK = 512;
    private static final double OFF = 0x1p-48;

    private final Points points;
    private final Cells cells;
    private final RunContext context;
    private final int clusters;
    private final int[] tasks;
    private final int[] labels;
    private double[] centers;
    private int iterations;
    private boolean converged;

    Filtering(final Points points, final Cells cells, final double[] start, final RunContext context) {
        this.points = points;
        this.cells = cells;
        this.context = context;
        centers = start.clone();
        clusters = start.length / points.width();
        labels = new int[points.count()];
        Arrays.fill(labels, -1);
        final var found = new ArrayList<Integer>();
        collect(0, found);
        tasks = found.stream().mapToInt(Integer::intValue).toArray();
    }

    static long memory(final long rows, final long width, final long clusters) {
        return rows * Integer.BYTES + rows / TASK * 64 + (Math.ceilDiv(rows, Frame.BLOCK) + 1) * clusters * (width + 1) * Double.BYTES;
    }

    private void collect(final int cell, final ArrayList<Integer> found) {
        if (cells.isSmall(cell) || cells.to(cell) - cells.from(cell) <= TASK) {
            found.add(cell);
        } else {
            collect(cell + 1, found);
            collect(cells.right(cell), found);
        }
    }

    /** @param tolerance it ends when the squares of all moves of the centers sum up to no more; 0 for when no row changes its center */
    void run(final long most, final double tolerance) {
        while (iterations < most && !converged) {
            iterations++;
            final boolean changed = assign() > 0;
            final double moved = move();
            converged = !changed || tolerance > 0 && moved <= tolerance;
        }
        assign();
    }

    int[] labels() {
        return labels;
    }

    double[] centers() {
        return centers;
    }

    int iterations() {
        return iterations;
    }

    boolean converged() {
        return converged;
    }

    double inertia() {
        return points.sum(context, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += points.squared(i, centers, labels[i]);
            }
            return sum;
        });
    }

    private long assign() {
        final var changed = new int[tasks.length];
        final var all = new int[clusters];
        Arrays.setAll(all, c -> c);
        context.parallel(tasks.length, task -> changed[task] = new Walk().assign(tasks[task], 0, all, clusters));
        return Arrays.stream(changed).asLongStream().sum();
    }

    /** One way down the tree; lists of centers are kept for each depth. */
    private final class Walk {

        private final int width = points.width();
        private final int[][] lists = new int[Integer.SIZE][];
        private final double[] middle = new double[width];

        private int assign(final int cell, final int depth, final int[] open, final int count) {
            final int nearest = nearest(cell, open, count);
            if (lists[depth] == null || lists[depth].length < count) {
                lists[depth] = new int[count];
            }
            final var kept = lists[depth];
            int left = 0;
            for (int i = 0; i < count; i++) {
                if (open[i] == nearest || !isFarther(cell, open[i], nearest)) {
                    kept[left++] = open[i];
                }
            }
            int changed = 0;
            if (left > 1 && !cells.isSmall(cell)) {
                return assign(cell + 1, depth + 1, kept, left) + assign(cells.right(cell), depth + 1, kept, left);
            }
            for (int i = cells.from(cell); i < cells.to(cell); i++) {
                final int row = cells.order[i];
                final int label = left == 1 ? nearest : nearestTo(row, kept, left);
                changed += labels[row] == label ? 0 : 1;
                labels[row] = label;
            }
            return changed;
        }

        private int nearest(final int cell, final int[] open, final int count) {
            for (int j = 0; j < width; j++) {
                middle[j] = cells.low(cell, j) / 2 + cells.high(cell, j) / 2;
            }
            int best = open[0];
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                double sum = 0;
                for (int j = 0; j < width; j++) {
                    final double difference = middle[j] - centers[open[i] * width + j];
                    sum += difference * difference;
                }
                if (sum < least) {
                    least = sum;
                    best = open[i];
                }
            }
            return best;
        }

        /** Whether a center is farther than another one from the corner of the box that is best for it, and so from all of the box. */
        private boolean isFarther(final int cell, final int center, final int other) {
            double own = 0;
            double others = 0;
            double sides = 0;
            for (int j = 0; j < width; j++) {
                final double here = centers[center * width + j];
                final double there = centers[other * width + j];
                final double corner = here > there ? cells.high(cell, j) : cells.low(cell, j);
                final double side = cells.high(cell, j) - cells.low(cell, j);
                own += (corner - here) * (corner - here);
                others += (corner - there) * (corner - there);
                sides += side * side;
            }
            return own - others > OFF * width * (own + others + sides);
        }

        private int nearestTo(final int row, final int[] open, final int count) {
            int best = open[0];
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                final double squared = points.squared(row, centers, open[i]);
                if (squared < least) {
                    least = squared;
                    best = open[i];
                }
            }
            return best;
        }
    }

    /** {@return the sum of the squares of the moves} */
    private double move() {
        final int width = points.width();
        final var sums = new double[points.blocks()][];
        context.parallel(sums.length, block -> sums[block] = sums(block * Frame.BLOCK));
        final var moved = new double[centers.length];
        final var counts = new double[clusters];
        for (final double[] part : sums) {
            for (int i = 0; i < moved.length; i++) {
                moved[i] += part[i];
            }
            for (int c = 0; c < clusters; c++) {
                counts[c] += part[moved.length + c];
            }
        }
        double squares = 0;
        for (int c = 0; c < clusters; c++) {
            if (counts[c] == 0) {
                farthest(counts, moved, c);
                squares = Double.POSITIVE_INFINITY;
            }
        }
        for (int i = 0; i < moved.length; i++) {
            moved[i] /= counts[i / width];
            squares += (moved[i] - centers[i]) * (moved[i] - centers[i]);
        }
        centers = moved;
        return squares;
    }

    private double[] sums(final int from) {
        final int width = points.width();
        final var sums = new double[clusters * (width + 1)];
        for (int i = from; i < Math.min(points.count(), from + Frame.BLOCK); i++) {
            final int at = labels[i] * width;
            for (int j = 0; j < width; j++) {
                sums[at + j] += points.values()[i * width + j];
            }
            sums[clusters * width + labels[i]]++;
        }
        return sums;
    }

    /** A center that lost all its rows gets the row that is farthest from its own, the first of several. */
    private void farthest(final double[] counts, final double[] sums, final int empty) {
        final int width = points.width();
        int row = -1;
        double most = 0;
        for (int i = 0; i < points.count(); i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final double squared = points.squared(i, centers, labels[i]);
            if (squared > most && counts[labels[i]] > 1) {
                most = squared;
                row = i;
            }
        }
        if (row < 0) {
            throw Messages.problem("kmeans.too-few-points", clusters).asException();
        }
        for (int j = 0; j < width; j++) {
            final double value = points.values()[row * width + j];
            sums[labels[row] * width + j] -= value;
            sums[empty * width + j] = value;
        }
        counts[labels[row]]--;
        counts[empty] = 1;
        labels[row] = empty;
    }
}
