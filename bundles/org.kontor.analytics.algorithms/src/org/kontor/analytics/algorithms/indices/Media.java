// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Numbers;
import org.kontor.analytics.run.RunContext;

/**
 * What was spent.
 *
 * @param spent   row by row and medium by medium; {@code NaN} where it is not known
 * @param width   how many media
 * @param weights of the media, which sum up to 1
 * @param most    the largest spending on each medium in a row
 * @param totals  what was spent on each medium
 * @param sums    what was spent in each row; {@code NaN} where nothing is known
 * @param index   the weighted mean of each row's spending by the largest of the medium, 0 to 100; {@code NaN} where there is none
 * @param total   what was spent in all
 * @param missing values that are not known, below zero or infinite
 */
record Media(double[] spent, int width, double[] weights, double[] most, double[] totals, double[] sums, double[] index, double total, long missing) {

    private static final double MOST_MONEY = 1e15;

    static Media of(final Dataset data, final Numbers given, final RunContext context) {
        final var columns = data.columns(Role.FEATURES).toArray(Column[]::new);
        final int width = columns.length;
        final int rows = data.rows();
        final var weights = Scores.shares(given, width);
        final var spent = new double[Math.multiplyExact(rows, width)];
        final var most = new double[width];
        final var totals = new double[width];
        final var sums = new double[rows];
        double total = 0;
        long missing = 0;
        for (int i = 0; i < rows; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            int known = 0;
            for (int j = 0; j < width; j++) {
                final double value = columns[j].number(i);
                final boolean counts = value >= 0 && value <= MOST_MONEY;
                spent[i * width + j] = counts ? value : Double.NaN;
                if (counts) {
                    known++;
                    most[j] = Math.max(most[j], value);
                    totals[j] += value;
                    sums[i] += value;
                } else {
                    missing++;
                }
            }
            total += sums[i];
            sums[i] = known == 0 ? Double.NaN : sums[i];
        }
        if (missing == spent.length) {
            throw Messages.problem("index.nothing-counts").asException();
        }
        final var index = new double[rows];
        for (int i = 0; i < rows; i++) {
            double own = 0;
            double there = 0;
            for (int j = 0; j < width; j++) {
                final double value = spent[i * width + j];
                if (!Double.isNaN(value) && most[j] > 0) {
                    own += weights[j] * value / most[j];
                    there += weights[j];
                }
            }
            index[i] = there > 0 ? 100 * own / there : Double.NaN;
        }
        return new Media(spent, width, weights, most, totals, sums, index, total, missing);
    }

    /** {@return how evenly money is spread over media: 0 all on one, 100 the same on each; NaN for one medium or no money} */
    double evenness() {
        if (width < 2 || !(total > 0)) {
            return Double.NaN;
        }
        double squares = 0;
        for (final double each : totals) {
            squares += each / total * (each / total);
        }
        return 100 * (1 - squares) / (1 - 1.0 / width);
    }
}
