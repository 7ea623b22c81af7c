// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Named;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.RecordType;
import org.kontor.store.Store;
import org.kontor.ui.Commands;
import org.kontor.ui.editor.RecordEditor;
import org.kontor.ui.editor.RecordEditorInput;

/** Opens the editor on a record that does not exist yet. */
public final class NewRecord {

    @CanExecute
    boolean canExecute(@Optional final Store store) {
        return store != null && !store.info().readOnly();
    }

    @Execute
    void execute(final IWorkbenchWindow window, @Named(Commands.NEW_RECORD_TYPE) final String typeName,
            @Optional @Named(Commands.NEW_RECORD_VALUES) final String values) throws PartInitException {
        final var type = Catalogue.standard().type(typeName);
        window.getActivePage().openEditor(RecordEditorInput.create(type, values(type, values)), RecordEditor.ID);
    }

    /** Reads {@code name=text;account=UUID}. */
    static Map<String, Object> values(final RecordType<?> type, final String text) {
        final var values = new LinkedHashMap<String, Object>();
        for (final var part : text == null ? new String[0] : text.split(";")) {
            final int equals = part.indexOf('=');
            if (equals > 0 && type.hasField(part.substring(0, equals))) {
                final var field = type.field(part.substring(0, equals));
                values.put(field.name(), value(field, part.substring(equals + 1)));
            }
        }
        return values;
    }

    private static Object value(final Field field, final String text) {
        return switch (field.kind()) {
            case REFERENCE, ID -> UUID.fromString(text);
            case DATE -> LocalDate.parse(text);
            case INSTANT -> Instant.parse(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case INTEGER -> field.javaType() == Long.class ? (Object) Long.valueOf(text) : (Object) Integer.valueOf(text);
            case DECIMAL, PERCENT, MONEY -> new BigDecimal(text);
            default -> text;
        };
    }
}
