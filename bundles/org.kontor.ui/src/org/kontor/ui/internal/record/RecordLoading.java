// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.record;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.ActivityKind;
import org.kontor.model.Catalogue;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.ui.RecordRef;

/**
 * What an editor reads before it shows anything.
 *
 * @param snapshot the record; empty where it does not exist
 * @param picks    the statuses and stages that may be chosen
 */
public record RecordLoading(Optional<Snapshot> snapshot, List<Pick> picks) {

    /**
     * @param store the store
     * @param ref   a stored record
     * @return what its editor needs
     */
    public static RecordLoading stored(final Store store, final RecordRef ref) {
        final var type = Catalogue.standard().type(ref.recordType());
        return store.read(session -> new RecordLoading(Snapshot.read(session, ref), Pick.read(session, type)));
    }

    /**
     * @param store   the store
     * @param ref     a record that does not exist yet
     * @param initial values that were asked for
     * @param today   the day on which new orders and opportunities start
     * @return what its editor needs, with the values that a new record starts with
     */
    public static RecordLoading fresh(final Store store, final RecordRef ref, final Map<String, Object> initial, final LocalDate today) {
        final var type = Catalogue.standard().type(ref.recordType());
        return store.read(session -> {
            final var picks = Pick.read(session, type);
            final var values = defaults(store, type, picks, initial, today);
            values.putAll(initial);
            final var snapshot = Snapshot.fresh(type, ref.id(), values, titles(session, type, values));
            return new RecordLoading(Optional.of(snapshot), picks);
        });
    }

    private static Map<String, Object> defaults(final Store store, final RecordType<?> type, final List<Pick> picks,
            final Map<String, Object> initial,
            final LocalDate today) {
        final var values = new HashMap<String, Object>();
        store.info().userId().filter(user -> type.hasField("owner")).ifPresent(user -> values.put("owner", user));
        if ("Activity".equals(type.name())) {
            values.put("kind", ActivityKind.TASK.name());
        }
        final var kind = initial.getOrDefault("kind", values.get("kind"));
        final var list = kind == null ? type.name() : type.name() + '.' + kind;
        picks.stream().filter(pick -> pick.initial() && pick.list().equals(list)).findFirst()
                .ifPresent(pick -> values.put("status", pick.id()));
        if (type.hasField("stage")) {
            picks.stream().findFirst().ifPresent(pick -> values.put("stage", pick.id()));
        }
        for (final var day : List.of("openDate", "orderDate")) {
            if (type.hasField(day)) {
                values.put(day, today);
            }
        }
        return values;
    }

    private static Map<UUID, String> titles(final Session session, final RecordType<?> type, final Map<String, Object> values) {
        final var titles = new HashMap<UUID, String>();
        for (final var field : type.fields()) {
            if (field.kind() == FieldKind.REFERENCE && values.get(field.name()) instanceof final UUID id) {
                final var target = Catalogue.standard().type(field.target().orElseThrow());
                session.find(target.javaType(), id).ifPresent(record -> titles.put(id, target.title(record)));
            }
        }
        return Map.copyOf(titles);
    }
}
