// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Meaning;

/** How good answers are, in the usual measures. Measures that are not defined are left out. */
final class Quality {

    /** Probabilities are taken as at least so large before their logarithm is. */
    static final double LEAST = 1e-15;
    /** How many ranges of probability the calibration error looks at. */
    static final int BINS = 10;
    private static final double TOP = .1;
    /** Measures that are a part of a whole: of rows, of variance. */
    private static final Set<String> SHARES = Set.of("accuracy", "balanced-accuracy", "r2");

    private final Target target;
    private final double[] truths;
    private final double[] weights;
    private final double[] answers;
    private final Runnable pause;
    private final double total;

    /**
     * @param target  what was to be predicted
     * @param truths  the code of the class, or the number, of each row
     * @param weights how much each row counts
     * @param answers {@link Target#outputs()} numbers for each row
     * @param pause   called again and again, so that a run can be stopped
     */
    Quality(final Target target, final double[] truths, final double[] weights, final double[] answers, final Runnable pause) {
        this.target = target;
        this.truths = truths;
        this.weights = weights;
        this.answers = answers;
        this.pause = pause;
        double sum = 0;
        for (final double weight : weights) {
            sum += weight;
        }
        total = sum;
    }

    /** Asks whether to go on. */
    void pause() {
        pause.run();
    }

    static Quality of(final Examples examples, final Validation held, final Runnable pause) {
        final var truths = new double[held.rows().length];
        final var weights = new double[held.rows().length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = examples.target().values()[held.rows()[i]];
            weights[i] = examples.weight(held.rows()[i]);
        }
        return new Quality(examples.target(), truths, weights, held.answers(), pause);
    }

    int rows() {
        return truths.length;
    }

    double[] truths() {
        return truths;
    }

    double[] weights() {
        return weights;
    }

    double[] answers() {
        return answers;
    }

    /** {@return the class with the highest probability, of several the first} */
    static int chosen(final double[] answers, final int from, final int classes) {
        if (classes == 2) {
            return answers[from + 1] >= .5 ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = answers[from + k] > answers[from + best] ? k : best;
        }
        return best;
    }

    int chosen(final int row) {
        return chosen(answers, row * target.outputs(), target.outputs());
    }

    /** {@return the probability of the second of two classes, for each row} */
    double[] probabilities() {
        final var shares = new double[truths.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = answers[2 * i + 1];
        }
        return shares;
    }

    Ranking ranking() {
        pause.run();
        return Ranking.of(probabilities(), truths, weights, pause);
    }

    /** {@return the measures under their standard names, in the order in which they matter} */
    Map<String, Double> metrics() {
        final var all = new LinkedHashMap<String, Double>();
        if (total > 0) {
            if (target.isBinary()) {
                final var ranking = ranking();
                all.put("auc", ranking.area());
                all.put("average-precision", ranking.averagePrecision());
                all.put("lift-10", ranking.lift(TOP));
            }
            if (target.isClasses()) {
                classes(all);
            } else {
                numbers(all);
            }
        }
        all.values().removeIf(value -> !Double.isFinite(value));
        return all;
    }

    /** {@return what a measure says} */
    static Meaning meaning(final String measure) {
        return SHARES.contains(measure) ? Meaning.SHARE : Meaning.PLAIN;
    }

    /** {@return what decides between settings: the area under the ROC curve, minus the log-loss, or minus the mean squared error; more is better} */
    double merit() {
        final var all = metrics();
        return target.isBinary() && all.containsKey("auc") ? all.get("auc") : target.isClasses() ? -all.getOrDefault("log-loss", 1e9)
                : -all.getOrDefault("rmse", Double.MAX_VALUE);
    }

    private void classes(final Map<String, Double> all) {
        final int classes = target.outputs();
        final var hits = new double[classes];
        final var wanted = new double[classes];
        final var called = new double[classes];
        double right = 0;
        double loss = 0;
        double squares = 0;
        for (int row = 0; row < truths.length; row++) {
            if (row % Frame.BLOCK == 0) {
                pause.run();
            }
            final int truth = (int) truths[row];
            final int chosen = chosen(row);
            wanted[truth] += weights[row];
            called[chosen] += weights[row];
            if (truth == chosen) {
                right += weights[row];
                hits[truth] += weights[row];
            }
            loss += weights[row] * loss(row);
            squares += weights[row] * squared(row);
        }
        all.put("accuracy", right / total);
        double recalls = 0;
        double f1 = 0;
        for (int k = 0; k < classes; k++) {
            recalls += wanted[k] > 0 ? hits[k] / wanted[k] : 0;
            final double each = wanted[k] + called[k] > 0 ? 2 * hits[k] / (wanted[k] + called[k]) : 0;
            f1 += classes > 2 ? each / classes : k == 1 ? each : 0;
        }
        all.put("balanced-accuracy", recalls / classes);
        all.put("f1", f1);
        all.put("log-loss", loss / total);
        all.put("brier", squares / total);
        if (target.isBinary()) {
            all.put("ece", calibrationError());
        }
    }

    /** {@return minus the logarithm of the probability that the true class was given} */
    double loss(final int row) {
        final double given = answers[row * target.outputs() + (int) truths[row]];
        return -Math.log(Math.min(1 - LEAST, Math.max(LEAST, given)));
    }

    /** {@return the squared error of a row: of the number; of the probability of the second class; over all classes where there are more} */
    double squared(final int row) {
        if (!target.isClasses()) {
            return (answers[row] - truths[row]) * (answers[row] - truths[row]);
        }
        if (target.isBinary()) {
            final double error = answers[2 * row + 1] - truths[row];
            return error * error;
        }
        double sum = 0;
        for (int k = 0; k < target.outputs(); k++) {
            final double error = answers[row * target.outputs() + k] - (truths[row] == k ? 1 : 0);
            sum += error * error;
        }
        return sum;
    }

    private double calibrationError() {
        final var said = new double[BINS];
        final var was = new double[BINS];
        for (int row = 0; row < truths.length; row++) {
            final double share = answers[2 * row + 1];
            final int bin = Math.min(BINS - 1, (int) (share * BINS));
            said[bin] += weights[row] * share;
            was[bin] += weights[row] * truths[row];
        }
        double sum = 0;
        for (int b = 0; b < BINS; b++) {
            sum += Math.abs(said[b] - was[b]);
        }
        return sum / total;
    }

    private void numbers(final Map<String, Double> all) {
        double squares = 0;
        double absolutes = 0;
        double mean = 0;
        double sum = 0;
        for (int row = 0; row < truths.length; row++) {
            squares += weights[row] * squared(row);
            absolutes += weights[row] * Math.abs(answers[row] - truths[row]);
            sum += weights[row];
            mean += sum > 0 ? (truths[row] - mean) * (weights[row] / sum) : 0;
        }
        double spread = 0;
        for (int row = 0; row < truths.length; row++) {
            spread += weights[row] * (truths[row] - mean) * (truths[row] - mean);
        }
        all.put("rmse", Math.sqrt(squares / total));
        all.put("mae", absolutes / total);
        all.put("r2", spread > 0 ? 1 - squares / spread : Double.NaN);
    }
}
