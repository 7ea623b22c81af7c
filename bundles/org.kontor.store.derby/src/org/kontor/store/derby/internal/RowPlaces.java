// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import org.apache.derby.iapi.services.io.ArrayInputStream;
import org.apache.derby.iapi.services.io.ArrayOutputStream;
import org.apache.derby.iapi.services.io.CompressedNumber;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.impl.store.access.heap.HeapRowLocation;
import org.apache.derby.shared.common.error.StandardException;

/** Where the heap keeps each of its rows, eight bytes a row. */
final class RowPlaces {

    private static final int ID_BITS = 20;

    private final byte[] bytes = new byte[Long.BYTES + Integer.BYTES];
    private final ArrayOutputStream output = new ArrayOutputStream(bytes);
    private final ArrayInputStream input = new ArrayInputStream(bytes);
    private final LongList places = new LongList();

    void add(final RowLocation location) throws StandardException {
        final var handle = ((HeapRowLocation) location).getRecordHandle(null);
        if (handle.getId() >>> ID_BITS != 0 || handle.getPageNumber() >>> Long.SIZE - ID_BITS - 1 != 0) {
            throw new IllegalStateException("row at " + handle);
        }
        places.add(handle.getPageNumber() << ID_BITS | handle.getId());
    }

    int size() {
        return places.size();
    }

    /** {@return the same places in another order of the rows} */
    RowPlaces arranged(final int[] order) {
        final var arranged = new RowPlaces();
        for (final int row : order) {
            arranged.places.add(places.get(row));
        }
        return arranged;
    }

    /** Makes a location that of a row. */
    void get(final int row, final HeapRowLocation location) {
        try {
            final long place = places.get(row);
            output.setPosition(0);
            CompressedNumber.writeLong(output, place >>> ID_BITS);
            CompressedNumber.writeInt(output, (int) place & (1 << ID_BITS) - 1);
            input.setPosition(0);
            location.readExternalFromArray(input);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible); // numbers need no class
        }
    }
}
