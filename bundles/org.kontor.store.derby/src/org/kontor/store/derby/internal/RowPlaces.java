// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import org.apache.derby.iapi.services.io.ArrayInputStream;
import org.apache.derby.iapi.services.io.CompressedNumber;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.impl.store.access.heap.HeapRowLocation;
import org.apache.derby.shared.common.error.StandardException;

/** Where the heap keeps each of its rows, eight bytes a row. */
final class RowPlaces {

    private static final int ID_BITS = 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ArrayInputStream input = new ArrayInputStream();
    private long[] places = new long[1 << 16];
    private int size;

    void add(final RowLocation location) throws StandardException {
        final var handle = ((HeapRowLocation) location).getRecordHandle(null);
        if (handle.getId() >>> ID_BITS != 0 || handle.getPageNumber() >>> Long.SIZE - ID_BITS - 1 != 0) {
            throw new IllegalStateException("row at " + handle);
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        places[size++] = handle.getPageNumber() << ID_BITS | handle.getId();
    }

    int size() {
        return size;
    }

    /** Makes a location that of a row. */
    void get(final int row, final HeapRowLocation location) {
        try {
            bytes.reset();
            CompressedNumber.writeLong(bytes, places[row] >>> ID_BITS);
            CompressedNumber.writeInt(bytes, (int) places[row] & (1 << ID_BITS) - 1);
            input.setData(bytes.toByteArray());
            location.readExternalFromArray(input);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible); // numbers need no class
        }
    }
}
