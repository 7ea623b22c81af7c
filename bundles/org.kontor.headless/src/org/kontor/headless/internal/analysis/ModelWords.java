// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.SavedAnalysis;
import org.kontor.headless.WrongUsageException;
import org.kontor.model.RunPurpose;
import org.kontor.store.Store;

/** What the commands about models in use have in common: how runs and deployments are named, and how they are answered as values. */
final class ModelWords {

    static final String ANYWAY = "anyway";
    static final String REASON = "reason";
    private static final int MOST_RUNS = 1_000;

    private ModelWords() {
    }

    /** {@return the run that a person means by its identifier, or by the name of a saved analysis: the newest that learned} */
    static RecordedRun run(final AnalysisRuns runs, final Store store, final String name) {
        final var saved = runs.saved(store).stream().filter(each -> each.name().equals(name)).toList();
        if (saved.size() > 1) {
            throw several(name, saved.stream().map(SavedAnalysis::id));
        }
        return runs.runs(store, saved.stream().findFirst().map(each -> each.id()), MOST_RUNS).stream()
                .filter(run -> saved.isEmpty() ? run.id().toString().equals(name) : run.succeeded() && run.purpose() == RunPurpose.ANALYSIS).findFirst()
                .orElseThrow(() -> new WrongUsageException(Messages.problem("models.no-run", name)));
    }

    /** {@return the deployment that a person means by its name or its identifier} */
    static Deployment deployment(final ModelDeployments models, final Store store, final String name) {
        final var all = models.all(store);
        final var found = all.stream().filter(each -> each.name().equals(name) || each.id().toString().equals(name)).toList();
        if (found.size() > 1) {
            throw several(name, found.stream().map(Deployment::id));
        }
        return found.stream().findFirst().orElseThrow(() -> new WrongUsageException(Messages.problem("models.none-called", name,
                all.isEmpty() ? "-" : all.stream().map(Deployment::name).collect(Collectors.joining(", ")))));
    }

    private static WrongUsageException several(final String name, final Stream<UUID> ids) {
        return new WrongUsageException(Messages.problem("runs.several", name, ids.map(UUID::toString).collect(Collectors.joining(", "))));
    }

    static Map<String, Object> values(final Deployment deployment) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("id", deployment.id().toString());
        values.put("name", deployment.name());
        values.put("algorithm", deployment.rows().algorithm());
        values.put("source", deployment.rows().source());
        values.put("scheme", deployment.scheme());
        values.put("schedule", Refusals.word(deployment.schedule().name()));
        values.put("champion", deployment.champion().map(term -> term.run().toString()).orElse(null));
        values.put("challenger", deployment.challenger().map(term -> term.run().toString()).orElse(null));
        values.put("terms", deployment.terms().stream().map(ModelWords::values).toList());
        return values;
    }

    private static Map<String, Object> values(final Deployment.Term term) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("run", term.run().toString());
        values.put("role", Refusals.word(term.role().name()));
        values.put("verdict", Refusals.word(term.verdict().name()));
        values.put("from", term.from().toString());
        values.put("to", term.to().map(Object::toString).orElse(null));
        values.put("decidedBy", term.decidedBy());
        values.put("reason", term.reason());
        values.put("figures", term.figures().isEmpty() ? List.of() : List.of(term.figures().split("\n")));
        values.put("endedBy", term.endedBy());
        values.put("endReason", term.endReason());
        return values;
    }
}
