// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.commons.statistics.distribution.TDistribution;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.run.RunContext;

/**
 * Between which numbers a prediction lies with some confidence, if residuals are normal and of one spread.
 *
 * @param width      how far a prediction at the means may be off: the quantile times the standard deviation of residuals; NaN where nothing is
 *                   known of it
 * @param apart      one divided by the weights of all rows
 * @param confidence the probability that a number lies between the limits
 * @param owners     the feature of each term that counts
 * @param levels     its category, see {@link Terms#level}
 * @param means      its mean
 * @param inverse    see {@link LinearFit#inverse}
 */
record PredictionInterval(double width, double apart, double confidence, int[] owners, int[] levels, double[] means, double[] inverse) {

    private static final String TERMS = "interval-terms";
    private static final String INVERSE = "interval-inverse";
    private static final String SPREAD = "interval-spread";
    private static final int ROWS = 256;

    static PredictionInterval of(final LinearFit fit, final double confidence) {
        final int[] kept = fit.kept();
        final double quantile = fit.freedom() > 0 ? TDistribution.of(fit.freedom()).inverseSurvivalProbability((1 - confidence) / 2) : Double.NaN;
        return new PredictionInterval(quantile * Math.sqrt(fit.variance()), 1 / fit.terms().weight(), confidence,
                Arrays.stream(kept).map(fit.terms()::owner).toArray(), Arrays.stream(kept).map(fit.terms()::level).toArray(),
                Arrays.stream(kept).mapToDouble(fit.terms()::mean).toArray(), fit.inverse());
    }

    /** {@return by how much the number of each row may lie above or below its prediction; NaN where nothing is known of it} */
    double[] of(final Features features, final RunContext context) {
        final var all = new double[features.rows()];
        context.parallel(Math.ceilDiv(all.length, ROWS), task -> {
            final var centered = new double[owners.length];
            for (int row = task * ROWS; row < Math.min(all.length, (task + 1) * ROWS); row++) {
                context.checkCancelled();
                final double half = width * Math.sqrt(1 + leverage(features, row, centered));
                all[row] = Double.isFinite(half) ? half : Double.NaN;
            }
        });
        return all;
    }

    /** {@return how far the features of a row are from those of all others, in terms of what is known of coefficients} */
    double leverage(final Features features, final int row, final double[] centered) {
        for (int k = 0; k < owners.length; k++) {
            final double value = features.value(row, owners[k]);
            final double off = levels[k] == Terms.NUMBER ? value - means[k]
                    : ((Double.isNaN(value) ? Terms.MISSING : (int) value) == levels[k] ? 1 : 0) - means[k];
            centered[k] = Double.isNaN(off) ? 0 : off;
        }
        double sum = apart;
        for (int k = 0; k < owners.length; k++) {
            if (centered[k] != 0) {
                double part = 0;
                for (int l = 0; l < owners.length; l++) {
                    part += inverse[k * owners.length + l] * centered[l];
                }
                sum += centered[k] * part;
            }
        }
        return Math.max(0, sum);
    }

    void save(final Map<String, Frame> tables) {
        final List<Column> terms = new ArrayList<>();
        terms.add(IntegerColumn.of("owner", Arrays.stream(owners).asLongStream().toArray()));
        terms.add(IntegerColumn.of("level", Arrays.stream(levels).asLongStream().toArray()));
        terms.add(NumberColumn.of("mean", means));
        tables.put(TERMS, Frame.of(terms));
        tables.put(INVERSE, Frame.of(NumberColumn.of("value", inverse)));
        tables.put(SPREAD, Frame.of(NumberColumn.of("value", width, apart, confidence)));
    }

    /**
     * What {@link #save} kept.
     *
     * @throws RuntimeException where it was not kept so
     */
    static PredictionInterval restore(final Map<String, Frame> tables) {
        final var terms = tables.get(TERMS);
        final var spread = tables.get(SPREAD).column("value");
        final var owners = new int[terms.rows()];
        final var levels = new int[owners.length];
        for (int k = 0; k < owners.length; k++) {
            owners[k] = (int) terms.column("owner").number(k);
            levels[k] = (int) terms.column("level").number(k);
        }
        final var inverse = LinearPredictor.numbers(tables.get(INVERSE), "value");
        if (inverse.length != owners.length * owners.length) {
            throw new IllegalArgumentException(INVERSE);
        }
        return new PredictionInterval(spread.number(0), spread.number(1), spread.number(2), owners, levels, LinearPredictor.numbers(terms, "mean"), inverse);
    }
}
