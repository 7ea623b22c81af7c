// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** The figures of a column of numbers that say where most values lie; missing ones do not count. */
final class Figures {

    /** Squares of larger numbers, added up, may have no end. */
    static final double LARGEST = 1e150;

    private static final int CHUNK = 1 << 16;

    private final double[] sorted;
    private final double mean;
    private final double squares;

    private Figures(final double[] sorted, final double mean, final double squares) {
        this.sorted = sorted;
        this.mean = mean;
        this.squares = squares;
    }

    static Figures of(final Column column, final RunContext context) {
        final var values = new double[column.rows() - column.missing()];
        final var block = new double[Frame.BLOCK];
        int size = 0;
        for (int from = 0; from < column.rows(); from += Frame.BLOCK) {
            context.checkCancelled();
            final int count = Math.min(Frame.BLOCK, column.rows() - from);
            column.numbers(from, count, block, 0);
            for (int i = 0; i < count; i++) {
                if (!Double.isNaN(block[i])) {
                    values[size++] = block[i];
                }
            }
        }
        return of(values, context);
    }

    /** @param values without missing ones; the array is given away */
    static Figures of(final double[] values, final RunContext context) {
        // means of sorted values would differ in the last bit from means of rows, and nobody looks for that: sort first
        final var sorted = sorted(values, context);
        final int blocks = Math.ceilDiv(sorted.length, Frame.BLOCK);
        final var sums = new double[blocks];
        context.parallel(blocks, b -> {
            for (int i = b * Frame.BLOCK; i < Math.min(sorted.length, (b + 1) * Frame.BLOCK); i++) {
                sums[b] += sorted[i];
            }
        });
        double mean = sorted.length == 0 ? Double.NaN : Arrays.stream(sums).sum() / sorted.length;
        if (sorted.length > 0) {
            // sums round; no mean lies outside
            mean = Math.clamp(mean, sorted[0], sorted[sorted.length - 1]);
        }
        final double middle = mean;
        context.parallel(blocks, b -> {
            sums[b] = 0;
            for (int i = b * Frame.BLOCK; i < Math.min(sorted.length, (b + 1) * Frame.BLOCK); i++) {
                sums[b] += (sorted[i] - middle) * (sorted[i] - middle);
            }
        });
        return new Figures(sorted, mean, Arrays.stream(sums).sum());
    }

    private static double[] sorted(final double[] values, final RunContext context) {
        final int chunks = Math.ceilDiv(values.length, CHUNK);
        context.parallel(chunks, c -> Arrays.sort(values, c * CHUNK, Math.min(values.length, (c + 1) * CHUNK)));
        var from = values;
        var to = new double[chunks > 1 ? values.length : 0];
        for (long width = CHUNK; width < values.length; width *= 2) {
            final var source = from;
            final var target = to;
            final int step = Math.toIntExact(width);
            context.parallel(Math.toIntExact(Math.ceilDiv(values.length, 2 * width)), pair -> merge(source, target, (long) pair * 2 * step, step));
            from = target;
            to = source;
        }
        return from;
    }

    private static void merge(final double[] source, final double[] target, final long start, final int width) {
        int left = (int) start;
        final int middle = (int) Math.min(source.length, start + width);
        int right = middle;
        final int end = (int) Math.min(source.length, start + 2L * width);
        for (int i = (int) start; i < end; i++) {
            // as Arrays.sort orders them: -0 before 0
            target[i] = right >= end || left < middle && Double.compare(source[left], source[right]) <= 0 ? source[left++] : source[right++];
        }
    }

    static long memory(final long rows) {
        return rows * 16 + Frame.BLOCK * 32L;
    }

    int count() {
        return sorted.length;
    }

    double mean() {
        return mean;
    }

    /** {@return the standard deviation; 0 where there are not enough values} */
    double deviation(final int ddof) {
        return sorted.length <= ddof || least() == most() ? 0 : Math.sqrt(squares / (sorted.length - ddof));
    }

    double least() {
        return sorted.length == 0 ? Double.NaN : sorted[0];
    }

    double most() {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
    }

    boolean bounded() {
        return sorted.length == 0 || Math.abs(least()) <= LARGEST && Math.abs(most()) <= LARGEST;
    }

    /** {@return the quantile, between neighbours in proportion (Hyndman and Fan 1996, type 7)} */
    double quantile(final double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        final double place = share * (sorted.length - 1);
        final int below = (int) place;
        final int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    double median() {
        return quantile(.5);
    }

    /** {@return the value that occurs most often, the least of several} */
    double mostFrequent() {
        double best = Double.NaN;
        int most = 0;
        for (int from = 0; from < sorted.length;) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = sorted[from];
            }
            from = to;
        }
        return best;
    }

    /** {@return the median of the distances from the median} */
    double absoluteDeviation(final RunContext context) {
        final double median = median();
        final var distances = new double[sorted.length];
        for (int i = 0; i < distances.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            distances[i] = Math.abs(sorted[i] - median);
        }
        final var ordered = sorted(distances, context);
        return new Figures(ordered, 0, 0).median();
    }

    /** {@return how many values are in each range} */
    double[] counts(final double[] edges) {
        final var counts = new double[edges.length - 1];
        int range = 0;
        for (final double value : sorted) {
            while (range < counts.length - 1 && value >= edges[range + 1]) {
                range++;
            }
            if (value >= edges[0] && value <= edges[edges.length - 1]) {
                counts[range]++;
            }
        }
        return counts;
    }
}
