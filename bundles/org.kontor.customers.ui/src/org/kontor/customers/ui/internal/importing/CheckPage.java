// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import org.kontor.core.problem.Problem;
import org.kontor.exchange.DryRun;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportState;
import org.kontor.exchange.ReportExport;
import org.kontor.exchange.RowDecision;
import org.kontor.exchange.RowProblem;
import org.kontor.exchange.SourceColumn;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** The third page: what the import would do, what stands in its way, and what to do about that. */
final class CheckPage extends WizardPage implements CheckRun.Listener, ProblemsTable.Repairs {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 340;
    private static final String UNFINISHED = "import.unfinished";

    private final ImportSession session;
    private Composite top;
    private StackLayout stack;
    private ProgressStrip progress;
    private Tiles tiles;
    private Notice notice;
    private SashForm lists;
    private FindingsTable findings;
    private ProblemsTable problems;
    private CheckRun run;

    CheckPage(final ImportSession session) {
        super("check");
        this.session = session;
        setTitle(Messages.text("check.title"));
        setPageComplete(false);
    }

    @Override
    public void createControl(final Composite parent) {
        final var area = WidgetKeys.named(new Composite(parent, SWT.NONE), "import.page.check");
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(0, 8).applyTo(area);
        top = new Composite(area, SWT.NONE);
        stack = new StackLayout();
        top.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        progress = new ProgressStrip(top, "import.check");
        tiles = new Tiles(top, "import.sum", false);
        notice = new Notice(area, "import.check.notice");
        lists = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
        lists.setSashWidth(8);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(lists);
        findings = new FindingsTable(lists, session.decisions(), this::decided);
        problems = new ProblemsTable(lists, this);
        lists.setWeights(45, 55);
        run = new CheckRun(area, session, this);
        setControl(area);
    }

    @Override
    public void setVisible(final boolean visible) {
        super.setVisible(visible);
        if (!visible) {
            run.stop();
        } else if (session.checked().isEmpty()) {
            run.start();
        }
    }

    private void decided(final List<Decisions.Change> changes) {
        change(changes.stream().map(each -> (Consumer<ImportDraft>) draft -> each.apply(draft.choices())).toList());
    }

    private void change(final List<Consumer<ImportDraft>> changes) {
        setPageComplete(false);
        run.change(changes);
    }

    @Override
    public void started(final ShownProgress shown) {
        setPageComplete(false);
        notice.hide();
        setErrorMessage(null);
        setMessage(Messages.text("check.running", file()));
        top(progress.control());
        progress.follow(shown);
    }

    private String file() {
        return session.draft().orElseThrow().file().getFileName().toString();
    }

    private void top(final Composite shown) {
        stack.topControl = shown;
        progress.control().setVisible(shown == progress.control());
        tiles.control().setVisible(shown == tiles.control());
        top.layout(true, true);
    }

    @Override
    public void checked(final DryRun dry) {
        progress.end();
        final var report = dry.report();
        if (dry.state() == ImportState.ALREADY_IMPORTED) {
            known(false);
            again(Problem.of(Messages.TEXTS, "check.already", file()));
            return;
        }
        known(true);
        tiles.show(report);
        top(tiles.control());
        findings.show();
        problems.show(report, repaired());
        final boolean fine = report.problemCounts().isEmpty() && repaired() == 0;
        lists.setMaximizedControl(session.decisions().items().isEmpty() ? problems.control() : fine ? findings.control() : null);
        if (!(top.getDisplay().getFocusControl() instanceof Text)) {
            findings.setFocus();
        }
        final long useful = report.created() + report.updated();
        setPageComplete(useful > 0);
        if (useful == 0) {
            setMessage(Messages.text(report.refused() > 0 ? "check.allrefused" : "check.nothing"), WARNING);
        } else if (report.refused() > 0) {
            setMessage(Messages.text(session.decisions().open() > 0 ? "check.refused.open"
                    : "check.refused", report.refused(), report.rows()), WARNING);
        } else if (session.decisions().open() > 0) {
            setMessage(Messages.text("check.open", session.decisions().open()), INFORMATION);
        } else {
            setMessage(Messages.text("check.good", report.rows()));
        }
        if (report.alreadyThere() > 0) {
            notice.show(Icons.INFO, Messages.text("check.continues", report.alreadyThere()));
        }
    }

    /** Shows numbers and lists only where a check knows them. */
    private void known(final boolean now) {
        lists.setVisible(now);
        if (!now) {
            top(null);
        }
    }

    private void again(final Problem problem) {
        setErrorMessage(problem.happened());
        notice.show(Icons.WARNING, problem.meaning() + ' ' + problem.nextStep(), Messages.text("check.again"),
                () -> change(List.of(draft -> draft.choices().again = true)));
    }

    @Override
    public void stopped() {
        progress.end();
        setMessage(Messages.text("check.stopped"), WARNING);
        known(false);
        notice.show(Icons.INFO, Messages.text("check.stopped.text"), Messages.text("check.anew"), run::start);
    }

    @Override
    public void failed(final Problem problem) {
        progress.end();
        known(false);
        setPageComplete(false);
        if (problem.code().equals(UNFINISHED)) {
            again(problem);
        } else {
            setErrorMessage(problem.happened());
            notice.show(problem);
        }
    }

    private int repaired() {
        final var choices = session.draft().orElseThrow().choices();
        return choices.fixes().size() + choices.rows().size();
    }

    @Override
    public void fix(final RowProblem problem, final String value) {
        final var column = session.draft().orElseThrow().columns().stream().filter(each -> each.name().equals(problem.column()))
                .mapToInt(SourceColumn::index).findFirst();
        column.ifPresent(index -> change(List.of(draft -> draft.choices().fixes().computeIfAbsent(problem.row(), row -> new HashMap<>())
                .put(index, value))));
    }

    @Override
    public void skip(final List<RowProblem> rows) {
        change(List.of(draft -> rows.forEach(problem -> draft.choices().rows().put(problem.row(), RowDecision.SKIP))));
    }

    @Override
    public void reset() {
        change(List.of(draft -> {
            draft.choices().rows().clear();
            draft.choices().fixes().clear();
        }));
    }

    @Override
    public void export(final List<RowProblem> listed, final Path target) {
        Background.of(getControl(), Messages.text("problems.export.job"), job -> {
            ReportExport.problems(listed, target);
            return target;
        }).then(done -> setMessage(Messages.text("problems.exported", done.toString()), INFORMATION)).quiet().start();
    }
}
