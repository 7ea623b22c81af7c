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
    private RowPlaces places;
    private final DataValueDescriptor[] key;
    private final HeapRowLocation location = new HeapRowLocation();
    private CompletableFuture<Void> sorting;
    private int given;
    private boolean same;

    /**
     * @param columns   what the keys are made of; filled before {@link #begin}
     * @param ascending for each whether its smallest value comes first; otherwise missing values do
     * @param places    where the rows are; filled as well
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
        sorting = CompletableFuture.runAsync(() -> {
            try {
                arrange(alive);
            } catch (StandardException failed) {
                throw new CompletionException(failed);
            }
        });
    }

    @Override
    public void sort(final Runnable alive) throws StandardException {
        try {
            sorting.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case final StandardException cause -> throw cause;
                case final RuntimeException cause -> throw cause;
                default -> throw failed;
            }
        }
    }

    /** Lays the keys side by side in their order, so that they are read as they lie. */
    private void arrange(final Runnable alive) throws StandardException {
        final var ends = new int[Math.max(1, places.size())];
        final int runs = runs(ends);
        if (runs > 1) {
            final int[] order = order(ends, runs, alive);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = columns[i].arranged(order);
            }
            places = places.arranged(order);
        }
    }

    /** {@return how many stretches of rows are in order already; ends becomes where each ends} */
    private int runs(final int[] ends) {
        int runs = 0;
        for (int i = 1; i <= places.size(); i++) {
            if (i == places.size() || compare(i - 1, i) > 0) {
                ends[runs++] = i;
            }
        }
        return runs;
    }

    /** Merges what is in order already, neighbour by neighbour, until all is one. */
    private int[] order(final int[] ends, final int all, final Runnable alive) {
        int[] from = new int[places.size()];
        Arrays.setAll(from, i -> i);
        int[] into = new int[from.length];
        for (int runs = all; runs > 1;) {
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
        return from;
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
        if (given == places.size()) {
            return null;
        }
        same = given > 0;
        for (int i = 0; i < columns.length; i++) {
            if (given == 0 || columns[i].compare(given - 1, given) != 0) {
                columns[i].fill(key[i], given);
                same = false;
            }
        }
        places.get(given++, location);
        return key;
    }

    @Override
    public boolean repeated() {
        return same;
    }
}
