// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

/**
 * What is known about the distances of each point without measuring them again: at most so far from its own center, at least so far from
 * all others of each group (Hamerly, Making k-means even faster, 2010; Ding and others, Yinyang K-Means, 2015). Rounding goes to the safe
 * side at every step, so that nothing is skipped that measuring would have found. What is stored is relative to how far the centers have
 * moved in all, so it need not be touched while it holds.
 */
final class Bounds {

    /** Makes a distance certainly too small: more than all its rounding errors, for up to a million coordinates. */
    static final double SHRINK = 1 - 1e-9;
    private static final double GROW = 1 + 1e-9;
    /** More than the relative error of a rounded difference of bounds. */
    private static final double HAIR = 0x1p-20;
    /** Squares below this vanish. */
    private static final double TINY = 1e-150;
    /** More than what is lost by the rounding of a number to a {@code float}: relative, and near zero. */
    private static final double ROUNDING = 0x1p-23;
    private static final double LEAST = 0x1p-140;
    private static final double MOST = 0x1p126;

    /** The distance to the own center, at most, less {@link #moved} of it. */
    final float[] upper;
    /** The distance to any other center, at least, plus {@link #movedOthers} for its own. */
    final float[] lower;
    /** The distance to any other center of a group, at least, plus {@link #movedGroup} of it; empty where there is one group. */
    final float[] groupLower;
    final double[] moved;
    final double[] movedGroup;
    /** For each center, how far any other one has moved. */
    final double[] movedOthers;

    Bounds(final int points, final int centers, final int groups) {
        upper = new float[points];
        lower = new float[points];
        groupLower = new float[groups == 1 ? 0 : Math.multiplyExact(points, groups)];
        moved = new double[centers];
        movedOthers = new double[centers];
        movedGroup = new double[groups];
        reset();
    }

    static long memory(final long points, final long groups) {
        return points * (2 + groups) * Float.BYTES;
    }

    void reset() {
        Arrays.fill(upper, Float.POSITIVE_INFINITY);
        Arrays.fill(lower, 0);
        Arrays.fill(groupLower, 0);
        Arrays.fill(moved, 0);
        Arrays.fill(movedGroup, 0);
        Arrays.fill(movedOthers, 0);
    }

    /** A distance that is certainly not too small. */
    static double above(final double squared) {
        return Math.sqrt(squared) * GROW + TINY;
    }

    /** A distance that is certainly not too large. */
    static double below(final double squared) {
        return Math.sqrt(squared) * SHRINK - TINY;
    }

    static float up(final double value) {
        final double least = value > -MOST ? value : -MOST;
        return (float) (least + Math.abs(least) * ROUNDING + LEAST);
    }

    static float down(final double value) {
        final double most = value < MOST ? value : MOST;
        return (float) (most - Math.abs(most) * ROUNDING - LEAST);
    }

    /** Takes note of how far a center moved. */
    void move(final double[] distances, final int[] groupOf) {
        final var most = new double[movedGroup.length];
        int fastest = 0;
        double second = 0;
        for (int c = 0; c < distances.length; c++) {
            moved[c] = (moved[c] + distances[c]) * GROW;
            most[groupOf[c]] = Math.max(most[groupOf[c]], distances[c]);
            if (distances[c] > distances[fastest]) {
                second = distances[fastest];
                fastest = c;
            } else if (c != fastest) {
                second = Math.max(second, distances[c]);
            }
        }
        for (int g = 0; g < most.length; g++) {
            movedGroup[g] = (movedGroup[g] + most[g]) * GROW;
        }
        for (int c = 0; c < distances.length; c++) {
            movedOthers[c] = (movedOthers[c] + (c == fastest ? second : distances[fastest])) * GROW;
        }
    }

    /**
     * What the bounds of the points of each center are compared with, rounded to the safe side, and so far that bounds may be rounded once more.
     *
     * @param moved how far the center has moved, and any other one
     * @param half  half the distance to the nearest other one, less how far the center has moved
     */
    record Limits(float[] moved, float[] half) {
    }

    /**
     * What to compare with now.
     *
     * @param nearest half the distance from each center to the nearest other one
     */
    Limits limits(final double[] nearest) {
        final var limits = new Limits(new float[moved.length], new float[moved.length]);
        for (int c = 0; c < moved.length; c++) {
            limits.moved[c] = up((moved[c] + movedOthers[c]) * (1 + HAIR));
            limits.half[c] = down(nearest[c] * (1 - HAIR) - moved[c] * (1 + HAIR));
        }
        return limits;
    }

    /** Nothing is known about a point any more. */
    void forget(final int row) {
        upper[row] = Float.POSITIVE_INFINITY;
        lower[row] = 0;
        final int groups = movedGroup.length;
        for (int g = 0; groups > 1 && g < groups; g++) {
            groupLower[row * groups + g] = 0;
        }
    }
}
