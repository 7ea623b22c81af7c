// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.SavedAnalysis;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.model.Analysis;
import org.kontor.model.AnalysisSchedule;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Query;

/** Saved analyses as records of a store. */
final class SavedAnalyses {

    private SavedAnalyses() {
    }

    /** Saves under a name; {@return the identifier} */
    static UUID save(final Store store, final Optional<UUID> id, final String name, final Plan plan, final AnalysisSchedule schedule,
            final Optional<String> scheme) {
        final var saved = new UUID[1];
        store.write(Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.save", name)), writer -> {
            final var analysis = id.map(known -> existing(writer, known)).orElseGet(Analysis::new);
            analysis.setName(name);
            analysis.setAlgorithm(plan.algorithm());
            analysis.setPlan(plan.json());
            analysis.setSchedule(schedule);
            analysis.setScheme(scheme.orElse(null));
            if (id.isEmpty()) {
                writer.add(analysis);
            }
            saved[0] = analysis.getId();
        });
        return saved[0];
    }

    static Analysis existing(final Session session, final UUID id) {
        return session.find(Analysis.class, id).orElseThrow(() -> EngineProblems.of("analytics.no-analysis").asException());
    }

    private static SavedAnalysis of(final Analysis analysis) {
        return new SavedAnalysis(analysis.getId(), analysis.getName(), Plan.parse(analysis.getPlan()), analysis.getSchedule(),
                Optional.ofNullable(analysis.getScheme()), Optional.ofNullable(analysis.getLastRunAt()));
    }

    static List<SavedAnalysis> all(final Store store) {
        return store.read(session -> session.list(Query.of(Analysis.class).orderBy("name", true)).stream().map(SavedAnalyses::of).toList());
    }

    static SavedAnalysis find(final Store store, final UUID id) {
        return store.read(session -> of(existing(session, id)));
    }

    /** Remembers that an analysis ran by itself. */
    static void ran(final Store store, final UUID analysis, final Instant at) {
        store.write(Intent.of(Cause.RULE, Messages.TEXTS.get("intent.scheduled")), writer -> existing(writer, analysis)
                .setLastRunAt(at.truncatedTo(ChronoUnit.MICROS)));
    }
}
