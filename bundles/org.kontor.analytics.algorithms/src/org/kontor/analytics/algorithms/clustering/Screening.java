// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.kernel.VectorKernels;

/**
 * Finds the nearest center of points as {@link Assignment} does, with what one thread needs for it: all centers are measured with rounded
 * numbers, many points side by side, and the few points for which two centers come too near to each other are measured exactly.
 */
final class Screening implements Assigner {

    private static final int TILE = RoundedPoints.TILE;
    /** Fewer points of a tile are nearer to each other in their rows. */
    private static final int FEW = TILE / 8;
    private static final int BESIDE = 32;
    private static final int STRIDE = RoundedPoints.STRIDE;
    /** Where most of a tile is to be measured, all of it is. */
    private static final int MOST = TILE * 3 / 4;

    private final Points points;
    private final RoundedPoints rounded;
    private final VectorKernels kernels;
    private final int[] labels;
    private final Bounds bounds;
    private final CenterGroups groups;
    private final ExactSums changes;
    private final int[] places = new int[TILE];
    private float[] gathered;
    private final float[] least = new float[TILE];
    private final float[] second = new float[TILE];
    private final int[] which = new int[TILE];
    private final int[] own = new int[TILE];
    private final float[] near = new float[TILE];
    private final float[] far = new float[TILE];
    private final int[] openRows = new int[TILE];
    private final int[] openAt = new int[TILE];
    private RoundedPoints.Centers round;
    /** Null where all points are measured. */
    private Bounds.Limits limits;
    private int unclear;
    /** Never asked for; it is there so that what was read counts as used. */
    private double touched;

    Screening(final Points points, final RoundedPoints rounded, final VectorKernels kernels, final int[] labels, final Bounds bounds,
            final CenterGroups groups, final ExactSums changes) {
        this.points = points;
        this.rounded = rounded;
        this.kernels = kernels;
        this.labels = labels;
        this.bounds = bounds;
        this.groups = groups;
        this.changes = changes;
    }

    static long memory(final long width) {
        return STRIDE * (width + 9) * Float.BYTES;
    }

    @Override
    public ExactSums changes() {
        return changes;
    }

    /** {@return how many points had to be measured exactly since this was asked last} */
    int unclear() {
        final int count = unclear;
        unclear = 0;
        return count;
    }

    /**
     * Takes the centers of the next assignments.
     *
     * @param known what is known of all points of each; null where measuring everything is cheaper
     */
    void use(final RoundedPoints.Centers centers, final Bounds.Limits known) {
        round = centers;
        limits = known;
        if (known != null && gathered == null) {
            gathered = new float[STRIDE * points.width()];
        }
    }

    @Override
    public int assign(final double[] centers, final int from, final int to, final boolean first) {
        int changed = 0;
        for (int start = from; start < to; start += TILE) {
            changed += tile(centers, start, Math.min(to, start + TILE), first);
        }
        return changed;
    }

    private int tile(final double[] centers, final int from, final int to, final boolean first) {
        final int width = points.width();
        final int at = from / TILE * width * STRIDE;
        final int functions = centers.length / width;
        final float wrong = rounded.error(from / TILE, round);
        final boolean sure = wrong < Float.POSITIVE_INFINITY;
        int count = limits == null ? to - from
                : kernels.distances().doubtful(bounds.upper, bounds.lower, labels, from, to - from, limits.moved(), limits.half(),
                        places);
        final boolean all = limits == null || count >= MOST;
        if (all) {
            count = to - from;
            kernels.distances().least(rounded.values, at, STRIDE, count, width, round.factors(), functions, least, second, which);
        } else {
            gather(from, at, count);
            // a few more than needed, because kernels work on several points at once
            final int more = Math.min(TILE, Math.ceilDiv(count, BESIDE) * BESIDE);
            kernels.distances().least(gathered, 0, STRIDE, more, width, round.factors(), functions, least, second, which);
        }
        if (sure && limits != null) {
            bound(from, count, all, wrong);
        }
        int open = count;
        if (!sure) {
            Arrays.setAll(openAt, t -> t);
        } else if (all) {
            open = kernels.distances().open(least, second, which, labels, from, count, 2 * wrong, openAt);
        } else {
            open = kernels.distances().open(least, second, which, own, 0, count, 2 * wrong, openAt);
        }
        for (int o = 0; o < open; o++) {
            openRows[o] = from + (all ? openAt[o] : places[openAt[o]]);
        }
        return settle(centers, open, sure ? 2 * wrong : Float.POSITIVE_INFINITY, first) + (first ? start(from, to) : 0);
    }

    private int start(final int from, final int to) {
        changes.add(kernels.products(), points, from, to, labels);
        return to - from;
    }

    /** Takes note of what was measured. */
    private void bound(final int from, final int count, final boolean all, final float wrong) {
        if (all) {
            System.arraycopy(rounded.lengths, from, near, 0, count);
        } else {
            for (int t = 0; t < count; t++) {
                near[t] = rounded.lengths[from + places[t]];
            }
        }
        System.arraycopy(near, 0, far, 0, count);
        RoundedPoints.distances(near, least, RoundedPoints.SURE * wrong, count);
        RoundedPoints.distances(far, second, -RoundedPoints.SURE * wrong, count);
        final double above = rounded.above();
        final double below = rounded.below();
        for (int t = 0; t < count; t++) {
            final int row = from + (all ? t : places[t]);
            final int after = which[t];
            bounds.upper[row] = Bounds.up(near[t] * above - bounds.moved[after]);
            bounds.lower[row] = Bounds.down(far[t] * below + bounds.movedOthers[after]);
        }
    }

    /** Reads a number of each point, so that the processor fetches several at a time. */
    private void touch(final int open) {
        final double[] values = points.values();
        final int width = points.width();
        double any = 0;
        for (int o = 0; o < open; o++) {
            any += values[openRows[o] * width];
        }
        touched = any;
    }

    private int settle(final double[] centers, final int open, final float gap, final boolean first) {
        int changed = 0;
        if (!first) {
            touch(open);
        }
        for (int o = 0; o < open; o++) {
            final int row = openRows[o];
            final int t = openAt[o];
            final int before = labels[row];
            final int after = second[t] - least[t] > gap ? which[t] : exact(centers, row);
            if (after != before) {
                labels[row] = after;
                if (!first) {
                    changes.move(kernels.products(), points, row, before, after);
                    changed++;
                }
            }
        }
        return changed;
    }

    private void gather(final int from, final int at, final int count) {
        for (int q = 0; q < count; q++) {
            openRows[q] = from + places[q];
            own[q] = labels[openRows[q]];
        }
        if (count < FEW) {
            rounded.lay(points, openRows, 0, count, gathered, 0);
            return;
        }
        for (int j = 0; j < points.width(); j++) {
            final int column = at + j * STRIDE;
            final int into = j * STRIDE;
            for (int q = 0; q < count; q++) {
                gathered[into + q] = rounded.values[column + places[q]];
            }
        }
    }

    private int exact(final double[] centers, final int row) {
        final int count = centers.length / points.width();
        unclear++;
        int nearest = 0;
        double one = Double.POSITIVE_INFINITY;
        double two = Double.POSITIVE_INFINITY;
        for (int c = 0; c < count; c++) {
            final double squared = points.squared(row, centers, c);
            if (squared < one) {
                two = one;
                one = squared;
                nearest = c;
            } else if (squared < two) {
                two = squared;
            }
        }
        if (limits != null) {
            bounds.upper[row] = Bounds.up(Bounds.above(one) - bounds.moved[nearest]);
            bounds.lower[row] = Bounds.down(Bounds.below(two) + bounds.movedOthers[nearest]);
        }
        return nearest;
    }
}
