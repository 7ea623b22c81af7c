// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;

import org.kontor.model.Catalogue;
import org.kontor.model.StoredRecord;

/**
 * Names one stored record: what tables, boards and editors select, what commands take as parameter, what a drag carries. Holds no data, so
 * that whoever receives it reads what is true now.
 *
 * @param recordType the record type's name, such as {@code Account}
 * @param id         the record
 * @since 0.1
 */
public record RecordRef(String recordType, UUID id) {

    public RecordRef {
        Objects.requireNonNull(recordType);
        Objects.requireNonNull(id);
    }

    /**
     * @param type the record's type
     * @param id   the record
     * @return its name
     */
    public static RecordRef of(final Class<? extends StoredRecord> type, final UUID id) {
        return new RecordRef(Catalogue.standard().type(type).name(), id);
    }

    /** @return the entity class of the record */
    public Class<? extends StoredRecord> javaType() {
        return Catalogue.standard().type(recordType).javaType();
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text any text; null allowed
     * @return the record it names, or empty where it names none or a type that this product does not know
     */
    public static Optional<RecordRef> parse(final String text) {
        final int colon = text == null ? -1 : text.indexOf(':');
        if (colon < 0 || Catalogue.standard().find(text.substring(0, colon)).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordRef(text.substring(0, colon), UUID.fromString(text.substring(colon + 1))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * The records of a selection, whichever part it comes from.
     *
     * @param selection what a selection service, a viewer or a drop hands out: a record, something adaptable to one, or several of them;
     *                  null
     *                  allowed
     * @return the records in order; empty where there are none
     */
    public static List<RecordRef> selected(final Object selection) {
        final Collection<?> items = switch (selection) {
            case null -> List.of();
            case final IStructuredSelection several -> several.toList();
            case final Collection<?> several -> several;
            case final Object[] several -> List.of(several);
            default -> List.of(selection);
        };
        final var found = new ArrayList<RecordRef>();
        for (final var item : items) {
            final var ref = Adapters.adapt(item, RecordRef.class);
            if (ref != null) {
                found.add(ref);
            }
        }
        return List.copyOf(found);
    }

    /** @return type and identifier, joined by a colon */
    @Override
    public String toString() {
        return recordType + ':' + id;
    }
}
