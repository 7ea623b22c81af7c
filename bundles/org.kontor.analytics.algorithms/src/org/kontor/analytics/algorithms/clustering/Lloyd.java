// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.kontor.analytics.run.RunContext;

/**
 * Lloyd's iteration (Least squares quantization in PCM, 1982) from given centers. Assignments are those of measuring every distance, ties
 * going to the center with the lowest number; {@link Bounds} only leave out what cannot change them. A cluster that loses all its points gets
 * the point that is farthest from its center, the first of several, from a cluster that keeps another.
 */
final class Lloyd {

    /** With fewer multiplications for a point, all of them are quicker than looking which are needed. */
    private static final int WORTH_BOUNDS = 256;
    /** With more than so many, it pays once less than one point in so many changes its cluster. */
    private static final int WORTH_LATER = 64;
    private static final int FEW = 32;
    /** A task of screening takes so many tiles at most, or so many multiplications for each place of a tile. */
    private static final int TILES = 16;
    private static final int SCREENED = 16_000;
    /** Where more than one point in so many must be measured exactly, screening does not pay. */
    private static final int MOST_UNCLEAR = 8;

    private final Points points;
    private final int clusters;
    private final RunContext context;
    private final int[] labels;
    private final Bounds bounds;
    private final ExactSums.Units units;
    private final ExactSums sums;
    private final ConcurrentLinkedQueue<Assignment> idle = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Assigner> workers = new ConcurrentLinkedQueue<>();
    /** Null where each distance is measured exactly. */
    private RoundedPoints rounded;
    private final ConcurrentLinkedQueue<Screening> screens = new ConcurrentLinkedQueue<>();
    private double[] centers;
    private double[] squared;
    private final CenterGroups groups;
    /** Whether bounds are kept, and how many points changed their cluster last. */
    private boolean bounded;
    private int moved = Integer.MAX_VALUE;
    private int iterations;
    private boolean converged;

    /**
     * @param centers where to start, row by row
     * @param rounded to leave out centers with; null to do without
     * @param guess   a center for each point that is probably near, such as the one it was seeded with; null where nothing is known
     */
    Lloyd(final Points points, final ExactSums.Units units, final RoundedPoints rounded, final double[] centers, final int[] guess,
            final RunContext context) {
        this.points = points;
        this.rounded = rounded;
        this.units = units;
        this.context = context;
        this.centers = centers.clone();
        clusters = centers.length / points.width();
        labels = guess == null ? new int[points.count()] : guess.clone();
        groups = new CenterGroups(centers, clusters, points.width());
        bounds = new Bounds(points.count(), clusters, groups.members.length);
        sums = new ExactSums(units, clusters);
    }

    static long memory(final long points, final long width, final long clusters, final long threads) {
        final int groups = CenterGroups.count((int) clusters);
        return Integer.BYTES * points + Bounds.memory(points, groups) + clusters * (8L * groups + 24 * width + 64)
                + (threads + 1) * (clusters * (width + 1) * 16 + Assignment.memory(width, clusters) + Screening.memory(width))
                + RoundedPoints.memory(points, width);
    }

    /**
     * Iterates until nothing changes, the centers move less than the tolerance, or it was enough.
     *
     * @param most      how many times at most
     * @param tolerance the sum of the squares of all moves that counts as none
     */
    void run(final int most, final double tolerance) {
        boolean first = true;
        boolean stale = false;
        while (iterations < most) {
            iterations++;
            final int changed = assign(first);
            if (changed == 0 && !first) {
                converged = true;
                stale = false;
                break;
            }
            fillEmpty();
            first = false;
            stale = true;
            final double shift = moveCenters();
            if (shift == 0 || shift <= tolerance) {
                converged = true;
                break;
            }
        }
        if (stale) {
            assign(false);
        }
    }

    private int assign(final boolean first) {
        final int changed = rounded == null ? measure(first) : screen(first);
        workers.forEach(worker -> sums.drain(worker.changes()));
        return changed;
    }

    private int screen(final boolean first) {
        final long each = (long) clusters * points.width();
        bounded |= each >= WORTH_BOUNDS || each >= WORTH_LATER && moved < points.count() / FEW;
        if (bounded) {
            groups.measure(centers, context);
        }
        final var round = rounded.centers(centers);
        final var limits = bounded ? bounds.limits(groups.nearest) : null;
        final int rows = (int) Math.max(1, Math.min(TILES, SCREENED / each)) * RoundedPoints.TILE;
        final var changed = new AtomicInteger();
        final var unclear = new AtomicInteger();
        context.parallel(Math.ceilDiv(points.count(), rows), task -> {
            final var waiting = screens.poll();
            final var worker = waiting == null ? new Screening(points, rounded, context.kernels(), labels, bounds, groups,
                    new ExactSums(units, clusters)) : waiting;
            worker.use(round, limits);
            changed.addAndGet(worker.assign(centers, task * rows, Math.min(points.count(), (task + 1) * rows), first));
            unclear.addAndGet(worker.unclear());
            screens.add(worker);
            if (waiting == null) {
                workers.add(worker);
            }
        });
        if (unclear.get() > points.count() / MOST_UNCLEAR) {
            rounded = null;
        }
        moved = changed.get();
        return moved;
    }

    private int measure(final boolean first) {
        groups.measure(centers, context);
        final int each = points.rowsPerTask(clusters);
        final var changed = new AtomicInteger();
        context.parallel(Math.ceilDiv(points.count(), each), task -> {
            final var waiting = idle.poll();
            final var worker = waiting == null ? new Assignment(points, context.kernels(), labels, bounds, groups, new ExactSums(units, clusters))
                    : waiting;
            changed.addAndGet(worker.assign(centers, task * each, Math.min(points.count(), (task + 1) * each), first));
            idle.add(worker);
            if (waiting == null) {
                workers.add(worker);
            }
        });
        return changed.get();
    }

    /** {@return the sum of the squares of all moves} */
    private double moveCenters() {
        final boolean weights = points.weights() != null;
        final int width = points.width();
        final var before = centers;
        centers = before.clone();
        final var moves = new double[clusters];
        double shift = 0;
        for (int c = 0; c < clusters; c++) {
            if (sums.weighted(c, weights)) {
                sums.mean(c, weights, centers, c * width);
            }
            double squared = 0;
            for (int j = 0; j < width; j++) {
                final double move = centers[c * width + j] - before[c * width + j];
                squared += move * move;
            }
            moves[c] = Bounds.above(squared);
            shift += squared;
        }
        bounds.move(moves, groups.group);
        return shift;
    }

    private void fillEmpty() {
        for (int c = 0; c < clusters; c++) {
            if (sums.count(c) == 0) {
                final int farthest = farthest();
                sums.remove(points, farthest, labels[farthest]);
                sums.add(points, farthest, c);
                labels[farthest] = c;
                bounds.forget(farthest);
            }
        }
    }

    private int farthest() {
        final int each = points.rowsPerTask(1);
        final int tasks = Math.ceilDiv(points.count(), each);
        final var rows = new int[tasks];
        final var distances = new double[tasks];
        context.parallel(tasks, task -> {
            rows[task] = -1;
            distances[task] = -1;
            for (int i = task * each; i < Math.min(points.count(), (task + 1) * each); i++) {
                if (sums.count(labels[i]) > 1) {
                    final double squared = points.squared(i, centers, labels[i]);
                    if (squared > distances[task]) {
                        distances[task] = squared;
                        rows[task] = i;
                    }
                }
            }
        });
        int best = 0;
        for (int task = 1; task < tasks; task++) {
            if (distances[task] > distances[best]) {
                best = task;
            }
        }
        return rows[best];
    }

    /** Measures how far all points are from their centers, and returns the sum of the weighted squares. */
    double inertia() {
        squared = new double[points.count()];
        return points.sum(context, (from, to) -> {
            final var block = new double[to - from];
            points.squared(from, to, labels, centers, block);
            System.arraycopy(block, 0, squared, from, block.length);
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += points.weight(i) * block[i - from];
            }
            return sum;
        });
    }

    /** {@return the means of the clusters as they are now, which centers are before the last assignment; null where points weigh} */
    double[] means() {
        if (points.weights() != null) {
            return null;
        }
        final var means = new double[centers.length];
        for (int c = 0; c < clusters; c++) {
            if (sums.count(c) > 0) {
                sums.mean(c, false, means, c * points.width());
            }
        }
        return means;
    }

    /** {@return the square of the distance of each point to its center, once they were measured} */
    double[] squared() {
        return squared;
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
}
