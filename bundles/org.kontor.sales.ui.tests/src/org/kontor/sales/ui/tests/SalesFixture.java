// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.tests;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import org.kontor.customers.StatusList;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.sales.PipelineStages;
import org.kontor.sales.StageValue;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.RecordRef;
import org.kontor.ui.work.Background;

/** The Sales perspective on a throw-away store with the product's own pipeline and a few deals. */
final class SalesFixture implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;

    final Ui ui = Ui.here();
    final ThrowAwayStore store = ThrowAwayStore.inWorkbench();
    final List<StageValue> stages = store.store().read(session -> PipelineStages.of(session, Optional.empty()).stages());
    final Account acme = Samples.account("Acme Engineering GmbH");
    final Opportunity early = deal("Early deal", "prospecting", "1000");
    final Opportunity later = deal("Later deal", "proposal", "20000");
    final Lead lead = lead();

    SalesFixture() {
        store.add(acme, early, later, lead);
        try {
            PlatformUI.getWorkbench().showPerspective("org.kontor.sales.ui.perspective", window());
        } catch (WorkbenchException broken) {
            throw new AssertionError(broken);
        }
        ui.settle();
    }

    private Opportunity deal(final String name, final String stage, final String amount) {
        final var deal = Samples.opportunity(name, acme, reference(Stage.class, stage(stage).id()), amount, LocalDate.of(2026, 6, 30));
        deal.setCurrency(null);
        deal.setBaseAmount(new BigDecimal(amount));
        deal.setOpenDate(LocalDate.of(2026, 1, 15));
        return deal;
    }

    private Lead lead() {
        final var initial = store.store().read(session -> StatusList.of(session, StatusList.LEAD).initial().id());
        final var made = Samples.lead("Lovelace", "Analytical Engines Ltd", reference(Status.class, initial));
        made.setFirstName("Ada");
        made.setEmail("ada@engines.example");
        made.setWebsite("https://engines.example");
        made.setScore(77);
        return made;
    }

    static <T extends StoredRecord> T reference(final Class<T> type, final UUID id) {
        return Catalogue.standard().type(type).reference(id);
    }

    StageValue stage(final String code) {
        return stages.stream().filter(stage -> stage.code().equals(code)).findFirst().orElseThrow(() -> new AssertionError(code + " is none of " + stages));
    }

    int column(final String code) {
        return stages.indexOf(stage(code));
    }

    IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    IWorkbenchPage page() {
        return window().getActivePage();
    }

    IEclipseContext context() {
        return window().getService(IEclipseContext.class);
    }

    /** Brings a view to the top and gives it the focus. */
    <T> T show(final String id, final Class<T> type) {
        final var part = context().get(EPartService.class).showPart(id, PartState.ACTIVATE);
        idle();
        return type.cast(part.getObject());
    }

    MPart part(final String id) {
        return context().get(EPartService.class).findPart(id);
    }

    /** Selects a record as a table does. */
    void select(final String viewId, final StoredRecord record) {
        part(viewId).getContext().get(ESelectionService.class).setSelection(List.of(RecordRef.of(record.getClass(), record.getId())));
        ui.settle();
    }

    /** The stage that an opportunity is in, by code. */
    String stageOf(final Opportunity deal) {
        return store.store().read(session -> session.find(Opportunity.class, deal.getId()).orElseThrow().getStage().getCode());
    }

    static <T> T service(final Class<T> type) {
        final var tracker = new ServiceTracker<T, T>(FrameworkUtil.getBundle(PlatformUI.class).getBundleContext(), type, null);
        tracker.open();
        try {
            final T found = tracker.waitForService(PATIENCE_MILLIS);
            if (found == null) {
                throw new AssertionError("no service " + type.getName());
            }
            return found;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Runs until nothing reads or writes in the background, and no delayed refresh is due. */
    void idle() {
        ui.until("the background is idle", () -> Arrays.stream(Job.getJobManager().find(Background.class)).noneMatch(job -> job.getState() != Job.NONE));
        ui.settle();
    }

    @Override
    public void close() {
        for (final var shell : ui.display().getShells()) {
            if (!shell.isDisposed() && shell.getParent() == window().getShell()) {
                shell.close();
            }
        }
        page().closeAllEditors(false);
        idle();
        store.close();
        ui.settle();
    }
}
