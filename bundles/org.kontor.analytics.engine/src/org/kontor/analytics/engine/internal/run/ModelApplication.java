// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Preparation;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TablePart;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Applies what was learned once to other rows. */
@Component(service = ModelApplication.class)
public final class ModelApplication {

    private static final List<Role> LEARNED = List.of(Role.TARGET, Role.RATING);

    private final Sources sources;

    /** @param sources the sources */
    @Activate
    public ModelApplication(@Reference final Sources sources) {
        this.sources = sources;
    }

    /** {@return an answer for each row of the plan} */
    public TablePart apply(final Store store, final Provider provider, final ModelState state, final Preparation preparation, final Plan plan,
            final RunOptions options, final Progress progress) {
        final var guard = new GuardedRun(provider, options, progress);
        final var model = guard.call(0, 0, context -> provider.algorithm().restore(state));
        final var raw = Rows.read(sources, Optional.of(store), withoutAnswers(store, plan), progress);
        if (raw.rows() == 0) {
            throw EngineProblems.of("analytics.no-rows").asException();
        }
        final var data = preparation.apply(raw, false).data();
        final var answers = guard.call(plan.seed(), AnalysisEngine.budget(options), context -> model.apply(data, context));
        if (answers == null || answers.frame().rows() != data.rows()) {
            throw EngineProblems.of("analytics.provider-nonsense", provider.bundle(), provider.id(), "apply").asException();
        }
        return answers;
    }

    /** New rows need not have what is to be found out. */
    private Plan withoutAnswers(final Store store, final Plan plan) {
        final var known = sources.source(plan.source()).columns(new SourceInput(Optional.of(store), plan.sourceOptions())).stream()
                .map(SourceColumn::name).toList();
        final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        plan.roles().forEach((role, names) -> {
            if (!LEARNED.contains(role) || known.containsAll(names)) {
                roles.put(role, names);
            }
        });
        return new Plan(plan.source(), plan.sourceOptions(), plan.filter(), roles, plan.preparation(), plan.algorithm(), plan.parameters(), plan.seed());
    }
}
