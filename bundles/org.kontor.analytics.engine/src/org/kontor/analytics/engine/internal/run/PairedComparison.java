// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.engine.ModelComparison.Measure;

/** Two models' answers for the same rows: how much better one is, with an interval that knows that the rows are the same. */
public final class PairedComparison {

    private static final double SURE = 1.959_963_985;
    private static final double LEAST = 1e-15;

    private PairedComparison() {
    }

    /**
     * Probabilities of a class.
     *
     * @param hit   whether each row is of the class
     * @param one   what the first model says, 0 to 1
     * @param other what the second says
     * @return the area under the ROC curve (DeLong, DeLong and Clarke-Pearson 1988), where there are both kinds of rows, then the log-loss
     */
    public static List<Measure> probabilities(final boolean[] hit, final double[] one, final double[] other) {
        final var measures = new ArrayList<Measure>();
        final int positives = (int) IntStream.range(0, hit.length).filter(row -> hit[row]).count();
        if (positives > 0 && positives < hit.length) {
            measures.add(areas(hit, positives, one, other));
        }
        measures.add(means("log-loss", losses(hit, one), losses(hit, other), false));
        return measures;
    }

    private static double[] losses(final boolean[] hit, final double[] shares) {
        return IntStream.range(0, hit.length).mapToDouble(row -> -Math.log(Math.clamp(hit[row] ? shares[row] : 1 - shares[row], LEAST, 1))).toArray();
    }

    private static Measure areas(final boolean[] hit, final int positives, final double[] one, final double[] other) {
        final var first = placements(hit, positives, one);
        final var second = placements(hit, positives, other);
        final var difference = IntStream.range(0, hit.length).mapToDouble(row -> second[row] - first[row]).toArray();
        final int negatives = hit.length - positives;
        final double area = mean(first, hit, true);
        final double later = mean(second, hit, true);
        // of one row of a kind nothing can be said about how rows of that kind differ
        final double variance = positives < 2 || negatives < 2 ? Double.NaN
                : variance(difference, hit, true) / positives + variance(difference, hit, false) / negatives;
        return measure("auc", area, later, later - area, Math.sqrt(variance), true);
    }

    /** {@return for each row the share of rows of the other kind that lie on the right side of it, ties counted half} */
    private static double[] placements(final boolean[] hit, final int positives, final double[] scores) {
        final var order = IntStream.range(0, hit.length).boxed().sorted(Comparator.comparingDouble((Integer row) -> scores[row]))
                .mapToInt(Integer::intValue).toArray();
        final int negatives = hit.length - positives;
        final var places = new double[hit.length];
        int below = 0;
        int hitsBelow = 0;
        for (int from = 0, until; from < order.length; from = until) {
            until = from;
            int hits = 0;
            while (until < order.length && scores[order[until]] == scores[order[from]]) {
                hits += hit[order[until++]] ? 1 : 0;
            }
            final int misses = until - from - hits;
            for (int i = from; i < until; i++) {
                places[order[i]] = hit[order[i]] ? (below + misses / 2.0) / negatives : (positives - hitsBelow - hits + hits / 2.0) / positives;
            }
            below += misses;
            hitsBelow += hits;
        }
        return places;
    }

    private static double mean(final double[] values, final boolean[] hit, final boolean kind) {
        return IntStream.range(0, values.length).filter(row -> hit[row] == kind).mapToDouble(row -> values[row]).average().orElse(Double.NaN);
    }

    private static double variance(final double[] values, final boolean[] hit, final boolean kind) {
        return variance(IntStream.range(0, values.length).filter(row -> hit[row] == kind).mapToDouble(row -> values[row]).toArray());
    }

    private static double variance(final double[] values) {
        final double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return values.length < 2 ? Double.NaN : Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1);
    }

    /**
     * Classes.
     *
     * @param one   whether the first model is right, row by row
     * @param other whether the second is
     * @return the accuracy
     */
    public static List<Measure> classes(final boolean[] one, final boolean[] other) {
        return List.of(means("accuracy", numbers(one), numbers(other), true));
    }

    private static double[] numbers(final boolean[] flags) {
        return IntStream.range(0, flags.length).mapToDouble(row -> flags[row] ? 1 : 0).toArray();
    }

    /**
     * Numbers.
     *
     * @param expected what came to be known
     * @param one      what the first model said
     * @param other    what the second said
     * @return the root of the mean squared error, its interval by the delta method, and the mean absolute error
     */
    public static List<Measure> numbers(final double[] expected, final double[] one, final double[] other) {
        final var first = IntStream.range(0, expected.length).mapToDouble(row -> (one[row] - expected[row]) * (one[row] - expected[row])).toArray();
        final var second = IntStream.range(0, expected.length).mapToDouble(row -> (other[row] - expected[row]) * (other[row] - expected[row])).toArray();
        final double before = Math.sqrt(Arrays.stream(first).average().orElse(Double.NaN));
        final double after = Math.sqrt(Arrays.stream(second).average().orElse(Double.NaN));
        final var influence = IntStream.range(0, expected.length)
                .mapToDouble(row -> (after == 0 ? 0 : second[row] / (2 * after)) - (before == 0 ? 0 : first[row] / (2 * before))).toArray();
        return List.of(measure("rmse", before, after, after - before, Math.sqrt(variance(influence) / expected.length), false),
                means("mae", Arrays.stream(first).map(Math::sqrt).toArray(), Arrays.stream(second).map(Math::sqrt).toArray(), false));
    }

    private static Measure means(final String name, final double[] one, final double[] other, final boolean moreIsBetter) {
        final var difference = IntStream.range(0, one.length).mapToDouble(row -> other[row] - one[row]).toArray();
        final double before = Arrays.stream(one).average().orElse(Double.NaN);
        final double after = Arrays.stream(other).average().orElse(Double.NaN);
        return measure(name, before, after, after - before, Math.sqrt(variance(difference) / one.length), moreIsBetter);
    }

    private static Measure measure(final String name, final double before, final double after, final double difference, final double error,
            final boolean moreIsBetter) {
        return new Measure(name, before, after, difference, difference - SURE * error, difference + SURE * error, moreIsBetter);
    }
}
