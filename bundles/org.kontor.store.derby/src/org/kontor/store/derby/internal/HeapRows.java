// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.util.Iterator;
import java.util.List;

import org.apache.derby.iapi.services.io.FormatableBitSet;
import org.apache.derby.iapi.store.access.ScanController;
import org.apache.derby.iapi.store.access.TransactionController;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.shared.common.error.StandardException;

import org.kontor.store.database.BulkLoad.Supply;

/** The rows of a new heap: those of the old one, which nobody changes until the transaction ends, then those of a supply. */
final class HeapRows extends LoadedRows implements AutoCloseable {

    private final DataRow row;
    private final Supply supply;
    private final TableKeys keys;
    private final ScanController existing;
    private final DataValueDescriptor[] copy;
    private boolean copying = true;
    private Iterator<Object[]> waiting = List.<Object[]>of().iterator();
    private DataValueDescriptor[] cells;

    HeapRows(final TransactionController transaction, final PlainTable table, final DataRow row, final Supply supply, final TableKeys keys)
            throws StandardException {
        this.row = row;
        this.supply = supply;
        this.keys = keys;
        this.copy = table.descriptor().getEmptyExecRow().getRowArray();
        this.existing = transaction.openScan(table.descriptor().getHeapConglomerateId(), false, 0, TransactionController.MODE_TABLE,
                TransactionController.ISOLATION_SERIALIZABLE, (FormatableBitSet) null, null, 0, null, null, 0);
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
            final var more = supply.next();
            if (more == null) {
                return null;
            }
            waiting = more.iterator();
        }
        cells = row.of(waiting.next());
        return cells;
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
        existing.close();
    }
}
