// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.record;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.Catalogue;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.model.User;
import org.kontor.store.Session;
import org.kontor.ui.RecordRef;
import org.kontor.ui.field.FieldValues;

/**
 * A record as it stood in the store at one moment, good on every thread.
 *
 * @param ref    the record
 * @param values field name to plain value, for every field of the type
 * @param titles what people call the records that it refers to
 */
public record Snapshot(RecordRef ref, Map<String, Object> values, Map<UUID, String> titles) {

    /**
     * @param session what to read with
     * @param ref     a record
     * @return the record as it stands, or empty where there is none
     */
    public static Optional<Snapshot> read(final Session session, final RecordRef ref) {
        return session.find(ref.javaType(), ref.id()).map(record -> of(session, ref, record));
    }

    private static Snapshot of(final Session session, final RecordRef ref, final StoredRecord record) {
        final var type = Catalogue.standard().type(ref.recordType());
        final var titles = new HashMap<UUID, String>();
        for (final var field : type.fields()) {
            final var value = field.get(record);
            if (value instanceof final StoredRecord target) {
                titles.put(target.getId(), Catalogue.standard().type(field.target().orElseThrow()).title(target));
            } else if (field.kind() == FieldKind.ID && value instanceof final UUID id && !titles.containsKey(id)) {
                session.find(User.class, id).ifPresent(user -> titles.put(id, Catalogue.standard().type(User.class).title(user)));
            }
        }
        return new Snapshot(ref, values(type, record), Map.copyOf(titles));
    }

    /**
     * @param type     a record type
     * @param id       the new record's identifier
     * @param initial  field name to plain value
     * @param titles   what people call the records that the values refer to
     * @return a record that is not stored: the model's own values, and the given ones over them
     */
    public static Snapshot fresh(final RecordType<?> type, final UUID id, final Map<String, Object> initial,
            final Map<UUID, String> titles) {
        final var values = new LinkedHashMap<>(values(type, type.create()));
        values.putAll(initial);
        return new Snapshot(new RecordRef(type.name(), id), Collections.unmodifiableMap(values), titles);
    }

    private static Map<String, Object> values(final RecordType<?> type, final StoredRecord record) {
        final var values = new LinkedHashMap<String, Object>();
        for (final var field : type.fields()) {
            values.put(field.name(), FieldValues.plain(field, record));
        }
        return Collections.unmodifiableMap(values);
    }
}
