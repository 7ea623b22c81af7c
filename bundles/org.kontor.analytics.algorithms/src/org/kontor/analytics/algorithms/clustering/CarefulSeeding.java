// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.Randomness;
import org.kontor.analytics.run.RunContext;

/**
 * K-means++ (Arthur and Vassilvitskii, The Advantages of Careful Seeding, 2007), each next center the best of a few drawn ones. Points stand
 * in segments of one cluster each, which are sorted anew whenever the centers have doubled: a segment whose points are all nearer to their
 * centers than a new one can be is not looked at.
 */
final class CarefulSeeding {

    private static final int FIRST_SORT = 8;

    private final Points points;
    private final int clusters;
    private final RunContext context;
    private final Randomness randomness;
    private final double[] centers;
    private int chosen;
    /** The row of each place, the square of the distance to its nearest center, and that center. */
    private int[] order;
    private double[] squared;
    private int[] nearest;
    /** Where segments begin, and where the last one ends. */
    private int[] starts;
    /** For each segment: the center that its points had when they were sorted, the greatest distance to it, and of today the greatest square and the sum. */
    private int[] centerOf;
    private double[] radius;
    private double[] most;
    private double[] potential;
    /** The points of each segment coordinate by coordinate. */
    private Distances[] tiles;
    private final ConcurrentLinkedQueue<double[]> idle = new ConcurrentLinkedQueue<>();

    CarefulSeeding(final Points points, final int clusters, final RunContext context, final Randomness randomness) {
        this.points = points;
        this.clusters = clusters;
        this.context = context;
        this.randomness = randomness;
        centers = new double[clusters * points.width()];
    }

    static long memory(final long points, final long width, final long threads) {
        return points * (8 * width + 36) + threads * Frame.BLOCK * 8;
    }

    Seeding.Start from(final int first) {
        begin(first);
        final int trials = 2 + (int) Math.log(clusters);
        while (chosen < clusters) {
            final var candidates = new int[trials];
            for (int t = 0; t < trials; t++) {
                candidates[t] = draw();
            }
            add(best(candidates));
            if (chosen >= FIRST_SORT && Integer.bitCount(chosen) == 1 && chosen < clusters) {
                sort();
            }
        }
        final var guess = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            guess[order[place]] = nearest[place];
        }
        return new Seeding.Start(centers, guess);
    }

    private void begin(final int first) {
        final int count = points.count();
        order = new int[count];
        Arrays.setAll(order, i -> i);
        squared = new double[count];
        nearest = new int[count];
        cut(new int[] {0, count});
        System.arraycopy(points.values(), first * points.width(), centers, 0, points.width());
        chosen = 1;
        context.parallel(centerOf.length, segment -> {
            lay(segment);
            for (int place = starts[segment]; place < starts[segment + 1]; place++) {
                squared[place] = points.squared(place, centers, 0);
            }
            measure(segment);
            radius[segment] = Bounds.above(most[segment]);
        });
    }

    /** Cuts places into segments that do not cross the limits between clusters. */
    private void cut(final int[] limits) {
        int count = 0;
        for (int c = 0; c + 1 < limits.length; c++) {
            count += Math.ceilDiv(limits[c + 1] - limits[c], Frame.BLOCK);
        }
        starts = new int[count + 1];
        tiles = new Distances[count];
        centerOf = new int[count];
        radius = new double[count];
        most = new double[count];
        potential = new double[count];
        int next = 0;
        for (int c = 0; c + 1 < limits.length; c++) {
            for (int start = limits[c]; start < limits[c + 1]; start += Frame.BLOCK) {
                starts[next] = start;
                centerOf[next++] = c;
            }
        }
        starts[count] = limits[limits.length - 1];
    }

    private void lay(final int segment) {
        final var rows = Arrays.copyOfRange(order, starts[segment], starts[segment + 1]);
        final var tile = new Distances(points.width(), rows.length);
        tile.gather(points, rows, rows.length);
        tiles[segment] = tile;
    }

    private void measure(final int segment) {
        double sum = 0;
        double greatest = 0;
        for (int place = starts[segment]; place < starts[segment + 1]; place++) {
            sum += points.weight(order[place]) * squared[place];
            greatest = Math.max(greatest, squared[place]);
        }
        potential[segment] = sum;
        most[segment] = greatest;
    }

    /** Draws a place, as likely as its share of all squares. */
    private int draw() {
        double left = randomness.nextDouble() * Points.total(potential);
        int segment = 0;
        while (segment < potential.length - 1 && left >= potential[segment]) {
            left -= potential[segment++];
        }
        int last = -1;
        for (int place = starts[segment]; place < starts[segment + 1] && left >= 0; place++) {
            final double each = points.weight(order[place]) * squared[place];
            if (each > 0) {
                last = place;
                left -= each;
            }
        }
        return last >= 0 ? last : anyOpen();
    }

    /** What is left over by rounding falls on the last place that is not a center yet. */
    private int anyOpen() {
        int place = order.length - 1;
        while (place > 0 && !(points.weight(order[place]) * squared[place] > 0)) {
            place--;
        }
        return place;
    }

    private double[] rows(final int[] places) {
        final int width = points.width();
        final var values = new double[places.length * width];
        for (int t = 0; t < places.length; t++) {
            System.arraycopy(points.values(), order[places[t]] * width, values, t * width, width);
        }
        return values;
    }

    /** {@return the candidate that leaves the least sum of squares, as its coordinates} */
    private double[] best(final int[] candidates) {
        final var values = rows(candidates);
        final var apart = new double[candidates.length][];
        final var sums = new double[candidates.length][];
        for (int t = 0; t < candidates.length; t++) {
            apart[t] = apart(values, t);
            sums[t] = potential.clone();
        }
        context.parallel(centerOf.length, segment -> {
            final double[] measured = scratch();
            for (int t = 0; t < candidates.length; t++) {
                if (reaches(segment, apart[t])) {
                    sums[t][segment] = sum(segment, values, t, measured);
                }
            }
            idle.add(measured);
        });
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < candidates.length; t++) {
            final double total = Points.total(sums[t]);
            if (total < least) {
                least = total;
                best = t;
            }
        }
        return Arrays.copyOfRange(values, best * points.width(), (best + 1) * points.width());
    }

    /** The squares of the distances from a candidate to all centers, a little less. */
    private double[] apart(final double[] values, final int candidate) {
        final var all = new Points(values, null, values.length / points.width(), points.width());
        final var apart = new double[chosen];
        for (int c = 0; c < chosen; c++) {
            apart[c] = all.squared(candidate, centers, c) * Bounds.SHRINK;
        }
        return apart;
    }

    /** {@return whether a center so far from the others may be nearer to a point of a segment than its own} */
    private boolean reaches(final int segment, final double[] apart) {
        final double gap = Math.sqrt(apart[centerOf[segment]]) - radius[segment];
        return gap <= 0 || gap * gap * Bounds.SHRINK < most[segment];
    }

    private double[] scratch() {
        final var waiting = idle.poll();
        return waiting == null ? new double[Frame.BLOCK] : waiting;
    }

    private double sum(final int segment, final double[] values, final int candidate, final double[] apart) {
        final int from = starts[segment];
        final int count = starts[segment + 1] - from;
        tiles[segment].squared(values, candidate, count, apart);
        smaller(squared, from, apart, count);
        if (points.weights() != null) {
            for (int i = 0; i < count; i++) {
                apart[i] *= points.weight(order[from + i]);
            }
        }
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            one += apart[i];
            two += apart[i + 1];
            three += apart[i + 2];
            four += apart[i + 3];
        }
        for (; i < count; i++) {
            one += apart[i];
        }
        return one + two + (three + four);
    }

    private static void smaller(final double[] squared, final int from, final double[] apart, final int count) {
        for (int i = 0; i < count; i++) {
            apart[i] = Math.min(apart[i], squared[from + i]);
        }
    }

    private void add(final double[] center) {
        final var apart = apart(center, 0);
        final int number = chosen++;
        System.arraycopy(center, 0, centers, number * center.length, center.length);
        context.parallel(centerOf.length, segment -> {
            if (reaches(segment, apart)) {
                final int from = starts[segment];
                final int count = starts[segment + 1] - from;
                final double[] measured = scratch();
                tiles[segment].squared(centers, number, count, measured);
                for (int i = 0; i < count; i++) {
                    if (measured[i] < squared[from + i]) {
                        squared[from + i] = measured[i];
                        nearest[from + i] = number;
                    }
                }
                idle.add(measured);
                measure(segment);
            }
        });
    }

    /** Sorts places by their centers, which keeps the order of rows within each. */
    private void sort() {
        final int count = order.length;
        final var limits = new int[chosen + 1];
        for (int place = 0; place < count; place++) {
            limits[nearest[place] + 1]++;
        }
        for (int c = 0; c < chosen; c++) {
            limits[c + 1] += limits[c];
        }
        final var next = limits.clone();
        final var orderAfter = new int[count];
        final var squaredAfter = new double[count];
        final var nearestAfter = new int[count];
        for (int place = 0; place < count; place++) {
            if (place % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int to = next[nearest[place]]++;
            orderAfter[to] = order[place];
            squaredAfter[to] = squared[place];
            nearestAfter[to] = nearest[place];
        }
        order = orderAfter;
        squared = squaredAfter;
        nearest = nearestAfter;
        cut(limits);
        context.parallel(centerOf.length, segment -> {
            lay(segment);
            measure(segment);
            radius[segment] = Bounds.above(most[segment]);
        });
    }
}
