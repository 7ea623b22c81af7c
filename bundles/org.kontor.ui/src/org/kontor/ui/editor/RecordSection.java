// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.editor;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * A section below the fields on the details page of the record editor, contributed to the extension point {@code
 * org.kontor.ui.recordPages}.
 * The class is made by dependency injection in the context of the editor, once for each editor.
 *
 * @since 0.1
 */
public interface RecordSection {

    /**
     * Makes the widgets below the section's heading. Called once, on the user-interface thread: read data by
     * {@link org.kontor.ui.work.Background}.
     *
     * @param parent  the area below the heading
     * @param editing the record
     * @return the section's one control, a child of the parent
     */
    Control create(Composite parent, RecordEditing editing);
}
