// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.kontor.analytics.engine.ModelComparison.Measure;
import org.kontor.analytics.engine.ModelReview;
import org.kontor.analytics.engine.ModelReview.Figure;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;

/** Puts into words how good a model turned out, beside how good it was found to be. */
final class Reviewing {

    private Reviewing() {
    }

    /**
     * A review.
     *
     * @param judged  what the model was like
     * @param found   the metrics of the run that learned it
     * @param days    how many days had to pass
     * @param drifted whether the records have changed much since
     */
    static ModelReview of(final Outcomes.Judged judged, final Map<String, Double> found, final int days, final boolean drifted) {
        final var result = Result.builder();
        if (judged.records() == 0) {
            result.say(say("none", days));
        } else {
            result.say(say("records", judged.records(), days));
            judged.sought().ifPresent(name -> result.say(say("sought", Message.name(name), judged.expected(), judged.hits())));
        }
        final var figures = judged.measures().stream().map(measure -> figure(measure, found)).toList();
        for (final var figure : figures) {
            result.say(Double.isNaN(figure.lower()) ? say("few", Message.name(figure.name()), figure.actual())
                    : Double.isNaN(figure.expected()) ? say("alone", Message.name(figure.name()), figure.actual(), figure.lower(), figure.upper())
                            : say(figure.worse() ? "worse" : "as-expected", Message.name(figure.name()), figure.actual(), figure.lower(), figure.upper(),
                                    figure.expected()));
        }
        final boolean worse = figures.stream().anyMatch(Figure::worse);
        if (worse || drifted) {
            result.say(say(worse ? "again" : "again.drift"));
        } else if (judged.records() > 0) {
            result.say(say("keep"));
        }
        if (!figures.isEmpty()) {
            result.part(table(figures));
        }
        return new ModelReview(judged.records(), figures, worse || drifted, result.build());
    }

    private static Message say(final String name, final Object... values) {
        return Message.of(Messages.TEXTS, "review." + name, values);
    }

    /** Beside answers that are all right, whose measure is known, the difference says where the measure itself lies. */
    private static Figure figure(final Measure measure, final Map<String, Double> found) {
        return new Figure(measure.name(), found.getOrDefault(measure.name(), Double.NaN), measure.challenger(), measure.champion() + measure.lower(),
                measure.champion() + measure.upper(), measure.moreIsBetter());
    }

    private static TablePart table(final List<Figure> figures) {
        final var frame = Frame.of(TextColumn.of("measure", figures.stream().map(Figure::name).toList()), column("expected", figures, Figure::expected),
                column("actual", figures, Figure::actual), column("lower", figures, Figure::lower), column("upper", figures, Figure::upper));
        return new TablePart(ModelReview.TABLE, say("table"), frame, frame.columns().stream().map(column -> new TablePart.Head(column.name(),
                say("column." + column.name()), say("column." + column.name() + ".help"), Meaning.PLAIN)).toList());
    }

    private static NumberColumn column(final String name, final List<Figure> figures, final ToDoubleFunction<Figure> value) {
        return NumberColumn.of(name, figures.stream().mapToDouble(value).toArray());
    }
}
