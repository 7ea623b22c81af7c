// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.kontor.exchange.RowHandler;
import org.kontor.exchange.RowProblem;
import org.kontor.exchange.Severity;
import org.kontor.exchange.internal.Messages;
import org.kontor.exchange.internal.run.Batch.Change;
import org.kontor.exchange.internal.run.Batch.Update;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.store.FieldChange;
import org.kontor.store.Session;
import org.kontor.store.Writer;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Writes a batch, or finds out what writing it would change. */
final class BatchWriter {

    private static final int CHUNK = 500;

    private final RecordType<?> type;
    private final RowHandler handler;

    BatchWriter(final RecordType<?> type, final RowHandler handler) {
        this.type = type;
        this.handler = handler;
    }

    /** What updates do to one record: its fields before, and the values that the last row wants. */
    private record Difference(Map<String, Object> before, Map<String, Object> wanted) {
    }

    /** Counts what updates would do. */
    Tally compare(final Session session, final Batch batch) {
        final var tally = new Tally();
        differences(session, batch, tally);
        return tally;
    }

    /** Writes everything of a batch; what it counts comes on top of the batch's own tally. */
    Tally write(final Writer writer, final Batch batch) {
        final var tally = new Tally();
        batch.adds.forEach(writer::add);
        final var differences = differences(writer, batch, tally);
        final var records = load(writer, type.javaType(), List.copyOf(differences.keySet()));
        final Consumer<StoredRecord> adder = record -> {
            writer.add(record);
            tally.record(record.getClass().getSimpleName());
        };
        differences.forEach((id, difference) -> {
            final var record = records.get(id);
            difference.before().keySet().forEach(name -> set(writer, record, type.field(name), difference.wanted().get(name)));
            handler.changed(record, difference.before(), difference.wanted(), adder);
        });
        change(writer, batch.changes);
        return tally;
    }

    private static void set(final Writer writer, final StoredRecord record, final Field field, final Object value) {
        if (value instanceof final UUID id && field.target().isPresent()) {
            final Class<? extends StoredRecord> target = field.target().get();
            field.set(record, writer.find(target, id).map(StoredRecord.class::cast)
                    .orElseGet(() -> Catalogue.standard().type(target).reference(id)));
        } else {
            field.set(record, value);
        }
    }

    private void change(final Writer writer, final List<Change<?>> changes) {
        final Map<Class<? extends StoredRecord>, List<UUID>> ids = changes.stream()
                .collect(Collectors.groupingBy(Change::type, LinkedHashMap::new, Collectors.mapping(Change::record, Collectors.toList())));
        final var loaded = new HashMap<UUID, StoredRecord>();
        ids.forEach((changed, records) -> loaded.putAll(load(writer, changed, records.stream().distinct().toList())));
        changes.forEach(change -> apply(change, loaded.get(change.record())));
    }

    private static <T extends StoredRecord> void apply(final Change<T> change, final StoredRecord record) {
        if (record != null) {
            change.change().accept(change.type().cast(record));
        }
    }

    private static Map<UUID, StoredRecord> load(final Session session, final Class<? extends StoredRecord> type, final List<UUID> ids) {
        final var loaded = new HashMap<UUID, StoredRecord>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            final var part = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            session.list(Query.of(type).where(new Filter.In("id", part))).forEach(record -> loaded.put(record.getId(), record));
        }
        return loaded;
    }

    private Map<UUID, Difference> differences(final Session session, final Batch batch, final Tally tally) {
        final var updates = batch.updates;
        final var differences = new LinkedHashMap<UUID, Difference>();
        if (updates.isEmpty()) {
            return differences;
        }
        final var names = updates.stream().flatMap(update -> update.values().keySet().stream()).distinct().filter(type::hasField).toList();
        final var current = current(session, updates.stream().map(Update::record).distinct().toList(), names);
        for (final var update : updates) {
            final var values = current.get(update.record());
            if (values == null) {
                gone(update, batch, tally);
                continue;
            }
            boolean changed = false;
            for (int i = 0; i < names.size(); i++) {
                final var name = names.get(i);
                if (!update.values().containsKey(name) || FieldChange.same(plain(values[i + 1]), plain(update.values().get(name)))) {
                    continue;
                }
                changed = true;
                final var difference = differences.computeIfAbsent(update.record(),
                        id -> new Difference(new LinkedHashMap<>(), new HashMap<>()));
                difference.before().putIfAbsent(name, values[i + 1]);
                difference.wanted().putAll(update.values());
                values[i + 1] = update.values().get(name);
            }
            if (!update.made()) {
                tally.updated += changed ? 1 : 0;
                tally.unchanged += changed ? 0 : 1;
            }
        }
        return differences;
    }

    private static Object plain(final Object value) {
        return value instanceof final Enum<?> choice ? choice.name() : value;
    }

    private static void gone(final Update update, final Batch batch, final Tally tally) {
        if (!update.made()) {
            tally.refused++;
            batch.refused.add(update.row());
            tally.found("match.gone", Severity.ERROR);
            tally.list(new RowProblem(update.row(), update.line(), Severity.ERROR, "match.gone", "", "",
                    Messages.TEXTS.get("row.match.gone"), ""));
        }
    }

    private Map<UUID, Object[]> current(final Session session, final List<UUID> ids, final List<String> names) {
        final var paths = new ArrayList<String>(List.of("id"));
        paths.addAll(names);
        final var current = new HashMap<UUID, Object[]>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            final var part = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            session.rows(Query.of(type.javaType()).where(new Filter.In("id", part)), paths).forEach(row -> current.put((UUID) row[0], row));
        }
        return current;
    }
}
