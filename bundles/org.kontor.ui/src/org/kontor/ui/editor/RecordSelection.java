// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.editor;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;

/** An editor selects its record, always. */
record RecordSelection(ISelection selection) implements ISelectionProvider {

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(final ISelection other) {
        // the selection of an editor does not change
    }

    @Override
    public void addSelectionChangedListener(final ISelectionChangedListener listener) {
        // the selection of an editor does not change
    }

    @Override
    public void removeSelectionChangedListener(final ISelectionChangedListener listener) {
        // the selection of an editor does not change
    }
}
