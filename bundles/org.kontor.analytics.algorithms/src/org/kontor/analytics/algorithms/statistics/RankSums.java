// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** The ranks of the values of a column, added up for each group; equal values share the mean of their ranks. */
final class RankSums {

    private static final int SORTED_AT_ONCE = 1 << 15;

    private final double[] sums;
    private double ties;
    private int count;

    RankSums(final Column column, final Categories groups, final RunContext context) {
        final var values = new double[column.rows()];
        final var codes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final double value = column.number(i) + 0.0;
            if (groups.codes()[i] >= 0 && !Double.isNaN(value)) {
                values[count] = value;
                codes[count++] = groups.codes()[i];
            }
        }
        final double[] sorted = sorted(Arrays.copyOf(values, count), context);
        sums = new double[groups.size()];
        for (int i = 0; i < count; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int first = before(sorted, values[i], false);
            final int last = before(sorted, values[i], true);
            sums[codes[i]] += (first + last + 1) / 2.0;
        }
        for (int from = 0; from < count;) {
            int until = from;
            while (until < count && sorted[until] == sorted[from]) {
                until++;
            }
            final double same = until - from;
            ties += same * same * same - same;
            from = until;
        }
    }

    private static int before(final double[] sorted, final double value, final boolean itself) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            final int middle = low + high >>> 1;
            if (sorted[middle] < value || itself && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Sorted in pieces that are merged, so that nobody waits long who wants to stop. */
    private static double[] sorted(final double[] values, final RunContext context) {
        double[] from = values;
        double[] to = new double[values.length];
        for (int start = 0; start < values.length; start += SORTED_AT_ONCE) {
            context.checkCancelled();
            Arrays.sort(from, start, Math.min(values.length, start + SORTED_AT_ONCE));
        }
        for (long run = SORTED_AT_ONCE; run < values.length; run *= 2) {
            for (long start = 0; start < values.length; start += 2 * run) {
                context.checkCancelled();
                merge(from, to, (int) start, (int) Math.min(values.length, start + run), (int) Math.min(values.length, start + 2 * run));
            }
            final double[] other = from;
            from = to;
            to = other;
        }
        return from;
    }

    private static void merge(final double[] from, final double[] to, final int start, final int middle, final int end) {
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            to[at] = right >= end || left < middle && from[left] <= from[right] ? from[left++] : from[right++];
        }
    }

    /** {@return Kruskal and Wallis's H, corrected for equal values; 0 where all are equal} */
    double statistic(final double[] counts) {
        final double n = count;
        double sum = 0;
        for (int g = 0; g < sums.length; g++) {
            if (counts[g] > 0) {
                final double off = sums[g] / counts[g] - (n + 1) / 2;
                sum += counts[g] * off * off;
            }
        }
        final double correction = 1 - ties / (n * n * n - n);
        return correction > 0 ? 12 / (n * (n + 1)) * sum / correction : 0;
    }
}
