// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.kontor.analytics.run.RunContext;

/**
 * How much worse answers for rows that were not learned from get when one feature is shuffled among them (Breiman, Random Forests, 2001): the
 * loss of area under the ROC curve, the growth of the log-loss of several classes, or that of the root mean squared error.
 */
final class Importance {

    private static final long SHUFFLE = 0x5AFEL << 32;
    /** So many rows are answered again for each feature, at most. */
    private static final int MOST = 6_000;
    private static final int REPEATS = 3;

    private Importance() {
    }

    /** {@return one number for each feature; empty where nothing was held out} */
    static double[] of(final Examples examples, final Validation held, final RunContext context) {
        if (held.folds().isEmpty()) {
            return new double[0];
        }
        final int width = examples.features().width();
        final var losses = new double[width];
        final int folds = held.folds().size();
        double total = 0;
        for (int f = 0; f < folds; f++) {
            final var rows = some(held.folds().get(f).held(), Math.max(1, MOST / folds / REPEATS), context, f);
            final double before = merit(examples, held.predictors().get(f), examples.features(), rows, context);
            for (int j = 0; j < width; j++) {
                final var column = examples.features().columns()[j];
                final var shuffled = column.clone();
                final var features = examples.features().with(j, shuffled);
                double sum = 0;
                for (int repeat = 0; repeat < REPEATS; repeat++) {
                    final var order = context.randomness(SHUFFLE + 1 + ((long) f * width + j) * REPEATS + repeat).permutation(rows.length);
                    for (int i = 0; i < rows.length; i++) {
                        shuffled[rows[i]] = column[rows[order[i]]];
                    }
                    sum += before - merit(examples, held.predictors().get(f), features, rows, context);
                }
                losses[j] += sum / REPEATS * rows.length;
            }
            total += rows.length;
        }
        for (int j = 0; j < width; j++) {
            losses[j] /= total;
        }
        return losses;
    }

    private static int[] some(final int[] rows, final int most, final RunContext context, final int fold) {
        if (rows.length <= most) {
            return rows;
        }
        final var order = context.randomness(SHUFFLE - 1 - fold).permutation(rows.length);
        return IntStream.range(0, most).map(i -> rows[order[i]]).sorted().toArray();
    }

    private static double merit(final Examples examples, final Predictor predictor, final Features features, final int[] rows, final RunContext context) {
        context.checkCancelled();
        final var target = examples.target();
        final var answers = Predictor.answers(predictor, features, rows, target.outputs(), context);
        final var truths = Arrays.stream(rows).mapToDouble(row -> target.values()[row]).toArray();
        final var weights = Arrays.stream(rows).mapToDouble(examples::weight).toArray();
        final double merit = new Quality(target, truths, weights, answers, context::checkCancelled).merit();
        return Double.isFinite(merit) ? merit : 0;
    }
}
