// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.run.RunContext;

/** Counts categories and measures numbers for each class. */
final class BayesLearner implements Learner {

    /** The spread of a number in a class is at least this part of its spread in all rows. */
    private static final double LEAST_SPREAD = .01;

    private final double smoothing;
    private final boolean even;

    /**
     * @param smoothing how many rows more of each category are taken to be there
     * @param even      whether all classes are taken as equally frequent
     */
    BayesLearner(final double smoothing, final boolean even) {
        this.smoothing = smoothing;
        this.even = even;
    }

    @Override
    public Predictor learn(final Examples examples, final int[] rows, final RunContext context) {
        final int classes = examples.target().classes().size();
        final int width = examples.features().width();
        final var priors = new double[classes];
        double all = 0;
        for (final int row : rows) {
            priors[examples.target().code(row)] += examples.weight(row);
            all += examples.weight(row);
        }
        for (int k = 0; k < classes; k++) {
            // a class that is not among the rows: half a row of it, so that it is not impossible
            priors[k] = even ? -Math.log(classes) : Math.log(priors[k] > 0 ? priors[k] / all : .5 / (all + .5));
        }
        final var means = new double[classes * width];
        final var deviations = new double[classes * width];
        final var shares = new double[classes * width][];
        Arrays.fill(means, Double.NaN);
        Arrays.fill(deviations, Double.NaN);
        context.parallel(width, feature -> {
            context.checkCancelled();
            if (isCategory(examples.encoding(), feature)) {
                count(examples, rows, feature, shares);
            } else {
                measure(examples, rows, feature, means, deviations, context);
            }
        });
        return new BayesPredictor(width, priors, means, deviations, shares);
    }

    static boolean isCategory(final Encoding encoding, final int feature) {
        return encoding.isCategory(feature) || encoding.type(feature) == ColumnType.FLAG;
    }

    private static int categories(final Encoding encoding, final int feature) {
        return encoding.isCategory(feature) ? encoding.categories(feature).size() : 2;
    }

    private void count(final Examples examples, final int[] rows, final int feature, final double[][] shares) {
        final int classes = examples.target().classes().size();
        final int width = examples.features().width();
        final int categories = categories(examples.encoding(), feature);
        final var column = examples.features().columns()[feature];
        final var counts = new double[classes][categories];
        final var sums = new double[classes];
        for (final int row : rows) {
            final double value = column[row];
            if (value >= 0 && value < categories) {
                counts[examples.target().code(row)][(int) value] += examples.weight(row);
                sums[examples.target().code(row)] += examples.weight(row);
            }
        }
        if (categories < 2 || Arrays.stream(sums).sum() == 0) {
            return;
        }
        for (int k = 0; k < classes; k++) {
            for (int c = 0; c < categories; c++) {
                // without smoothing what was never seen is a millionth of a row, so that nothing is impossible
                final double share = (counts[k][c] + smoothing) / (sums[k] + smoothing * categories);
                counts[k][c] = Math.log(share > 0 ? share : 1e-6 / (sums[k] + 1e-6));
            }
            shares[k * width + feature] = counts[k];
        }
    }

    private static void measure(final Examples examples, final int[] rows, final int feature, final double[] means, final double[] deviations,
            final RunContext context) {
        final int classes = examples.target().classes().size();
        final int width = examples.features().width();
        final var column = examples.features().columns()[feature];
        double largest = 0;
        for (final int row : rows) {
            largest = Math.max(largest, Double.isNaN(column[row]) ? 0 : Math.abs(column[row]));
        }
        final double unit = largest == 0 ? 1 : Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, Math.getExponent(largest)));
        final var sums = new double[classes];
        final var weights = new double[classes];
        for (final int row : rows) {
            final double value = column[row] / unit;
            if (value == value) {
                sums[examples.target().code(row)] += examples.weight(row) * value;
                weights[examples.target().code(row)] += examples.weight(row);
            }
        }
        context.checkCancelled();
        final double all = Arrays.stream(weights).sum();
        final double middle = all > 0 ? Arrays.stream(sums).sum() / all : 0;
        final var squares = new double[classes];
        double spread = 0;
        for (int k = 0; k < classes; k++) {
            sums[k] = weights[k] > 0 ? sums[k] / weights[k] : Double.NaN;
        }
        for (final int row : rows) {
            final double value = column[row] / unit;
            if (value == value) {
                final int k = examples.target().code(row);
                squares[k] += examples.weight(row) * (value - sums[k]) * (value - sums[k]);
                spread += examples.weight(row) * (value - middle) * (value - middle);
            }
        }
        final double whole = all > 0 ? Math.sqrt(spread / all) : 0;
        if (!(whole > 1e-15 * Math.abs(middle)) || Arrays.stream(weights).anyMatch(weight -> weight == 0)) {
            return;
        }
        for (int k = 0; k < classes; k++) {
            means[k * width + feature] = sums[k] * unit;
            deviations[k * width + feature] = Math.max(Math.sqrt(squares[k] / weights[k]), LEAST_SPREAD * whole) * unit;
        }
    }
}
