// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.editor;

import java.util.Map;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

import org.kontor.model.Catalogue;
import org.kontor.model.RecordType;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;

/**
 * Which record an editor shows. Inputs of one record are equal, so that a record is never open twice; a stored record's editor comes back
 * after a restart.
 *
 * @since 0.1
 */
public final class RecordEditorInput implements IEditorInput, IPersistableElement {

    static final String FACTORY = "org.kontor.ui.recordInput";
    static final String REF = "ref";

    private final RecordRef ref;
    private final boolean creates;
    private final Map<String, Object> initialValues;

    private RecordEditorInput(final RecordRef ref, final boolean creates, final Map<String, Object> initialValues) {
        this.ref = Objects.requireNonNull(ref);
        this.creates = creates;
        this.initialValues = Map.copyOf(initialValues);
    }

    /**
     * @param ref a stored record
     * @return the input of its editor
     */
    public static RecordEditorInput of(final RecordRef ref) {
        return new RecordEditorInput(ref, false, Map.of());
    }

    /**
     * @param type          a record type
     * @param initialValues field name to plain value; fields without a value take that of the model
     * @return the input of an editor for a record that is stored when it is saved for the first time
     */
    public static RecordEditorInput create(final RecordType<?> type, final Map<String, Object> initialValues) {
        return new RecordEditorInput(new RecordRef(type.name(), type.create().getId()), true, initialValues);
    }

    /** @return the record */
    public RecordRef ref() {
        return ref;
    }

    /** @return whether the record did not exist when the editor was opened */
    public boolean creates() {
        return creates;
    }

    /** @return field name to plain value, for a new record */
    public Map<String, Object> initialValues() {
        return initialValues;
    }

    @Override
    public boolean exists() {
        return !creates;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icons.of(ref.recordType()).descriptor();
    }

    @Override
    public String getName() {
        return Catalogue.standard().type(ref.recordType()).label();
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getToolTipText() {
        return getName();
    }

    @Override
    public String getFactoryId() {
        return FACTORY;
    }

    @Override
    public void saveState(final IMemento memento) {
        memento.putString(REF, ref.toString());
    }

    @Override
    public <A> A getAdapter(final Class<A> adapter) {
        return adapter == RecordRef.class ? adapter.cast(ref) : null;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof final RecordEditorInput input && input.ref.equals(ref);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }
}
