// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.editor;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * A page of the record editor, contributed to the extension point {@code org.kontor.ui.recordPages}. The class is made by dependency
 * injection in the context of the editor, once for each editor, when the page is first shown.
 *
 * @since 0.1
 */
public interface RecordPage {

    /**
     * Makes the widgets. Called once, on the user-interface thread: read data by {@link org.kontor.ui.work.Background}.
     *
     * @param parent  the page area
     * @param editing the record
     * @return the page's one control, a child of the parent; what the page holds must be let go when it is disposed of
     */
    Control create(Composite parent, RecordEditing editing);

    /** Puts the keyboard focus where a person would start. */
    void setFocus();
}
