// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.RunContext;

/**
 * What the models of purchases know of each customer: how many purchases after the first, when the last of them was, and how long ago the
 * first was, both counted from the first, in units of time.
 *
 * @param size   how many customers
 * @param row    the row of the data that names each customer
 * @param x      purchases after the first
 * @param tx     the time from the first to the last, 0 where there is only one
 * @param age    the time from the first to the end of observation
 * @param weight how many customers each stands for; null where it is one
 * @param mean   the mean money of a purchase, {@code NaN} where there is none; null where money is not known
 * @param actual what was bought after the end of observation; null where that is not known
 * @param ahead  how long after the end of observation more is known, {@code NaN} where that is not known
 * @param orders where they come from; null for features
 * @param end    the day on which observation ends; 0 for features
 * @param unit   days of a unit of time
 * @param rows   what was read
 */
record Histories(int size, int[] row, double[] x, double[] tx, double[] age, double[] weight, double[] mean, double[] actual, double ahead, Orders orders,
        int end, double unit, Rows rows) {

    static final double MOST_TIME = 1e9;
    private static final double MOST_PURCHASES = 1e6;
    private static final double TOLERANCE = 1e-9;

    /**
     * What was read.
     *
     * @param missing rows left out because a value is missing
     * @param wrong   rows left out because their values cannot be
     * @param late    customers left out because they came after the end of observation
     */
    record Rows(long missing, long wrong, long late) {
    }

    /** How orders are counted. */
    record Counting(double unit, Integer end, boolean first) {
    }

    static Histories ofOrders(final Orders orders, final Counting counting, final RunContext context) {
        final int end = counting.end() == null ? orders.census.last() : counting.end();
        final int last = orders.census.last();
        final double unit = counting.unit();
        final int[] of = until(orders, end, context);
        final int size = of.length;
        final var row = new int[size];
        final var x = new double[size];
        final var tx = new double[size];
        final var age = new double[size];
        final var mean = new double[size];
        final double[] actual = last > end ? new double[size] : null;
        context.parallel(Math.ceilDiv(size, Frame.BLOCK), block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(size, (block + 1) * Frame.BLOCK); i++) {
                final int c = of[i];
                final int from = orders.start[c];
                final int to = from + orders.count[c];
                int until = from;
                double money = counting.first() ? orders.money[from] : 0;
                for (int j = from + 1; j < to && orders.days[j] <= end; j++) {
                    money += orders.money[j];
                    until = j;
                }
                final int purchases = until - from;
                row[i] = orders.row[c];
                x[i] = purchases;
                tx[i] = (orders.days[until] - orders.days[from]) / unit;
                age[i] = ((double) end - orders.days[from]) / unit;
                final int priced = purchases + (counting.first() ? 1 : 0);
                mean[i] = priced == 0 ? Double.NaN : money / priced;
                if (actual != null) {
                    actual[i] = to - until - 1;
                }
            }
        });
        return new Histories(size, row, x, tx, age, null, mean, actual, last > end ? ((double) last - end) / unit : Double.NaN, orders, end, unit,
                new Rows(orders.census.missing(), 0, orders.customers - size));
    }

    /** {@return the customers who were there by a day} */
    private static int[] until(final Orders orders, final int end, final RunContext context) {
        final var kept = new int[orders.customers];
        int size = 0;
        for (int c = 0; c < orders.customers; c++) {
            pause(c, context);
            if (orders.firstDay(c) <= end) {
                kept[size++] = c;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static void pause(final int done, final RunContext context) {
        if (done % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    /**
     * From frequency, recency and age as they are; a row in which one is missing or cannot be is left out.
     *
     * @param data    three features, perhaps a weight and a target
     * @param sinceLast whether recency is counted from the end back to the last purchase
     * @param unit    days of a unit, as the person says
     * @param context asked whether to stop
     */
    static Histories ofFeatures(final Dataset data, final boolean sinceLast, final double unit, final RunContext context) {
        final var names = data.names(Role.FEATURES);
        final var columns = names.stream().map(data.frame()::column).toArray(Column[]::new);
        final Column ids = data.find(Role.ID).orElse(null);
        final Column weights = data.find(Role.WEIGHT).orElse(null);
        final Column targets = data.find(Role.TARGET).orElse(null);
        final int rows = data.rows();
        final var row = new int[rows];
        final var x = new double[rows];
        final var tx = new double[rows];
        final var age = new double[rows];
        final double[] weight = weights == null ? null : new double[rows];
        final double[] actual = targets == null ? null : new double[rows];
        int size = 0;
        long missing = 0;
        for (int i = 0; i < rows; i++) {
            pause(i, context);
            final double times = columns[0].number(i);
            final double length = columns[2].number(i);
            double recency = columns[1].number(i);
            final double counts = weights == null ? 1 : weights.number(i);
            if (Double.isNaN(times + length + recency + counts) || ids != null && ids.isMissing(i)) {
                missing++;
                continue;
            }
            recency = times == 0 ? 0 : sinceLast ? length - recency : recency;
            if (!possible(times, recency, length) || !(counts >= 0 && counts <= MOST_TIME)) {
                continue;
            }
            row[size] = i;
            x[size] = times;
            tx[size] = Math.min(Math.max(0, recency), length);
            age[size] = length;
            if (weight != null) {
                weight[size] = counts;
            }
            if (actual != null) {
                final double bought = targets.number(i);
                actual[size] = bought >= 0 && bought <= MOST_PURCHASES ? bought : Double.NaN;
            }
            size++;
        }
        return new Histories(size, Arrays.copyOf(row, size), Arrays.copyOf(x, size), Arrays.copyOf(tx, size), Arrays.copyOf(age, size),
                weight == null ? null : Arrays.copyOf(weight, size), null, actual == null ? null : Arrays.copyOf(actual, size), Double.NaN, null, 0, unit,
                new Rows(missing, rows - missing - size, 0));
    }

    /** Whether the numbers of a customer can be. */
    static boolean possible(final double x, final double tx, final double age) {
        return x >= 0 && x <= MOST_PURCHASES && x == Math.rint(x) && age >= 0 && age <= MOST_TIME
                && tx >= -TOLERANCE * age && tx <= age * (1 + TOLERANCE);
    }

    static long memory(final long rows) {
        return rows * 72;
    }

    /** {@return how many customers there are, those that a row stands for counted} */
    double customers() {
        return weight == null ? size : Arrays.stream(weight).sum();
    }

    double weight(final int i) {
        return weight == null ? 1 : weight[i];
    }
}
