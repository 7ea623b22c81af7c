// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.List;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.RecordType;
import org.kontor.model.Titled;

/** Which fields make up what people call a record, so that a table reads them and not the whole record. */
public final class TitleFields {

    private static final List<List<String>> COMPOSED = List.of(List.of("firstName", "lastName"), List.of("code", "name"));

    private TitleFields() {
    }

    /**
     * @param type a record type
     * @return names of its fields; empty where such records have no title
     */
    public static List<String> of(final RecordType<?> type) {
        if (Titled.class.isAssignableFrom(type.javaType())) {
            for (final var parts : COMPOSED) {
                if (parts.stream().allMatch(type::hasField)) {
                    return parts;
                }
            }
        }
        return type.fields().stream().filter(Field::title).map(Field::name).limit(1).toList();
    }

    /**
     * @param type a record type
     * @return names of the fields that sort its records by title, the most significant first
     */
    public static List<String> sortOf(final RecordType<?> type) {
        final var parts = of(type);
        return switch (parts.size()) {
            case 0 -> List.of("id");
            case 1 -> parts;
            default -> parts.contains("lastName") ? parts.reversed() : List.of("name");
        };
    }

    /**
     * @param type   a record type
     * @param prefix references that lead away from it, each followed by a dot; may be empty
     * @return the record type at their end
     */
    public static RecordType<?> owner(final RecordType<?> type, final String prefix) {
        var end = type;
        for (final var step : prefix.isEmpty() ? new String[0] : prefix.split("\\.")) {
            end = Catalogue.standard().type(end.field(step).target().orElseThrow());
        }
        return end;
    }

    /**
     * What people call a record of which only the title's fields were read.
     *
     * @param type   its type
     * @param row    values that were read
     * @param offset where those of {@link #of} start in {@code row}
     * @return the title; empty where all of them are null
     */
    public static String title(final RecordType<?> type, final Object[] row, final int offset) {
        final var parts = of(type);
        if (parts.size() == 1) {
            return row[offset] == null ? "" : row[offset].toString();
        }
        boolean any = false;
        final var record = type.create();
        for (int index = 0; index < parts.size(); index++) {
            any |= row[offset + index] != null;
            type.field(parts.get(index)).set(record, row[offset + index]);
        }
        return any ? type.title(record) : "";
    }
}
