// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.IMenuService;

import org.kontor.model.Catalogue;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.store.Commit;
import org.kontor.store.ConflictException;
import org.kontor.store.RecordPatch;
import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.Commands;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.editor.RecordEditing;
import org.kontor.ui.editor.RecordEditorInput;
import org.kontor.ui.editor.RecordSaving;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.field.FieldValues;
import org.kontor.ui.field.ValueParser;
import org.kontor.ui.internal.field.FormContext;
import org.kontor.ui.internal.record.ChangeLines;
import org.kontor.ui.internal.record.RecordDraft;
import org.kontor.ui.internal.record.RecordLoading;
import org.kontor.ui.internal.record.Snapshot;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Commits;
import org.kontor.ui.work.ProblemDialog;

/** An open editor from reading its record until it is closed: follows the store, saves, and settles conflicts. */
public final class EditorSession implements RecordEditing {

    /** What the session asks of the part that shows it. */
    public interface Part {
        /** The dirty state may have changed. */
        void dirtyChanged();

        /** @param title what people call the record now */
        void titleChanged(String title);

        /** Saves as if the person had asked. */
        void save();

        /** Closes the editor without saving. */
        void close();

        /** @return what fills the header's tool bar */
        IMenuService menus();
    }

    private final Composite root;
    private final Store store;
    private final IEclipseContext context;
    private final RecordEditorInput input;
    private final Part part;
    private final List<Runnable> listeners = new ArrayList<>();
    private RecordDraft draft;
    private FormContext form;
    private RecordHeader header;
    private RecordTabs tabs;
    private String goneBy;
    private String rivals = "";
    private boolean wasDirty;
    private boolean wantsFocus;

    /**
     * @param root    the editor's area
     * @param store   the store
     * @param context the editor's context
     * @param input   the record
     * @param part    the workbench part
     */
    public EditorSession(final Composite root, final Store store, final IEclipseContext context, final RecordEditorInput input,
            final Part part) {
        this.root = root;
        this.store = store;
        this.context = context;
        this.input = input;
        this.part = part;
        Background.of(root, Messages.TEXTS.get("reading", input.getName()), progress -> input.creates()
                ? RecordLoading.fresh(store, input.ref(), input.initialValues(), LocalDate.now())
                : RecordLoading.stored(store, input.ref()))
                .then(this::open).quiet().start();
    }

    private void open(final RecordLoading loading) {
        if (loading.snapshot().isEmpty()) {
            part.titleChanged(Messages.TEXTS.get("absent.title"));
            new AbsentRecord(root, this);
            return;
        }
        draft = new RecordDraft(loading.snapshot().get(), !input.creates());
        final var format = FieldFormat.current();
        form = new FormContext(draft, store, loading.picks(), format, new ValueParser(format, LocalDate.now()),
                ref -> Commands.open(context, ref));
        Colours.styled(root, Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        header = new RecordHeader(root, form, part::save, this::follow);
        final var line = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_LINE);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 1).applyTo(line);
        tabs = new RecordTabs(root, form, this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs.control());
        final var actions = header.actions();
        part.menus().populateContributionManager(actions, "toolbar:org.kontor.ui.record." + type().name());
        header.showActions();
        root.addDisposeListener(gone -> part.menus().releaseContributions(actions));
        draft.addListener(field -> changed());
        Commits.listen(root, store, Set.of(), this::committed);
        changed();
        root.layout(true, true);
        if (wantsFocus) {
            tabs.setFocus();
        }
    }

    private void changed() {
        final var problems = draft.problems();
        header.refresh(title(), problems.isEmpty() ? "" : problems.getFirst().text());
        showMessage(problems);
        part.titleChanged(title());
        if (wasDirty != isDirty()) {
            wasDirty = isDirty();
            part.dirtyChanged();
        }
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private void showMessage(final List<RecordDraft.FieldProblem> problems) {
        if (goneBy != null) {
            header.showStrip(Icons.ERROR, Colours.CSS_ERROR_STRIP, Messages.TEXTS.get("gone", goneBy));
        } else if (!problems.isEmpty() && draft.isDirty()) {
            final var links = problems.stream()
                    .map(problem -> "<a href=\"field:" + problem.field().name() + "\">" + problem.field().label() + "</a>").toList();
            header.showStrip(Icons.ERROR, Colours.CSS_ERROR_STRIP, Messages.TEXTS.get("problems", links.size(), String.join(", ", links)));
        } else if (!rivals.isEmpty() && type().fields().stream().anyMatch(field -> draft.rival(field.name()).isPresent())) {
            header.showStrip(Icons.WARNING, Colours.CSS_WARNING_STRIP, rivals);
        } else {
            header.hideStrip();
        }
    }

    private void follow(final String link) {
        if (link.startsWith("field:")) {
            tabs.focusField(link.substring("field:".length()));
        } else if ("restore".equals(link)) {
            goneBy = null;
            draft.deleted();
            part.save();
        } else if ("close".equals(link)) {
            part.close();
        }
    }

    /** Somebody stored something: where it is about this record, the form follows. */
    private void committed(final Commit commit) {
        final boolean mine = commit.changes().stream().anyMatch(change -> change.id().equals(ref().id()) || draft.refersTo(change.id()));
        if (!mine && !(commit.changes().isEmpty() && commit.recordTypes().contains(type().name()))) {
            return;
        }
        final var set = commit.changeSet();
        record Now(Optional<Snapshot> snapshot, String who) {
        }
        Background.of(root, Messages.TEXTS.get("reading", input.getName()),
                progress -> store.read(session -> new Now(Snapshot.read(session, ref()),
                ChangeLines.who(session, set.userId(), set.userName())))).then(now -> {
                    if (now.snapshot().isPresent()) {
                        merge(now.snapshot().get(), now.who());
                    } else if (draft.isStored()) {
                        goneBy = now.who();
                        changed();
                    }
                }).quiet().start();
    }

    private void merge(final Snapshot now, final String who) {
        goneBy = null;
        final var contested = draft.merge(now, who);
        if (!contested.isEmpty()) {
            rivals = Messages.TEXTS.get("rivals", who, String.join(", ", contested));
        }
        tabs.update();
        changed();
    }

    /**
     * Stores what was typed. Runs the event loop while the disk works, so that the window stays alive.
     *
     * @param monitor shows progress
     * @return whether everything is stored
     */
    public boolean save(final IProgressMonitor monitor) {
        if (draft == null || !draft.isDirty()) {
            return true;
        }
        final var problems = draft.problems();
        if (!problems.isEmpty()) {
            changed();
            // whoever runs the save gives the focus back to where it was when it started
            root.getDisplay().asyncExec(() -> {
                if (!root.isDisposed()) {
                    tabs.focusField(problems.getFirst().field().name());
                }
            });
            return false;
        }
        if (goneBy != null) {
            goneBy = null;
            draft.deleted();
        }
        final var patch = draft.patch();
        final boolean creating = !draft.isStored();
        final var description = Messages.TEXTS.get(creating ? "intent.create" : "intent.change", type().label(), title(), labels(patch));
        final var saving = context.get(RecordSaving.class);
        try {
            ModalContext.run(work -> {
                work.beginTask(description, IProgressMonitor.UNKNOWN);
                if (creating) {
                    saving.create(store, patch, description);
                } else {
                    saving.change(store, patch, description);
                }
            }, true, monitor, root.getDisplay());
        } catch (InvocationTargetException failed) {
            fail(failed.getCause() instanceof final RuntimeException cause ? cause : new IllegalStateException(failed.getCause()));
            return false;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (!root.isDisposed()) {
            draft.saved(patch);
            tabs.fields().settled();
            tabs.update();
            changed();
        }
        return true;
    }

    private String labels(final RecordPatch patch) {
        return String.join(", ",
                type().fields().stream().filter(field -> patch.fields().containsKey(field.name())).map(field -> field.label()).toList());
    }

    private void fail(final RuntimeException thrown) {
        switch (thrown) {
            case final ConflictException conflict when isAboutThis(conflict) ->
                    new ConflictSettlement(this, draft, form, rivalName(conflict)).ask(root, conflict, part::save);
            case final ConflictException gone when gone.conflicts().stream()
                    .anyMatch(each -> each.id().equals(ref().id()) && each.field().isEmpty()) -> {
                goneBy = Messages.TEXTS.get("somebody");
                changed();
            }
            case final CancellationException stopped -> changed();
            default -> ProblemDialog.open(root.getShell(), thrown);
        }
    }

    private boolean isAboutThis(final ConflictException conflict) {
        return conflict.conflicts().stream().allMatch(each -> each.id().equals(ref().id()) && !each.field().isEmpty());
    }

    private String rivalName(final ConflictException conflict) {
        return draft.rival(conflict.conflicts().getFirst().field()).map(RecordDraft.Rival::who).orElse(Messages.TEXTS.get("somebody"));
    }

    /** Puts the focus where a person would start, once there is something to show. */
    public void setFocus() {
        wantsFocus = true;
        if (tabs == null) {
            root.setFocus();
        } else {
            tabs.setFocus();
        }
    }

    Composite root() {
        return root;
    }

    @Override
    public RecordType<?> type() {
        return Catalogue.standard().type(input.ref().recordType());
    }

    @Override
    public RecordRef ref() {
        return input.ref();
    }

    @Override
    public boolean isNew() {
        return !draft.isStored();
    }

    @Override
    public String title() {
        final StoredRecord typed = type().create();
        type().fields().stream().filter(field -> !field.system() && field.kind() == FieldKind.TEXT)
                .forEach(field -> field.set(typed, FieldValues.entity(field, draft.value(field.name()))));
        final var title = type().title(typed);
        return isNew() && title.equals(type().label()) ? Messages.TEXTS.get("new", type().label()) : title;
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public IEclipseContext context() {
        return context;
    }

    @Override
    public Object value(final String field) {
        return draft.value(field);
    }

    @Override
    public void set(final String field, final Object plain) {
        draft.set(field, plain);
    }

    @Override
    public boolean isDirty() {
        return draft != null && draft.isDirty();
    }

    @Override
    public void onChange(final Control control, final Runnable listener) {
        listeners.add(listener);
        control.addDisposeListener(gone -> listeners.remove(listener));
    }
}
