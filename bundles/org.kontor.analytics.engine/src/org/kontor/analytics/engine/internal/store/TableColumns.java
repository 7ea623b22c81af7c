// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.analytics.engine.FrameBuilder;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;

/** What the fields of a record type are to an analysis, and how their values go into a frame. */
final class TableColumns {

    /** The identifier of the record. */
    static final String ID = "id";

    private static final Set<FieldKind> REACHES_PEOPLE = Set.of(FieldKind.EMAIL, FieldKind.PHONE);
    private static final Set<String> PEOPLE = Set.of("firstName", "lastName", "salutation", "birthDate", "userName", "displayName", "name", "value",
            "website", "billingStreet", "billingPostalCode", "shippingStreet", "shippingPostalCode", "street", "postalCode", "subject", "description",
            "title", "company");

    private static final Set<String> THINGS = Set.of("Product", "PriceBook", "Pipeline", "Stage", "Status", "Team");

    private TableColumns() {
    }

    /** {@return the columns of a table by their names, which are paths} */
    static Map<String, SourceColumn> of(final RecordType<?> type) {
        final var columns = new LinkedHashMap<String, SourceColumn>();
        final boolean based = type.fields().stream().anyMatch(TableColumns::inBaseCurrency);
        columns.put(ID, new SourceColumn(ID, Message.of(Messages.TEXTS, "source.table.id"), ColumnType.TEXT, List.of(Role.ID), false, Optional.empty()));
        for (final var field : type.fields()) {
            columns.put(field.name(), column(type, field, field.name(), shown(field.label()), based));
            if (field.kind() == FieldKind.REFERENCE) {
                final RecordType<?> target = Catalogue.standard().type(field.target().orElseThrow());
                target.fields().stream().filter(inner -> inner.kind() == FieldKind.CHOICE || "code".equals(inner.name())
                        || "name".equals(inner.name()) && THINGS.contains(target.name())).forEach(inner -> {
                    final var path = field.name() + '.' + inner.name();
                    columns.put(path, column(target, inner, path, shown(field.label() + ": " + inner.label()), false));
                });
            }
        }
        return columns;
    }

    /** The model speaks the language of the moment, and only a person reads these titles. */
    private static Message shown(final String label) {
        return Message.name(label);
    }

    private static SourceColumn column(final RecordType<?> of, final Field field, final String name, final Message title, final boolean based) {
        final var type = type(field);
        final boolean personal = !THINGS.contains(of.name()) && (REACHES_PEOPLE.contains(field.kind()) || PEOPLE.contains(field.name()));
        return new SourceColumn(name, title, type, personal || field.system() ? List.of() : roles(field, type, based), personal, Optional.empty());
    }

    private static ColumnType type(final Field field) {
        return switch (field.kind()) {
            case INTEGER -> ColumnType.INTEGER;
            case DECIMAL, PERCENT, MONEY -> ColumnType.NUMBER;
            case DATE -> ColumnType.DATE;
            case INSTANT -> ColumnType.INSTANT;
            case BOOLEAN -> ColumnType.FLAG;
            default -> ColumnType.TEXT;
        };
    }

    /** Amounts in one currency can be added up; those in the currency of each record are its features at best. */
    private static boolean inBaseCurrency(final Field field) {
        return field.kind() == FieldKind.MONEY && field.name().startsWith("base");
    }

    private static List<Role> roles(final Field field, final ColumnType type, final boolean based) {
        return switch (field.kind()) {
            case MONEY -> based && !inBaseCurrency(field) ? List.of(Role.FEATURES, Role.VALUE) : List.of(Role.VALUE, Role.FEATURES);
            case INTEGER, DECIMAL, PERCENT, BOOLEAN -> List.of(Role.FEATURES);
            case DATE, INSTANT -> List.of(Role.TIME);
            case CHOICE -> List.of(Role.FEATURES);
            default -> type == ColumnType.TEXT && field.kind() == FieldKind.LONG_TEXT ? List.of(Role.TEXT) : List.of();
        };
    }

    /** {@return what puts the values of one column of a query into a frame} */
    static Consumer<Object> filler(final FrameBuilder frame, final SourceColumn column, final boolean identifier) {
        return switch (column.type()) {
            case NUMBER -> {
                final var reals = frame.reals(column.name());
                yield value -> reals.add(value == null ? Double.NaN : ((Number) value).doubleValue());
            }
            case TEXT -> identifier ? identifiers(frame, column.name()) : texts(frame, column.name());
            default -> {
                final var wholes = frame.wholes(column.name(), column.type());
                yield value -> {
                    if (value == null) {
                        wholes.addMissing();
                    } else {
                        wholes.add(whole(value));
                    }
                };
            }
        };
    }

    private static Consumer<Object> identifiers(final FrameBuilder frame, final String name) {
        final var identifiers = frame.identifiers(name);
        return value -> {
            if (value == null) {
                identifiers.addMissing();
            } else {
                identifiers.add((UUID) value);
            }
        };
    }

    private static Consumer<Object> texts(final FrameBuilder frame, final String name) {
        final var texts = frame.texts(name);
        return value -> {
            if (value == null) {
                texts.addMissing();
            } else {
                texts.add(value instanceof final Enum<?> choice ? choice.name() : value.toString());
            }
        };
    }

    private static long whole(final Object value) {
        return switch (value) {
            case final Boolean flag -> flag ? 1 : 0;
            case final LocalDate day -> day.toEpochDay();
            case final Instant moment -> ChronoUnit.MICROS.between(Instant.EPOCH, moment);
            case final Number number -> number.longValue();
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }

    /** {@return whether the values of a path are identifiers} */
    static boolean identifies(final RecordType<?> type, final String path) {
        if (ID.equals(path)) {
            return true;
        }
        if (path.contains(".")) {
            return false;
        }
        final var kind = type.field(path).kind();
        return kind == FieldKind.REFERENCE || kind == FieldKind.ID;
    }

    /** {@return some of the columns, in the order asked for} */
    static List<SourceColumn> select(final Map<String, SourceColumn> known, final List<String> names) {
        final var selected = new ArrayList<SourceColumn>();
        names.forEach(name -> selected.add(known.get(name)));
        return selected;
    }
}
