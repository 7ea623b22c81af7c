// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.learning.HeldOut;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * Learns once with each part of the texts held out, for figures about texts that were not learned from, and once with all for the model. The
 * same text never stands on both sides.
 */
final class TextTraining {

    /** Of more different texts, only one part is held out. */
    private static final int MANY = 20_000;
    private static final int FEW = 10;
    private static final int SMALL = 30;
    private static final long STREAM = 0x7E87L << 32;

    private final Dataset data;
    private final Parameters parameters;
    private final RunContext context;
    private final Corpus corpus;
    private final List<String> classes;
    private final int[] classOf;
    /** How many rows of each text have each class. */
    private final double[][] counts;

    TextTraining(final Dataset data, final Parameters parameters, final RunContext context) {
        this.data = data;
        this.parameters = parameters;
        this.context = context;
        corpus = new Corpus(data.column(Role.TEXT), context);
        final var target = data.column(Role.TARGET);
        final var codes = new TreeMap<String, Integer>();
        for (int row = 0; row < data.rows(); row++) {
            pause(row);
            if (!target.isMissing(row) && corpus.of(row) >= 0) {
                codes.put(target.text(row), 0);
            }
        }
        classes = List.copyOf(codes.keySet());
        classes.forEach(name -> codes.put(name, classes.indexOf(name)));
        classOf = new int[data.rows()];
        counts = new double[classes.size()][corpus.count()];
        for (int row = 0; row < classOf.length; row++) {
            pause(row);
            classOf[row] = target.isMissing(row) || corpus.of(row) < 0 ? Corpus.NONE : codes.get(target.text(row));
            if (classOf[row] >= 0) {
                counts[classOf[row]][corpus.of(row)]++;
            }
        }
    }

    private void pause(final int row) {
        if (row % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    Result result() {
        final var units = parameters.get(TextClassification.UNITS);
        final boolean words = units.equals(TextClassification.WORDS) || units.equals(TextClassification.AUTOMATIC) && !corpus.isIdeographic();
        final var grams = Grams.of(corpus.count(), corpus::text, new Symbols(words), parameters.get(TextClassification.SHORTEST).intValue(),
                parameters.get(TextClassification.LONGEST).intValue(), context);
        context.progress().worked(1);
        final var builder = Result.builder();
        final var whole = learn(grams, text -> true);
        final var model = TextModel.of(grams, whole.data(), whole.weights(), classes, data.names(Role.TEXT).getFirst(),
                parameters.get(TextClassification.THRESHOLD), parameters.get(TextClassification.DAMPED));
        context.progress().worked(1);
        final var held = held(grams);
        final var report = new TextClassificationReport(data, corpus, classes, classOf, model, context);
        report.begin(builder, words, whole.data().columns(), whole.settled());
        if (held == null) {
            builder.warn("text.not-validated", Messages.of("text.not-validated", FEW));
        } else {
            quality(held).add(builder);
        }
        small(builder);
        report.end(builder, held, whole.data(), grams);
        context.progress().worked(1);
        return builder.model(model).build();
    }

    private void small(final Result.Builder builder) {
        for (int k = 0; k < counts.length; k++) {
            final double rows = Arrays.stream(counts[k]).sum();
            if (rows < SMALL) {
                builder.warn("text.small-class", Messages.of("text.small-class", classes.get(k), rows, SMALL));
                return;
            }
        }
    }

    /** What was learned from some texts: the figures of their runs, and the weights of each class (of two, of the second alone). */
    private record Learned(TfIdf data, double[][] weights, Logistic logistic, boolean settled) {
    }

    private Learned learn(final Grams grams, final IntPredicate training) {
        final var times = new double[corpus.count()];
        for (int text = 0; text < times.length; text++) {
            for (int k = 0; k < counts.length; k++) {
                times[text] += training.test(text) ? counts[k][text] : 0;
            }
        }
        final var values = TfIdf.of(grams, times, parameters.get(TextClassification.LEAST_TEXTS).intValue(),
                parameters.get(TextClassification.DAMPED), context);
        final var logistic = new Logistic(values, context);
        final int first = classes.size() == 2 ? 1 : 0;
        final var weights = new double[classes.size() - first][];
        boolean settled = true;
        for (int k = first; k < classes.size(); k++) {
            final var yes = new double[times.length];
            final var no = new double[times.length];
            for (int text = 0; text < times.length; text++) {
                yes[text] = times[text] > 0 ? counts[k][text] : 0;
                no[text] = times[text] - yes[text];
            }
            final var found = logistic.fit(yes, no, parameters.get(TextClassification.C));
            weights[k - first] = found.weights();
            settled &= found.settled();
        }
        return new Learned(values, weights, logistic, settled);
    }

    /** {@return a probability for each class of each text that was held out, NaN for others; null where texts are too few} */
    private double[] held(final Grams grams) {
        final int folds = parameters.get(TextClassification.FOLDS).intValue();
        if (folds < 2 || corpus.count() < FEW) {
            return null;
        }
        final var fold = deal(folds);
        final var shares = new double[corpus.count() * classes.size()];
        Arrays.fill(shares, Double.NaN);
        for (int f = 0; f < (corpus.count() > MANY ? 1 : folds); f++) {
            final int number = f;
            final var learned = learn(grams, text -> fold[text] != number);
            final var scores = Arrays.stream(learned.weights()).map(learned.logistic()::along).toArray(double[][]::new);
            for (int text = 0; text < fold.length; text++) {
                if (fold[text] == f) {
                    final int at = text;
                    TextModel.probabilities(IntStream.range(0, scores.length).mapToDouble(k -> scores[k][at]).toArray(), shares, text * classes.size());
                }
            }
            context.progress().worked(1);
        }
        return shares;
    }

    /** The part of each text; each part has its share of each class. */
    private int[] deal(final int folds) {
        final var order = context.randomness(STREAM).permutation(corpus.count());
        final var fold = new int[order.length];
        int next = 0;
        for (int k = 0; k < classes.size(); k++) {
            for (final int text : order) {
                if (usual(text) == k) {
                    fold[text] = next++ % folds;
                }
            }
        }
        return fold;
    }

    private int usual(final int text) {
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            best = counts[k][text] > counts[best][text] ? k : best;
        }
        return best;
    }

    private HeldOut quality(final double[] held) {
        final int width = classes.size();
        final var rows = IntStream.range(0, data.rows()).filter(row -> classOf[row] >= 0 && !Double.isNaN(held[corpus.of(row) * width])).toArray();
        final var truths = Arrays.stream(rows).mapToDouble(row -> classOf[row]).toArray();
        final var shares = new double[rows.length * width];
        final var baseline = new double[rows.length * width];
        final var frequency = new double[width];
        for (final double truth : truths) {
            frequency[(int) truth] += 1.0 / rows.length;
        }
        for (int i = 0; i < rows.length; i++) {
            pause(i);
            System.arraycopy(held, corpus.of(rows[i]) * width, shares, i * width, width);
            System.arraycopy(frequency, 0, baseline, i * width, width);
        }
        return new HeldOut(data.names(Role.TARGET).getFirst(), classes, truths, shares, baseline, context::checkCancelled);
    }
}
