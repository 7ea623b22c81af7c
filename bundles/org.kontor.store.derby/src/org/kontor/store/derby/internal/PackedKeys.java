// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.impl.store.access.heap.HeapRowLocation;
import org.apache.derby.shared.common.error.StandardException;

/**
 * Keys of columns of fixed sizes. Rows come in the order of their places, so a stable sort by the columns is the order of the index. Keys that
 * come in order, as identifiers and the references of a sorted file do, cost one look each.
 */
final class PackedKeys implements KeySort {

    private static final int ALIVE_EVERY = 1 << 16;

    private final PackedColumn[] columns;
    private final boolean[] ascending;
    private final RowPlaces places;
    private final DataValueDescriptor[] key;
    private final HeapRowLocation location = new HeapRowLocation();
    private CompletableFuture<Void> sorting;
    private int[] order;
    private int given;
    private boolean same;

    /**
     * @param columns   what the keys are made of; filled before {@link #sort}
     * @param ascending for each whether its smallest value comes first; otherwise missing values do
     */
    PackedKeys(final List<PackedColumn> columns, final boolean[] ascending, final RowPlaces places) {
        this.columns = columns.toArray(PackedColumn[]::new);
        this.ascending = ascending;
        this.places = places;
        this.key = new DataValueDescriptor[this.columns.length + 1];
        Arrays.setAll(key, i -> i < this.columns.length ? this.columns[i].cell() : location);
    }

    private int compare(final int one, final int another) {
        for (int i = 0; i < columns.length; i++) {
            final int difference = columns[i].compare(one, another);
            if (difference != 0) {
                return ascending[i] ? difference : -difference;
            }
        }
        return 0;
    }

    /**
     * Begins to sort on another thread.
     *
     * @param alive asked now and then there; throws to stop
     */
    void begin(final Runnable alive) {
        sorting = CompletableFuture.runAsync(() -> merge(alive));
    }

    @Override
    public void sort(final Runnable alive) {
        try {
            sorting.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof final RuntimeException cause ? cause : failed;
        }
    }

    /** Merges what is in order already, neighbour by neighbour, until all is one. */
    private void merge(final Runnable alive) {
        final int size = places.size();
        order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        final var ends = new int[Math.max(1, size)];
        int runs = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || compare(i - 1, i) > 0) {
                ends[runs++] = i;
            }
        }
        int[] from = order;
        int[] into = runs > 1 ? new int[size] : order;
        while (runs > 1) {
            int merged = 0;
            int start = 0;
            for (int run = 0; run < runs; run += 2) {
                final int middle = ends[run];
                final int end = run + 1 < runs ? ends[run + 1] : middle;
                merge(from, into, start, middle, end);
                if (start / ALIVE_EVERY != end / ALIVE_EVERY) {
                    alive.run();
                }
                ends[merged++] = end;
                start = end;
            }
            runs = merged;
            final int[] swapped = from;
            from = into;
            into = swapped;
        }
        order = from;
    }

    private void merge(final int[] from, final int[] into, final int start, final int middle, final int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            into[i] = right >= end || left < middle && compare(from[left], from[right]) <= 0 ? from[left++] : from[right++];
        }
    }

    @Override
    public DataValueDescriptor[] next() throws StandardException {
        if (given == order.length) {
            return null;
        }
        final int row = order[given];
        same = given > 0;
        for (int i = 0; i < columns.length; i++) {
            if (given == 0 || columns[i].compare(order[given - 1], row) != 0) {
                columns[i].fill(key[i], row);
                same = false;
            }
        }
        given++;
        places.get(row, location);
        return key;
    }

    @Override
    public boolean repeated() {
        return same;
    }
}
