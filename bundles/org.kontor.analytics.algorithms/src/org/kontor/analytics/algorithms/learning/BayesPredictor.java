// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.Map;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.run.RunContext;

/**
 * Classes whose features are taken as independent of each other: numbers as normal, categories by their shares. A missing value and a
 * category that was never seen say nothing. Of two classes the score is the log odds of the second; of several each has the logarithm of
 * what features make of its share.
 */
final class BayesPredictor implements Predictor {

    private static final String PRIORS = "bayes-priors";
    private static final String NORMAL = "bayes-normal";
    private static final String SHARES = "bayes-shares";
    /** Nothing speaks more against a class than this. */
    private static final double MOST = 1e9;

    private final int width;
    private final double[] priors;
    /** {@code means[class * width + feature]}; NaN where a feature is no number or says nothing. */
    private final double[] means;
    private final double[] deviations;
    /** {@code shares[class * width + feature][category]}: logarithms; null where a feature is a number or says nothing. */
    private final double[][] shares;

    BayesPredictor(final int width, final double[] priors, final double[] means, final double[] deviations, final double[][] shares) {
        this.width = width;
        this.priors = priors;
        this.means = means;
        this.deviations = deviations;
        this.shares = shares;
    }

    int classes() {
        return priors.length;
    }

    /** {@return the logarithm of the share of a class} */
    double prior(final int type) {
        return priors[type];
    }

    double mean(final int type, final int feature) {
        return means[type * width + feature];
    }

    double deviation(final int type, final int feature) {
        return deviations[type * width + feature];
    }

    /** {@return the logarithms of the shares of categories, null for a number} */
    double[] shares(final int type, final int feature) {
        return shares[type * width + feature];
    }

    @Override
    public int scores() {
        return priors.length == 2 ? 1 : priors.length;
    }

    /** {@return the logarithm of how usual a value is in a class; NaN where it says nothing} */
    private double usual(final int type, final int feature, final double value) {
        final int at = type * width + feature;
        if (value != value) {
            return Double.NaN;
        }
        if (shares[at] != null) {
            return value >= 0 && value < shares[at].length ? shares[at][(int) value] : Double.NaN;
        }
        final double off = (value - means[at]) / deviations[at];
        final double density = -.5 * off * off - Math.log(deviations[at]);
        return density != density ? density : Math.max(-MOST, Math.min(MOST, density));
    }

    /** Writes what a feature adds to each score. */
    private void parts(final int feature, final double value, final double[] usual, final double[] into) {
        boolean known = true;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < priors.length; k++) {
            usual[k] = usual(k, feature, value);
            known &= usual[k] == usual[k];
            most = Math.max(most, usual[k] + priors[k]);
        }
        if (!known) {
            Arrays.fill(into, 0);
        } else if (priors.length == 2) {
            into[0] = usual[1] - usual[0];
        } else {
            double sum = 0;
            for (int k = 0; k < priors.length; k++) {
                sum += Math.exp(usual[k] + priors[k] - most);
            }
            for (int k = 0; k < priors.length; k++) {
                into[k] = usual[k] - most - Math.log(sum);
            }
        }
    }

    private double base(final int score) {
        return priors.length == 2 ? priors[1] - priors[0] : priors[score];
    }

    @Override
    public double[] score(final Features features, final int[] rows, final RunContext context) {
        final int each = scores();
        final var all = new double[Math.multiplyExact(rows.length, each)];
        final int perTask = Math.max(16, Frame.BLOCK / Math.max(1, priors.length * width / 64));
        context.parallel(Math.ceilDiv(rows.length, perTask), task -> {
            final var usual = new double[priors.length];
            final var parts = new double[each];
            for (int i = task * perTask; i < Math.min(rows.length, (task + 1) * perTask); i++) {
                for (int s = 0; s < each; s++) {
                    all[i * each + s] = base(s);
                }
                for (int j = 0; j < width; j++) {
                    parts(j, features.value(rows[i], j), usual, parts);
                    for (int s = 0; s < each; s++) {
                        all[i * each + s] += parts[s];
                    }
                }
            }
        });
        return all;
    }

    @Override
    public void answer(final double[] scores, final int from, final double[] answer, final int to) {
        if (priors.length == 2) {
            answer[to + 1] = LinearPredictor.probability(scores[from]);
            answer[to] = LinearPredictor.probability(-scores[from]);
            return;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < priors.length; k++) {
            most = Math.max(most, scores[from + k]);
        }
        double sum = 0;
        for (int k = 0; k < priors.length; k++) {
            answer[to + k] = Math.exp(scores[from + k] - most);
            sum += answer[to + k];
        }
        for (int k = 0; k < priors.length; k++) {
            answer[to + k] /= sum;
        }
    }

    @Override
    public double[] contributions(final Features features, final int row, final int score) {
        final var usual = new double[priors.length];
        final var parts = new double[scores()];
        final var found = new double[width + 1];
        found[width] = base(score);
        for (int j = 0; j < width; j++) {
            parts(j, features.value(row, j), usual, parts);
            found[j] = parts[score];
        }
        return found;
    }

    @Override
    public void save(final Map<String, String> facts, final Map<String, Frame> tables) {
        tables.put(PRIORS, Frame.of(NumberColumn.of("prior", priors)));
        tables.put(NORMAL, Frame.of(NumberColumn.of("mean", means), NumberColumn.of("deviation", deviations)));
        int count = 0;
        for (final double[] each : shares) {
            count += each == null ? 1 : each.length + 1;
        }
        // each list is preceded by its length, -1 where there is none
        final var all = new double[count];
        int at = 0;
        for (final double[] each : shares) {
            all[at++] = each == null ? -1 : each.length;
            if (each != null) {
                System.arraycopy(each, 0, all, at, each.length);
                at += each.length;
            }
        }
        tables.put(SHARES, Frame.of(NumberColumn.of("share", all)));
    }

    /**
     * What {@link #save} kept.
     *
     * @throws RuntimeException where it was not kept so
     */
    static BayesPredictor restore(final LearnedModel.Kept kept) {
        final int width = kept.encoding().width();
        final var priors = LinearPredictor.numbers(kept.tables().get(PRIORS), "prior");
        final var normal = kept.tables().get(NORMAL);
        final var list = LinearPredictor.numbers(kept.tables().get(SHARES), "share");
        final int count = priors.length * width;
        if (priors.length < 2 || normal.rows() != count) {
            throw new IllegalArgumentException(NORMAL);
        }
        final var means = new double[count];
        final var deviations = new double[count];
        normal.column("mean").numbers(0, count, means, 0);
        normal.column("deviation").numbers(0, count, deviations, 0);
        final var shares = new double[count][];
        int at = 0;
        for (int i = 0; i < count; i++) {
            final int length = (int) list[at++];
            if (length >= 0) {
                shares[i] = Arrays.copyOfRange(list, at, at + length);
                at += length;
            }
        }
        return new BayesPredictor(width, priors, means, deviations, shares);
    }
}
