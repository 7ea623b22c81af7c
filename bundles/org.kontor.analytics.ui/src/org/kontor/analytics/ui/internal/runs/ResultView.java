// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.runs;

import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.event.Event;

import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.analytics.ui.internal.Customers;
import org.kontor.analytics.ui.internal.Wording;
import org.kontor.analytics.ui.internal.models.PlanTasks;
import org.kontor.analytics.ui.internal.result.ResultPage;
import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.EmptyState;
import org.kontor.ui.Icons;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.work.Background;

/** The result of a recorded run, which is read as it was even when the bundle that made it is gone. */
public final class ResultView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.analytics.ui.result";


    /**
     * A run with its result.
     *
     * @param run    the run
     * @param title  the method's name
     * @param shown  what came out
     */
    record Opened(RecordedRun run, String title, ResultPage.Shown shown) {

        /** Reads a run; waits for the database. */
        static Opened read(final AnalyticsServices services, final Store store, final RecordedRun run, final String title) {
            return of(services, store, run, title, services.runs().result(store, run.id()).result());
        }

        /** Puts a result in the words of people; waits for the database. */
        static Opened of(final AnalyticsServices services, final Store store, final RecordedRun run, final String title, final Result result) {
            return new Opened(run, title, Wording.of(services.sources(), store, run.plan(), result).of(result, run.warnings()));
        }
    }

    private final EPartService parts;
    private final AnalyticsServices services;
    private Composite root;
    private EmptyState empty;
    private ResultPage page;

    @Inject
    ResultView(final EPartService parts, final AnalyticsServices services) {
        this.parts = parts;
        this.services = services;
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        services.use(opened);
    }

    @PostConstruct
    void create(final Composite parent) {
        parent.setLayout(new FillLayout());
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        root.setLayout(new FillLayout());
        empty = new EmptyState(root, "result.none");
        empty.say(Messages.text("result.none"), Messages.text("result.none.text"), List.of(new EmptyState.Way("result.none.runs",
                Messages.text("result.none.runs"), Icons.HISTORY, () -> parts.showPart(RunsView.ID, PartState.ACTIVATE))));
    }

    /**
     * Shows the result of a run.
     *
     * @param root     who asks
     * @param parts    where views are
     * @param services the services
     * @param run      a run with a result
     * @param title    what it is called
     */
    public static void open(final Control root, final EPartService parts, final AnalyticsServices services, final RecordedRun run, final String title) {
        services.store().ifPresent(store -> Background.of(root, Messages.text("open.job"), progress -> Opened.read(services, store, run, title))
                .then(opened -> {
                    final var part = parts.showPart(ID, PartState.ACTIVATE);
                    if (part != null && part.getObject() instanceof final ResultView view) {
                        view.show(opened);
                    }
                }).start());
    }

    void show(final Opened opened) {
        if (page == null) {
            empty.control().dispose();
            page = new ResultPage(root, (ids, words) -> Customers.show(parts, ids, words, ID));
            root.layout(true, true);
        }
        final var run = opened.run();
        final var bundle = run.provider().orElse("") + ' ' + run.providerVersion().orElse("");
        final var provenance = Messages.text(run.providerMissing() ? "provenance.missing" : "provenance", bundle.strip(),
                FieldFormat.current().instant(run.startedAt()), run.dataFingerprint());
        page.show(new ResultPage.Content(opened.title(), provenance, opened.shown(), PlanTasks.actions(page::control, services, run)));
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void themeChanged(@UIEventTopic(Colours.THEME_CHANGED) final Event event) {
        if (page != null && !page.control().isDisposed()) {
            page.applyTheme();
        }
    }

    @Focus
    void focus() {
        (page == null ? empty.control() : page.control()).setFocus();
    }
}
