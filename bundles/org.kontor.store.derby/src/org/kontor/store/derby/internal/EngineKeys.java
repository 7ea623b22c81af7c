// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import org.apache.derby.iapi.sql.dictionary.ConglomerateDescriptor;
import org.apache.derby.iapi.store.access.ColumnOrdering;
import org.apache.derby.iapi.store.access.RowSource;
import org.apache.derby.iapi.store.access.SortController;
import org.apache.derby.iapi.store.access.SortObserver;
import org.apache.derby.iapi.store.access.TransactionController;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.shared.common.error.StandardException;

/** Keys of any kind, sorted by the engine, which keeps what does not fit into memory in files of its own. */
final class EngineKeys implements KeySort {

    private static final int UNKNOWN_SIZE = -1;
    private static final long ROWS_EXPECTED = 100_000;

    private final TransactionController transaction;
    private final ConglomerateDescriptor index;
    private final long number;
    private final SortController sort;
    private RowSource sorted;
    private DataValueDescriptor[] last;
    private DataValueDescriptor[] current;

    /**
     * @param template cells of the key's types, the place of the row last
     */
    EngineKeys(final TransactionController transaction, final ConglomerateDescriptor index, final DataValueDescriptor[] template,
            final ColumnOrdering[] order) throws StandardException {
        this.transaction = transaction;
        this.index = index;
        this.number = transaction.createSort(null, template, order, new KeepAll(template), false, ROWS_EXPECTED, UNKNOWN_SIZE);
        this.sort = transaction.openSort(number);
    }

    /**
     * Takes the key of the next row of the heap.
     *
     * @param cells    the row
     * @param location where the heap keeps it; changed afterwards
     */
    void add(final DataValueDescriptor[] cells, final RowLocation location) throws StandardException {
        sort.insert(RowLoader.key(index, cells, (RowLocation) location.cloneValue(false)));
    }

    @Override
    public void sort(final Runnable alive) throws StandardException {
        alive.run();
        sort.completedInserts();
        sorted = transaction.openSortRowSource(number);
    }

    @Override
    public DataValueDescriptor[] next() throws StandardException {
        last = current;
        current = sorted.getNextRowFromRowSource();
        if (current == null) {
            sorted.closeRowSource();
        }
        return current;
    }

    @Override
    public boolean repeated() throws StandardException {
        if (last == null) {
            return false;
        }
        for (int i = 0; i < current.length - 1; i++) {
            if (last[i].compare(current[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes every key as it is; whether it may come twice is for the caller to say. */
    private static final class KeepAll implements SortObserver {

        private final DataValueDescriptor[] template;

        KeepAll(final DataValueDescriptor[] template) {
            this.template = template;
        }

        @Override
        public DataValueDescriptor[] insertNonDuplicateKey(final DataValueDescriptor[] row) {
            return row;
        }

        @Override
        public DataValueDescriptor[] insertDuplicateKey(final DataValueDescriptor[] row, final DataValueDescriptor[] existing) {
            return row;
        }

        @Override
        public void addToFreeList(final DataValueDescriptor[] row, final int most) {
            // each key is an object of its own
        }

        @Override
        public DataValueDescriptor[] getArrayClone() {
            final var fresh = new DataValueDescriptor[template.length];
            for (int i = 0; i < fresh.length; i++) {
                fresh[i] = template[i].getNewNull();
            }
            return fresh;
        }

        @Override
        public boolean deferred() {
            return false;
        }

        @Override
        public boolean deferrable() {
            return false;
        }

        @Override
        public void rememberDuplicate(final DataValueDescriptor[] row) {
            // nothing is deferred
        }
    }
}
