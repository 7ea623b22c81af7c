// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.runs;

import java.util.function.UnaryOperator;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.event.Event;

import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.ui.internal.CustomerNames;
import org.kontor.analytics.ui.internal.CustomersView;
import org.kontor.analytics.ui.internal.result.ResultPage;
import org.kontor.store.Store;
import org.kontor.ui.field.FieldFormat;

/** The result of a recorded run, which is read as it was even when the bundle that made it is gone. */
public final class ResultView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.analytics.ui.result";

    private static final String THEME_CHANGED = "org/eclipse/e4/ui/css/swt/theme/ThemeManager/themeChanged";

    /**
     * A run with its result.
     *
     * @param run    the run
     * @param title  the method's name
     * @param result what came out
     * @param names  what people call a row of the data
     */
    record Opened(RecordedRun run, String title, Result result, UnaryOperator<String> names) {

        /** Reads a run; waits for the database. */
        static Opened read(final AnalysisRuns runs, final Store store, final RecordedRun run, final String title) {
            return new Opened(run, title, runs.result(store, run.id()).result(), CustomerNames.read(store));
        }
    }

    private final EPartService parts;
    private ResultPage page;

    @Inject
    ResultView(final EPartService parts) {
        this.parts = parts;
    }

    @PostConstruct
    void create(final Composite parent) {
        parent.setLayout(new FillLayout());
        page = new ResultPage(parent, (ids, words) -> CustomersView.show(parts, ids, words));
    }

    void show(final Opened opened) {
        final var run = opened.run();
        final var bundle = run.provider().orElse("") + ' ' + run.providerVersion().orElse("");
        final var provenance = Messages.text(run.providerMissing() ? "provenance.missing" : "provenance", bundle.strip(),
                FieldFormat.current().instant(run.startedAt()), run.dataFingerprint());
        page.show(new ResultPage.Content(opened.title(), provenance, run.warnings(), opened.result(), opened.names()));
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void themeChanged(@UIEventTopic(THEME_CHANGED) final Event event) {
        if (page != null && !page.control().isDisposed()) {
            page.applyTheme();
        }
    }

    @Focus
    void focus() {
        page.control().setFocus();
    }
}
