// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.segments;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.RunContext;

/** What is known of each customer from the rows of purchases; customers are in the order of their first rows. */
final class Purchases {

    /** A day that is none, where a row does not count. */
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int ROWS_PER_PART = 1_000_000;
    private static final int MOST_PARTS = 64;
    private static final int WIDEST = 1 << 16;

    final int customers;
    final int[] firstRow;
    final int[] lastDay;
    final int[] frequency;
    final double[] money;
    final Census census;
    /** The day from which recency is counted. */
    final int reference;

    /**
     * What the rows are like.
     *
     * @param counted  rows that count
     * @param missing  rows without customer or time
     * @param unpriced rows that count, without amount
     * @param zero     rows that count, of nothing
     * @param negative rows that count, below nothing
     * @param future   rows after the reference date
     * @param infinite rows with an infinite amount
     * @param first    the first day
     * @param last     the last day
     */
    record Census(long counted, long missing, long unpriced, long zero, long negative, long future, long infinite, int first, int last) {
    }

    /** Where each customer's rows end, and a day and an amount for each row: side by side, because they are written and read together. */
    private record Sorted(int[] ends, double[] rows) {
    }

    Purchases(final Dataset data, final boolean mean, final Integer given, final RunContext context) {
        final int rows = data.rows();
        final var time = data.column(Role.TIME);
        final var value = data.column(Role.VALUE);
        final var keys = Keys.of(data.column(Role.ID), context);
        final var days = new int[rows];
        context.parallel(Math.ceilDiv(rows, Frame.BLOCK), block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(rows, (block + 1) * Frame.BLOCK); i++) {
                days[i] = keys.codes()[i] < 0 || time.isMissing(i) ? NEVER : time.day(i);
            }
        });
        reference = given == null ? lastOf(days) + 1 : given;
        census = census(days, value, context);
        final int parts = Math.max(1, Math.min(MOST_PARTS, rows / ROWS_PER_PART));
        final var starts = new int[parts][keys.count()];
        firstRow = firstRows(keys, days, starts, context);
        customers = firstRow.length;
        final var sorted = sort(keys, days, value, starts, context);
        lastDay = new int[customers];
        frequency = new int[customers];
        money = new double[customers];
        gather(keys, sorted, mean, context);
    }

    static long memory(final long rows, final long codes) {
        final long parts = Math.max(1, Math.min(MOST_PARTS, rows / ROWS_PER_PART));
        return rows * 24 + codes * (4 * parts + 8) + codes * 24 + rows / 8;
    }

    private static int lastOf(final int[] days) {
        int last = Integer.MIN_VALUE;
        for (final int day : days) {
            last = Math.max(last, day == NEVER ? Integer.MIN_VALUE : day);
        }
        return last == Integer.MIN_VALUE ? 0 : last;
    }

    private Census census(final int[] days, final Column value, final RunContext context) {
        final var parts = new long[Math.ceilDiv(days.length, Frame.BLOCK)][];
        final int until = reference;
        context.parallel(parts.length, block -> {
            final var counts = new long[9];
            counts[7] = Integer.MAX_VALUE;
            counts[8] = Integer.MIN_VALUE;
            final int from = block * Frame.BLOCK;
            final int count = Math.min(Frame.BLOCK, days.length - from);
            final var amounts = new double[count];
            value.numbers(from, count, amounts, 0);
            for (int i = 0; i < count; i++) {
                final int day = days[from + i];
                final double amount = amounts[i];
                if (day == NEVER) {
                    counts[1]++;
                } else if (day > until) {
                    counts[5]++;
                } else {
                    counts[0]++;
                    counts[2] += Double.isNaN(amount) ? 1 : 0;
                    counts[3] += amount == 0 ? 1 : 0;
                    counts[4] += amount < 0 ? 1 : 0;
                    counts[6] += Double.isInfinite(amount) ? 1 : 0;
                    counts[7] = Math.min(counts[7], day);
                    counts[8] = Math.max(counts[8], day);
                }
            }
            parts[block] = counts;
        });
        final var all = new long[7];
        long first = Integer.MAX_VALUE;
        long last = Integer.MIN_VALUE;
        for (final long[] part : parts) {
            for (int i = 0; i < all.length; i++) {
                all[i] += part[i];
            }
            first = Math.min(first, part[7]);
            last = Math.max(last, part[8]);
        }
        return new Census(all[0], all[1], all[2], all[3], all[4], all[5], all[6], (int) first, (int) last);
    }

    private static int partRows(final int rows, final int parts) {
        return Math.ceilDiv(rows, parts);
    }

    /** Counts the rows of each customer in each part, and marks each customer's first. */
    private int[] firstRows(final Keys keys, final int[] days, final int[][] counts, final RunContext context) {
        final int rows = days.length;
        final int each = partRows(rows, counts.length);
        final int until = reference;
        context.parallel(counts.length, part -> {
            final int[] own = counts[part];
            for (int i = part * each; i < Math.min(rows, (part + 1) * each); i++) {
                if (days[i] <= until) {
                    own[keys.codes()[i]]++;
                }
            }
        });
        final var seen = new long[Math.ceilDiv(keys.count(), Long.SIZE)];
        final var found = new int[Math.min(keys.count(), rows)];
        int count = 0;
        for (int i = 0; i < rows && count < found.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int code = keys.codes()[i];
            if (days[i] <= until && (seen[code >> 6] & 1L << code) == 0) {
                seen[code >> 6] |= 1L << code;
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Brings the rows of each customer together, each customer's in the order of the data. */
    private Sorted sort(final Keys keys, final int[] days, final Column value, final int[][] starts, final RunContext context) {
        final var ends = new int[keys.count()];
        for (final int[] part : starts) {
            for (int code = 0; code < ends.length; code++) {
                final int count = part[code];
                part[code] = ends[code];
                ends[code] += count;
            }
            context.checkCancelled();
        }
        int at = 0;
        for (int code = 0; code < ends.length; code++) {
            final int count = ends[code];
            ends[code] = at;
            at += count;
        }
        context.parallel(starts.length, part -> {
            for (int code = 0; code < ends.length; code++) {
                starts[part][code] += ends[code];
            }
        });
        for (int code = 0; code < ends.length; code++) {
            ends[code] = code + 1 < ends.length ? ends[code + 1] : at;
        }
        final var sorted = new double[Math.multiplyExact(at, 2)];
        final int rows = days.length;
        final int each = partRows(rows, starts.length);
        final int until = reference;
        context.parallel(starts.length, part -> {
            final int[] next = starts[part];
            final var block = new double[Frame.BLOCK];
            for (int from = part * each; from < Math.min(rows, (part + 1) * each); from += Frame.BLOCK) {
                final int count = Math.min(Frame.BLOCK, Math.min(rows, (part + 1) * each) - from);
                value.numbers(from, count, block, 0);
                for (int i = 0; i < count; i++) {
                    final int day = days[from + i];
                    if (day <= until) {
                        final int to = 2 * next[keys.codes()[from + i]]++;
                        sorted[to] = day;
                        sorted[to + 1] = block[i];
                    }
                }
            }
        });
        return new Sorted(ends, sorted);
    }

    private void gather(final Keys keys, final Sorted sorted, final boolean mean, final RunContext context) {
        final int width = census.counted() == 0 ? 0 : census.last() - census.first() + 1;
        final int each = Math.max(1, Math.min(Frame.BLOCK, (int) (Frame.BLOCK * 16L * Math.max(1, customers) / Math.max(1, sorted.rows.length / 2))));
        context.parallel(Math.ceilDiv(customers, each), task -> {
            final var stamps = new int[width > 0 && width <= WIDEST ? width : 0];
            for (int c = task * each; c < Math.min(customers, (task + 1) * each); c++) {
                final int code = keys.codes()[firstRow[c]];
                final int from = code == 0 ? 0 : sorted.ends[code - 1];
                final int to = sorted.ends[code];
                int last = Integer.MIN_VALUE;
                final var sum = new Total();
                int priced = 0;
                for (int i = from; i < to; i++) {
                    last = Math.max(last, (int) sorted.rows[2 * i]);
                    final double amount = sorted.rows[2 * i + 1];
                    if (!Double.isNaN(amount)) {
                        sum.add(amount);
                        priced++;
                    }
                }
                lastDay[c] = last;
                money[c] = mean && priced > 0 ? sum.value() / priced : sum.value();
                frequency[c] = stamps.length > 0 ? stamped(sorted.rows, from, to, stamps, c + 1) : different(sorted.rows, from, to);
            }
        });
    }

    private int stamped(final double[] rows, final int from, final int to, final int[] stamps, final int stamp) {
        int count = 0;
        for (int i = from; i < to; i++) {
            final int place = (int) rows[2 * i] - census.first();
            count += stamps[place] == stamp ? 0 : 1;
            stamps[place] = stamp;
        }
        return count;
    }

    private static int different(final double[] rows, final int from, final int to) {
        final var days = new double[to - from];
        for (int i = 0; i < days.length; i++) {
            days[i] = rows[2 * (from + i)];
        }
        Arrays.sort(days);
        int count = 1;
        for (int i = 1; i < days.length; i++) {
            count += days[i] == days[i - 1] ? 0 : 1;
        }
        return count;
    }

    int recency(final int customer) {
        return reference - lastDay[customer];
    }
}
