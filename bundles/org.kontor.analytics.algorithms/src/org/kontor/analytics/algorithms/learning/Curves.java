// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;

/** The pictures of how well two classes are told apart: ROC, precision and recall, calibration, gain, lift and profit. */
final class Curves {

    private static final int POINTS = 100;
    private static final int MOST = 400;
    private static final double COVERAGE = .95;
    private static final double WIDTH = 1.959963984540054;

    private final Quality quality;
    private final Ranking ranking;
    private final Message positive;

    Curves(final Target target, final Quality quality) {
        this.quality = quality;
        ranking = quality.ranking();
        positive = target.said(1);
    }

    boolean possible() {
        return ranking.positives() > 0 && ranking.negatives() > 0;
    }

    void add(final Result.Builder result, final double cost, final double value) {
        final List<Supplier<SeriesPart>> parts = List.of(this::roc, this::precision, this::calibration, this::gain, this::lift, () -> profit(cost, value));
        for (final var part : parts) {
            quality.pause();
            result.part(part.get());
        }
    }

    /** All of them go over shares: of rows, of hits, of probability. */
    private static SeriesPart series(final String name, final String axis, final String value, final Meaning meaning, final List<SeriesPart.Line> lines,
            final SeriesPart.Mark... marks) {
        return new SeriesPart(name, Messages.of("learning." + name), new SeriesPart.Axis(Messages.of(axis), SeriesPart.AxisType.NUMBER, Meaning.SHARE),
                Messages.of(value), lines, List.of(marks), meaning);
    }

    private static SeriesPart.Line line(final String title, final double[] positions, final double[] values) {
        return new SeriesPart.Line(Messages.of(title), positions, values, Optional.empty());
    }

    /** Positions that grow, each once, with the value last given; not more than can be seen. */
    private static SeriesPart.Line line(final String title, final double[] positions, final double[] values, final int count) {
        final var x = new double[count];
        final var y = new double[count];
        int kept = 0;
        double next = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (kept > 0 && positions[i] <= x[kept - 1]) {
                y[kept - 1] = values[i];
            } else if (positions[i] >= next || i == count - 1) {
                x[kept] = positions[i];
                y[kept++] = values[i];
                next = positions[i] + 1.0 / MOST;
            }
        }
        return line(title, Arrays.copyOf(x, kept), Arrays.copyOf(y, kept));
    }

    private SeriesPart roc() {
        final int count = ranking.last() + 1;
        final var x = new double[count];
        final var y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = ranking.misses()[i] / ranking.negatives();
            y[i] = ranking.hits()[i] / ranking.positives();
        }
        return series("roc", "learning.false-positives", "learning.true-positives", Meaning.SHARE,
                List.of(line("learning.model", x, y, count), line("learning.chance", new double[] {0, 1}, new double[] {0, 1})));
    }

    private SeriesPart precision() {
        final var x = new double[ranking.last()];
        final var y = new double[ranking.last()];
        for (int i = 1; i <= ranking.last(); i++) {
            x[i - 1] = ranking.hits()[i] / ranking.positives();
            // of several steps with one recall the first is the most precise
            final boolean same = i > 1 && ranking.hits()[i] == ranking.hits()[i - 1];
            y[i - 1] = same ? y[i - 2] : ranking.hits()[i] / (ranking.hits()[i] + ranking.misses()[i]);
        }
        final double rate = ranking.positives() / ranking.total();
        return series("precision-recall", "learning.recall", "learning.precision", Meaning.SHARE,
                List.of(line("learning.model", x, y, x.length), line("learning.chance", new double[] {0, 1}, new double[] {rate, rate})));
    }

    /** Ten groups of rows of about the same size, from the least probable to the most. */
    private SeriesPart calibration() {
        final var shares = quality.probabilities();
        final var order = Order.ascending(shares, () -> { });
        final var x = new double[Quality.BINS];
        final var y = new double[Quality.BINS];
        final var lower = new double[Quality.BINS];
        final var upper = new double[Quality.BINS];
        int bins = 0;
        int from = 0;
        for (int bin = 1; bin <= Quality.BINS; bin++) {
            int until = (int) ((long) order.length * bin / Quality.BINS);
            while (until > from && until < order.length && shares[order[until]] == shares[order[until - 1]]) {
                until++;
            }
            double weight = 0;
            double said = 0;
            double was = 0;
            for (int i = from; i < until; i++) {
                final int row = order[i];
                weight += quality.weights()[row];
                said += quality.weights()[row] * shares[row];
                was += quality.weights()[row] * quality.truths()[row];
            }
            if (weight > 0 && (bins == 0 || said / weight > x[bins - 1])) {
                x[bins] = said / weight;
                y[bins] = Math.min(1, was / weight);
                wilson(y[bins], until - from, bins, lower, upper);
                bins++;
            }
            from = Math.max(from, until);
        }
        final var band = new SeriesPart.Band(COVERAGE, Arrays.copyOf(lower, bins), Arrays.copyOf(upper, bins));
        final var model = new SeriesPart.Line(Messages.of("learning.model"), Arrays.copyOf(x, bins), Arrays.copyOf(y, bins), Optional.of(band));
        return series("calibration", "learning.said", "learning.was", Meaning.PROBABILITY,
                List.of(model, line("learning.true", new double[] {0, 1}, new double[] {0, 1})));
    }

    /** E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927. */
    private static void wilson(final double share, final int rows, final int bin, final double[] lower, final double[] upper) {
        final double z2 = WIDTH * WIDTH / rows;
        final double middle = (share + z2 / 2) / (1 + z2);
        final double half = WIDTH / (1 + z2) * Math.sqrt(share * (1 - share) / rows + z2 / (4 * rows));
        lower[bin] = Math.min(share, middle - half);
        upper[bin] = Math.max(share, middle + half);
    }

    private static double[] shares(final int from) {
        final var shares = new double[POINTS + 1 - from];
        Arrays.setAll(shares, i -> (i + from) / (double) POINTS);
        return shares;
    }

    private SeriesPart gain() {
        final var x = shares(0);
        return series("gain", "learning.addressed", "learning.reached", Meaning.SHARE, List.of(
                line("learning.model", x, Arrays.stream(x).map(share -> ranking.hitsAt(share) / ranking.positives()).toArray()),
                line("learning.chance", new double[] {0, 1}, new double[] {0, 1})));
    }

    private SeriesPart lift() {
        final var x = shares(1);
        return series("lift", "learning.addressed", "learning.times", Meaning.PLAIN,
                List.of(line("learning.model", x, Arrays.stream(x).map(ranking::lift).toArray()),
                        line("learning.chance", new double[] {x[0], 1}, new double[] {1, 1})));
    }

    private SeriesPart profit(final double cost, final double value) {
        final var x = shares(0);
        final var y = Arrays.stream(x).map(share -> profit(share, cost, value)).toArray();
        final double best = best(cost, value);
        return series("profit", "learning.addressed", "learning.profit.value", Meaning.PLAIN, List.of(line("learning.model", x, y),
                line("learning.chance", new double[] {0, 1}, new double[] {0, ranking.positives() * value - ranking.total() * cost})),
                new SeriesPart.Mark(best, Messages.of("learning.profit.best", best, positive)));
    }

    double profit(final double share, final double cost, final double value) {
        return ranking.hitsAt(share) * value - share * ranking.total() * cost;
    }

    /** {@return the share of rows with the largest profit, of several the least} */
    double best(final double cost, final double value) {
        double best = 0;
        for (final double share : shares(0)) {
            best = profit(share, cost, value) > profit(best, cost, value) ? share : best;
        }
        return best;
    }
}
