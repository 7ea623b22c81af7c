// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import org.apache.derby.iapi.services.io.FormatableBitSet;
import org.apache.derby.iapi.store.access.RowLocationRetRowSource;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.shared.common.error.StandardException;

/** Whole rows for the engine's bulk load, which may not keep them. */
abstract class LoadedRows implements RowLocationRetRowSource {

    @Override
    public boolean needsToClone() {
        return true;
    }

    @Override
    public FormatableBitSet getValidColumns() {
        return null;
    }

    @Override
    public void closeRowSource() {
        // whoever made it closes it
    }

    @Override
    public boolean needsRowLocation() {
        return false;
    }

    @Override
    public boolean needsRowLocationForDeferredCheckConstraints() {
        return false;
    }

    @Override
    public void rowLocation(final RowLocation location) throws StandardException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void offendingRowLocation(final RowLocation location, final long container) {
        throw new UnsupportedOperationException();
    }
}
