// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.derby.iapi.sql.conn.LanguageConnectionContext;
import org.apache.derby.iapi.sql.dictionary.ConglomerateDescriptor;
import org.apache.derby.iapi.store.access.ConglomerateController;
import org.apache.derby.iapi.store.access.TransactionController;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.shared.common.error.StandardException;
import org.apache.derby.shared.common.reference.SQLState;

/**
 * Inserts many rows by the layer below Derby's SQL, the one that executes an {@code INSERT}: rows go into the heap one after the other,
 * then the keys of each index in their order, so that neighbours of a batch meet in the same leaf. Everything is logged and locked as
 * ever. An {@code INSERT} would open the table and every index again for each row and visit the leaves at random.
 */
final class RowLoader {

    private static final int ISOLATION = TransactionController.ISOLATION_READ_COMMITTED;

    private final TransactionController transaction;
    private final PlainTable table;

    private RowLoader(final LanguageConnectionContext session, final PlainTable table) {
        this.transaction = session.getTransactionExecute();
        this.table = table;
    }

    /** As {@link org.kontor.store.database.OpenDatabase#insert} says. */
    static boolean insert(final Connection lease, final String table, final List<String> columns, final List<Object[]> rows)
            throws SQLException {
        return EngineAccess.run(lease, session -> {
            final var plain = PlainTable.of(session, table);
            if (plain.isPresent()) {
                new RowLoader(session, plain.get()).load(columns, rows);
            }
            return plain.isPresent();
        });
    }

    private void load(final List<String> columns, final List<Object[]> rows) throws StandardException {
        final var indexes = table.indexes();
        final List<List<DataValueDescriptor[]>> keys = new ArrayList<>();
        indexes.forEach(index -> keys.add(new ArrayList<>(rows.size())));
        final var heap = open(table.descriptor().getHeapConglomerateId(), 0);
        try {
            final var row = DataRow.reused(table, columns);
            for (final var values : rows) {
                final var location = heap.newRowLocationTemplate();
                final var cells = row.of(values);
                heap.insertAndFetchLocation(cells, location);
                for (int i = 0; i < keys.size(); i++) {
                    keys.get(i).add(key(indexes.get(i), cells, location));
                }
            }
        } finally {
            heap.close();
        }
        for (int i = 0; i < keys.size(); i++) {
            insertKeys(indexes.get(i), keys.get(i));
        }
    }

    private ConglomerateController open(final long conglomerate, final int more) throws StandardException {
        return transaction.openConglomerate(conglomerate, false, TransactionController.OPENMODE_FORUPDATE | more, TransactionController.MODE_RECORD,
                ISOLATION);
    }

    /** The key of a row in an index. */
    static DataValueDescriptor[] key(final ConglomerateDescriptor index, final DataValueDescriptor[] cells, final RowLocation location) {
        final var positions = index.getIndexDescriptor().baseColumnPositions();
        final var key = new DataValueDescriptor[positions.length + 1];
        for (int i = 0; i < positions.length; i++) {
            key[i] = cells[positions[i] - 1].cloneValue(false);
        }
        key[positions.length] = location;
        return key;
    }

    private void insertKeys(final ConglomerateDescriptor index, final List<DataValueDescriptor[]> keys) throws StandardException {
        sort(keys);
        final var controller = open(index.getConglomerateNumber(), TransactionController.OPENMODE_BASEROW_INSERT_LOCKED);
        try {
            for (final var key : keys) {
                if (controller.insert(key) == ConglomerateController.ROWISDUPLICATE) {
                    throw duplicate(index, table);
                }
            }
        } finally {
            controller.close();
        }
    }

    /** What a statement throws where a key is there already. */
    static StandardException duplicate(final ConglomerateDescriptor index, final PlainTable table) {
        return StandardException.newException(SQLState.LANG_DUPLICATE_KEY_CONSTRAINT, index.getConglomerateName(), table.descriptor().getName());
    }

    /** Only for speed; the index finds each key its place. */
    private static void sort(final List<DataValueDescriptor[]> keys) throws StandardException {
        try {
            keys.sort(BY_CELLS);
        } catch (Incomparable failure) {
            throw failure.reason;
        }
    }

    private static final Comparator<DataValueDescriptor[]> BY_CELLS = (one, another) -> {
        try {
            for (int i = 0; i < one.length; i++) {
                final int order = one[i].compare(another[i]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        } catch (StandardException failure) {
            throw new Incomparable(failure);
        }
    };

    /** Carries the engine's exception out of a comparison. */
    private static final class Incomparable extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient StandardException reason;

        Incomparable(final StandardException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
