// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.numerics.Cholesky;
import org.kontor.analytics.algorithms.numerics.CrossProducts;
import org.kontor.analytics.algorithms.numerics.LeastSquares;
import org.kontor.analytics.algorithms.numerics.TallQr;
import org.kontor.analytics.run.RunContext;

/**
 * Coefficients with the least sum of squares. Few rows are solved by Householder QR as they are; many by the products of centered columns,
 * where these are well conditioned, and by QR in blocks where they are not.
 *
 * @param terms        what the coefficients belong to
 * @param rows         the rows that were learned from
 * @param coefficients of all terms, 0 for those that were left out
 * @param kept         the terms that say something of their own
 * @param intercept    the prediction where every term is 0
 * @param mean         the prediction where every term is at its mean
 * @param inverse      the inverse of the products of the kept terms, centered: times the variance of residuals the covariance of coefficients
 * @param interceptVariance the variance of the intercept, divided by that of residuals
 * @param residuals    the weighted sum of the squares of residuals
 * @param total        that of the distances from the mean
 */
record LinearFit(Terms terms, int[] rows, double[] coefficients, int[] kept, double intercept, double mean, double[] inverse, double interceptVariance,
        double residuals, double total) {

    /** Up to so many numbers are solved at once. */
    static final long SMALL = 1 << 20;
    private static final int MANY = 65_536;
    /** Above, products of columns lose too many digits. */
    private static final double WELL = 1e-6;

    static LinearFit of(final Examples examples, final int[] rows, final Terms terms, final double ridge, final RunContext context) {
        final double[] target = examples.target().values();
        final double mean = mean(examples, rows, target);
        double total = 0;
        for (final int row : rows) {
            total += examples.weight(row) * (target[row] - mean) * (target[row] - mean);
        }
        if (terms.width() == 0 || total == 0) {
            return new LinearFit(terms, rows, new double[terms.width()], new int[0], mean, mean, new double[0], 1 / terms.weight(), total, total);
        }
        if (ridge == 0 && (long) rows.length * (terms.width() + 2) <= SMALL) {
            return direct(examples, rows, terms, mean, total, context);
        }
        return large(examples, rows, terms, ridge, mean, total, context);
    }

    private static double mean(final Examples examples, final int[] rows, final double[] target) {
        if (rows.length > MANY && examples.weights() == null) {
            // without a division for each row
            double all = 0;
            for (final int row : rows) {
                all += target[row];
            }
            if (Double.isFinite(all)) {
                return all / rows.length;
            }
        }
        double mean = 0;
        double sum = 0;
        for (final int row : rows) {
            sum += examples.weight(row);
            mean += (target[row] - mean) * (examples.weight(row) / sum);
        }
        return mean;
    }

    private static LinearFit direct(final Examples examples, final int[] rows, final Terms terms, final double mean, final double total,
            final RunContext context) {
        final int width = terms.width() + 1;
        final var design = new double[rows.length * width];
        final var target = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            final double root = Math.sqrt(examples.weight(rows[i]));
            design[i * width] = root;
            for (int term = 0; term < terms.width(); term++) {
                design[i * width + term + 1] = root * terms.value(examples.features(), rows[i], term);
            }
            target[i] = root * examples.target().values()[rows[i]];
        }
        context.checkCancelled();
        final var solved = LeastSquares.of(design, rows.length, width, target, LeastSquares.TOLERANCE, context::checkCancelled);
        final var all = solved.coefficients();
        final int rank = solved.rank();
        final int[] kept = Arrays.stream(solved.columns()).skip(1).map(column -> column - 1).toArray();
        final var both = solved.inverse();
        final var inverse = new double[kept.length * kept.length];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(both, (i + 1) * rank + 1, inverse, i * kept.length, kept.length);
        }
        return new LinearFit(terms, rows, Arrays.copyOfRange(all, 1, width), kept, all[0], mean, inverse, both[0], solved.residualSquares(), total);
    }

    private static LinearFit large(final Examples examples, final int[] rows, final Terms terms, final double ridge, final double mean, final double total,
            final RunContext context) {
        final int width = terms.width();
        final double scale = Math.sqrt(total / terms.weight());
        final var target = new double[examples.target().values().length];
        Arrays.setAll(target, i -> (examples.target().values()[i] - mean) / scale);
        final var reader = terms.reader(examples, rows, target, true);
        final var products = CrossProducts.of(reader, rows.length, width + 1, context);
        final var matrix = new double[width * width];
        final var right = new double[width];
        for (int i = 0; i < width; i++) {
            System.arraycopy(products, i * (width + 1), matrix, i * width, width);
            matrix[i * width + i] += ridge * terms.weight();
            right[i] = products[i * (width + 1) + width];
        }
        final Optional<Cholesky> parts = Cholesky.of(matrix, width, context::checkCancelled).filter(each -> each.tolerance() > WELL);
        if (parts.isEmpty()) {
            return turned(TallQr.of(reader, rows.length, width + 1, context), rows, terms, mean, total, scale, context);
        }
        final var solution = parts.get().solve(right);
        final int[] kept = IntStream.range(0, width).toArray();
        // the sum of squares that is left, from the products: r'r = y'y - b'X'y, made safe by another form where little is left
        double left = products[products.length - 1];
        for (int i = 0; i < width; i++) {
            double along = 0;
            for (int j = 0; j < width; j++) {
                along += products[i * (width + 1) + j] * solution[j];
            }
            left += solution[i] * (along - 2 * right[i]);
        }
        if (left < WELL * products[products.length - 1] && ridge == 0) {
            return turned(TallQr.of(reader, rows.length, width + 1, context), rows, terms, mean, total, scale, context);
        }
        return scaled(terms, rows, solution, kept, parts.get().inverse(context::checkCancelled), Math.max(0, left), mean, total, scale);
    }

    private static LinearFit turned(final double[] triangle, final int[] rows, final Terms terms, final double mean, final double total,
            final double scale, final RunContext context) {
        final int width = terms.width();
        final var design = new double[(width + 1) * width];
        final var right = new double[width + 1];
        for (int i = 0; i <= width; i++) {
            System.arraycopy(triangle, i * (width + 1), design, i * width, width);
            right[i] = triangle[i * (width + 1) + width];
        }
        final var solved = LeastSquares.of(design, width + 1, width, right, LeastSquares.TOLERANCE, context::checkCancelled);
        return scaled(terms, rows, solved.coefficients(), solved.columns(), solved.inverse(), solved.residualSquares(), mean, total, scale);
    }

    /** From standardised terms and target to what they were. */
    private static LinearFit scaled(final Terms terms, final int[] rows, final double[] solution, final int[] kept, final double[] inverse, final double left,
            final double mean, final double total, final double scale) {
        final var coefficients = new double[solution.length];
        Arrays.setAll(coefficients, term -> solution[term] * scale / terms.deviation(term));
        double intercept = mean;
        for (int term = 0; term < coefficients.length; term++) {
            intercept -= coefficients[term] * terms.mean(term);
        }
        final int count = kept.length;
        final var raw = new double[inverse.length];
        double variance = 1 / terms.weight();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                raw[i * count + j] = inverse[i * count + j] / terms.deviation(kept[i]) / terms.deviation(kept[j]);
                variance += terms.mean(kept[i]) / terms.deviation(kept[i]) * inverse[i * count + j] * (terms.mean(kept[j]) / terms.deviation(kept[j]));
            }
        }
        return new LinearFit(terms, rows, coefficients, kept, intercept, mean, raw, variance, left * scale * scale, total);
    }

    int freedom() {
        return rows.length - kept.length - 1;
    }

    /** {@return the variance of residuals; NaN where there are no more rows than coefficients} */
    double variance() {
        return freedom() > 0 ? residuals / freedom() : Double.NaN;
    }

    double r2() {
        return total > 0 ? Math.max(0, 1 - residuals / total) : Double.NaN;
    }

    double standardError(final int place) {
        return Math.sqrt(Math.max(0, variance() * inverse[place * kept.length + place]));
    }

    /** {@return by how much other terms make the variance of a coefficient larger} */
    double inflation(final int place) {
        final double deviation = terms.deviation(kept[place]);
        return inverse[place * kept.length + place] * deviation * deviation * terms.weight();
    }
}
