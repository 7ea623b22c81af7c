// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Says how good a learned model is: sentences, figures beside those of a naive baseline, pictures, what matters, and the model's card. */
final class LearningReport {

    private static final int SMALL = 30;
    private static final int SHOWN = 20;
    private static final int NAMED = 3;
    private static final List<String> COMPARED = List.of("accuracy", "log-loss", "brier", "rmse", "mae");
    private static final List<String> BASES = List.of("held-out", "learned", "model");

    private final AlgorithmDescriptor descriptor;
    private final Dataset data;
    private final Parameters parameters;
    private final Examples examples;
    private final double[] fitted;
    private final RunContext context;
    private final Target target;

    /** @param fitted the scores of the examples, where they are known already; else null */
    LearningReport(final AlgorithmDescriptor descriptor, final Dataset data, final Parameters parameters, final Examples examples, final double[] fitted,
            final RunContext context) {
        this.descriptor = descriptor;
        this.data = data;
        this.parameters = parameters;
        this.examples = examples;
        this.fitted = fitted;
        this.context = context;
        target = examples.target();
    }

    /**
     * Adds everything.
     *
     * @param held        answers for rows that were not learned from, calibrated as the model is
     * @param model       what was learned from all rows
     * @param calibration the method of calibration
     * @param own         adds what the method itself has to say, after the figures
     */
    void add(final Result.Builder result, final Validation held, final LearnedModel model, final String calibration, final Runnable own) {
        final var name = target.title();
        result.say(Messages.of(target.isClasses() ? "learning.summary.classes" : "learning.summary.numbers", examples.count(),
                examples.features().width(), name,
                target.classes().size()));
        final var card = new ModelCard(descriptor, data, parameters, examples, context.seed());
        if (held.isEmpty()) {
            result.warn("learning.not-validated", Messages.of(examples.count() < Validation.FEW ? "learning.too-few" : "learning.not-validated",
                    Validation.FEW));
            own.run();
        } else {
            final var quality = Quality.of(examples, held, context::checkCancelled);
            final var baseline = new Quality(target, quality.truths(), quality.weights(), held.baselineAnswers(), context::checkCancelled);
            final var verdict = Verdict.of(target, quality, baseline);
            final var metrics = quality.metrics();
            figures(result, held, metrics, baseline.metrics(), verdict);
            card.quality(Folds.scheme(examples), held, metrics, verdict, calibration);
            own.run();
            if (target.isClasses()) {
                result.part(confusion(quality));
            }
            if (target.isBinary()) {
                curves(result, quality);
            }
            importance(result, held);
        }
        result.part(predictions(held, model));
        result.part(card.table());
        small(result);
    }

    private void figures(final Result.Builder result, final Validation held, final Map<String, Double> metrics, final Map<String, Double> naive,
            final Verdict verdict) {
        result.say(Messages.of("learning.validated." + held.how(), held.rows().length, held.folds().size(),
                Messages.of("learning.scheme." + Folds.scheme(examples).name().toLowerCase(Locale.ROOT))));
        if (metrics.containsKey("auc")) {
            result.say(Messages.of("learning.summary.auc", metrics.get("auc"), metrics.get("lift-10"), target.said(1)));
        }
        if (target.isClasses()) {
            result.say(Messages.of("learning.summary.accuracy", metrics.getOrDefault("accuracy", 0.0), naive.getOrDefault("accuracy", 0.0)));
        } else {
            result.say(Messages.of("learning.summary.mae", metrics.getOrDefault("mae", 0.0), naive.getOrDefault("mae", 0.0)));
        }
        result.say(Messages.of(verdict.better() ? "learning.better" : "learning.no-better"));
        if (!verdict.better()) {
            result.warn("learning.no-better", Messages.of("learning.no-better.warning"));
        }
        metrics.forEach((name, value) -> result.metric(name, value, Messages.of("learning.metric." + name), Trail.NONE, Quality.meaning(name)));
        for (final var name : COMPARED) {
            if (naive.containsKey(name)) {
                result.metric("baseline-" + name, naive.get(name), Messages.of("learning.metric.baseline", Messages.of("learning.metric." + name)), Trail.NONE,
                        Quality.meaning(name));
            }
        }
        result.metric("better-than-baseline", verdict.better() ? 1 : 0, Messages.of("learning.metric.better-than-baseline"),
                new Trail(List.of(new Trail.Step(Messages.of("learning.verdict.step"), verdict.z()))));
        result.part(quality(held, metrics, naive));
    }

    /** The figures beside those of the baseline, and how they differ between folds. */
    private TablePart quality(final Validation held, final Map<String, Double> metrics, final Map<String, Double> naive) {
        final var names = List.copyOf(metrics.keySet());
        final var spreads = new double[names.size()];
        Arrays.fill(spreads, Double.NaN);
        final int folds = held.baselines().length;
        if (folds > 1) {
            final var sums = new double[names.size()];
            final var squares = new double[names.size()];
            for (int f = 0; f < folds; f++) {
                final int number = f;
                final var some = IntStream.range(0, held.rows().length).filter(i -> held.fold()[i] == number).toArray();
                final var each = part(held, some).metrics();
                for (int m = 0; m < spreads.length; m++) {
                    final double value = each.getOrDefault(names.get(m), Double.NaN);
                    sums[m] += value;
                    squares[m] += (value - metrics.get(names.get(m))) * (value - metrics.get(names.get(m)));
                }
            }
            for (int m = 0; m < spreads.length; m++) {
                final double shift = sums[m] / folds - metrics.get(names.get(m));
                spreads[m] = Math.sqrt(Math.max(0, squares[m] - folds * shift * shift) / (folds - 1));
            }
        }
        return LearnedModel.table().texts("measure", names).add(NumberColumn.of("value", names.stream().mapToDouble(metrics::get).toArray()), Meaning.PLAIN)
                .add(NumberColumn.of("baseline", names.stream().mapToDouble(name -> naive.getOrDefault(name, Double.NaN)).toArray()), Meaning.PLAIN)
                .add(NumberColumn.of("deviation", spreads), Meaning.PLAIN).build("quality");
    }

    private Quality part(final Validation held, final int[] some) {
        final int outputs = target.outputs();
        final var answers = new double[some.length * outputs];
        for (int i = 0; i < some.length; i++) {
            System.arraycopy(held.answers(), some[i] * outputs, answers, i * outputs, outputs);
        }
        return new Quality(target, Arrays.stream(some).mapToDouble(i -> target.values()[held.rows()[i]]).toArray(),
                Arrays.stream(some).mapToDouble(i -> examples.weight(held.rows()[i])).toArray(), answers, context::checkCancelled);
    }

    private MatrixPart confusion(final Quality quality) {
        final int classes = target.classes().size();
        final var counts = new double[classes][classes];
        for (int row = 0; row < quality.rows(); row++) {
            counts[(int) quality.truths()[row]][quality.chosen(row)]++;
        }
        final var names = target.said();
        return new MatrixPart("confusion", Messages.of("learning.confusion"), Messages.of("learning.actual"), Messages.of("learning.predicted"), names, names,
                Messages.of("learning.rows"), counts, false);
    }

    private void curves(final Result.Builder result, final Quality quality) {
        final var curves = new Curves(target, quality);
        if (curves.possible()) {
            final double cost = parameters.get(LearningParameters.CONTACT_COST);
            final double value = parameters.get(LearningParameters.HIT_VALUE);
            curves.add(result, cost, value);
            final double best = curves.best(cost, value);
            result.say(best > 0 ? Messages.of("learning.summary.profit", cost, value, best, curves.profit(best, cost, value))
                    : Messages.of("learning.summary.no-profit", cost, value));
        }
    }

    private void importance(final Result.Builder result, final Validation held) {
        final var losses = Importance.of(examples, held, context);
        if (losses.length == 0) {
            return;
        }
        final var order = IntStream.range(0, losses.length).boxed().sorted((a, b) -> Double.compare(losses[b], losses[a])).toList();
        final var encoding = examples.encoding();
        final var measure = Messages.of("learning.importance." + (target.isBinary() ? "auc" : target.isClasses() ? "log-loss" : "rmse"));
        final var shown = order.subList(0, Math.min(SHOWN, order.size()));
        result.part(new BarsPart("importance", Messages.of("learning.importance"), shown.stream().map(encoding::title).toList(),
                List.of(measure), measure, new double[][] {shown.stream().mapToDouble(j -> losses[j]).toArray()}));
        result.part(LearnedModel.table().columns("feature", order.stream().map(encoding::name).toList())
                .add(NumberColumn.of("importance", order.stream().mapToDouble(j -> losses[j]).toArray()), Meaning.PLAIN)
                .build("importances", Messages.of("learning.importance")));
        final var matter = order.stream().filter(j -> losses[j] > 0).limit(NAMED).map(encoding::title).toList();
        if (!matter.isEmpty()) {
            result.say(Messages.of("learning.summary.important", Message.join(", ", matter)));
        }
    }

    /** An answer for each row of the data, and where it comes from: honest where the row was held out. */
    private TablePart predictions(final Validation held, final LearnedModel model) {
        final int outputs = target.outputs();
        final int rows = data.rows();
        final var answers = new double[rows * outputs];
        final var basis = new int[rows];
        Arrays.fill(basis, 2);
        for (final int row : examples.rows()) {
            basis[row] = 1;
        }
        for (int i = 0; i < held.rows().length; i++) {
            final int row = examples.rows()[held.rows()[i]];
            basis[row] = 0;
            System.arraycopy(held.answers(), i * outputs, answers, row * outputs, outputs);
        }
        for (int i = 0; fitted != null && i < examples.count(); i++) {
            final int row = examples.rows()[i];
            if (basis[row] == 1) {
                model.answer(fitted, i, answers, row * outputs);
            }
        }
        final var open = IntStream.range(0, rows).filter(row -> basis[row] > (fitted == null ? 0 : 1)).toArray();
        if (open.length > 0) {
            final var features = examples.count() == rows ? examples.features() : examples.encoding().encode(data, context);
            final var others = model.answers(features, open, context);
            for (int i = 0; i < open.length; i++) {
                System.arraycopy(others, i * outputs, answers, open[i] * outputs, outputs);
            }
        }
        final var table = LearnedModel.rows(data).add(data.column(Role.TARGET).named("actual"), Meaning.PLAIN).valuesOf(target.name());
        LearnedModel.answers(target, answers, table);
        return table.add(TextColumn.of("basis", basis, Dictionary.of(BASES.toArray(String[]::new))), Meaning.PLAIN).build("predictions");
    }

    private void small(final Result.Builder result) {
        if (!target.isClasses()) {
            if (examples.count() < SMALL) {
                result.warn("learning.small", Messages.of("learning.small", examples.count(), SMALL));
            }
            return;
        }
        final var counts = new int[target.classes().size()];
        for (final double code : target.values()) {
            counts[(int) code]++;
        }
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] < SMALL) {
                result.warn("learning.small-class", Messages.of("learning.small-class", target.said(k), counts[k], SMALL));
                return;
            }
        }
    }
}
