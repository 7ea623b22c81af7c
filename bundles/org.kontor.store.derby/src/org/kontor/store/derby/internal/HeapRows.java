// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.derby.iapi.services.io.FormatableBitSet;
import org.apache.derby.iapi.store.access.ScanController;
import org.apache.derby.iapi.store.access.TransactionController;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.shared.common.error.StandardException;

import org.kontor.store.database.BulkLoad.Supply;

/**
 * The rows of a new heap: those of the old one, which nobody changes until the transaction ends, then those of a supply, which are made while
 * the ones before are written.
 */
final class HeapRows extends LoadedRows implements AutoCloseable {

    private final DataRow row;
    private final Supply supply;
    private final Ahead<List<DataValueDescriptor[]>> ahead;
    private final TableKeys keys;
    private final ScanController existing;
    private final DataValueDescriptor[] copy;
    private boolean copying = true;
    private Iterator<DataValueDescriptor[]> waiting = List.<DataValueDescriptor[]>of().iterator();
    private DataValueDescriptor[] cells;

    HeapRows(final TransactionController transaction, final PlainTable table, final DataRow row, final Supply supply, final TableKeys keys)
            throws StandardException {
        this.row = row;
        this.supply = supply;
        this.keys = keys;
        this.copy = table.descriptor().getEmptyExecRow().getRowArray();
        this.existing = transaction.openScan(table.descriptor().getHeapConglomerateId(), false, 0, TransactionController.MODE_TABLE,
                TransactionController.ISOLATION_SERIALIZABLE, (FormatableBitSet) null, null, 0, null, null, 0);
        this.ahead = new Ahead<>(this::made);
    }

    private List<DataValueDescriptor[]> made() {
        final var portion = supply.next();
        if (portion == null) {
            return null;
        }
        final var made = new ArrayList<DataValueDescriptor[]>(portion.size());
        try {
            for (final var values : portion) {
                made.add(row.of(values).clone());
            }
        } catch (StandardException refused) {
            throw new Refused(refused);
        }
        return made;
    }

    @Override
    public DataValueDescriptor[] getNextRowFromRowSource() throws StandardException {
        if (copying) {
            copying = existing.fetchNext(copy);
            if (copying) {
                cells = copy;
                return cells;
            }
        }
        while (!waiting.hasNext()) {
            final var more = next();
            if (more == null) {
                return null;
            }
            waiting = more.iterator();
        }
        cells = waiting.next();
        return cells;
    }

    private List<DataValueDescriptor[]> next() throws StandardException {
        try {
            return ahead.next();
        } catch (Refused refused) {
            throw refused.reason;
        }
    }

    @Override
    public boolean needsRowLocation() {
        return true;
    }

    @Override
    public void rowLocation(final RowLocation location) throws StandardException {
        keys.add(cells, location);
    }

    @Override
    public void close() throws StandardException {
        ahead.close();
        existing.close();
    }

    /** Brings the engine's answer to a value from the thread that makes rows to the one that writes them. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient StandardException reason;

        Refused(final StandardException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
