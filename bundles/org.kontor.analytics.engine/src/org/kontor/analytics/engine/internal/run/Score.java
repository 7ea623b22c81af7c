// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How good the answers for some rows are. */
sealed interface Score {

    /** {@return the metrics under their standard names} */
    Map<String, Double> metrics();

    /** {@return the metrics of all folds: of all rows at once where each row has an answer, else the mean weighted by rows} */
    static Map<String, Double> together(final List<Score> scores) {
        return switch (scores.getFirst()) {
            case final Numbers first -> new Numbers(joined(scores, Numbers::expected), joined(scores, Numbers::given)).metrics();
            case final Classes first -> {
                final var expected = new ArrayList<String>();
                final var given = new ArrayList<String>();
                final var shares = new ArrayList<double[]>();
                for (final var score : scores) {
                    final var fold = (Classes) score;
                    expected.addAll(fold.expected());
                    given.addAll(fold.given());
                    shares.addAll(fold.shares());
                }
                yield new Classes(first.classes(), expected, given, shares).metrics();
            }
            case final Plain first -> plain(scores, first);
        };
    }

    private static double[] joined(final List<Score> scores, final Function<Numbers, double[]> part) {
        return scores.stream().map(Numbers.class::cast).map(part).flatMapToDouble(Arrays::stream).toArray();
    }

    private static Map<String, Double> plain(final List<Score> scores, final Plain first) {
        final var all = new LinkedHashMap<String, Double>();
        for (final var name : first.metrics().keySet()) {
            double sum = 0;
            double rows = 0;
            for (final var score : scores) {
                final var fold = (Plain) score;
                // an inertia adds up over folds; everything else is averaged
                sum += fold.metrics().getOrDefault(name, Double.NaN) * ("holdout-inertia".equals(name) ? 1 : fold.rows());
                rows += fold.rows();
            }
            all.put(name, "holdout-inertia".equals(name) ? sum : sum / rows);
        }
        return all;
    }

    /** Metrics that are known already. */
    record Plain(Map<String, Double> metrics, int rows) implements Score {
    }

    /** Numbers that were to be predicted, and what was answered. */
    record Numbers(double[] expected, double[] given) implements Score {

        @Override
        public Map<String, Double> metrics() {
            double squares = 0;
            double absolutes = 0;
            double shares = 0;
            int shared = 0;
            for (int i = 0; i < expected.length; i++) {
                final double error = given[i] - expected[i];
                squares += error * error;
                absolutes += Math.abs(error);
                if (expected[i] != 0) {
                    shares += Math.abs(error / expected[i]);
                    shared++;
                }
            }
            final double mean = Arrays.stream(expected).average().orElse(Double.NaN);
            final double spread = Arrays.stream(expected).map(value -> (value - mean) * (value - mean)).sum();
            final var all = new LinkedHashMap<String, Double>();
            all.put("rmse", Math.sqrt(squares / expected.length));
            all.put("mae", absolutes / expected.length);
            all.put("mape", shared == 0 ? Double.NaN : shares / shared);
            all.put("r2", spread == 0 ? Double.NaN : 1 - squares / spread);
            return all;
        }
    }

    /**
     * Classes that were to be predicted, and what was answered.
     *
     * @param classes  all classes in the order of their texts; of two, the second is the one that is looked for
     * @param expected the class of each row
     * @param given    what was answered
     * @param shares   the probability of each class for each row; empty where the model gives none
     */
    record Classes(List<String> classes, List<String> expected, List<String> given, List<double[]> shares) implements Score {

        private static final double LEAST = 1e-15;

        @Override
        public Map<String, Double> metrics() {
            final var all = new LinkedHashMap<String, Double>();
            final int rows = expected.size();
            all.put("accuracy", IntStream.range(0, rows).filter(row -> expected.get(row).equals(given.get(row))).count() / (double) rows);
            all.put("f1", classes.size() == 2 ? f1(classes.get(1)) : classes.stream().mapToDouble(this::f1).average().orElse(Double.NaN));
            if (shares.size() == rows && rows > 0) {
                double loss = 0;
                double squares = 0;
                for (int row = 0; row < rows; row++) {
                    final int truth = classes.indexOf(expected.get(row));
                    final double right = truth < 0 ? 0 : shares.get(row)[truth];
                    loss -= Math.log(Math.min(1 - LEAST, Math.max(LEAST, right)));
                    if (classes.size() == 2) {
                        squares += (1 - right) * (1 - right);
                    }
                }
                all.put("log-loss", loss / rows);
                if (classes.size() == 2) {
                    all.put("brier", squares / rows);
                    curves(all);
                }
            }
            return all;
        }

        private double f1(final String name) {
            int hits = 0;
            int wanted = 0;
            int called = 0;
            for (int row = 0; row < expected.size(); row++) {
                final boolean is = expected.get(row).equals(name);
                final boolean said = given.get(row).equals(name);
                hits += is && said ? 1 : 0;
                wanted += is ? 1 : 0;
                called += said ? 1 : 0;
            }
            return wanted + called == 0 ? 0 : 2.0 * hits / (wanted + called);
        }

        /** The area under the ROC curve with ties counted half, and the average precision (steps, no interpolation). */
        private void curves(final Map<String, Double> into) {
            final var order = IntStream.range(0, shares.size()).boxed()
                    .sorted(Comparator.comparingDouble((Integer row) -> -shares.get(row)[1])).mapToInt(Integer::intValue).toArray();
            final long positives = expected.stream().filter(classes.get(1)::equals).count();
            final long negatives = expected.size() - positives;
            double area = 0;
            double precision = 0;
            long hits = 0;
            long seen = 0;
            for (int from = 0; from < order.length;) {
                int until = from;
                long more = 0;
                while (until < order.length && shares.get(order[until])[1] == shares.get(order[from])[1]) {
                    more += expected.get(order[until]).equals(classes.get(1)) ? 1 : 0;
                    until++;
                }
                final long others = until - from - more;
                area += others * (hits + more / 2.0);
                hits += more;
                seen += until - from;
                precision += positives == 0 ? 0 : (double) hits / seen * more / positives;
                from = until;
            }
            final boolean both = positives > 0 && negatives > 0;
            into.put("auc", both ? area / ((double) positives * negatives) : Double.NaN);
            into.put("average-precision", positives > 0 ? precision : Double.NaN);
        }
    }
}
