// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.editor;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Control;

import org.kontor.model.RecordType;
import org.kontor.store.FieldChange;
import org.kontor.store.Store;
import org.kontor.ui.RecordRef;

/**
 * The record in an open editor, as pages and sections see it. Everything here is for the user-interface thread; values are the plain ones
 * of {@link FieldChange}.
 *
 * @since 0.1
 */
public interface RecordEditing {

    /** @return the record's type */
    RecordType<?> type();

    /** @return the record */
    RecordRef ref();

    /** @return whether the record has never been stored */
    boolean isNew();

    /** @return what people call the record, as far as it is typed */
    String title();

    /** @return the store that holds the record */
    Store store();

    /** @return the context of the editor, to run commands in */
    IEclipseContext context();

    /**
     * @param field a field's name
     * @return its value as it stands in the form
     */
    Object value(String field);

    /**
     * Changes a value as if it had been typed: the editor turns dirty, and nothing is stored.
     *
     * @param field a field's name
     * @param plain the value wanted, or null
     */
    void set(String field, Object plain);

    /** @return whether anything differs from what is stored */
    boolean isDirty();

    /**
     * @param control  the listener is dropped when it is disposed of
     * @param listener runs after each change of a value or of the dirty state
     */
    void onChange(Control control, Runnable listener);
}
