// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.commands;

import java.util.List;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;

import org.kontor.model.Catalogue;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.kontor.ui.Commands;
import org.kontor.ui.RecordRef;
import org.kontor.ui.editor.RecordEditorInput;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Question;

/** Deletes records after asking; undo brings them back. */
public final class DeleteRecord {

    @CanExecute
    boolean canExecute(@Optional final Store store, @Optional @Named(IServiceConstants.ACTIVE_SELECTION) final Object selection) {
        return store != null && !store.info().readOnly() && !RecordRef.selected(selection).isEmpty();
    }

    @Execute
    void execute(final IWorkbenchWindow window, final Store store, @Optional @Named(Commands.OPEN_RECORD_REF) final String ref,
            @Optional @Named(IServiceConstants.ACTIVE_SELECTION) final Object selection) {
        final List<RecordRef> records = ref == null ? RecordRef.selected(selection) : RecordRef.parse(ref).stream().toList();
        if (!records.isEmpty()) {
            Background.of(window.getShell(), Messages.TEXTS.get("delete.reading"), progress -> describe(store, records))
                    .then(what -> ask(window, store, records, what)).quiet().start();
        }
    }

    private static String describe(final Store store, final List<RecordRef> records) {
        final var first = records.getFirst();
        final var type = Catalogue.standard().type(first.recordType());
        if (records.size() > 1) {
            return Messages.TEXTS.get("delete.several", records.size(), type.pluralLabel());
        }
        final var title = store.read(session -> session.find(type.javaType(), first.id()).map(type::title)).orElse("");
        return Messages.TEXTS.get("delete.one", type.label(), title);
    }

    private static void ask(final IWorkbenchWindow window, final Store store, final List<RecordRef> records, final String what) {
        Question.ask(window.getShell(), "delete", Messages.TEXTS.get("delete.title"), Messages.TEXTS.get("delete.question", what),
                Messages.TEXTS.get("delete.yes"), Messages.TEXTS.get("cancel"), () -> delete(window, store, records, what));
    }

    private static void delete(final IWorkbenchWindow window, final Store store, final List<RecordRef> records, final String what) {
        final var intent = Intent.of(Cause.EDIT, Messages.TEXTS.get("delete.intent", what));
        Background.of(window.getShell(), Messages.TEXTS.get("delete.intent", what), progress -> store.write(intent, writer -> {
            progress.begin(intent.description(), records.size());
            for (final var record : records) {
                progress.checkCancelled();
                writer.delete(record.javaType(), record.id());
                progress.worked(1);
            }
        })).then(commit -> close(window.getActivePage(), records)).start();
    }

    private static void close(final IWorkbenchPage page, final List<RecordRef> records) {
        for (final var record : records) {
            final var editor = page.findEditor(RecordEditorInput.of(record));
            if (editor != null) {
                page.closeEditor(editor, false);
            }
        }
    }
}
