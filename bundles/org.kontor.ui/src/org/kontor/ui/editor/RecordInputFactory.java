// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.editor;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

import org.kontor.ui.RecordRef;

/**
 * Brings the inputs of record editors back when the workbench starts.
 *
 * @since 0.1
 */
public final class RecordInputFactory implements IElementFactory {

    @Override
    public IAdaptable createElement(final IMemento memento) {
        // a type that was removed with its feature gives no input, and the workbench then drops the editor
        return RecordRef.parse(memento.getString(RecordEditorInput.REF)).map(RecordEditorInput::of).orElse(null);
    }
}
