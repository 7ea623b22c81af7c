// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.numerics.CenteredColumns;
import org.kontor.analytics.algorithms.numerics.ColumnRanges;
import org.kontor.analytics.algorithms.numerics.CrossProducts;
import org.kontor.analytics.algorithms.numerics.Moments;
import org.kontor.analytics.algorithms.numerics.SingularValues;
import org.kontor.analytics.algorithms.numerics.SymmetricEigen;
import org.kontor.analytics.algorithms.numerics.TallQr;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/**
 * Principal components that were found.
 *
 * @param features   the names of the features
 * @param scaled     whether features were divided by their standard deviations
 * @param means      the mean of each feature
 * @param deviations the standard deviation of each feature (divided by n - 1)
 * @param variances  the variance along each component, from the largest to the smallest, of all there are
 * @param kept       how many components are kept
 * @param loadings   loading of feature j on kept component c at {@code c * features + j}: vectors of length 1
 */
record Components(List<String> features, boolean scaled, double[] means, double[] deviations, double[] variances, int kept, double[] loadings) {

    /** Loadings that differ by less are as large as each other, whatever their last bits say. */
    private static final double EQUAL = 1e-9;
    /** A variance that is a smaller part of the largest has lost more than half of its digits in products. */
    private static final double WELL = 1e-8;
    /** With more features the exact way takes too long. */
    private static final int MOST_EXACT = 500;
    /** What is left of a column that follows from others is so many times the last digit. */
    private static final double ROUNDING = 8;

    /** {@return bytes that the exact way takes} */
    static long exactMemory(final int rows, final int width) {
        return width <= MOST_EXACT ? TallQr.memory(rows, width + 1) + 8L * rows + 24L * width * width : 0;
    }

    static Components of(final Dataset data, final Parameters parameters, final RunContext context) {
        final var names = data.names(Role.FEATURES);
        final var columns = data.columns(Role.FEATURES);
        final int width = names.size();
        final boolean scaled = parameters.get(Pca.OF).equals(Pca.CORRELATION);
        final var means = new double[width];
        final var units = new double[width];
        context.parallel(width, j -> {
            final var moments = Moments.of(columns.get(j), context);
            double spread = Math.sqrt(moments.squares() / moments.rows());
            means[j] = moments.mean();
            if (!moments.isClear()) {
                final var range = ColumnRanges.of(List.of(columns.get(j)), context::checkCancelled);
                means[j] = range.mean(0);
                spread = Math.max(range.most(0) - means[j], means[j] - range.least(0));
            }
            // a power of two, so that very small and very large units are as exact as others
            units[j] = spread == 0 ? 1 : Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, Math.getExponent(spread)));
        });
        final var products = CrossProducts.of(new CenteredColumns(columns, means, units), data.rows(), width, context);
        final var deviations = new double[width];
        for (int j = 0; j < width; j++) {
            deviations[j] = units[j] * Math.sqrt(products[j * width + j] / (data.rows() - 1));
        }
        final var matrix = new double[width * width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                matrix[i * width + j] = scaled ? correlation(products, width, i, j) : products[i * width + j] / (data.rows() - 1) * units[i] * units[j];
            }
        }
        final var eigen = SymmetricEigen.of(matrix, width, context::checkCancelled);
        if (width <= MOST_EXACT && lowest(eigen, deviations) < WELL * eigen.value(0)) {
            return of(names, scaled, means, deviations, exactly(columns, data.rows(), means, units, deviations, scaled, context), parameters);
        }
        // below this there is rounding only
        final double least = width * Math.ulp(1.0) * eigen.value(0);
        return of(names, scaled, means, deviations, new Axes(IntStream.range(0, width).mapToDouble(eigen::value).map(value -> value <= least ? 0 : value)
                .toArray(), eigen::vector), parameters);
    }

    /** {@return the smallest variance along a component, those that features without variance have aside} */
    private static double lowest(final SymmetricEigen eigen, final double[] deviations) {
        final int varying = (int) Arrays.stream(deviations).filter(each -> each > 0).count();
        return eigen.value(Math.max(0, varying - 1));
    }

    /** From the triangle of the rows themselves: products of almost dependent columns have lost the digits that tell them apart. */
    private static Axes exactly(final List<Column> columns, final int rows, final double[] means, final double[] units, final double[] deviations,
            final boolean scaled, final RunContext context) {
        final int width = columns.size();
        // a column of ones in front takes what rounding left of the means out of the others
        final var ones = new double[rows];
        Arrays.fill(ones, 1);
        final var all = new ArrayList<Column>();
        all.add(NumberColumn.of("1", ones));
        all.addAll(columns);
        final var centers = new double[width + 1];
        final var divisors = new double[width + 1];
        divisors[0] = 1;
        System.arraycopy(means, 0, centers, 1, width);
        System.arraycopy(units, 0, divisors, 1, width);
        final var triangle = TallQr.of(new CenteredColumns(all, centers, divisors), rows, width + 1, context);
        final var matrix = new double[width * width];
        for (int j = 0; j < width; j++) {
            final double factor = deviations[j] == 0 ? 0 : scaled ? units[j] / deviations[j] : units[j];
            for (int i = 0; i <= j; i++) {
                matrix[i * width + j] = triangle[(i + 1) * (width + 1) + j + 1] * factor;
            }
        }
        final var singular = SingularValues.of(matrix, width, width, context::checkCancelled);
        final double least = ROUNDING * Math.max(1, width) * Math.ulp(1.0) * singular.value(0);
        return new Axes(IntStream.range(0, width).mapToDouble(singular::value).map(value -> value <= least ? 0 : value * (value / (rows - 1))).toArray(),
                singular::vector);
    }

    /** Variances from the largest to the smallest, and their directions. */
    private record Axes(double[] variances, IntFunction<double[]> vectors) {
    }

    private static double correlation(final double[] products, final int width, final int i, final int j) {
        final double own = products[i * width + i];
        final double other = products[j * width + j];
        if (own == 0 || other == 0) {
            return 0;
        }
        return i == j ? 1 : Math.max(-1, Math.min(1, products[i * width + j] / (Math.sqrt(own) * Math.sqrt(other))));
    }

    private static Components of(final List<String> names, final boolean scaled, final double[] means, final double[] deviations, final Axes axes,
            final Parameters parameters) {
        final int width = names.size();
        final double[] variances = axes.variances;
        final int kept = kept(variances, parameters.get(Pca.COMPONENTS).intValue(), parameters.get(Pca.SHARE));
        final var loadings = new double[kept * width];
        for (int c = 0; c < kept; c++) {
            final var vector = axes.vectors.apply(c);
            final double sign = Math.signum(vector[largest(vector)]);
            for (int j = 0; j < width; j++) {
                loadings[c * width + j] = vector[j] == 0 ? 0 : sign * vector[j];
            }
        }
        return new Components(List.copyOf(names), scaled, means, deviations, variances, kept, loadings);
    }

    private static int kept(final double[] variances, final int wanted, final double share) {
        int most = 0;
        while (most < variances.length && variances[most] > 0) {
            most++;
        }
        if (wanted > 0) {
            return Math.min(wanted, Math.max(most, Math.min(2, variances.length)));
        }
        final double total = Arrays.stream(variances).sum();
        int kept = 0;
        double sum = 0;
        while (kept < most && (kept < 2 || sum < share * total * (1 - EQUAL))) {
            sum += variances[kept++];
        }
        return Math.max(kept, Math.min(2, variances.length));
    }

    static int largest(final double[] vector) {
        int best = 0;
        for (int j = 1; j < vector.length; j++) {
            best = Math.abs(vector[j]) > Math.abs(vector[best]) * (1 + EQUAL) ? j : best;
        }
        return best;
    }

    int width() {
        return features.size();
    }

    double loading(final int component, final int feature) {
        return loadings[component * features.size() + feature];
    }

    double total() {
        return Arrays.stream(variances).sum();
    }

    /** What a feature is divided by before it is loaded. */
    double divisor(final int feature) {
        return scaled && deviations[feature] > 0 ? deviations[feature] : 1;
    }

    /** {@return the correlation of a feature with a component, 0 where one of them does not vary} */
    double correlation(final int component, final int feature) {
        final double deviation = scaled ? 1 : deviations[feature];
        if (deviations[feature] == 0) {
            return 0;
        }
        return Math.max(-1, Math.min(1, loading(component, feature) * Math.sqrt(variances[component]) / deviation));
    }

    CenteredColumns reader(final List<Column> columns) {
        final var divisors = new double[width()];
        Arrays.setAll(divisors, this::divisor);
        return new CenteredColumns(columns, means, divisors);
    }
}
