// SPDX-License-Identifier: EPL-2.0

package com.example.insight.rhythm;

import java.util.Arrays;
import java.util.HashMap;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.RunContext;

/** The days of purchases by customer; customers are numbered in the order of their first rows. */
final class Histories {

    private static final double MICROS_A_DAY = 86_400e6;

    /** The first row of each customer. */
    final int[] rows;
    /** The day of the question. */
    final int today;
    /** How many rows have no customer or no day. */
    final int leftOut;
    private final int[] starts;
    private final int[] days;

    /** @param wanted the day of the question; null for the day after the last purchase */
    Histories(final Dataset data, final Integer wanted, final RunContext context) {
        final var who = data.column(Role.ID);
        final var when = data.column(Role.TIME);
        final double unit = when.type() == ColumnType.INSTANT ? MICROS_A_DAY : 1;
        final var numbers = new HashMap<Long, Integer>();
        final var customers = new int[data.rows()];
        final var day = new int[data.rows()];
        final var first = new int[data.rows()];
        int skipped = 0;
        int latest = Integer.MIN_VALUE;
        for (int row = 0; row < customers.length; row++) {
            pause(row, context);
            customers[row] = -1;
            if (who.isMissing(row) || when.isMissing(row)) {
                skipped++;
                continue;
            }
            day[row] = (int) Math.floor(when.number(row) / unit);
            if (wanted != null && day[row] > wanted) {
                continue;
            }
            final var known = numbers.putIfAbsent(key(who, row), numbers.size());
            customers[row] = known == null ? numbers.size() - 1 : known;
            if (known == null) {
                first[customers[row]] = row;
            }
            latest = Math.max(latest, day[row]);
        }
        leftOut = skipped;
        today = wanted == null ? latest + 1 : wanted;
        rows = Arrays.copyOf(first, numbers.size());
        starts = new int[rows.length + 1];
        for (final int customer : customers) {
            if (customer >= 0) {
                starts[customer + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        days = new int[starts[rows.length]];
        final var next = starts.clone();
        for (int row = 0; row < customers.length; row++) {
            pause(row, context);
            if (customers[row] >= 0) {
                days[next[customers[row]]++] = day[row];
            }
        }
    }

    private static void pause(final int row, final RunContext context) {
        if (row % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    private static long key(final Column who, final int row) {
        return who instanceof final TextColumn texts ? texts.code(row) : ((IntegerColumn) who).integer(row);
    }

    static long memory(final long rows) {
        return rows * (5 * Integer.BYTES + 80);
    }

    Rhythm rhythm(final int customer) {
        return Rhythm.of(Arrays.copyOfRange(days, starts[customer], starts[customer + 1]));
    }
}
