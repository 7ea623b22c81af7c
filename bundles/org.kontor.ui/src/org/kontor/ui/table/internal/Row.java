// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.UUID;

import org.kontor.ui.table.RecordColumn;

/**
 * One record as far as it was read.
 *
 * @param query  what it was read for; knows which value belongs to which column
 * @param values the values; the identifier comes first
 */
public record Row(RecordQuery query, Object[] values) {

    /** @return the record's identifier */
    public UUID id() {
        return (UUID) values[0];
    }

    /**
     * @param column a column
     * @param format how values read
     * @return the cell's text; null where the value was not read
     */
    public String text(final RecordColumn column, final CellFormat format) {
        final var offset = query.offset(column);
        return offset < 0 ? null : format.text(column, values, offset);
    }
}
