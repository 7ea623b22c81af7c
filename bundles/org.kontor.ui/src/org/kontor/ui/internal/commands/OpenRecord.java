// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.commands;

import java.util.List;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import org.kontor.store.Store;
import org.kontor.ui.Commands;
import org.kontor.ui.RecordRef;
import org.kontor.ui.editor.RecordEditor;
import org.kontor.ui.editor.RecordEditorInput;

/** Opens the editor on one record or on each selected one. */
public final class OpenRecord {

    private static final int MOST = 20;

    @CanExecute
    boolean canExecute(@Optional final Store store) {
        return store != null;
    }

    @Execute
    void execute(final IWorkbenchWindow window, @Optional @Named(Commands.OPEN_RECORD_REF) final String ref,
            @Optional @Named(IServiceConstants.ACTIVE_SELECTION) final Object selection) throws PartInitException {
        final List<RecordRef> records = ref == null ? RecordRef.selected(selection) : RecordRef.parse(ref).stream().toList();
        for (final var record : records.subList(0, Math.min(MOST, records.size()))) {
            window.getActivePage().openEditor(RecordEditorInput.of(record), RecordEditor.ID);
        }
    }
}
