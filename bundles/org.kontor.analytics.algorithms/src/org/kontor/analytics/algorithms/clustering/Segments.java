// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.run.RunContext;

/**
 * What is known of each point while centers are chosen, in the order of {@link PointGroups}: the square of the distance to its nearest center in the
 * unit of rounded points. It comes from rounded points where these are so far from the center that it is wrong by less than a hundredth, as almost
 * always by far less, and from exact points where they are near.
 */
final class Segments {

    /** Where distances are so many times as large as what rounding may move points, squared. */
    private static final double FAR = 0x1p16;
    /** A square that is wrong by rounding is not less, times this. */
    private static final double SHRINK = .98;

    private final Points points;
    private final RoundedPoints rounded;
    private final PointGroups groups;
    private final double heaviest;
    /** For each place, and what it counts beside the heaviest or null. */
    private final float[] known;
    private final int[] nearest;
    private final float[] weights;
    /** For each segment the greatest of what is known, and the sum of what is known times what it counts. */
    private final float[] most;
    private final double[] potential;

    Segments(final Points points, final RoundedPoints rounded, final PointGroups groups, final RunContext context) {
        this.points = points;
        this.rounded = rounded;
        this.groups = groups;
        heaviest = points.heaviest();
        known = new float[points.count()];
        nearest = new int[points.count()];
        weights = points.weights() == null ? null : new float[points.count()];
        most = new float[groups.segments()];
        potential = new double[groups.segments()];
        Arrays.fill(known, Float.POSITIVE_INFINITY);
        Arrays.fill(most, Float.POSITIVE_INFINITY);
        if (weights != null) {
            context.parallel(count(), segment -> {
                for (int place = groups.starts[segment]; place < groups.starts[segment + 1]; place++) {
                    weights[place] = (float) (points.weight(groups.order[place]) / heaviest);
                }
            });
        }
    }

    static long memory(final long points) {
        return points * 12 + Math.ceilDiv(points, PointGroups.MOST) * 16;
    }

    int count() {
        return most.length;
    }

    int row(final int place) {
        return groups.order[place];
    }

    double potential(final int segment) {
        return potential[segment];
    }

    /** {@return the nearest center of each row} */
    int[] nearestOfRows() {
        final var all = new int[nearest.length];
        for (int place = 0; place < all.length; place++) {
            all[groups.order[place]] = nearest[place];
        }
        return all;
    }

    /** {@return for each group a square that those of its points from a row are not less than, in the unit of rounded points} */
    double[] apart(final int row) {
        final var apart = new double[groups.radius.length];
        for (int g = 0; g < apart.length; g++) {
            final double gap = Bounds.below(points.squared(row, groups.middles, g)) - groups.radius[g];
            apart[g] = gap <= 0 ? 0 : gap * gap * SHRINK * rounded.scale();
        }
        return apart;
    }

    /** {@return whether a center so far from all groups may be nearer to a point of a segment than its own} */
    boolean reaches(final int segment, final double[] apart) {
        return apart[groups.groupOf[segment]] < most[segment];
    }

    /** What rounded centers would leave of the squares of a segment. */
    void potentials(final DistanceKernels kernels, final int segment, final float[] centers, final int number, final float[] sums) {
        kernels.potentials(groups.values, groups.at(segment), RoundedPoints.STRIDE, groups.size(segment), points.width(), centers, number, known, weights,
                groups.starts[segment], sums);
    }

    /**
     * Lets the points of a segment that are nearer to a center have it.
     *
     * @param centers exact, row by row
     * @param number  the center
     * @param center  the same, rounded
     * @param left    the sum that is left
     */
    void add(final DistanceKernels kernels, final int segment, final double[] centers, final int number, final float[] center, final double left,
            final int[] places) {
        final int from = groups.starts[segment];
        final int size = groups.size(segment);
        final int near = kernels.approach(groups.values, groups.at(segment), RoundedPoints.STRIDE, size, points.width(), center, number,
                near(segment, center), known, nearest, from, places);
        for (int q = 0; q < near; q++) {
            final int place = from + places[q];
            final double exact = points.squared(groups.order[place], centers, number);
            final float square = exact == 0 ? 0 : Math.max(Float.MIN_VALUE, rounded.square(exact));
            if (square < known[place]) {
                known[place] = square;
                nearest[place] = number;
            }
        }
        most[segment] = greatest(from, from + size);
        potential[segment] = near == 0 ? left : sum(from, from + size);
    }

    /** Up to this square of a distance from a center, rounding may have moved points too far. */
    private float near(final int segment, final float[] center) {
        final int g = groups.groupOf[segment];
        double square = 0;
        double length = 0;
        final float[] middle = rounded.point(groups.middles, g * points.width());
        for (int j = 0; j < center.length; j++) {
            square += center[j] * center[j];
            length += middle[j] * middle[j];
        }
        final double moved = RoundedPoints.ROUNDING * (Math.sqrt(square) + Math.sqrt(length) + groups.radius[g] * Math.sqrt(rounded.scale()));
        return (float) (4 * FAR * moved * moved);
    }

    private float greatest(final int from, final int to) {
        float greatest = 0;
        for (int place = from; place < to; place++) {
            greatest = Math.max(greatest, known[place]);
        }
        return greatest;
    }

    private double sum(final int from, final int to) {
        double sum = 0;
        for (int place = from; place < to; place++) {
            sum += chance(place);
        }
        return sum;
    }

    private double chance(final int place) {
        return weights == null ? known[place] : (double) known[place] * weights[place];
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
        for (int place = groups.starts[segment]; place < groups.starts[segment + 1] && left >= 0; place++) {
            final double each = chance(place);
            if (each > 0) {
                last = place;
                left -= each;
            }
        }
        return last >= 0 ? last : anyOpen();
    }

    /** What is left over by rounding falls on the last place that is not a center yet. */
    private int anyOpen() {
        int place = known.length - 1;
        while (place > 0 && !(points.weight(groups.order[place]) > 0 && known[place] > 0)) {
            place--;
        }
        return place;
    }
}
