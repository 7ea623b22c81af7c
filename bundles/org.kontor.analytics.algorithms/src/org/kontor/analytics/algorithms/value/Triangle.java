// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;

import org.kontor.analytics.algorithms.segments.Total;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Customers by the period of their first purchase, and how many of them bought in each period after.
 *
 * @param calendar the periods
 * @param periods  the number of each cohort's period, increasing; only cohorts with customers
 * @param ages     how many periods there are from the first cohort to the last day, that of the first included
 * @param sizes    how many customers each cohort has
 * @param active   {@code active[cohort][age]}: how many of them bought so many periods after the first; {@code NaN} where that lies ahead
 * @param money    the same for what they paid
 * @param cohort   the cohort of each customer of the orders; -1 for those who came later than the end
 * @param again    how many customers bought in a later period again
 */
record Triangle(Calendar calendar, int[] periods, int ages, long[] sizes, double[][] active, double[][] money, int[] cohort, long again) {

    static final int MOST = 600;

    static Triangle of(final Orders orders, final Calendar calendar, final int end, final RunContext context) {
        if (orders.customers == 0 || orders.census.first() > end) {
            throw Messages.problem("nbd.nothing-counts").asException();
        }
        final int first = calendar.of(orders.census.first());
        final long span = (long) calendar.of(end) - first + 1;
        if (span > MOST) {
            throw Messages.problem("cohort.too-many", span, MOST).asException();
        }
        final int ages = (int) span;
        final var numbers = new int[end - orders.census.first() + 1];
        Arrays.setAll(numbers, i -> calendar.of(orders.census.first() + i) - first);
        final var sizes = new long[ages];
        final var active = new double[ages][ages];
        final var money = new Total[ages][ages];
        final var cohort = new int[orders.customers];
        long again = 0;
        for (int c = 0; c < orders.customers; c++) {
            if (c % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            cohort[c] = -1;
            int before = -1;
            for (int j = orders.start[c]; j < orders.start[c] + orders.count[c] && orders.days[j] <= end; j++) {
                final int period = numbers[orders.days[j] - orders.census.first()];
                cohort[c] = cohort[c] < 0 ? period : cohort[c];
                final int age = period - cohort[c];
                if (period != before) {
                    active[cohort[c]][age]++;
                    before = period;
                }
                if (money[cohort[c]][age] == null) {
                    money[cohort[c]][age] = new Total();
                }
                money[cohort[c]][age].add(orders.money[j]);
            }
            if (cohort[c] >= 0) {
                sizes[cohort[c]]++;
                again += before > cohort[c] ? 1 : 0;
            }
        }
        return packed(calendar, first, sizes, active, money, cohort, again);
    }

    /** Leaves out periods in which nobody came. */
    private static Triangle packed(final Calendar calendar, final int first, final long[] sizes, final double[][] active, final Total[][] money,
            final int[] cohort, final long again) {
        final int ages = sizes.length;
        final var place = new int[ages];
        int count = 0;
        for (int p = 0; p < ages; p++) {
            place[p] = sizes[p] > 0 ? count++ : -1;
        }
        final var periods = new int[count];
        final var kept = new long[count];
        final var bought = new double[count][ages];
        final var paid = new double[count][ages];
        for (int p = 0; p < ages; p++) {
            if (place[p] >= 0) {
                periods[place[p]] = first + p;
                kept[place[p]] = sizes[p];
                for (int age = 0; age < ages; age++) {
                    final boolean ahead = p + age >= ages;
                    bought[place[p]][age] = ahead ? Double.NaN : active[p][age];
                    paid[place[p]][age] = ahead ? Double.NaN : money[p][age] == null ? 0 : money[p][age].value();
                }
            }
        }
        for (int c = 0; c < cohort.length; c++) {
            cohort[c] = cohort[c] < 0 ? -1 : place[cohort[c]];
        }
        return new Triangle(calendar, periods, ages, kept, bought, paid, cohort, again);
    }

    /** {@return which share of all customers of whom it is known bought so many periods after their first; NaN where of nobody} */
    double retention(final int age) {
        double bought = 0;
        double customers = 0;
        for (int k = 0; k < sizes.length; k++) {
            if (age < ages && !Double.isNaN(active[k][age])) {
                bought += active[k][age];
                customers += sizes[k];
            }
        }
        return bought / customers;
    }

    long customers() {
        return Arrays.stream(sizes).sum();
    }
}
