// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.util.Optional;
import java.util.function.Supplier;

import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.shared.common.error.StandardException;

import org.kontor.core.progress.Progress;

/** The keys of a new index in their order. */
final class SortedRows extends LoadedRows {

    private static final int STEP = 10_000;

    private final KeySort sort;
    private final Progress progress;
    private final Supplier<Optional<StandardException>> onRepeated;
    private long count;
    private long distinct;

    /**
     * @param onRepeated what a key that comes again means; empty where it may
     */
    SortedRows(final KeySort sort, final Progress progress, final Supplier<Optional<StandardException>> onRepeated) {
        this.sort = sort;
        this.progress = progress;
        this.onRepeated = onRepeated;
    }

    @Override
    public DataValueDescriptor[] getNextRowFromRowSource() throws StandardException {
        final var key = sort.next();
        if (key == null) {
            progress.worked(count % STEP);
            return null;
        }
        if (++count % STEP == 0) {
            progress.worked(STEP);
            progress.checkCancelled();
        }
        if (sort.repeated()) {
            final var failure = onRepeated.get();
            if (failure.isPresent()) {
                throw failure.get();
            }
        } else {
            distinct++;
        }
        return key;
    }

    long count() {
        return count;
    }

    /** How many different keys there were. */
    long distinct() {
        return distinct;
    }
}
