// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.sql.Types;
import java.util.BitSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Map;

import org.apache.derby.iapi.sql.dictionary.ConglomerateDescriptor;
import org.apache.derby.iapi.types.DataTypeDescriptor;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.impl.store.access.heap.HeapRowLocation;
import org.apache.derby.shared.common.error.StandardException;

import org.kontor.core.id.Ids;

/**
 * Keys of one column of a fixed size, without an object for each. Rows come in the order of their places, so a stable sort by the column is
 * the order of the index. Keys that come in order, as identifiers and the references of a sorted file do, cost one look each.
 */
final class PackedKeys implements KeySort {

    private static final int IDENTIFIER = 16;
    private static final int DAYS_KEPT = 100_000;
    private static final int ALIVE_EVERY = 1 << 16;

    private final int column;
    private final int type;
    private final boolean wide;
    private final RowPlaces places;
    private final DataValueDescriptor cell;
    private final DataValueDescriptor none;
    private final DataValueDescriptor[] key;
    private final HeapRowLocation location = new HeapRowLocation();
    private final GregorianCalendar calendar = new GregorianCalendar();
    private final BitSet nulls = new BitSet();
    private boolean nullable;
    private final LongList high = new LongList();
    private final LongList low;
    private final Map<DataValueDescriptor, Long> days = new HashMap<>();
    private int[] order;
    private int given;
    private boolean same;

    private PackedKeys(final int column, final int type, final DataValueDescriptor cell, final RowPlaces places) {
        this.column = column;
        this.type = type;
        this.wide = type == Types.BINARY;
        this.cell = cell;
        this.none = cell.getNewNull();
        this.places = places;
        this.key = new DataValueDescriptor[] {cell, location};
        this.low = wide ? new LongList() : high;
    }

    /** Whether an index is on one ascending column whose values are all of one size. */
    static boolean suits(final ConglomerateDescriptor index, final PlainTable table) {
        final var shape = index.getIndexDescriptor();
        if (shape.baseColumnPositions().length != 1 || !shape.isAscending()[0]) {
            return false;
        }
        final DataTypeDescriptor type = table.descriptor().getColumnDescriptor(shape.baseColumnPositions()[0]).getType();
        return switch (type.getJDBCTypeId()) {
            case Types.BIGINT, Types.INTEGER, Types.DATE -> true;
            case Types.BINARY -> type.getMaximumWidth() == IDENTIFIER;
            default -> false;
        };
    }

    static PackedKeys of(final ConglomerateDescriptor index, final PlainTable table, final RowPlaces places) throws StandardException {
        final int position = index.getIndexDescriptor().baseColumnPositions()[0];
        final var type = table.descriptor().getColumnDescriptor(position).getType();
        return new PackedKeys(position - 1, type.getJDBCTypeId(), type.getNull(), places);
    }

    @Override
    public void add(final DataValueDescriptor[] cells, final RowLocation place) throws StandardException {
        final var value = cells[column];
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

    /** Missing values come last. */
    private int compare(final int one, final int another) {
        if (nullable) {
            final int missing = Boolean.compare(nulls.get(one), nulls.get(another));
            if (missing != 0 || nulls.get(one)) {
                return missing;
            }
        }
        final int first = Long.compare(high.get(one), high.get(another));
        return first != 0 || !wide ? first : Long.compare(low.get(one), low.get(another));
    }

    /** Merges what is in order already, neighbour by neighbour, until all is one. */
    @Override
    public void sort(final Runnable alive) {
        final int size = high.size();
        order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        final var ends = new int[Math.max(1, size)];
        int runs = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || compare(i - 1, i) > 0) {
                ends[runs++] = i;
            }
        }
        int[] from = order;
        int[] into = runs > 1 ? new int[size] : order;
        while (runs > 1) {
            int merged = 0;
            int start = 0;
            for (int run = 0; run < runs; run += 2) {
                final int middle = ends[run];
                final int end = run + 1 < runs ? ends[run + 1] : middle;
                merge(from, into, start, middle, end);
                if (start / ALIVE_EVERY != end / ALIVE_EVERY) {
                    alive.run();
                }
                ends[merged++] = end;
                start = end;
            }
            runs = merged;
            final int[] swapped = from;
            from = into;
            into = swapped;
        }
        order = from;
    }

    private void merge(final int[] from, final int[] into, final int start, final int middle, final int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            into[i] = right >= end || left < middle && compare(from[left], from[right]) <= 0 ? from[left++] : from[right++];
        }
    }

    @Override
    public DataValueDescriptor[] next() throws StandardException {
        if (given == order.length) {
            return null;
        }
        final int row = order[given];
        same = given > 0 && compare(order[given - 1], row) == 0;
        given++;
        if (nullable && nulls.get(row)) {
            key[0] = none;
        } else if (!same) {
            key[0] = cell;
            fill(row);
        }
        places.get(row, location);
        return key;
    }

    private void fill(final int row) throws StandardException {
        if (wide) {
            cell.setValue(Ids.toBytes(new java.util.UUID(high.get(row) ^ Long.MIN_VALUE, low.get(row) ^ Long.MIN_VALUE)));
        } else if (type == Types.DATE) {
            cell.setValue(java.sql.Date.valueOf(java.time.LocalDate.ofEpochDay(high.get(row))), calendar);
        } else if (type == Types.INTEGER) {
            cell.setValue((int) high.get(row));
        } else {
            cell.setValue(high.get(row));
        }
    }

    @Override
    public boolean repeated() {
        return same;
    }
}
