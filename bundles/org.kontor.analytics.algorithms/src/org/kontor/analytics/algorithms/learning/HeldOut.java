// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;

/**
 * What learners of other families say about answers for rows that were not learned from: figures beside those of who always gives the shares
 * of classes, a verdict, and pictures.
 *
 * @since 0.1
 */
public final class HeldOut {

    private static final List<String> COMPARED = List.of("accuracy", "log-loss", "brier");

    private final Target target;
    private final Quality answers;
    private final Quality baseline;

    /**
     * Answers.
     *
     * @param name     what was to be predicted
     * @param classes  the classes in the order of their texts, two or more
     * @param truths   the code of the class of each row
     * @param shares   a probability for each class, row by row, summing to 1
     * @param baseline the same from who looks at nothing but how frequent classes are
     * @param pause    called again and again, so that a run can be stopped
     */
    public HeldOut(final String name, final List<String> classes, final double[] truths, final double[] shares, final double[] baseline, final Runnable pause) {
        target = Target.none(name, classes);
        final var weights = new double[truths.length];
        Arrays.fill(weights, 1);
        answers = new Quality(target, truths, weights, shares, pause);
        this.baseline = new Quality(target, truths, weights, baseline, pause);
    }

    /**
     * The measures under their standard names.
     *
     * @return those that are defined
     */
    public Map<String, Double> metrics() {
        return answers.metrics();
    }

    /**
     * Adds sentences, figures, a warning where the answers are no better than the baseline, and pictures.
     *
     * @param result gets them
     */
    public void add(final Result.Builder result) {
        final var metrics = answers.metrics();
        final var naive = baseline.metrics();
        final var verdict = Verdict.of(target, answers, baseline);
        result.say(Messages.of("learning.summary.accuracy", metrics.getOrDefault("accuracy", 0.0), naive.getOrDefault("accuracy", 0.0)));
        result.say(Messages.of(verdict.better() ? "learning.better" : "learning.no-better"));
        if (!verdict.better()) {
            result.warn("learning.no-better", Messages.of("learning.no-better.warning"));
        }
        metrics.forEach((measure, value) -> result.metric(measure, value, Messages.of("learning.metric." + measure), Trail.NONE, Quality.meaning(measure)));
        for (final var measure : COMPARED) {
            if (naive.containsKey(measure)) {
                result.metric("baseline-" + measure, naive.get(measure),
                        Messages.of("learning.metric.baseline", Messages.of("learning.metric." + measure)), Trail.NONE, Quality.meaning(measure));
            }
        }
        result.metric("better-than-baseline", verdict.better() ? 1 : 0, Messages.of("learning.metric.better-than-baseline"),
                new Trail(List.of(new Trail.Step(Messages.of("learning.verdict.step"), verdict.z()))));
        result.part(confusion());
        if (target.isBinary()) {
            final var curves = new Curves(target, answers);
            if (curves.possible()) {
                curves.add(result, 1, 10);
            }
        }
    }

    private MatrixPart confusion() {
        answers.pause();
        final int classes = target.classes().size();
        final var counts = new double[classes][classes];
        for (int row = 0; row < answers.rows(); row++) {
            counts[(int) answers.truths()[row]][answers.chosen(row)]++;
        }
        final var names = target.said();
        return new MatrixPart("confusion", Messages.of("learning.confusion"), Messages.of("learning.actual"), Messages.of("learning.predicted"), names, names,
                Messages.of("learning.rows"), counts, false);
    }
}
