// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** Gives the room of the last closed record back to the views; the platform would leave an empty area. It comes back with the next record. */
final class EditorAreaTidying implements IPartListener2 {

    @Override
    public void partClosed(final IWorkbenchPartReference closed) {
        tidy(closed.getPage());
    }

    /** @param page the page, or null where the window has none */
    static void tidy(final IWorkbenchPage page) {
        if (page != null && page.getEditorReferences().length == 0 && page.getViewReferences().length > 0) {
            page.setEditorAreaVisible(false);
        }
    }
}
