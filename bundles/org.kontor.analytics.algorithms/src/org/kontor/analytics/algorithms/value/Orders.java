// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;

import org.kontor.analytics.algorithms.segments.Keys;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.RunContext;

/**
 * The different days on which each customer bought, in their order, with the money of the day. Customers are in the order of their first
 * rows.
 */
final class Orders {

    private static final int NEVER = Integer.MIN_VALUE;
    private static final int ROWS_PER_TASK = 1 << 15;

    final int customers;
    /** A row of the data that names each customer. */
    final int[] row;
    /** Where each customer's days begin; one more at the end. */
    final int[] start;
    /** How many different days each customer has. */
    final int[] count;
    /** Days since 1970-01-01. */
    final int[] days;
    /** The money of each day. */
    final double[] money;
    final Census census;

    /**
     * What the rows are like.
     *
     * @param counted  rows that count
     * @param missing  rows without customer or time
     * @param unpriced rows that count, without amount
     * @param negative rows that count, below nothing
     * @param infinite rows with an infinite amount
     * @param first    the first day
     * @param last     the last day
     */
    record Census(long counted, long missing, long unpriced, long negative, long infinite, int first, int last) {
    }

    Orders(final Dataset data, final RunContext context) {
        final var keys = Keys.of(data.column(Role.ID), context);
        final var time = data.column(Role.TIME);
        final var value = data.find(Role.VALUE).orElse(null);
        final int rows = data.rows();
        final var customerOf = new int[keys.count()];
        final var sizes = new int[Math.min(rows, keys.count())];
        final var firsts = new int[sizes.length];
        int found = 0;
        for (int i = 0; i < rows; i++) {
            pause(i, context);
            final int code = keys.codes()[i];
            if (code < 0 || time.isMissing(i)) {
                continue;
            }
            if (customerOf[code] == 0) {
                firsts[found] = i;
                customerOf[code] = ++found;
            }
            sizes[customerOf[code] - 1]++;
        }
        customers = found;
        row = Arrays.copyOf(firsts, found);
        start = new int[found + 1];
        for (int c = 0; c < found; c++) {
            start[c + 1] = start[c] + sizes[c];
        }
        count = new int[found];
        days = new int[start[found]];
        money = new double[start[found]];
        census = scatter(keys, customerOf, time, value, context);
        merge(context);
    }

    static long memory(final long rows, final long codes) {
        return rows * 16 + codes * 28 + (2L << 20);
    }

    private static void pause(final int done, final RunContext context) {
        if (done % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    private static int day(final Column time, final int row) {
        return time.isMissing(row) ? NEVER : time.day(row);
    }

    /** Brings the rows of each customer together, in the order of the data. */
    private Census scatter(final Keys keys, final int[] customerOf, final Column time, final Column value, final RunContext context) {
        final int rows = time.rows();
        final var amounts = new double[Frame.BLOCK];
        long unpriced = 0;
        long negative = 0;
        long infinite = 0;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int from = 0; from < rows; from += Frame.BLOCK) {
            context.checkCancelled();
            final int size = Math.min(Frame.BLOCK, rows - from);
            if (value != null) {
                value.numbers(from, size, amounts, 0);
            }
            for (int i = 0; i < size; i++) {
                final int code = keys.codes()[from + i];
                final int day = day(time, from + i);
                if (code < 0 || day == NEVER) {
                    continue;
                }
                final int customer = customerOf[code] - 1;
                final int place = start[customer] + count[customer]++;
                final double amount = amounts[i];
                days[place] = day;
                money[place] = Double.isFinite(amount) ? amount : 0;
                unpriced += Double.isNaN(amount) ? 1 : 0;
                negative += amount < 0 ? 1 : 0;
                infinite += Double.isInfinite(amount) ? 1 : 0;
                first = Math.min(first, day);
                last = Math.max(last, day);
            }
        }
        final int counted = start[customers];
        return new Census(counted, rows - counted, unpriced, negative, infinite, first, last);
    }

    /** Sorts the days of each customer and adds up the money of equal ones. */
    private void merge(final RunContext context) {
        final int each = Math.max(1, (int) Math.min(Frame.BLOCK, (long) ROWS_PER_TASK * Math.max(1, customers) / Math.max(1, days.length)));
        context.parallel(Math.ceilDiv(customers, each), task -> {
            for (int c = task * each; c < Math.min(customers, (task + 1) * each); c++) {
                sort(start[c], start[c + 1], context);
                int size = 0;
                for (int i = start[c]; i < start[c + 1]; i++) {
                    final int last = start[c] + size - 1;
                    if (size > 0 && days[last] == days[i]) {
                        money[last] += money[i];
                    } else {
                        days[last + 1] = days[i];
                        money[last + 1] = money[i];
                        size++;
                    }
                }
                count[c] = size;
            }
        });
    }

    private void sort(final int from, final int to, final RunContext context) {
        boolean sorted = true;
        for (int i = from + 1; i < to; i++) {
            sorted &= days[i - 1] <= days[i];
        }
        if (sorted) {
            return;
        }
        final var order = new long[to - from];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) days[from + i] << 32 | i;
        }
        Arrays.sort(order);
        context.checkCancelled();
        final var amounts = Arrays.copyOfRange(money, from, to);
        for (int i = 0; i < order.length; i++) {
            days[from + i] = (int) (order[i] >> 32);
            money[from + i] = amounts[(int) order[i]];
        }
    }

    int firstDay(final int customer) {
        return days[start[customer]];
    }
}
