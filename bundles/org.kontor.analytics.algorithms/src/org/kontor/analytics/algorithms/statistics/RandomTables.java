// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import org.apache.commons.numbers.gamma.LogGamma;

import org.kontor.analytics.run.RunContext;
import org.kontor.analytics.run.Randomness;

/**
 * How often random tables with the same sums of rows and columns are as far from what is expected as a given one: the p-value without any
 * approximation but the number of tables.
 */
final class RandomTables {

    private static final int PER_TASK = 100;
    private static final long STREAM = 0x7AB1EL << 32;
    /** Statistics that differ by less are equal. */
    private static final double EQUAL = 1e-9;

    private final ContingencyTable table;
    private final double observed;

    RandomTables(final ContingencyTable table) {
        this.table = table;
        observed = table.statistic(false) * (1 - EQUAL);
    }

    /** {@return the p-value from so many random tables, never 0} */
    double pValue(final int tables, final RunContext context) {
        final int tasks = Math.ceilDiv(tables, PER_TASK);
        final var far = new int[tasks];
        context.parallel(tasks, task -> {
            final var random = context.randomness(STREAM + task);
            for (int i = task * PER_TASK; i < Math.min(tables, (task + 1) * PER_TASK); i++) {
                context.checkCancelled();
                far[task] += statistic(random) >= observed ? 1 : 0;
            }
        });
        long all = 0;
        for (final int each : far) {
            all += each;
        }
        return (all + 1.0) / (tables + 1.0);
    }

    /** Row by row and cell by cell, each drawn with what the ones before it leave. */
    private double statistic(final Randomness random) {
        final int rows = table.rows();
        final int columns = table.columns();
        final var open = new long[columns];
        long all = 0;
        for (int j = 0; j < columns; j++) {
            open[j] = (long) table.columnSum(j);
            all += open[j];
        }
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            long left = (long) table.rowSum(i);
            long others = all;
            all -= left;
            for (int j = 0; j < columns; j++) {
                others -= open[j];
                final long count = draw(open[j], others, left, random);
                open[j] -= count;
                left -= count;
                final double off = count - table.expected(i, j);
                sum += off * off / table.expected(i, j);
            }
        }
        return sum;
    }

    /** {@return how many of {@code drawn} balls are white, out of {@code white} white and {@code black} black ones} */
    private static long draw(final long white, final long black, final long drawn, final Randomness random) {
        final long least = Math.max(0, drawn - black);
        final long most = Math.min(white, drawn);
        if (least == most) {
            return least;
        }
        final long mode = Math.max(least, Math.min(most, (long) ((drawn + 1.0) * (white + 1.0) / (white + black + 2.0))));
        final double top = Math.exp(choose(white, mode) + choose(black, drawn - mode) - choose(white + black, drawn));
        double wanted = random.nextDouble() - top;
        long below = mode;
        long above = mode;
        double low = top;
        double high = top;
        while (wanted > 0 && (below > least || above < most)) {
            if (above < most) {
                high *= (double) (white - above) / (above + 1) * ((double) (drawn - above) / (black - drawn + above + 1));
                above++;
                wanted -= high;
                if (wanted <= 0) {
                    return above;
                }
            }
            if (below > least) {
                low *= (double) below / (white - below + 1) * ((double) (black - drawn + below) / (drawn - below + 1));
                below--;
                wanted -= low;
                if (wanted <= 0) {
                    return below;
                }
            }
            if (low == 0 && high == 0) {
                return mode;
            }
        }
        return mode;
    }

    private static double choose(final long all, final long some) {
        return LogGamma.value(all + 1.0) - LogGamma.value(some + 1.0) - LogGamma.value(all - some + 1.0);
    }
}
