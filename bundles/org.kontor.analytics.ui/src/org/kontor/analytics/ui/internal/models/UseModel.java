// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.models;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;

import org.kontor.analytics.Capability;
import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.ModelQuality;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.model.RunPurpose;
import org.kontor.ui.work.Background;

/** From a finished run to a model in use: shows its figures, asks, and records what was decided. */
public final class UseModel {

    /** What the question needs. */
    private record Known(List<Deployment> others, ModelQuality quality) {
    }

    private UseModel() {
    }

    /**
     * Whether a run may have learned a model.
     *
     * @param services the services
     * @param run      any run
     * @return true where asking makes sense
     */
    public static boolean possible(final AnalyticsServices services, final RecordedRun run) {
        return run.succeeded() && run.purpose() == RunPurpose.ANALYSIS && services.algorithms().find(run.plan().algorithm())
                .filter(method -> method.active().descriptor().can(Capability.LEARNS)).isPresent();
    }

    /**
     * Asks and decides.
     *
     * @param root     in whose window
     * @param services the services
     * @param run      the run
     * @param title    what the model may be called
     * @param then     receives the deployment, on the user-interface thread
     */
    public static void ask(final Control root, final AnalyticsServices services, final RecordedRun run, final String title, final Consumer<Deployment> then) {
        final var store = services.store();
        if (store.isEmpty()) {
            return;
        }
        Background.of(root, Messages.text("use.job"), progress -> new Known(services.models().all(store.get()),
                ModelQuality.of(run, services.runs().result(store.get(), run.id()).result()))).then(known ->
                new UseModelDialog(root.getShell(), title, run.plan(), known.quality(), known.others(), wanted -> Background.of(root, Messages.text("use.job"),
                        progress -> wanted.beside().isPresent()
                                ? services.models().challenge(store.get(), wanted.beside().get(), run.id(), wanted.choice().reason())
                                : services.models().deploy(store.get(), run.id(), wanted.choice())).then(then::accept).start()).open()).start();
    }
}
