// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.models;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Control;

import org.kontor.analytics.engine.FollowUps;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.analytics.ui.internal.result.ResultAction;
import org.kontor.ui.Icons;
import org.kontor.ui.work.Background;

/** From the highest scores of a run to tasks for the owners of these records. */
public final class PlanTasks {

    private PlanTasks() {
    }

    /**
     * What the page of a run's result offers.
     *
     * @param root     in whose window
     * @param services the services
     * @param run      any run
     * @return the action; nothing where the run scored no records
     */
    public static List<ResultAction> actions(final Supplier<Control> root, final AnalyticsServices services, final RecordedRun run) {
        return FollowUps.possible(run) ? List.of(new ResultAction("plan", Messages.text("action.plan"), Messages.text("action.plan.help"), Icons.TASK,
                () -> ask(root.get(), services, run))) : List.of();
    }

    /**
     * Shows who would get how many, asks and plans.
     *
     * @param root     in whose window
     * @param services the services
     * @param run      a run that scored
     */
    static void ask(final Control root, final AnalyticsServices services, final RecordedRun run) {
        services.store().ifPresent(store -> Background.of(root, Messages.text("plan.job"), progress -> services.followUps().listed(store, run.id()))
                .then(listed -> new PlanTasksDialog(root.getShell(), store, services.followUps(), listed).open()).start());
    }
}
