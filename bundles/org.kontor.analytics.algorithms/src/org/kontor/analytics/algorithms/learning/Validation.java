// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/**
 * Answers for rows that were not learned from, and what was learned meanwhile.
 *
 * @param how        how rows were held out: {@code cross-validation}, {@code holdout}, {@code out-of-bag} or {@code none}
 * @param rows       the rows with an answer, increasing
 * @param fold       the fold of each of them
 * @param answers    {@code outputs} numbers for each of them
 * @param baselines  the answer of each fold that looks at no feature
 * @param folds      which rows each fold held out
 * @param predictors what each fold learned, to be asked about the rows that it held out
 */
record Validation(String how, int[] rows, int[] fold, double[] answers, double[][] baselines, List<Folds> folds, List<Predictor> predictors) {

    static final String OUT_OF_BAG = "out-of-bag";
    /** With more rows one part is held out, unless cross-validation is asked for. */
    static final int MANY = 20_000;
    /** With fewer nothing can be said. */
    static final int FEW = 10;

    static Validation none() {
        return new Validation(LearningParameters.NONE, new int[0], new int[0], new double[0], new double[0][], List.of(), List.of());
    }

    /** {@return how rows are to be held out: the parameter's choice, or what suits their number} */
    static String how(final Examples examples, final Parameters parameters) {
        final var wanted = parameters.get(LearningParameters.VALIDATION);
        if (examples.count() < FEW) {
            return LearningParameters.NONE;
        }
        if (wanted.equals(LearningParameters.AUTO)) {
            return examples.count() > MANY ? LearningParameters.HOLDOUT : LearningParameters.CROSS_VALIDATION;
        }
        return wanted;
    }

    /** {@return how many times rows will be learned from to validate} */
    static int runs(final Examples examples, final Parameters parameters) {
        return switch (how(examples, parameters)) {
            case LearningParameters.CROSS_VALIDATION -> parameters.get(LearningParameters.FOLDS).intValue();
            case LearningParameters.HOLDOUT -> 1;
            default -> 0;
        };
    }

    /**
     * Holds rows out, learns from the others and answers.
     *
     * @param examples   all rows
     * @param learner    who learns
     * @param parameters those of {@link LearningParameters} say how
     * @param context    its progress is told of each fold
     * @return the answers
     */
    static Validation of(final Examples examples, final Learner learner, final Parameters parameters, final RunContext context) {
        final var how = how(examples, parameters);
        if (how.equals(LearningParameters.NONE)) {
            return none();
        }
        final var folds = Folds.of(examples, parameters.get(LearningParameters.FOLDS).intValue(), how.equals(LearningParameters.HOLDOUT), context);
        final int outputs = examples.target().outputs();
        final var foldOf = new int[examples.count()];
        Arrays.fill(foldOf, -1);
        final var all = new double[Math.multiplyExact(examples.count(), outputs)];
        final var predictors = new ArrayList<Predictor>();
        final var baselines = new double[folds.size()][];
        for (int f = 0; f < folds.size(); f++) {
            final var fold = folds.get(f);
            final var predictor = learner.learn(examples, fold.training(), context);
            final var answers = Predictor.answers(predictor, examples.features(), fold.held(), outputs, context);
            for (int i = 0; i < fold.held().length; i++) {
                foldOf[fold.held()[i]] = f;
                System.arraycopy(answers, i * outputs, all, fold.held()[i] * outputs, outputs);
            }
            predictors.add(predictor);
            baselines[f] = examples.baseline(fold.training());
            context.progress().worked(1);
        }
        return answered(how, foldOf, all, outputs, baselines, folds, predictors);
    }

    /**
     * Answers of a method that leaves rows out by itself, such as the trees of a forest.
     *
     * @param examples all rows
     * @param known    whether a row has an answer
     * @param answers  the answers of all rows
     * @param honest   who gave them
     * @return the answers
     */
    static Validation outOfBag(final Examples examples, final boolean[] known, final double[] answers, final Predictor honest) {
        final var foldOf = new int[known.length];
        for (int i = 0; i < known.length; i++) {
            foldOf[i] = known[i] ? 0 : -1;
        }
        final var held = IntStream.range(0, known.length).filter(i -> known[i]).toArray();
        return answered(OUT_OF_BAG, foldOf, answers, examples.target().outputs(), new double[][] {examples.baseline(examples.all())},
                held.length == 0 ? List.of() : List.of(new Folds(new int[0], held)), held.length == 0 ? List.of() : List.of(honest));
    }

    private static Validation answered(final String how, final int[] foldOf, final double[] all, final int outputs, final double[][] baselines,
            final List<Folds> folds, final List<Predictor> predictors) {
        final int count = (int) Arrays.stream(foldOf).filter(fold -> fold >= 0).count();
        final var rows = new int[count];
        final var fold = new int[count];
        final var answers = new double[count * outputs];
        int next = 0;
        for (int row = 0; row < foldOf.length; row++) {
            if (foldOf[row] >= 0) {
                rows[next] = row;
                fold[next] = foldOf[row];
                System.arraycopy(all, row * outputs, answers, next++ * outputs, outputs);
            }
        }
        return new Validation(how, rows, fold, answers, baselines, List.copyOf(folds), List.copyOf(predictors));
    }

    boolean isEmpty() {
        return rows.length == 0;
    }

    Validation with(final double[] other) {
        return new Validation(how, rows, fold, other, baselines, folds, predictors);
    }

    /** {@return what each row would be answered without looking at features} */
    double[] baselineAnswers() {
        final int outputs = isEmpty() ? 1 : baselines[0].length;
        final var all = new double[rows.length * outputs];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(baselines[fold[i]], 0, all, i * outputs, outputs);
        }
        return all;
    }
}
