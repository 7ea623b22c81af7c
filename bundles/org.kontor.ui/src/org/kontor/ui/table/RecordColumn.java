// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.kontor.core.text.Texts;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Query;
import org.kontor.ui.table.internal.TitleFields;

/**
 * What one column of a table shows: a field of the record, a field of a record it refers to, or what people call the record. Knows which
 * values must be read for it and how it sorts. Immutable.
 *
 * @since 0.1
 */
public final class RecordColumn {

    /** The path of the column that shows what people call the record, such as a contact's full name. */
    public static final String TITLE = "@title";

    private static final Texts TEXTS = Messages.TEXTS;

    private final RecordType<?> type;
    private final String path;
    private final Optional<Field> field;
    private final String label;
    private final List<String> paths;

    private RecordColumn(final RecordType<?> type, final String path, final Optional<Field> field, final String label, final List<String> paths) {
        this.type = type;
        this.path = path;
        this.field = field;
        this.label = label;
        this.paths = List.copyOf(paths);
    }

    /**
     * The column of a path.
     *
     * @param type the record type of the table
     * @param path {@link #TITLE}, a field's name, or names joined by dots across references, such as {@code account.industry}
     * @return the column
     * @throws IllegalArgumentException where the type has no such path
     */
    public static RecordColumn of(final RecordType<?> type, final String path) {
        if (path.equals(TITLE)) {
            return new RecordColumn(type, path, Optional.empty(), TEXTS.get("column.title"), TitleFields.of(type));
        }
        final var dot = path.indexOf('.');
        final var field = type.field(dot < 0 ? path : path.substring(0, dot));
        if (dot < 0) {
            return new RecordColumn(type, path, Optional.of(field), field.label(), pathsOf(field));
        }
        final var target = field.target().orElseThrow(() -> new IllegalArgumentException(type.name() + '.' + field.name() + " is no reference"));
        final var rest = of(Catalogue.standard().type(target), path.substring(dot + 1));
        final var prefix = path.substring(0, dot + 1);
        return new RecordColumn(type, path, rest.field, TEXTS.get("column.of", field.label(), rest.label), rest.paths.stream().map(prefix::concat).toList());
    }

    /**
     * Whether a path still names something; paths in saved views may be of an older version.
     *
     * @param type the record type of the table
     * @param path a path
     * @return whether {@link #of} gives a column
     */
    public static boolean exists(final RecordType<?> type, final String path) {
        if (path.equals(TITLE)) {
            return true;
        }
        final var dot = path.indexOf('.');
        final var first = dot < 0 ? path : path.substring(0, dot);
        if (!type.hasField(first)) {
            return false;
        }
        return dot < 0 || type.field(first).target().map(target -> exists(Catalogue.standard().type(target), path.substring(dot + 1))).orElse(false);
    }

    private static List<String> pathsOf(final Field field) {
        final var paths = new ArrayList<String>();
        paths.add(field.name());
        if (field.kind() == FieldKind.MONEY && !field.currencyPath().isEmpty()) {
            paths.add(field.currencyPath());
        }
        field.target().map(Catalogue.standard()::type).map(TitleFields::of).orElse(List.of())
                .forEach(part -> paths.add(field.name() + '.' + part));
        return paths;
    }

    /** @return the record type of the table */
    public RecordType<?> recordType() {
        return type;
    }

    /** @return the path; identifies the column within its record type */
    public String path() {
        return path;
    }

    /** @return the record type whose field or title it shows: that of the table, or of the records that it refers to */
    public RecordType<?> owner() {
        return TitleFields.owner(type, prefix());
    }

    private String prefix() {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }

    /** @return what stands above the column, in the person's language */
    public String label() {
        return label;
    }

    /** @return what the value is; {@code TEXT} for the title */
    public FieldKind kind() {
        return field.map(Field::kind).orElse(FieldKind.TEXT);
    }

    /** @return the field at the end of the path; empty for the title */
    public Optional<Field> field() {
        return field;
    }

    /** @return whether the column shows what people call the record itself */
    public boolean isTitle() {
        return path.equals(TITLE) || path.indexOf('.') < 0 && field.map(Field::title).orElse(false);
    }

    /**
     * What must be read to show the column. For a reference the identifier comes first and the parts of its title follow; for money the
     * amount comes first and its currency follows.
     *
     * @return paths as {@link org.kontor.store.Session#rows} takes them; at least one
     */
    public List<String> paths() {
        return paths;
    }

    /** @return the record type of the records it refers to; empty for all but references */
    public Optional<RecordType<?>> target() {
        return field.flatMap(Field::target).map(Catalogue.standard()::type);
    }

    /** @return the names of the record types that the column looks into beside that of the table */
    public Set<String> typesRead() {
        final var names = new HashSet<String>();
        var at = type;
        for (final var step : path.split("\\.")) {
            final var target = at.hasField(step) ? at.field(step).target() : Optional.<Class<? extends StoredRecord>>empty();
            if (target.isPresent()) {
                at = Catalogue.standard().type(target.get());
                names.add(at.name());
            }
        }
        return names;
    }

    /**
     * How the column sorts: references by what people call them, stages and statuses by their place in the list.
     *
     * @param ascending whether small values come first
     * @return paths with directions; at least one
     */
    public List<Query.Order> order(final boolean ascending) {
        final var by = new ArrayList<Query.Order>();
        if (target().isPresent()) {
            final var list = target().get().hasField("position");
            final var parts = list ? List.of("position") : TitleFields.sortOf(target().get());
            parts.forEach(part -> by.add(new Query.Order(path + '.' + part, ascending)));
        } else if (path.endsWith(TITLE)) {
            TitleFields.sortOf(owner()).forEach(part -> by.add(new Query.Order(prefix() + part, ascending)));
        } else {
            by.add(new Query.Order(path, ascending));
        }
        return by;
    }

    /** @return the texts that a search looks into; empty for columns that hold no text */
    public List<String> textPaths() {
        return switch (kind()) {
            case TEXT, EMAIL, PHONE, URL, LONG_TEXT, CURRENCY -> paths;
            case REFERENCE -> paths.subList(1, paths.size());
            default -> List.of();
        };
    }

    /**
     * What an export writes for the column: plain fields that can be imported again, amounts with their currency.
     *
     * @return path and heading of each field; at least one
     */
    public List<RowExporter.Column> export() {
        final var written = new ArrayList<RowExporter.Column>();
        if (target().isPresent()) {
            final var parts = TitleFields.sortOf(target().get());
            parts.reversed().forEach(part -> written.add(new RowExporter.Column(path + '.' + part,
                    parts.size() == 1 ? label : TEXTS.get("column.of", label, target().get().field(part).label()))));
        } else if (field.isEmpty()) {
            paths.forEach(part -> written.add(new RowExporter.Column(part, owner().field(part.substring(part.lastIndexOf('.') + 1)).label())));
        } else {
            written.add(new RowExporter.Column(path, label));
            paths.stream().skip(1).forEach(currency -> written.add(new RowExporter.Column(currency, TEXTS.get("column.currency", label))));
        }
        return written;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof final RecordColumn column && column.type == type && column.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return type.name() + '.' + path;
    }
}
