// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.model.User;
import org.kontor.store.FieldChange;
import org.kontor.store.RecordChange;
import org.kontor.store.Session;
import org.kontor.ui.field.FieldFormat;

/** Puts changes of records into words. */
public final class ChangeLines {

    /**
     * One field's change.
     *
     * @param field  the field
     * @param before its value before; empty where there was none
     * @param after  its value after; empty where there is none
     */
    public record Line(Field field, String before, String after) {
    }

    private final Session session;
    private final FieldFormat format;

    /**
     * @param session what to look up references with
     * @param format  how values are written
     */
    public ChangeLines(final Session session, final FieldFormat format) {
        this.session = session;
        this.format = format;
    }

    /**
     * @param change what happened to a record
     * @return a line for each field that a person can make sense of
     */
    public List<Line> of(final RecordChange change) {
        final var type = Catalogue.standard().find(change.recordType());
        final var lines = new ArrayList<Line>();
        if (type.isPresent()) {
            for (final var entry : change.fields().entrySet()) {
                if (type.get().hasField(entry.getKey())) {
                    final var field = type.get().field(entry.getKey());
                    final var line = new Line(field, text(field, entry.getValue().before(), change, false),
                            text(field, entry.getValue().after(), change, true));
                    if (!isTechnical(field) && !(line.before().isEmpty() && line.after().isEmpty())) {
                        lines.add(line);
                    }
                }
            }
        }
        return lines;
    }

    private static boolean isTechnical(final Field field) {
        return field.kind() == FieldKind.ID || "createdAt".equals(field.name()) || "modifiedAt".equals(field.name());
    }

    private String text(final Field field, final Object value, final RecordChange change, final boolean after) {
        if (field.kind() == FieldKind.REFERENCE) {
            return value instanceof final UUID id ? title(Catalogue.standard().type(field.target().orElseThrow()), id) : "";
        }
        return format.text(field, value, currency(field, change, after)).replaceAll("\\s+", " ");
    }

    private String currency(final Field field, final RecordChange change, final boolean after) {
        final var path = field.currencyPath();
        if (path.isEmpty() || path.contains(".")) {
            return null;
        }
        final var changed = change.fields().get(path);
        if (changed != null) {
            return (String) (after ? changed.after() : changed.before());
        }
        return session.find(type(change).javaType(), change.id()).map(record -> (String) type(change).field(path).get(record)).orElse(null);
    }

    private static RecordType<?> type(final RecordChange change) {
        return Catalogue.standard().type(change.recordType());
    }

    /**
     * @param type a record type
     * @param id   a record of it
     * @return what people call it; the start of its identifier where it is gone
     */
    public String title(final RecordType<?> type, final UUID id) {
        return session.find(type.javaType(), id).map(type::title).orElseGet(() -> id.toString().substring(0, 8));
    }

    /**
     * @param change what happened to a record
     * @return what people call the record, or called it when it was deleted
     */
    public String title(final RecordChange change) {
        final Optional<RecordType<?>> type = Catalogue.standard().find(change.recordType());
        if (type.isEmpty()) {
            return change.recordType();
        }
        final Optional<String> now = session.find(type.get().javaType(), change.id()).map(type.get()::title);
        return now.orElseGet(() -> type.get().fields().stream().filter(field -> field.title() || field.name().endsWith("Name"))
                .map(field -> change.fields().get(field.name()))
                .filter(found -> found != null && (found.before() != null || found.after() != null))
                .map(ChangeLines::either).reduce((first, second) -> first + ' ' + second).orElse(type.get().label()));
    }

    private static String either(final FieldChange change) {
        return String.valueOf(change.before() == null ? change.after() : change.before());
    }

    /**
     * @param session what to read with
     * @param userId  a user record
     * @param login   the login name, for where there is no such record
     * @return what people call the user
     */
    public static String who(final Session session, final Optional<UUID> userId, final String login) {
        return userId.<StoredRecord>flatMap(id -> session.find(User.class, id)).map(Catalogue.standard().type(User.class)::title)
                .orElse(login);
    }
}
