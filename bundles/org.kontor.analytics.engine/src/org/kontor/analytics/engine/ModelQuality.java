// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Metric;
import org.kontor.analytics.result.Result;
import org.kontor.model.ModelVerdict;

/**
 * What is known of how good the model of a run is, before anybody uses it.
 *
 * @param verdict whether it is better than a naive baseline
 * @param figures its measures, each beside that of the baseline where that is known
 * @since 0.1
 */
public record ModelQuality(ModelVerdict verdict, List<Message> figures) {

    /** The metric by which learners say whether they are better than a naive baseline: 1 or 0. */
    public static final String METRIC = "better-than-baseline";

    private static final double PERCENT = 100;
    private static final double WHOLE = 1_000;
    private static final MathContext FOUR = new MathContext(4);
    private static final List<String> SHOWN = List.of("auc", "accuracy", "f1", "log-loss", "brier", "rmse", "mae", "r2");

    public ModelQuality {
        figures = List.copyOf(figures);
    }

    /**
     * What a run says of its model.
     *
     * @param run    a run that learned
     * @param result what came out of it
     * @return the quality
     */
    public static ModelQuality of(final RecordedRun run, final Result result) {
        final var figures = new ArrayList<Message>();
        for (final var name : SHOWN) {
            result.metrics().stream().filter(metric -> metric.name().equals(name) && Double.isFinite(metric.value())).findFirst().ifPresent(metric -> {
                final double naive = result.metric("baseline-" + name);
                figures.add(Double.isFinite(naive)
                        ? Message.of(Messages.TEXTS, "quality.figure.baseline", metric.title(), shown(metric, metric.value()), shown(metric, naive))
                        : Message.of(Messages.TEXTS, "quality.figure", metric.title(), shown(metric, metric.value())));
            });
        }
        return new ModelQuality(verdict(run), figures);
    }

    /** Four digits; a share as percent. */
    private static Message shown(final Metric metric, final double value) {
        return Message.name(metric.meaning() == Meaning.SHARE ? String.format(Locale.ROOT, "%.1f%%", PERCENT * value)
                : Math.abs(value) >= WHOLE ? String.format(Locale.ROOT, "%,.0f", value)
                        : new BigDecimal(value).round(FOUR).stripTrailingZeros().toPlainString());
    }

    private static ModelVerdict verdict(final RecordedRun run) {
        final var better = run.metrics().get(METRIC);
        if (better != null && Double.isFinite(better)) {
            return better > 0 ? ModelVerdict.BETTER : ModelVerdict.NO_BETTER;
        }
        final var roles = run.plan().roles();
        return roles.containsKey(Role.TARGET) || roles.containsKey(Role.RATING) ? ModelVerdict.UNTESTED : ModelVerdict.NOT_ASKED;
    }

    /**
     * Whether the model may only be used by somebody who says why.
     *
     * @return true where it was not shown to be better than a baseline and should have been
     */
    public boolean needsOverride() {
        return verdict == ModelVerdict.NO_BETTER || verdict == ModelVerdict.UNTESTED;
    }

    /**
     * The verdict as a sentence.
     *
     * @return the sentence
     */
    public Message sentence() {
        return Message.of(Messages.TEXTS, "quality." + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
