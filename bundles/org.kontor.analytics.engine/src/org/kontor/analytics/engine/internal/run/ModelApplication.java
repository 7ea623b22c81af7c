// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.engine.KernelChoice;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Preparation;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Model;
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
    private final KernelChoice kernels;

    /**
     * @param sources the sources
     * @param kernels the innermost loops
     */
    @Activate
    public ModelApplication(@Reference final Sources sources, @Reference final KernelChoice kernels) {
        this.sources = sources;
        this.kernels = kernels;
    }

    /**
     * What came out.
     *
     * @param raw     the rows as they are, with what is to be found out where it is known already
     * @param data    the rows that were answered, prepared
     * @param rows    which of the rows as they are these are
     * @param answers an answer for each of them
     * @param model   what answered
     * @param guard   asks the model more
     */
    public record Applied(Dataset raw, Dataset data, int[] rows, TablePart answers, Model model, GuardedRun guard) {
    }

    /** {@return an answer for each row of the plan that is left when it is prepared} */
    public Applied apply(final Store store, final Provider provider, final ModelState state, final Preparation preparation, final Plan plan,
            final RunOptions options, final Progress progress) {
        final var guard = new GuardedRun(provider, options, progress, kernels.active());
        final var model = guard.call(0, 0, context -> provider.algorithm().restore(state));
        final var raw = Rows.read(sources, Optional.of(store), withoutAnswers(store, plan), progress);
        if (raw.rows() == 0) {
            throw EngineProblems.of("analytics.no-rows").asException();
        }
        final var prepared = preparation.apply(raw, false);
        final var data = prepared.data();
        final var answers = guard.call(plan.seed(), AnalysisEngine.budget(options), context -> model.apply(data, context));
        if (answers == null || answers.frame().rows() != data.rows()) {
            throw EngineProblems.of("analytics.provider-nonsense", provider.bundle(), provider.id(), "apply").asException();
        }
        return new Applied(raw, data, prepared.rows(), answers, model, guard);
    }

    /** {@return the rows of a plan, with those of its roles that their source has} */
    public Dataset read(final Store store, final Plan plan, final Progress progress) {
        return Rows.read(sources, Optional.of(store), plan, progress);
    }

    /** {@return the names of the columns that a source has} */
    public List<String> columns(final Store store, final Plan plan) {
        return sources.source(plan.source()).columns(new SourceInput(Optional.of(store), plan.sourceOptions())).stream().map(SourceColumn::name).toList();
    }

    /** {@return whether rows come from the store} */
    public boolean fromStore(final Plan plan) {
        return sources.source(plan.source()).needsStore();
    }

    /** New rows need not have what is to be found out. */
    private Plan withoutAnswers(final Store store, final Plan plan) {
        final var known = columns(store, plan);
        final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        plan.roles().forEach((role, names) -> {
            if (!LEARNED.contains(role) || known.containsAll(names)) {
                roles.put(role, names);
            }
        });
        return new Plan(plan.source(), plan.sourceOptions(), plan.filter(), roles, plan.preparation(), plan.algorithm(), plan.parameters(), plan.seed());
    }
}
