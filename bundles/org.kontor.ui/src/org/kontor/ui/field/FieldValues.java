// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.field;

import java.util.Arrays;
import java.util.UUID;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.StoredRecord;
import org.kontor.store.FieldChange;

/**
 * Turns the values of entities into the plain ones that {@link FieldChange} holds, and back: a reference is the identifier of its record, a
 * choice the name of its constant, everything else itself.
 *
 * @since 0.1
 */
public final class FieldValues {

    private FieldValues() {
    }

    /**
     * @param field  a field
     * @param record a record of its type, within the session that read it
     * @return the plain value, or null
     */
    public static Object plain(final Field field, final StoredRecord record) {
        return plain(field.get(record));
    }

    /**
     * @param value a value of an entity's field, or null
     * @return the plain value, or null
     */
    public static Object plain(final Object value) {
        return switch (value) {
            case null -> null;
            case final StoredRecord reference -> reference.getId();
            case final Enum<?> choice -> choice.name();
            default -> value;
        };
    }

    /**
     * @param field a field
     * @param plain a plain value, or null
     * @return what the field's setter takes; for a reference an object that only carries its identifier
     */
    public static Object entity(final Field field, final Object plain) {
        if (plain == null) {
            return field.kind() == FieldKind.BOOLEAN ? Boolean.FALSE : null;
        }
        return switch (field.kind()) {
            case REFERENCE -> Catalogue.standard().type(field.target().orElseThrow()).reference((UUID) plain);
            case CHOICE -> field.choices().stream().filter(choice -> choice.name().equals(plain)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(field + " has no choice " + plain + ", only "
                    + Arrays.toString(field.choices().toArray())));
            default -> plain;
        };
    }
}
