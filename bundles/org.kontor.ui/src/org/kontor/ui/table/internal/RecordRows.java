// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The rows of a query as far as they are in memory, and how many there are. Reads again, in its own time, when told that records changed,
 * and then keeps the row at the top of the screen where it is.
 */
public final class RecordRows {

    /** Hears what becomes of the rows. */
    public interface Listener {

        /** Rows, their number or whether they could be read changed. */
        void rowsChanged();

        /**
         * The row at the top of the screen is somewhere else now.
         *
         * @param by by how many places it moved down; negative for up
         */
        void moved(int by);
    }

    private static final long SETTLE_MILLIS = 150;

    private final Executor background;
    private final Executor foreground;
    private final Listener listener;
    private final PageCache<Row> cache;
    private Optional<RecordQuery> query = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();
    private boolean loading;
    private boolean counting;
    private boolean refreshLater;
    private long count = -1;
    private int shown;
    private int generation;
    private int top;
    private UUID topRecord;
    private boolean topRead;

    /**
     * @param background reads from the store
     * @param foreground the thread that owns the rows
     * @param listener   hears what becomes of them
     */
    public RecordRows(final Executor background, final Executor foreground, final Listener listener) {
        this.background = background;
        this.foreground = foreground;
        this.listener = listener;
        cache = new PageCache<>(background, foreground, new PageCache.Listener() {
            @Override
            public void loaded(final int first, final int size) {
                pageLoaded(first, size);
            }

            @Override
            public void failed(final RuntimeException cause) {
                fail(cause);
            }
        });
    }

    /**
     * Reads other rows and no longer those of before, which are shown until the first of the new ones are there.
     *
     * @param other what to read; empty for nothing
     */
    public void restart(final Optional<RecordQuery> other) {
        query.filter(before -> before != other.orElse(null)).ifPresent(RecordQuery::cancel);
        query = other;
        loading = other.isPresent();
        failure = Optional.empty();
        top = 0;
        topRecord = null;
        if (other.isEmpty()) {
            shown = 0;
        }
        cache.restart(other.orElse(null), false);
        count();
        cache.prefetch(0);
        listener.rowsChanged();
    }

    /** Reads the same rows again, soon; many calls within a moment are one. */
    public void refreshSoon() {
        if (!refreshLater) {
            refreshLater = true;
            CompletableFuture.delayedExecutor(SETTLE_MILLIS, TimeUnit.MILLISECONDS, foreground).execute(this::refresh);
        }
    }

    private void refresh() {
        refreshLater = false;
        if (query.isEmpty()) {
            return;
        }
        if (loading || counting) {
            refreshSoon();
            return;
        }
        failure = Optional.empty();
        final var row = top > 0 ? cache.peek(top) : null;
        topRecord = row == null ? null : row.id();
        topRead = false;
        cache.restart(query.get(), true);
        count();
        cache.prefetch(top);
        listener.rowsChanged();
    }

    private void count() {
        final int of = ++generation;
        count = -1;
        counting = query.isPresent();
        query.ifPresent(counted -> background.execute(() -> {
            try {
                final long found = counted.count();
                foreground.execute(() -> counted(of, found));
            } catch (RuntimeException cause) {
                foreground.execute(() -> notCounted(of, cause));
            }
        }));
    }

    private void counted(final int of, final long found) {
        if (of == generation) {
            counting = false;
            count = found;
            if (!loading) {
                shown = clamp(found);
                followTop();
                listener.rowsChanged();
            }
        }
    }

    private void notCounted(final int of, final RuntimeException cause) {
        if (of == generation) {
            counting = false;
            fail(cause);
        }
    }

    private void pageLoaded(final int first, final int size) {
        final boolean fresh = loading;
        loading = false;
        if (count >= 0) {
            shown = clamp(count);
        } else if (size < PageCache.PAGE && (size > 0 || first == 0)) {
            shown = first + size;
        } else if (fresh && first == 0) {
            shown = size;
        }
        topRead |= top >= first && top < first + PageCache.PAGE;
        followTop();
        listener.rowsChanged();
    }

    /** Before the rows are counted, those at the end cannot be scrolled to. */
    private void followTop() {
        if (topRecord != null && topRead && !counting) {
            final var wanted = topRecord;
            final int now = cache.find(row -> row.id().equals(wanted), top, PageCache.PAGE);
            topRecord = null;
            if (now >= 0 && now != top) {
                final int by = now - top;
                top = now;
                listener.moved(by);
            }
        }
    }

    private void fail(final RuntimeException cause) {
        loading = false;
        failure = Optional.of(cause);
        listener.rowsChanged();
    }

    private static int clamp(final long number) {
        return (int) Math.min(number, Integer.MAX_VALUE / 64);
    }

    /**
     * Says which rows are on the screen; those around them are read ahead.
     *
     * @param first the number of the first
     * @param last  the number of the last
     */
    public void onScreen(final int first, final int last) {
        if (topRecord == null) {
            top = first;
        }
        final int half = PageCache.PAGE / 2;
        if (first >= half) {
            cache.prefetch(first - half);
        }
        if (last + half < shown) {
            cache.prefetch(last + half);
        }
        cache.prefetch(first);
    }

    /**
     * A row, if it is in memory; else it is going to be read.
     *
     * @param index the row's number, from 0
     * @return the row; null where it is not there yet
     */
    public Row row(final int index) {
        return cache.row(index);
    }

    /**
     * A row, if it is in memory; nothing is read.
     *
     * @param index the row's number, from 0
     * @return the row or null
     */
    public Row peek(final int index) {
        return cache.peek(index);
    }

    /**
     * @param record a record
     * @param near   the row to look around
     * @return the record's row; -1 where it is not near or not in memory
     */
    public int find(final UUID record, final int near) {
        return cache.find(row -> row.id().equals(record), near, PageCache.PAGE);
    }

    /** @return how many rows there are, as far as is known */
    public int size() {
        return shown;
    }

    /** @return whether the number of rows is known for certain */
    public boolean isCounted() {
        return !loading && (count >= 0 || !counting);
    }

    /** @return whether the first rows of a query are being read */
    public boolean isLoading() {
        return loading;
    }

    /** @return whether anything is being read */
    public boolean isBusy() {
        return loading || counting || cache.isBusy();
    }

    /** @return why rows could not be read; empty where they could */
    public Optional<RuntimeException> failure() {
        return failure;
    }

    /** @return what is read; empty where nothing is */
    public Optional<RecordQuery> query() {
        return query;
    }

    /** @return how many pages are in memory */
    public int pagesInMemory() {
        return cache.pagesInMemory();
    }
}
