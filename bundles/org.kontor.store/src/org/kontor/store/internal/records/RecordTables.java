// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.model.Catalogue;
import org.kontor.store.database.OpenDatabase;

/** The tables of all record types, in the order of the catalogue. */
public final class RecordTables {

    private final Map<String, RecordTable> byType = new LinkedHashMap<>();

    /** The tables of the product's record types. */
    public RecordTables(final Catalogue catalogue, final UuidBinding uuids, final OpenDatabase database) {
        catalogue.types().forEach(type -> byType.put(type.name(), new RecordTable(type, uuids, database)));
    }

    /** The table of a record type. */
    public RecordTable of(final String recordType) {
        final var table = byType.get(recordType);
        if (table == null) {
            throw new IllegalArgumentException("no record type " + recordType);
        }
        return table;
    }

    /** All tables; a table comes after the tables it must refer to. */
    public List<RecordTable> all() {
        return List.copyOf(byType.values());
    }

    /** The place of a record type in that order. */
    public int order(final String recordType) {
        int place = 0;
        for (final var name : byType.keySet()) {
            if (name.equals(recordType)) {
                return place;
            }
            place++;
        }
        throw new IllegalArgumentException("no record type " + recordType);
    }
}
