// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.TDistribution;

import org.kontor.analytics.algorithms.numerics.LeastSquares;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * How sales follow spending, by least squares: one coefficient for the base and one for each medium.
 *
 * @param rows         rows that count
 * @param coefficients the base first; {@code NaN} for a medium that says nothing of its own
 * @param errors       their standard errors
 * @param chances      the two-sided p-values
 * @param half         half the width of their 95 % intervals
 * @param means        the mean of each medium as it enters
 * @param spending     the mean spending on each medium
 * @param r2           the share of the variance of sales that is explained; {@code NaN} where sales do not vary
 * @param adjusted     the same less what so many media explain by chance
 * @param mean         the mean of sales
 */
record Response(int rows, double[] coefficients, double[] errors, double[] chances, double[] half, double[] means, double[] spending, double r2,
        double adjusted, double mean) {

    private static final double MOST = 1e15;

    /** {@return the response; null where there are too few rows to tell} */
    static Response of(final Media media, final Column sales, final boolean diminishing, final double carryOver, final RunContext context) {
        final int width = media.width() + 1;
        final var design = new double[Math.multiplyExact(sales.rows(), width)];
        final var target = new double[sales.rows()];
        final var carried = new double[media.width()];
        final var spending = new double[media.width()];
        final var means = new double[media.width()];
        int rows = 0;
        for (int i = 0; i < sales.rows(); i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            boolean complete = Math.abs(sales.number(i)) <= MOST;
            for (int j = 0; j < media.width(); j++) {
                final double spent = media.spent()[i * media.width() + j];
                carried[j] = carryOver * carried[j] + (Double.isNaN(spent) ? 0 : spent);
                complete &= !Double.isNaN(spent);
                design[rows * width + j + 1] = diminishing ? Math.log1p(carried[j]) : carried[j];
            }
            if (complete) {
                for (int j = 0; j < media.width(); j++) {
                    spending[j] += media.spent()[i * media.width() + j];
                    means[j] += design[rows * width + j + 1];
                }
                design[rows * width] = 1;
                target[rows++] = sales.number(i);
            }
        }
        if (rows < width + 2) {
            return null;
        }
        for (int j = 0; j < media.width(); j++) {
            spending[j] /= rows;
            means[j] /= rows;
        }
        final var solution = LeastSquares.of(Arrays.copyOf(design, rows * width), rows, width, Arrays.copyOf(target, rows), LeastSquares.TOLERANCE,
                context::checkCancelled);
        return of(solution, rows, width, Arrays.copyOf(target, rows), means, spending);
    }

    private static Response of(final LeastSquares solution, final int rows, final int width, final double[] target, final double[] means,
            final double[] spending) {
        final double mean = Arrays.stream(target).sum() / rows;
        final double spread = Arrays.stream(target).map(value -> (value - mean) * (value - mean)).sum();
        final int free = rows - solution.rank();
        final double variance = solution.residualSquares() / free;
        final double[] inverse = solution.inverse();
        final var coefficients = new double[width];
        final var errors = new double[width];
        final var chances = new double[width];
        final var half = new double[width];
        for (final double[] each : new double[][] {coefficients, errors, chances, half}) {
            Arrays.fill(each, Double.NaN);
        }
        final var student = TDistribution.of(free);
        final double quantile = student.inverseCumulativeProbability(.975);
        for (int k = 0; k < solution.rank(); k++) {
            final int j = solution.columns()[k];
            coefficients[j] = solution.coefficients()[j];
            final double error = Math.sqrt(variance * inverse[k * solution.rank() + k]);
            if (error > 0 && Double.isFinite(error)) {
                errors[j] = error;
                chances[j] = 2 * student.survivalProbability(Math.abs(coefficients[j]) / error);
                half[j] = quantile * error;
            }
        }
        final double r2 = spread > 0 ? Math.max(0, 1 - solution.residualSquares() / spread) : Double.NaN;
        return new Response(rows, coefficients, errors, chances, half, means, spending, r2, 1 - (1 - r2) * (rows - 1) / free, mean);
    }
}
