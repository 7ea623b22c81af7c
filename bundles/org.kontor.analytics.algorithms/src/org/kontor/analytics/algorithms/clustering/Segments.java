// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.run.RunContext;

/** Points in an order of their own, in segments that share a center, with what is known of each while centers are chosen. */
final class Segments {

    /** So many points are in a segment at most. */
    static final int MOST = RoundedPoints.TILE;
    private static final int STRIDE = RoundedPoints.STRIDE;

    /** The row of each place. */
    final int[] order;
    /** What a square of rounded points, times the weight of a point, is to one of exact points. */
    final double unit;
    private final Points points;
    private final RoundedPoints rounded;
    private final double heaviest;
    /** For each place the square of the distance to its nearest center, the same rounded, that center, and what it counts beside the heaviest or null. */
    private final double[] squared;
    private final float[] known;
    private final int[] nearest;
    private final float[] weights;
    /** The rounded points, segment by segment as {@link RoundedPoints#values} are tile by tile. */
    private final float[] values;
    /** Where segments begin, and where the last one ends. */
    private final int[] starts;
    /** For each segment: the center of its points, the greatest distance to it, and of today the greatest square, the sum and how wrong rounding is. */
    private final int[] centerOf;
    private final double[] radius;
    private final double[] most;
    private final double[] potential;
    private final float[] longest;

    private Segments(final Points points, final RoundedPoints rounded, final double heaviest, final int[] limits) {
        final int count = points.count();
        this.points = points;
        this.rounded = rounded;
        this.heaviest = heaviest;
        unit = rounded.scale() / heaviest;
        order = new int[count];
        squared = new double[count];
        known = new float[count];
        nearest = new int[count];
        weights = points.weights() == null ? null : new float[count];
        int segments = 0;
        for (int c = 0; c + 1 < limits.length; c++) {
            segments += Math.ceilDiv(limits[c + 1] - limits[c], MOST);
        }
        starts = new int[segments + 1];
        centerOf = new int[segments];
        radius = new double[segments];
        most = new double[segments];
        potential = new double[segments];
        longest = new float[segments];
        values = new float[Math.multiplyExact(segments * STRIDE, points.width())];
        int next = 0;
        for (int c = 0; c + 1 < limits.length; c++) {
            for (int start = limits[c]; start < limits[c + 1]; start += MOST) {
                starts[next] = start;
                centerOf[next++] = c;
            }
        }
        starts[segments] = count;
    }

    static long memory(final long points, final long width, final long clusters) {
        return 2 * (points * 24 + (Math.ceilDiv(points, MOST) + clusters) * (STRIDE * width * Float.BYTES + 64));
    }

    /** All points as they are, with their first center. */
    static Segments of(final Points points, final RoundedPoints rounded, final double[] centers, final RunContext context) {
        final var all = new Segments(points, rounded, points.heaviest(), new int[] {0, points.count()});
        Arrays.setAll(all.order, i -> i);
        context.parallel(all.count(), segment -> {
            for (int place = all.starts[segment]; place < all.starts[segment + 1]; place++) {
                all.squared[place] = points.squared(place, centers, 0);
                all.known[place] = rounded.square(all.squared[place]);
            }
            all.lay(segment);
        });
        return all;
    }

    /** The same sorted by their centers, which keeps the order of rows within each. */
    Segments sorted(final int centers, final RunContext context) {
        final var limits = new int[centers + 1];
        for (final int center : nearest) {
            limits[center + 1]++;
        }
        for (int c = 0; c < centers; c++) {
            limits[c + 1] += limits[c];
        }
        final var after = new Segments(points, rounded, heaviest, limits);
        final var next = limits.clone();
        for (int place = 0; place < order.length; place++) {
            if (place % MOST == 0) {
                context.checkCancelled();
            }
            final int to = next[nearest[place]]++;
            after.order[to] = order[place];
            after.squared[to] = squared[place];
            after.known[to] = known[place];
            after.nearest[to] = nearest[place];
        }
        context.parallel(after.count(), after::lay);
        return after;
    }

    private void lay(final int segment) {
        final int from = starts[segment];
        final int to = starts[segment + 1];
        final int at = segment * points.width() * STRIDE;
        rounded.lay(points, order, from, to, values, at);
        longest[segment] = rounded.longest(values, at, to - from);
        if (weights != null) {
            for (int place = from; place < to; place++) {
                weights[place] = (float) (points.weight(order[place]) / heaviest);
            }
        }
        measure(segment);
        radius[segment] = Bounds.above(most[segment]);
    }

    int count() {
        return centerOf.length;
    }

    double potential(final int segment) {
        return potential[segment];
    }

    /** {@return the nearest center of each row} */
    int[] nearestOfRows() {
        final var all = new int[order.length];
        for (int place = 0; place < all.length; place++) {
            all[order[place]] = nearest[place];
        }
        return all;
    }

    /** {@return whether a center so far from the others, squared, may be nearer to a point of a segment than its own} */
    boolean reaches(final int segment, final double[] apart) {
        final double gap = Math.sqrt(apart[centerOf[segment]]) - radius[segment];
        return gap <= 0 || gap * gap * Bounds.SHRINK < most[segment];
    }

    /** What rounded centers would leave of the squares of a segment. */
    void potentials(final DistanceKernels kernels, final int segment, final float[] centers, final int number, final float[] sums) {
        final int from = starts[segment];
        final int width = points.width();
        kernels.potentials(values, segment * width * STRIDE, STRIDE, starts[segment + 1] - from, width, centers, number, known, weights, from, sums);
    }

    /** Lets the points of a segment that are nearer to a center have it. */
    void add(final DistanceKernels kernels, final int segment, final double[] centers, final int number, final float[] center, final int[] places) {
        final int from = starts[segment];
        final int width = points.width();
        final int found = kernels.nearer(values, segment * width * STRIDE, STRIDE, starts[segment + 1] - from, width, center, known, from, rounded.factor(),
                rounded.slack(longest[segment], center), places);
        for (int q = 0; q < found; q++) {
            final int place = from + places[q];
            final double exact = points.squared(order[place], centers, number);
            if (exact < squared[place]) {
                squared[place] = exact;
                known[place] = rounded.square(exact);
                nearest[place] = number;
            }
        }
        if (found > 0) {
            measure(segment);
        }
    }

    private void measure(final int segment) {
        final int from = starts[segment];
        final int to = starts[segment + 1];
        double one = 0;
        double two = 0;
        double greatest = 0;
        int place = from;
        for (; place + 1 < to; place += 2) {
            one += weight(place) * squared[place];
            two += weight(place + 1) * squared[place + 1];
            greatest = Math.max(greatest, Math.max(squared[place], squared[place + 1]));
        }
        if (place < to) {
            one += weight(place) * squared[place];
            greatest = Math.max(greatest, squared[place]);
        }
        potential[segment] = one + two;
        most[segment] = greatest;
    }

    private double weight(final int place) {
        return weights == null ? 1 : points.weight(order[place]);
    }

    /**
     * Draws a place, as likely as its share of all squares.
     *
     * @param chance from 0 to 1, without 1
     */
    int draw(final double chance) {
        double left = chance * Points.total(potential);
        int segment = 0;
        while (segment < potential.length - 1 && left >= potential[segment]) {
            left -= potential[segment++];
        }
        int last = -1;
        for (int place = starts[segment]; place < starts[segment + 1] && left >= 0; place++) {
            final double each = weight(place) * squared[place];
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
        while (place > 0 && !(weight(place) * squared[place] > 0)) {
            place--;
        }
        return place;
    }
}
