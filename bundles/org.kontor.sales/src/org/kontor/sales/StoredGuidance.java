// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Component;

import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Guidance from the stage's own texts or the product's, with the opportunity's tasks as its state. */
@Component
public final class StoredGuidance implements StageGuidance {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** Used by the service registry. */
    public StoredGuidance() {
        // nothing to keep
    }

    @Override
    public Guidance guidance(final Store store, final UUID opportunity) {
        return store.read(session -> {
            final var record = StoredStageMove.found(session, Opportunity.class, opportunity);
            final var stage = record.getStage();
            final var value = PipelineStages.value(stage);
            final var next = PipelineStages.of(session, Optional.of(value.pipeline())).next(value);
            final var missing = next.map(target -> RequiredFields.missing(record, Map.of(), target)).orElse(List.of());
            return new Guidance(value, next, steps(session, opportunity, stage), lines(stage.getExitCriteria(), stage, "exit"), missing);
        });
    }

    private static List<Step> steps(final Session session, final UUID opportunity, final Stage stage) {
        final var texts = lines(stage.getGuidance(), stage, "guidance");
        final var steps = new ArrayList<Step>();
        for (int i = 0; i < texts.size(); i++) {
            steps.add(step(session, opportunity, texts.get(i), spellings(stage, texts.get(i))));
        }
        return steps;
    }

    private static Step step(final Session session, final UUID opportunity, final String text, final Set<String> spellings) {
        var state = State.TO_DO;
        Optional<UUID> task = Optional.empty();
        final var paths = List.of("id", "status.closed", "status.successful");
        for (final var row : session.rows(tasks(opportunity, spellings), paths)) {
            if ((Boolean) row[1] && (Boolean) row[2]) {
                return new Step(text, State.DONE, Optional.of((UUID) row[0]));
            }
            if (!(Boolean) row[1]) {
                state = State.STARTED;
                task = Optional.of((UUID) row[0]);
            }
        }
        return new Step(text, state, task);
    }

    private static Query<Activity> tasks(final UUID opportunity, final Set<String> subjects) {
        return Query.of(Activity.class).where(Filter.equal("opportunity", opportunity)).where(Filter.equal("kind", ActivityKind.TASK))
                .where(new Filter.In("subject", subjects));
    }

    /** A step that came with the product, in every language: a colleague may have taken it up in another one. */
    private static Set<String> spellings(final Stage stage, final String text) {
        final var spellings = new LinkedHashSet<String>();
        spellings.add(text);
        if (stage.getCode() != null && isBlank(stage.getGuidance())) {
            final int place = builtIn(Locale.getDefault(), stage, "guidance").indexOf(text);
            LANGUAGES.stream().map(language -> builtIn(language, stage, "guidance")).filter(all -> place >= 0 && place < all.size())
                    .forEach(all -> spellings.add(all.get(place)));
        }
        return spellings;
    }

    private static List<String> lines(final String own, final Stage stage, final String what) {
        return isBlank(own) ? builtIn(Locale.getDefault(), stage, what) : split(own);
    }

    private static List<String> builtIn(final Locale language, final Stage stage, final String what) {
        final var key = "stage." + stage.getCode() + '.' + what;
        return stage.getCode() != null && Messages.TEXTS.has(key) ? split(Messages.TEXTS.get(language, key)) : List.of();
    }

    private static List<String> split(final String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static boolean isBlank(final String text) {
        return text == null || text.isBlank();
    }

    @Override
    public Commit take(final Store store, final UUID opportunity, final String step, final boolean done, final Clock clock) {
        return store.write(Intent.of(Cause.EDIT, Messages.get(done ? "intent.stepDone" : "intent.stepTaken", step)), writer -> {
            final var record = StoredStageMove.found(writer, Opportunity.class, opportunity);
            final var known = step(writer, opportunity, step, spellings(record.getStage(), step));
            if (known.state() == State.DONE || known.state() == State.STARTED && !done) {
                return;
            }
            if (known.state() == State.STARTED) {
                ActivityRecords.end(writer, StoredStageMove.found(writer, Activity.class, known.task().orElseThrow()), true, "", clock);
                return;
            }
            final var about = new Activities.About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(opportunity));
            final var task = ActivityRecords.planned(writer, Activities.Draft.task(step, about, null), store.info().userId());
            if (done) {
                ActivityRecords.end(writer, task, true, "", clock);
            }
            writer.add(task);
        });
    }
}
