// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.RunContext;

/**
 * How many purchases of each customer are known, and their mean money.
 *
 * @param size    how many customers
 * @param row     the row of the data that names each customer
 * @param x       how many purchases
 * @param mean    their mean money; not above 0 or {@code NaN} where it is not known
 * @param weight  how many customers each stands for; null where it is one
 * @param payers  how many customers have purchases with money
 * @param rows    what was read
 * @param unpaid  customers with purchases, yet without money
 */
record Payments(int size, int[] row, double[] x, double[] mean, double[] weight, double payers, Histories.Rows rows,
        long unpaid) {

    private static final double MOST_MONEY = 1e15;

    static Payments ofHistories(final Histories histories, final boolean first) {
        final var x = histories.x().clone();
        for (int i = 0; first && i < x.length; i++) {
            x[i]++;
        }
        return of(histories.size(), histories.row(), x, histories.mean(), histories.weight(), histories.rows());
    }

    private static void pause(final int row, final RunContext context) {
        if (row % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    /** From the number of purchases and their mean money as they are; a row in which one cannot be is left out. */
    static Payments ofFeatures(final Dataset data, final RunContext context) {
        final var columns = data.names(Role.FEATURES).stream().map(data.frame()::column).toArray(Column[]::new);
        final Column ids = data.find(Role.ID).orElse(null);
        final Column weights = data.find(Role.WEIGHT).orElse(null);
        final int rows = data.rows();
        final var row = new int[rows];
        final var x = new double[rows];
        final var mean = new double[rows];
        final double[] weight = weights == null ? null : new double[rows];
        int size = 0;
        long missing = 0;
        for (int i = 0; i < rows; i++) {
            pause(i, context);
            final double times = columns[0].number(i);
            final double money = columns[1].number(i);
            final double counts = weights == null ? 1 : weights.number(i);
            if (ids != null && ids.isMissing(i) || Double.isNaN(times) || Double.isNaN(counts) || Double.isNaN(money) && times > 0) {
                missing++;
            } else if (Histories.possible(times, 0, 0) && (times == 0 || Math.abs(money) <= MOST_MONEY) && counts >= 0 && counts <= Histories.MOST_TIME) {
                row[size] = i;
                x[size] = times;
                mean[size] = money;
                if (weight != null) {
                    weight[size] = counts;
                }
                size++;
            }
        }
        return of(size, Arrays.copyOf(row, size), Arrays.copyOf(x, size), Arrays.copyOf(mean, size), weight == null ? null : Arrays.copyOf(weight, size),
                new Histories.Rows(missing, rows - missing - size, 0));
    }

    private static Payments of(final int size, final int[] row, final double[] x, final double[] mean, final double[] weight, final Histories.Rows rows) {
        double payers = 0;
        long unpaid = 0;
        for (int i = 0; i < size; i++) {
            if (x[i] > 0 && mean[i] > 0) {
                payers += weight == null ? 1 : weight[i];
            } else if (x[i] > 0) {
                unpaid++;
            }
        }
        return new Payments(size, row, x, mean, weight, payers, rows, unpaid);
    }

    boolean pays(final int i) {
        return x[i] > 0 && mean[i] > 0;
    }

    double weight(final int i) {
        return weight == null ? 1 : weight[i];
    }

    /** {@return those who paid as histories in which the money stands for the time of the last purchase, so that equal ones can be grouped} */
    Histories paid() {
        final var times = new double[size];
        final var money = new double[size];
        final double[] counts = weight == null ? null : new double[size];
        int found = 0;
        for (int i = 0; i < size; i++) {
            if (pays(i)) {
                times[found] = x[i];
                money[found] = mean[i];
                if (counts != null) {
                    counts[found] = weight[i];
                }
                found++;
            }
        }
        return new Histories(found, row, times, money, new double[found], counts, null, null, Double.NaN, null, 0, 1, rows);
    }

    /** {@return the mean over customers who paid} */
    double meanOfMeans() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += pays(i) ? weight(i) * mean[i] : 0;
        }
        return sum / payers;
    }

    /** {@return the correlation of the number of purchases with their mean money; NaN where one does not vary} */
    double correlation(final RunContext context) {
        final double money = meanOfMeans();
        double times = 0;
        for (int i = 0; i < size; i++) {
            pause(i, context);
            times += pays(i) ? weight(i) * x[i] / payers : 0;
        }
        double together = 0;
        double ofTimes = 0;
        double ofMoney = 0;
        for (int i = 0; i < size; i++) {
            pause(i, context);
            if (pays(i)) {
                together += weight(i) * (x[i] - times) * (mean[i] - money);
                ofTimes += weight(i) * (x[i] - times) * (x[i] - times);
                ofMoney += weight(i) * (mean[i] - money) * (mean[i] - money);
            }
        }
        return ofTimes > 0 && ofMoney > 0 ? together / Math.sqrt(ofTimes * ofMoney) : Double.NaN;
    }
}
