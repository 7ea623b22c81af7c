// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.core.problem.Problem;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ReadOptions;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.TextUndo;
import org.kontor.ui.work.Background;

/** The first page: which file, what its rows become, and how it is read, with its first rows as they will be understood. */
final class FilePage extends WizardPage {

    private static final String PREFERENCES = "org.kontor.customers.ui";
    private static final String FOLDER = "import.folder";
    private static final int TYPING_MILLIS = 300;
    private static final int WIDTH = 820;
    private static final int ROWS_HEIGHT = 190;

    private final ImportSession session;
    private final Runnable look = this::look;
    private Optional<String> kind;
    private Text file;
    private Combo kinds;
    private CLabel kindWhy;
    private Button other;
    private ReadSettings settings;
    private Notice notice;
    private Composite details;
    private PreviewTable preview;
    private int asked;

    /**
     * @param session the import
     * @param kind    the kind that is chosen from the beginning; empty to guess it
     */
    FilePage(final ImportSession session, final Optional<String> kind) {
        super("file");
        this.session = session;
        this.kind = kind;
        setTitle(Messages.text("file.title"));
        setPageComplete(false);
    }

    @Override
    public void createControl(final Composite parent) {
        final var area = WidgetKeys.named(new Composite(parent, SWT.NONE), "import.page.file");
        GridLayoutFactory.fillDefaults().numColumns(3).margins(14, 12).spacing(10, 7).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.text("file.file"));
        file = WidgetKeys.named(new Text(area, SWT.BORDER | SWT.SINGLE), "import.file");
        file.setMessage(Messages.text("file.hint"));
        TextUndo.install(file);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(WIDTH / 2, SWT.DEFAULT).applyTo(file);
        file.addListener(SWT.Modify, event -> typed());
        final var browse = WidgetKeys.named(new Button(area, SWT.PUSH), "import.browse");
        browse.setText(Messages.text("file.browse"));
        browse.addListener(SWT.Selection, event -> browse());
        setButtonLayoutData(browse);
        new Label(area, SWT.NONE).setText(Messages.text("file.kind"));
        createKinds(area);
        notice = new Notice(area, "import.notice").spanning(3);
        createDetails(area);
        acceptDrops(area);
        setControl(area);
        show();
    }

    private void createKinds(final Composite area) {
        final var row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 0).applyTo(row);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(row);
        kinds = WidgetKeys.named(new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN), "import.kind");
        session.imports().kinds().forEach(each -> kinds.add(each.label()));
        kinds.setVisibleItemCount(kinds.getItemCount());
        kind.ifPresent(key -> select(session.imports().kind(key)));
        kinds.addListener(SWT.Selection, event -> choose(session.imports().kinds().get(kinds.getSelectionIndex())));
        kindWhy = WidgetKeys.named(Colours.styled(new CLabel(row, SWT.NONE), Colours.CSS_MUTED), "import.kind.why");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(120, SWT.DEFAULT).applyTo(kindWhy);
        other = WidgetKeys.named(new Button(row, SWT.PUSH), "import.kind.guessed");
        other.addListener(SWT.Selection, event -> session.seen().flatMap(ImportSession.Look::guessed).ifPresent(this::choose));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).exclude(true).applyTo(other);
        other.setVisible(false);
    }

    private void createDetails(final Composite area) {
        details = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(details);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(details);
        heading(details, "file.reading");
        settings = new ReadSettings(details, this::readAgain);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(settings.control());
        heading(details, "file.preview");
        preview = new PreviewTable(details);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, ROWS_HEIGHT).applyTo(preview.control());
    }

    static Label heading(final Composite parent, final String key) {
        final var label = new Label(parent, SWT.NONE);
        label.setText(Messages.text(key));
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().indent(0, 4).applyTo(label);
        return label;
    }

    private void acceptDrops(final Composite area) {
        final var target = new DropTarget(area, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_MOVE | DND.DROP_LINK);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(final DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(final DropTargetEvent event) {
                if (event.data instanceof final String[] files && files.length > 0) {
                    file.setText(files[0]);
                }
            }
        });
    }

    private void browse() {
        final var dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Messages.text("file.browse.title"));
        dialog.setFilterNames(new String[] {Messages.text("file.browse.text"), Messages.text("file.browse.all")});
        dialog.setFilterExtensions(new String[] {"*.csv;*.txt;*.tsv;*.tab;*.CSV;*.TXT;*.TSV", "*"});
        dialog.setFilterPath(InstanceScope.INSTANCE.getNode(PREFERENCES).get(FOLDER, System.getProperty("user.home")));
        final var chosen = dialog.open();
        if (chosen != null) {
            InstanceScope.INSTANCE.getNode(PREFERENCES).put(FOLDER, dialog.getFilterPath());
            file.setText(chosen);
        }
    }

    private void typed() {
        setPageComplete(false);
        file.getDisplay().timerExec(-1, look);
        file.getDisplay().timerExec(TYPING_MILLIS, look);
    }

    private void choose(final ImportKind chosen) {
        kind = Optional.of(chosen.key());
        select(chosen);
        look();
    }

    private void select(final ImportKind chosen) {
        kinds.select(session.imports().kinds().indexOf(chosen));
    }

    private void look() {
        if (file.isDisposed()) {
            return;
        }
        final var text = file.getText().strip();
        final var before = session.draft().filter(draft -> draft.file().toString().equals(text)).map(draft -> draft.read());
        final int number = ++asked;
        session.see(Optional.empty());
        if (text.isEmpty()) {
            show();
            return;
        }
        setPageComplete(false);
        final var wanted = kind;
        Background.of(file, Messages.text("file.looking"), progress -> {
            final var seen = session.look(path(text), wanted);
            before.ifPresent(seen.draft()::read);
            return seen;
        }).then(seen -> {
            if (number == asked) {
                session.see(Optional.of(seen));
                show();
            }
        }).otherwise(thrown -> number != asked || failed(Background.problem(thrown))).quiet().start();
    }

    private static Path path(final String text) {
        try {
            final var path = Path.of(text);
            return path.isAbsolute() || Files.exists(path) ? path : Path.of(System.getProperty("user.home")).resolve(path);
        } catch (InvalidPathException wrong) {
            throw Problem.of(Messages.TEXTS, "file.name", text).asException(wrong);
        }
    }

    private boolean failed(final Problem problem) {
        setErrorMessage(problem.happened());
        notice.show(problem);
        setPageComplete(false);
        preview.clear();
        if (session.seen().isEmpty()) {
            showDetails(false);
        }
        return true;
    }

    private void readAgain(final ReadOptions options) {
        final var seen = session.seen();
        if (seen.isEmpty()) {
            return;
        }
        final int number = ++asked;
        setPageComplete(false);
        settings.setEnabled(false);
        Background.of(file, Messages.text("file.looking"), progress -> {
            seen.get().draft().read(options);
            return seen;
        }).then(again -> {
            if (number == asked) {
                session.see(again);
                show();
            }
        }).otherwise(thrown -> number != asked || failed(Background.problem(thrown))).last(() -> settings.setEnabled(true)).quiet().start();
    }

    private void show() {
        setErrorMessage(null);
        notice.hide();
        final var seen = session.seen();
        showDetails(seen.isPresent());
        if (seen.isEmpty()) {
            setMessage(Messages.text("file.message"));
            setPageComplete(false);
            return;
        }
        final var draft = seen.get().draft();
        settings.show(draft);
        preview.show(draft);
        showKind(seen.get());
        final var unsure = draft.evidence().stream().filter(each -> !each.certain() && List.of("encoding", "separator", "header")
                .contains(each.option()))
                .findFirst();
        if (!seen.get().chosen()) {
            setMessage(Messages.text("file.choosekind"), WARNING);
        } else if (unsure.isPresent()) {
            setMessage(Messages.text("file.unsure"), WARNING);
        } else {
            setMessage(Messages.text("file.ready", draft.columns().size(), draft.kind().label()));
        }
        ((Composite) getControl()).layout(true, true);
        setPageComplete(seen.get().chosen());
        unstorable().ifPresent(this::failed);
    }

    private void showDetails(final boolean now) {
        details.setVisible(now);
        kindWhy.setVisible(now);
    }

    private void showKind(final ImportSession.Look seen) {
        final boolean differs = kind.isPresent() && seen.guessed().filter(guess -> !guess.key().equals(kind.get())).isPresent();
        if (seen.chosen()) {
            select(seen.draft().kind());
        } else {
            kinds.deselectAll();
        }
        kindWhy.setImage(differs || !seen.chosen() ? Icons.WARNING.image() : null);
        kindWhy.setText(!seen.chosen() ? Messages.text("file.kind.unknown")
                : differs ? Messages.text("file.kind.differs", seen.guessed().get().label())
                : kind.isPresent() ? "" : Messages.text("file.kind.guessed"));
        other.setVisible(differs);
        ((GridData) other.getLayoutData()).exclude = !differs;
        seen.guessed().ifPresent(guess -> other.setText(Messages.text("file.kind.use", guess.label())));
        kindWhy.getParent().layout(true, true);
    }

    @Override
    public void setVisible(final boolean visible) {
        super.setVisible(visible);
        if (visible) {
            unstorable().ifPresent(this::failed);
            file.setFocus();
        }
    }

    /** Why nothing can be written, whatever the file. */
    private Optional<Problem> unstorable() {
        if (session.store() == null) {
            return Optional.of(Problem.of(Messages.TEXTS, "store.none"));
        }
        return session.store().info().readOnly() ? Optional.of(Problem.of(Messages.TEXTS, "store.readonly")) : Optional.empty();
    }
}
