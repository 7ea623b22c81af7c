// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Numbers;
import org.kontor.analytics.run.RunContext;

/**
 * Scores of rows and their index.
 *
 * @param weights    the weights of the parts, which sum up to 1
 * @param index      the weighted mean of each row from 0 to 100, the weights of missing parts shared among the others; {@code NaN} without any part
 * @param sum        the sum of the parts of each row as they are, {@code NaN} without any
 * @param means      the mean of each part from 0 to 100; {@code NaN} where nobody gave one
 * @param sums       the mean of each part as it is
 * @param answers    how many rows have each part
 * @param rows       rows with an index
 * @param mean       the mean of the index over rows by their weights
 * @param spread     its standard error; {@code NaN} for fewer than two rows
 * @param sumOfMeans the mean of the sums over rows
 * @param incomplete rows with an index that lack a part
 * @param outside    values that are not on the scale and were left out
 */
record Scores(double[] weights, double[] index, double[] sum, double[] means, double[] sums, long[] answers, int rows, double mean, double spread,
        double sumOfMeans, long incomplete, long outside) {

    private static final double MOST_WEIGHT = 1e12;

    /** The least and the largest score. */
    record Scale(double from, double to) {

        boolean holds(final double value) {
            return value >= from && value <= to;
        }

        double percent(final double value) {
            return (value - from) / (to - from) * 100;
        }
    }

    /** {@return how much a row counts; 0 where that is missing or no weight} */
    static double weight(final Column weights, final int row) {
        final double weight = weights == null ? 1 : weights.number(row);
        return weight > 0 && weight <= MOST_WEIGHT ? weight : 0;
    }

    /** {@return the part that each score or medium has in the whole: as it is given, else the same for all} */
    static double[] shares(final Numbers given, final int width) {
        final var weights = new double[width];
        Arrays.fill(weights, 1);
        if (given.rows() > 0) {
            System.arraycopy(given.row(0), 0, weights, 0, width);
        }
        final double all = Arrays.stream(weights).sum();
        Arrays.setAll(weights, j -> weights[j] / all);
        return weights;
    }

    static Scores of(final Dataset data, final Numbers given, final Scale scale, final RunContext context) {
        final var columns = data.columns(Role.FEATURES).toArray(Column[]::new);
        final int width = columns.length;
        final var weights = shares(given, width);
        final Column counts = data.find(Role.WEIGHT).orElse(null);
        final int rows = data.rows();
        final var index = new double[rows];
        final var sum = new double[rows];
        final var totals = new Totals(width);
        for (int i = 0; i < rows; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            totals.add(columns, i, weight(counts, i), weights, scale, index, sum);
        }
        if (totals.rows == 0) {
            throw Messages.problem("index.nothing-counts").asException();
        }
        final double mean = totals.index / totals.weight;
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            squares += Double.isNaN(index[i]) ? 0 : weight(counts, i) * (index[i] - mean) * (index[i] - mean);
        }
        final var means = new double[width];
        final var sums = new double[width];
        for (int j = 0; j < width; j++) {
            sums[j] = totals.partWeights[j] > 0 ? totals.parts[j] / totals.partWeights[j] : Double.NaN;
            means[j] = scale.percent(sums[j]);
        }
        final double error = totals.rows > 1 ? Math.sqrt(squares / totals.weight / (totals.rows - 1)) : Double.NaN;
        return new Scores(weights, index, sum, means, sums, totals.answers, totals.rows, mean, error, totals.sum / totals.weight, totals.incomplete,
                totals.outside);
    }

    /** What is added up over rows. */
    private static final class Totals {

        private final double[] parts;
        private final double[] partWeights;
        private final long[] answers;
        private double index;
        private double sum;
        private double weight;
        private int rows;
        private long incomplete;
        private long outside;

        Totals(final int width) {
            parts = new double[width];
            partWeights = new double[width];
            answers = new long[width];
        }

        void add(final Column[] columns, final int i, final double counts, final double[] weights, final Scale scale, final double[] indexes,
                final double[] sums) {
            double own = 0;
            double there = 0;
            double plain = 0;
            int given = 0;
            for (int j = 0; j < columns.length; j++) {
                final double value = columns[j].number(i);
                if (!scale.holds(value)) {
                    outside += Double.isNaN(value) ? 0 : 1;
                    continue;
                }
                given++;
                plain += value;
                own += weights[j] * scale.percent(value);
                there += weights[j];
                if (counts > 0) {
                    parts[j] += counts * value;
                    partWeights[j] += counts;
                    answers[j]++;
                }
            }
            final boolean known = there > 0 && counts > 0;
            indexes[i] = known ? own / there : Double.NaN;
            sums[i] = known ? plain : Double.NaN;
            if (known) {
                rows++;
                weight += counts;
                index += counts * indexes[i];
                sum += counts * plain;
                incomplete += given < columns.length ? 1 : 0;
            }
        }
    }
}
