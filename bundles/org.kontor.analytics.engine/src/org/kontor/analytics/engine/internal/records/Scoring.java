// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Completed;
import org.kontor.analytics.engine.DataReport;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.Spread;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.engine.internal.run.Answers;
import org.kontor.analytics.engine.internal.run.ModelApplication;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;

/** Applies what a run learned to the rows of a store as they are now, and says how these differ from those it was learned from. */
final class Scoring {

    /** The warning that the records have changed much. */
    static final String DRIFTED = "analytics.drift";
    private static final int NAMED = 5;
    private static final int EXPLAINED = 50;
    private static final int REASONS = 3;

    private final Algorithms algorithms;
    private final ModelApplication models;

    Scoring(final Algorithms algorithms, final ModelApplication models) {
        this.algorithms = algorithms;
        this.models = models;
    }

    /** {@return who can restore the model of a run: who learned it, else whoever provides the method} */
    Provider provider(final RecordedRun learned) {
        final var method = algorithms.find(learned.plan().algorithm()).orElseThrow(() -> EngineProblems.of("analytics.provider-missing",
                learned.plan().algorithm(), learned.provider().orElse("?")).asException());
        return method.providers().stream().filter(each -> learned.provider().filter(each.bundle()::equals).isPresent()).findFirst()
                .orElse(method.active());
    }

    ModelApplication.Applied apply(final Store store, final RecordedRun learned, final Plan rows, final RunOptions options, final Progress progress) {
        final var state = RunRecords.result(store, learned.id()).model().orElseThrow(() -> EngineProblems.of("analytics.no-model").asException());
        return models.apply(store, provider(learned), state, RunRecords.preparation(store, learned.id()), rows, options, progress);
    }

    /** {@return the scores of all rows as a run, with how much changed since the model learned} */
    Completed score(final Store store, final RecordedRun learned, final Plan rows, final RunOptions options, final Progress progress) {
        final var started = Instant.now();
        final long begin = System.nanoTime();
        final var applied = apply(store, learned, rows, options, progress);
        final var answers = Answers.of(applied.answers());
        final var features = applied.raw().names(Role.FEATURES).stream().map(applied.raw().frame()::column).toList();
        final var spread = RunRecords.spread(store, learned.id());
        final var result = Result.builder();
        result.say(Message.of(Messages.TEXTS, "scoring.summary", applied.data().rows(), learned.startedAt().toString().substring(0, 10)));
        if (spread.isPresent()) {
            drift(result, spread.get().changes(features, answers.spread()));
        } else {
            result.warn("analytics.drift-unknown", Message.of(Messages.TEXTS, "warning.drift-unknown"));
        }
        final int left = applied.raw().rows() - applied.data().rows();
        if (left > 0) {
            result.warn("analytics.rows-dropped", Message.of(Messages.TEXTS, "warning.rows-not-scored", left, applied.raw().rows()));
        }
        final var id = applied.data().find(Role.ID).filter(column -> column.missing() == 0)
                .orElseThrow(() -> EngineProblems.of("analytics.deploy-no-id").asException());
        result.part(scores(applied, id, answers));
        reasons(applied, id, answers, options).ifPresent(result::part);
        final var whole = result.build();
        return new Completed(rows, provider(learned), learned.parameters(), Fingerprint.of(applied.raw().frame()), applied.raw().rows(),
                List.copyOf(rows.columns()), started, (System.nanoTime() - begin) / 1_000_000, DataReport.of(applied.raw()),
                RunRecords.preparation(store, learned.id()), applied.data(), whole, whole.warnings(), Optional.empty());
    }

    private static TablePart scores(final ModelApplication.Applied applied, final Column id, final Answers answers) {
        final var table = table("scoring").add(id.named("id"), Meaning.ID).valuesOf(id.name());
        final var target = applied.raw().find(Role.TARGET);
        answers.label().ifPresent(label -> {
            table.add(label.named("label"), Meaning.LABEL);
            target.map(Column::name).ifPresent(table::valuesOf);
        });
        answers.score().ifPresent(score -> table.add(score.named("score"), Meaning.SCORE));
        answers.sought().ifPresent(sought -> {
            table.add(TextColumn.of(ModelDeployments.SOUGHT, new int[id.rows()], Dictionary.of(sought)), Meaning.PLAIN);
            target.map(Column::name).ifPresent(table::valuesOf);
        });
        // what is to be found out, where it is known already: nothing that a model could be judged by later
        target.ifPresent(known -> table.add(known.take(applied.rows()).named(ModelDeployments.KNOWN), Meaning.PLAIN).valuesOf(known.name()));
        return table.build(ModelDeployments.SCORES, Message.of(Messages.TEXTS, "scoring.scores"));
    }

    private static TableBuilder table(final String prefix) {
        return new TableBuilder(Messages.TEXTS, prefix);
    }

    /** How the rows changed since the model learned: a table, a sentence, and a warning where it should learn again. */
    private static void drift(final Result.Builder result, final List<Spread.Change> changes) {
        final var score = changes.stream().filter(change -> change.name().equals(Spread.ANSWER)).findFirst();
        final var features = changes.stream().filter(change -> !change.name().equals(Spread.ANSWER)).toList();
        final var much = features.stream().filter(Spread.Change::much).toList();
        final var some = features.stream().filter(change -> change.some() && !change.much()).toList();
        result.say(much.isEmpty() && some.isEmpty() ? Message.of(Messages.TEXTS, "drift.none")
                : Message.of(Messages.TEXTS, "drift.some", much.size() + some.size(), features.size(), names(much.isEmpty() ? some : much)));
        score.ifPresent(change -> result.say(Message.of(Messages.TEXTS, change.much() ? "drift.score.much" : change.some() ? "drift.score.some"
                : "drift.score.none", change.index())));
        if (!much.isEmpty() || score.filter(Spread.Change::much).isPresent()) {
            result.warn(DRIFTED, Message.of(Messages.TEXTS, "warning.drift",
                    much.isEmpty() ? Message.of(Messages.TEXTS, "drift.answer") : names(much)));
        }
        features.stream().map(Spread.Change::index).max(Comparator.naturalOrder())
                .ifPresent(most -> result.metric("drift", most, Message.of(Messages.TEXTS, "drift.metric"), Trail.NONE));
        score.ifPresent(change -> result.metric("drift-score", change.index(), Message.of(Messages.TEXTS, "drift.metric.score"), Trail.NONE));
        result.part(table("drift").messages("column", changes.stream().map(change -> change.name().equals(Spread.ANSWER)
                ? Message.of(Messages.TEXTS, "drift.answer") : Message.column(change.name())).toList())
                .numbers("index", changes.stream().mapToDouble(Spread.Change::index).toArray())
                .numbers("chance", changes.stream().mapToDouble(Spread.Change::chance).toArray())
                .numbers("missing-before", Meaning.SHARE, changes.stream().mapToDouble(Spread.Change::missingBefore).toArray())
                .numbers("missing-now", Meaning.SHARE, changes.stream().mapToDouble(Spread.Change::missingNow).toArray())
                .build(ModelDeployments.DRIFT, Message.of(Messages.TEXTS, "drift.table")));
    }

    private static Message names(final List<Spread.Change> changes) {
        final var names = Message.join(", ", changes.stream().limit(NAMED)
                .map(change -> with(change.name(), String.format(Locale.ROOT, " %.2f", change.index()))).toList());
        return changes.size() > NAMED ? Message.join(", ", List.of(names, Message.name("…"))) : names;
    }

    private static Message with(final String column, final String figure) {
        return Message.join("", List.of(Message.column(column), Message.name(figure)));
    }

    /** Why the highest scores are what they are: amounts that sum to the score, the largest first, in signs that need no language. */
    private static Optional<TablePart> reasons(final ModelApplication.Applied applied, final Column id, final Answers answers, final RunOptions options) {
        if (answers.score().isEmpty() || answers.label().isPresent() && answers.sought().isEmpty()) {
            return Optional.empty();
        }
        final var score = answers.score().get();
        final var order = IntStream.range(0, score.rows()).filter(row -> !score.isMissing(row)).boxed()
                .sorted(Collections.reverseOrder(Comparator.comparingDouble(score::number))).limit(EXPLAINED).mapToInt(Integer::intValue).toArray();
        final var words = applied.guard().call(0, options.memory(), context -> {
            final var found = new ArrayList<Message>();
            for (final int row : order) {
                context.checkCancelled();
                found.add(words(applied.model(), applied, row));
            }
            return found;
        });
        if (words.stream().allMatch(each -> each.mentions().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(table("scoring").add(id.take(order).named("id"), Meaning.PLAIN).valuesOf(id.name())
                .add(score.take(order).named("score"), Meaning.PLAIN).messages("reason", Meaning.REASON, words)
                .build(ModelDeployments.REASONS, Message.of(Messages.TEXTS, "scoring.reasons")));
    }

    private static Message words(final Model model, final ModelApplication.Applied applied, final int row) {
        return Message.join("; ", model.explain(applied.data(), row).stream().filter(each -> !each.column().isEmpty() && each.amount() != 0)
                .sorted(Comparator.comparingDouble(each -> -Math.abs(each.amount()))).limit(REASONS)
                .map(each -> with(each.column(), String.format(Locale.ROOT, " %+.3f", each.amount()))).toList());
    }
}
