// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.run.Randomness;
import org.kontor.analytics.run.RunContext;

/**
 * Rounded points in an order of their own: in groups that lie together, each in segments of a tile at most. Groups are what is nearest to one of
 * several middles, which are found among some of the points; they decide about speed alone.
 */
final class PointGroups {

    /** So many points are in a segment at most. */
    static final int MOST = RoundedPoints.TILE;
    private static final int STRIDE = RoundedPoints.STRIDE;
    private static final int MOST_GROUPS = 64;
    /** A group has so many points or more, on average. */
    private static final int WORTH_A_GROUP = 8192;
    private static final int SAMPLE = 2048;
    private static final int TILES = 16;
    private static final long STREAM = 0x52L << 32;

    /** The row of each place. */
    final int[] order;
    /** Segment by segment as {@link RoundedPoints#values} are tile by tile. */
    final float[] values;
    /** Where segments begin, and where the last one ends. */
    final int[] starts;
    /** The group of each segment. */
    final int[] groupOf;
    /** The middles of all groups, row by row. */
    final double[] middles;
    /** How far points are from the middle of their group at most. */
    final double[] radius;
    private final Points points;
    private final RoundedPoints rounded;
    private final RunContext context;
    private final byte[] groups;
    /** For each part of the points and each group: how many points, later the place of the next one. */
    private final int[][] next;

    PointGroups(final Points points, final RoundedPoints rounded, final RunContext context) {
        this.points = points;
        this.rounded = rounded;
        this.context = context;
        final int count = points.count();
        final int wanted = Math.clamp(count / WORTH_A_GROUP, 1, MOST_GROUPS);
        middles = middles(wanted, context.randomness(STREAM));
        final int all = middles.length / points.width();
        radius = new double[all];
        groups = new byte[count];
        final int tasks = Math.ceilDiv(count, TILES * MOST);
        next = new int[tasks][all];
        assign();
        final var limits = limits();
        int segments = 0;
        for (int g = 0; g < all; g++) {
            segments += Math.ceilDiv(limits[g + 1] - limits[g], MOST);
        }
        starts = new int[segments + 1];
        groupOf = new int[segments];
        final var firstOf = new int[all];
        int segment = 0;
        for (int g = 0; g < all; g++) {
            firstOf[g] = segment;
            for (int start = limits[g]; start < limits[g + 1]; start += MOST) {
                starts[segment] = start;
                groupOf[segment++] = g;
            }
        }
        starts[segments] = count;
        order = new int[count];
        values = new float[Math.multiplyExact(segments * STRIDE, points.width())];
        context.parallel(tasks, task -> lay(task, limits, firstOf));
    }

    static long memory(final long points, final long width) {
        return points * 5 + (Math.ceilDiv(points, MOST) + MOST_GROUPS) * (STRIDE * width * Float.BYTES + 64);
    }

    int segments() {
        return groupOf.length;
    }

    int size(final int segment) {
        return starts[segment + 1] - starts[segment];
    }

    /** {@return where a segment begins among the values} */
    int at(final int segment) {
        return segment * points.width() * STRIDE;
    }

    /** Means of some points around those that are drawn among them, the likelier the farther from others. */
    private double[] middles(final int wanted, final Randomness randomness) {
        final int width = points.width();
        final int step = Math.max(1, points.count() / SAMPLE);
        final int taken = Math.ceilDiv(points.count(), step);
        final var squared = new double[taken];
        final var nearest = new int[taken];
        Arrays.fill(squared, Double.POSITIVE_INFINITY);
        final var drawn = new double[wanted * width];
        int found = 0;
        for (int row = 0; found < wanted; found++) {
            context.checkCancelled();
            System.arraycopy(points.values(), row * width, drawn, found * width, width);
            double total = 0;
            for (int i = 0; i < taken; i++) {
                final double each = points.squared(i * step, drawn, found);
                if (each < squared[i]) {
                    squared[i] = each;
                    nearest[i] = found;
                }
                total += squared[i];
            }
            double left = randomness.nextDouble() * total;
            int next = 0;
            while (next < taken - 1 && left >= squared[next]) {
                left -= squared[next++];
            }
            if (squared[next] == 0) {
                found++;
                break;
            }
            row = next * step;
        }
        final var means = new double[found * width];
        final var counts = new int[found];
        for (final int group : nearest) {
            counts[group]++;
        }
        for (int i = 0; i < taken; i++) {
            for (int j = 0; j < width; j++) {
                means[nearest[i] * width + j] += points.values()[i * step * width + j] / counts[nearest[i]];
            }
        }
        return means;
    }

    private void assign() {
        final var round = rounded.centers(middles);
        final var far = new float[next.length][radius.length];
        final DistanceKernels kernels = context.kernels().distances();
        context.parallel(next.length, task -> {
            final var least = new float[MOST];
            final var second = new float[MOST];
            final var which = new int[MOST];
            final var lengths = new float[MOST];
            final int end = Math.min(groups.length, (task + 1) * TILES * MOST);
            for (int from = task * TILES * MOST; from < end; from += MOST) {
                final int count = Math.min(MOST, end - from);
                final int tile = from / MOST;
                kernels.least(rounded.values, tile * points.width() * STRIDE, STRIDE, count, points.width(), round.factors(), radius.length, least, second,
                        which);
                System.arraycopy(rounded.lengths, from, lengths, 0, count);
                RoundedPoints.distances(lengths, least, RoundedPoints.SURE * rounded.error(tile, round), count);
                for (int t = 0; t < count; t++) {
                    final int group = which[t];
                    groups[from + t] = (byte) group;
                    next[task][group]++;
                    if (lengths[t] > far[task][group]) {
                        far[task][group] = lengths[t];
                    }
                }
            }
        });
        for (final float[] part : far) {
            for (int g = 0; g < radius.length; g++) {
                radius[g] = Math.max(radius[g], part[g] * rounded.above());
            }
        }
    }

    /** Turns counts into places, and returns where groups begin, and where the last one ends. */
    private int[] limits() {
        final var limits = new int[radius.length + 1];
        int place = 0;
        for (int g = 0; g < radius.length; g++) {
            limits[g] = place;
            for (final int[] part : next) {
                final int count = part[g];
                part[g] = place;
                place += count;
            }
        }
        limits[radius.length] = place;
        return limits;
    }

    private void lay(final int task, final int[] limits, final int[] firstOf) {
        final int width = points.width();
        final var rows = new int[MOST];
        final var to = new int[MOST];
        final var begin = new int[radius.length + 1];
        final int end = Math.min(groups.length, (task + 1) * TILES * MOST);
        for (int from = task * TILES * MOST; from < end; from += MOST) {
            final int count = Math.min(MOST, end - from);
            // by groups first, so that neighbours are written one after the other
            Arrays.fill(begin, 0);
            for (int t = 0; t < count; t++) {
                begin[groups[from + t] + 1]++;
            }
            for (int g = 0; g < radius.length; g++) {
                begin[g + 1] += begin[g];
            }
            for (int t = 0; t < count; t++) {
                final int group = groups[from + t];
                final int place = next[task][group]++;
                final int q = begin[group]++;
                final int within = place - limits[group];
                order[place] = from + t;
                rows[q] = t;
                to[q] = at(firstOf[group] + within / MOST) + within % MOST;
            }
            final int tile = from / MOST * width * STRIDE;
            for (int j = 0; j < width; j++) {
                copy(tile + j * STRIDE, rows, to, j * STRIDE, count);
            }
        }
    }

    private void copy(final int from, final int[] rows, final int[] to, final int shift, final int count) {
        final float[] all = rounded.values;
        for (int q = 0; q < count; q++) {
            values[to[q] + shift] = all[from + rows[q]];
        }
    }
}
