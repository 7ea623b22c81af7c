// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.derby.iapi.types.DataTypeDescriptor;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.shared.common.error.StandardException;

import org.kontor.core.id.Ids;

/** The values of a column whose values are all of one size, row by row, without an object for each; several indexes read the same one. */
final class PackedColumn {

    private static final int IDENTIFIER = 16;
    private static final int DAYS_KEPT = 100_000;

    private final int place;
    private final DataTypeDescriptor description;
    private final int type;
    private final boolean wide;
    private final DataValueDescriptor none;
    private final GregorianCalendar calendar = new GregorianCalendar();
    private final BitSet nulls = new BitSet();
    private boolean nullable;
    private final LongList high = new LongList();
    private final LongList low;
    private final Map<DataValueDescriptor, Long> days = new HashMap<>();

    /**
     * @param place the column's place among the cells of a row, from 0
     */
    PackedColumn(final int place, final DataTypeDescriptor type) throws StandardException {
        this.place = place;
        this.description = type;
        this.type = type.getJDBCTypeId();
        this.wide = this.type == Types.BINARY;
        this.none = type.getNull();
        this.low = wide ? new LongList() : high;
    }

    static boolean suits(final DataTypeDescriptor type) {
        return switch (type.getJDBCTypeId()) {
            case Types.BIGINT, Types.INTEGER, Types.DATE -> true;
            case Types.BINARY -> type.getMaximumWidth() == IDENTIFIER;
            default -> false;
        };
    }

    /** Takes the value of the next row. */
    void add(final DataValueDescriptor[] cells) throws StandardException {
        final var value = cells[place];
        if (value.isNull()) {
            nulls.set(high.size());
            nullable = true;
            high.add(0);
            if (wide) {
                low.add(0);
            }
        } else if (wide) {
            final var id = value.getBytes();
            high.add(longAt(id, 0) ^ Long.MIN_VALUE);
            low.add(longAt(id, Long.BYTES) ^ Long.MIN_VALUE);
        } else {
            high.add(type == Types.DATE ? day(value) : value.getLong());
        }
    }

    private long day(final DataValueDescriptor value) throws StandardException {
        var day = days.get(value);
        if (day == null) {
            day = value.getDate(calendar).toLocalDate().toEpochDay();
            if (days.size() < DAYS_KEPT) {
                days.put(value.cloneValue(false), day);
            }
        }
        return day;
    }

    private static long longAt(final byte[] bytes, final int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = value << Byte.SIZE | bytes[i] & 0xFF;
        }
        return value;
    }

    /** {@return the same values in another order of the rows} */
    PackedColumn arranged(final int[] order) throws StandardException {
        final var arranged = new PackedColumn(place, description);
        arranged.nullable = nullable;
        for (int i = 0; i < order.length; i++) {
            arranged.high.add(high.get(order[i]));
            if (wide) {
                arranged.low.add(low.get(order[i]));
            }
            if (nullable && nulls.get(order[i])) {
                arranged.nulls.set(i);
            }
        }
        return arranged;
    }

    /** Compares the values of two rows; missing ones come last. */
    int compare(final int one, final int another) {
        if (nullable) {
            final int missing = Boolean.compare(nulls.get(one), nulls.get(another));
            if (missing != 0 || nulls.get(one)) {
                return missing;
            }
        }
        final int first = Long.compare(high.get(one), high.get(another));
        return first != 0 || !wide ? first : Long.compare(low.get(one), low.get(another));
    }

    /** {@return a cell for {@link #fill}} */
    DataValueDescriptor cell() {
        return none.getNewNull();
    }

    /** Gives a cell the value of a row. */
    void fill(final DataValueDescriptor cell, final int row) throws StandardException {
        if (nullable && nulls.get(row)) {
            cell.setToNull();
        } else if (wide) {
            cell.setValue(Ids.toBytes(new UUID(high.get(row) ^ Long.MIN_VALUE, low.get(row) ^ Long.MIN_VALUE)));
        } else if (type == Types.DATE) {
            cell.setValue(Date.valueOf(LocalDate.ofEpochDay(high.get(row))), calendar);
        } else if (type == Types.INTEGER) {
            cell.setValue((int) high.get(row));
        } else {
            cell.setValue(high.get(row));
        }
    }
}
