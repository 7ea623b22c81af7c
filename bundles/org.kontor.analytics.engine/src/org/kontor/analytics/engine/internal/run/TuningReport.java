// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.List;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.engine.Tuning;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;

/**
 * What a search of settings tells.
 *
 * @param descriptor of the method
 * @param search     what was asked for
 * @param ranges     what was searched
 * @param measure    the standard name of what decided
 * @param trials     the best first; that of the plan's own settings has the number 0
 */
record TuningReport(AlgorithmDescriptor descriptor, Tuning.Search search, List<SearchRange> ranges, String measure, List<Tuning.Trial> trials) {

    Result result() {
        final var best = trials.getFirst();
        final var own = trials.stream().filter(trial -> trial.number() == 0).findFirst().orElseThrow();
        final var result = Result.builder();
        final var name = Message.name(measure);
        if (best.number() == 0) {
            result.say(Message.of(Messages.TEXTS, "tuning.own", trials.size() - 1, name, own.score()));
        } else if (Double.isNaN(own.score())) {
            result.say(Message.of(Messages.TEXTS, "tuning.best-only", trials.size() - 1, name, best.score()));
        } else {
            result.say(Message.of(Messages.TEXTS, "tuning.best", trials.size() - 1, name, best.score(), own.score()));
        }
        result.say(Message.of(Messages.TEXTS, "tuning.seed", Long.toString(search.seed()), search.folds()));
        if (best.number() != 0) {
            result.warn("analytics.tuning-flatters", Message.of(Messages.TEXTS, "warning.tuning-flatters"));
        }
        final long failed = trials.stream().filter(trial -> Double.isNaN(trial.score())).count();
        if (failed > 0) {
            result.warn("analytics.tuning-failed", Message.of(Messages.TEXTS, "warning.tuning-failed", failed));
        }
        metric(result, measure, best.score(), "tuning.metric.best");
        metric(result, "own-" + measure, own.score(), "tuning.metric.own");
        return result.part(table()).build();
    }

    private void metric(final Result.Builder result, final String metric, final double value, final String key) {
        if (!Double.isNaN(value)) {
            result.metric(metric, value, Message.of(Messages.TEXTS, key, Message.name(measure)), Trail.NONE);
        }
    }

    private TablePart table() {
        final var table = new TableBuilder(Messages.TEXTS, "tuning");
        for (final Column column : List.of(IntegerColumn.of("trial", trials.stream().mapToLong(Tuning.Trial::number).toArray()),
                NumberColumn.of("score", trials.stream().mapToDouble(Tuning.Trial::score).toArray()),
                NumberColumn.of("deviation", trials.stream().mapToDouble(Tuning.Trial::deviation).toArray()),
                IntegerColumn.of("folds", trials.stream().mapToLong(Tuning.Trial::folds).toArray()))) {
            final var key = "tuning.column." + column.name();
            table.add(column, Message.of(Messages.TEXTS, key, Message.name(measure)), Message.of(Messages.TEXTS, key + ".help"), Meaning.PLAIN);
        }
        for (final var range : ranges) {
            final var parameter = descriptor.parameters().stream().filter(each -> each.name().equals(range.parameter())).findFirst().orElseThrow();
            table.add(TextColumn.of(Tuning.SETTING + range.parameter(), trials.stream().map(trial -> trial.settings().get(range.parameter())).toList()),
                    descriptor.label(parameter), descriptor.help(parameter), Meaning.PLAIN);
        }
        return table.build(Tuning.TABLE, Message.of(Messages.TEXTS, "tuning.trials"));
    }
}
