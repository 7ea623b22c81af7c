// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.exchange.ImportResult;
import org.kontor.exchange.ImportState;
import org.kontor.exchange.ReportExport;
import org.kontor.store.ConflictException;
import org.kontor.store.History;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** The last page: the import while it runs, then what it did, and the way back. */
final class ResultPage extends WizardPage {

    private static final int WIDTH = 820;

    private final ImportSession session;
    private final Runnable show;
    private Composite area;
    private ProgressStrip progress;
    private Label headline;
    private Label detail;
    private Tiles tiles;
    private Notice notice;
    private Outcome outcome;
    private Composite ways;
    private Button undo;
    private Button records;
    private Button refused;
    private Button resume;
    private ShownProgress running;
    private Optional<ImportResult> result = Optional.empty();
    private boolean undone;

    /**
     * @param session the import
     * @param show    closes the wizard and shows the records
     */
    ResultPage(final ImportSession session, final Runnable show) {
        super("result");
        this.session = session;
        this.show = show;
        setTitle(Messages.text("result.title"));
        setPageComplete(false);
    }

    @Override
    public void createControl(final Composite parent) {
        area = WidgetKeys.named(new Composite(parent, SWT.NONE), "import.page.result");
        GridLayoutFactory.fillDefaults().margins(20, 18).spacing(0, 12).applyTo(area);
        final var resources = new LocalResourceManager(JFaceResources.getResources(), area);
        headline = WidgetKeys.named(new Label(area, SWT.WRAP), "import.headline");
        headline.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD).increaseHeight(5)));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(headline);
        detail = WidgetKeys.named(Colours.styled(new Label(area, SWT.WRAP), Colours.CSS_MUTED), "import.detail");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(detail);
        progress = new ProgressStrip(area, "import.run");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(progress.control());
        notice = new Notice(area, "import.result.notice");
        tiles = new Tiles(area, "import.done", true);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tiles.control());
        ways = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(ways);
        records = way("import.show", Icons.OPEN, "result.show", show);
        resume = way("import.resume", Icons.IMPORT, "result.resume", this::start);
        refused = way("import.refused", Icons.EXPORT, "result.refused", this::exportRefused);
        undo = way("import.undo", Icons.UNDO, "result.undo", () -> takeBack(History.Mode.ALL_OR_NOTHING));
        outcome = new Outcome(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 120).applyTo(outcome.control());
        area.addDisposeListener(gone -> stop());
        setControl(area);
    }

    private Button way(final String key, final Icons icon, final String text, final Runnable action) {
        final var button = WidgetKeys.named(new Button(ways, SWT.PUSH), key);
        button.setText(Messages.text(text));
        button.setImage(icon.image());
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    /** Whether work is under way that closing would stop. */
    boolean running() {
        return running != null;
    }

    /** Whether there is a result, so that the wizard may be closed. */
    boolean finished() {
        return running == null && result.isPresent();
    }

    void stop() {
        if (running != null) {
            running.stop();
        }
    }

    /** Imports. */
    void start() {
        final var draft = session.draft().orElseThrow();
        final var store = session.store();
        undone = false;
        begin(Messages.text("result.running", draft.file().getFileName().toString()), Messages.text("result.running.text"));
        final var shown = running;
        Background.of(area, Messages.text("result.running", draft.file().getFileName().toString()), job -> draft.run(store, shown))
                .then(done -> {
                    ended();
                    result = Optional.of(done);
                    session.changed();
                    show(done);
                })
                .otherwise(thrown -> {
                    ended();
                    session.changed();
                    failed(Background.problem(thrown));
                    return true;
                }).quiet().start();
    }

    private void begin(final String title, final String text) {
        running = new ShownProgress(Progress.NONE);
        setErrorMessage(null);
        setMessage(text);
        headline.setText(title.replace("&", "&&"));
        detail.setText("");
        notice.hide();
        for (final var each : new Control[] {tiles.control(), outcome.control(), ways}) {
            visible(each, false);
        }
        visible(progress.control(), true);
        progress.follow(running);
        changed();
    }

    private void ended() {
        running = null;
        progress.end();
        visible(progress.control(), false);
    }

    private static void visible(final Control control, final boolean now) {
        control.setVisible(now);
        ((GridData) control.getLayoutData()).exclude = !now;
    }

    private void changed() {
        area.layout(true, true);
        setPageComplete(finished());
        if (getContainer() != null && getContainer().getCurrentPage() != null) {
            getContainer().updateButtons();
        }
    }

    private void failed(final Problem problem) {
        headline.setText(Messages.text("result.failed"));
        detail.setText("");
        notice.show(problem);
        setErrorMessage(problem.happened());
        changed();
    }

    private void show(final ImportResult done) {
        final var report = done.report();
        final var kind = session.draft().orElseThrow().kind().label();
        final long written = report.created() + report.updated();
        headline.setText(Messages.text("result." + done.state().name(), written, kind));
        setMessage(Messages.text(done.state() == ImportState.DONE ? "result.message" : "result.message.part"));
        detail.setText(Messages.text(detail(done), report.refused()));
        done.problem().ifPresent(notice::show);
        tiles.show(report);
        outcome.show(report, session.draft().orElseThrow().kind(), session.decisions());
        visible(tiles.control(), true);
        visible(outcome.control(), true);
        visible(ways, true);
        final boolean partial = done.state() == ImportState.CANCELLED || done.state() == ImportState.STOPPED;
        visible(resume, partial);
        visible(refused, report.refused() > 0);
        visible(undo, done.operation().isPresent());
        visible(records, written + report.alreadyThere() > 0);
        changed();
        (partial ? resume : records).setFocus();
    }

    /** What history knows the import by; empty where nothing was written. */
    Optional<UUID> operation() {
        return result.flatMap(ImportResult::operation);
    }

    private static String detail(final ImportResult done) {
        if (done.state() == ImportState.DONE) {
            return done.report().refused() > 0 ? "result.detail.refused" : "result.detail";
        }
        return done.operation().isPresent() ? "result.detail.part" : "result.detail.nothing";
    }

    private void takeBack(final History.Mode mode) {
        final UUID operation = result.flatMap(ImportResult::operation).orElseThrow();
        final var store = session.store();
        begin(Messages.text("result.undoing"), Messages.text("result.undoing.text"));
        final var shown = running;
        Background.of(area, Messages.text("result.undoing"), job -> store.history().undo(operation, mode, shown))
                .then(outcome -> {
                    ended();
                    undone = true;
                    setMessage(Messages.text("result.undone"));
                    headline.setText(Messages.text("result.undone"));
                    detail.setText(Messages.text(outcome.leftOut().isEmpty() ? "result.undone.text"
                            : "result.undone.part", outcome.records(),
                            outcome.leftOut().size()));
                    changed();
                })
                .otherwise(this::notUndone).last(() -> stoppedUndoing(shown)).quiet().start();
    }

    /** Work that was stopped brings no result. */
    private void stoppedUndoing(final ShownProgress shown) {
        if (running == shown) {
            ended();
            result.ifPresent(this::show);
            notice.show(Icons.WARNING, Messages.text("result.undo.stopped"));
            changed();
        }
    }

    private boolean notUndone(final RuntimeException thrown) {
        ended();
        result.ifPresent(this::show);
        if (thrown instanceof final ConflictException conflict) {
            final var titles = new ArrayList<>(conflict.conflicts().stream().map(ConflictException.Conflict::title).distinct().limit(5)
                    .toList());
            notice.show(Icons.WARNING, Messages.text("result.conflict", conflict.conflicts().size(), String.join(", ", titles)),
                    Messages.text("result.conflict.rest"), () -> takeBack(History.Mode.SAFE_PART));
        } else {
            notice.show(Background.problem(thrown));
        }
        changed();
        return true;
    }

    /** Whether the import was taken back. */
    boolean undone() {
        return undone;
    }

    private void exportRefused() {
        final var dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText(Messages.text("result.refused.title"));
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setFileName(Messages.text("result.refused.file"));
        dialog.setOverwrite(true);
        final var chosen = dialog.open();
        if (chosen != null) {
            exportRefused(Path.of(chosen));
        }
    }

    /** Writes the refused rows into a file, to be corrected and imported. */
    void exportRefused(final Path target) {
        final var draft = session.draft().orElseThrow();
        final var report = result.orElseThrow().report();
        Background.of(area, Messages.text("result.refused.job"), job -> ReportExport.refusedRows(draft, report, target, job))
                .then(rows -> {
                    notice.show(Icons.DONE, Messages.text("result.refused.done", rows, target.toString()));
                    changed();
                }).quiet().start();
    }

    @Override
    public IWizardPage getPreviousPage() {
        return running() || finished() && !undone ? null : super.getPreviousPage();
    }
}
