// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.derby.iapi.sql.dictionary.ConglomerateDescriptor;
import org.apache.derby.iapi.store.access.ColumnOrdering;
import org.apache.derby.iapi.store.access.TransactionController;
import org.apache.derby.iapi.types.DataTypeDescriptor;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.impl.sql.execute.IndexColumnOrder;
import org.apache.derby.impl.store.access.heap.HeapRowLocation;
import org.apache.derby.shared.common.error.StandardException;

/** The keys of all indexes of a table that is built anew, taken row by row as the heap takes the rows. */
final class TableKeys {

    private final PlainTable table;
    private final RowPlaces places = new RowPlaces();
    private final Map<Integer, PackedColumn> packed = new LinkedHashMap<>();
    private final List<EngineKeys> others = new ArrayList<>();
    private final List<KeySort> sorts = new ArrayList<>();

    TableKeys(final TransactionController transaction, final PlainTable table) throws StandardException {
        this.table = table;
        for (final var index : table.indexes()) {
            final var positions = index.getIndexDescriptor().baseColumnPositions();
            if (Arrays.stream(positions).allMatch(each -> PackedColumn.suits(type(each)))) {
                final var columns = new ArrayList<PackedColumn>();
                for (final int position : positions) {
                    columns.add(column(position));
                }
                sorts.add(new PackedKeys(columns, index.getIndexDescriptor().isAscending(), places));
            } else {
                final var keys = new EngineKeys(transaction, index, template(index), order(index));
                others.add(keys);
                sorts.add(keys);
            }
        }
    }

    private DataTypeDescriptor type(final int position) {
        return table.descriptor().getColumnDescriptor(position).getType();
    }

    private PackedColumn column(final int position) throws StandardException {
        var column = packed.get(position);
        if (column == null) {
            column = new PackedColumn(position - 1, type(position));
            packed.put(position, column);
        }
        return column;
    }

    /**
     * Takes the keys of the next row of the heap.
     *
     * @param cells    the row
     * @param location where the heap keeps it; changed afterwards
     */
    void add(final DataValueDescriptor[] cells, final RowLocation location) throws StandardException {
        places.add(location);
        for (final var column : packed.values()) {
            column.add(cells);
        }
        for (final var keys : others) {
            keys.add(cells, location);
        }
    }

    /**
     * Begins to sort on another thread, once all rows were taken.
     *
     * @param alive asked now and then there; throws to stop
     */
    void sort(final Runnable alive) {
        for (final var keys : sorts) {
            if (keys instanceof final PackedKeys packedKeys) {
                packedKeys.begin(alive);
            }
        }
    }

    /** How many rows were taken. */
    long rows() {
        return places.size();
    }

    /** How many indexes there are. */
    int count() {
        return sorts.size();
    }

    /** Gives away the keys of the table's index of this number, which nobody can ask for again: they are as large as the index. */
    KeySort take(final int index) {
        return sorts.set(index, null);
    }

    /** Cells of the types of an index's keys, the place of the row last. */
    DataValueDescriptor[] template(final ConglomerateDescriptor index) throws StandardException {
        return RowLoader.key(index, table.descriptor().getEmptyExecRow().getRowArray(), new HeapRowLocation());
    }

    static ColumnOrdering[] order(final ConglomerateDescriptor index) {
        final var ascending = index.getIndexDescriptor().isAscending();
        final var order = new ColumnOrdering[ascending.length + 1];
        for (int i = 0; i < ascending.length; i++) {
            order[i] = new IndexColumnOrder(i, ascending[i]);
        }
        order[ascending.length] = new IndexColumnOrder(ascending.length);
        return order;
    }
}
