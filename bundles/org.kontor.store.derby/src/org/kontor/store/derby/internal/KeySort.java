// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.shared.common.error.StandardException;

/** The keys of one index: taken row by row, then handed out in the index's order. */
interface KeySort {

    /**
     * Takes the key of the next row of the heap.
     *
     * @param cells    the row
     * @param location where the heap keeps it; changed afterwards
     */
    void add(DataValueDescriptor[] cells, RowLocation location) throws StandardException;

    /**
     * Puts the keys in order.
     *
     * @param alive asked now and then; throws to stop
     */
    void sort(Runnable alive) throws StandardException;

    /**
     * The next key with the place of its row as its last cell.
     *
     * @return null where there are no more; filled again by the next call
     */
    DataValueDescriptor[] next() throws StandardException;

    /** Whether the key that was handed out last is, but for its place, the one before. */
    boolean repeated() throws StandardException;
}
