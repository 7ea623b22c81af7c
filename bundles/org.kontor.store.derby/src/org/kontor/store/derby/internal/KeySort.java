// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.shared.common.error.StandardException;

/** The keys of one index, handed out in the index's order. */
interface KeySort {

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
