// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Rows of a long list, of which only some pages are in memory. Asking for a row that is not there reads its page in the background, the
 * page that was asked for last first, and forgets the page that was not looked at for the longest time.
 * <p>
 * All methods and all calls of the listener are on the foreground's thread; only the source is read on the background's.
 *
 * @param <R> a row
 */
public final class PageCache<R> {

    /** How many rows a page has. */
    public static final int PAGE = 100;

    /** How many pages are kept. */
    public static final int MOST_PAGES = 50;

    private static final int MOST_WAITING = 4;
    private static final int MOST_RUNNING = 2;

    /**
     * Where rows come from; called in the background.
     *
     * @param <R> a row
     */
    public interface Source<R> {

        /**
         * @param offset how many rows to skip
         * @param limit  how many to read
         * @return the rows; fewer than {@code limit} only at the end
         */
        List<R> rows(int offset, int limit);
    }

    /** Hears what became of pages. */
    public interface Listener {

        /**
         * A page can be shown.
         *
         * @param first the number of its first row
         * @param size  how many rows it has
         */
        void loaded(int first, int size);

        /**
         * A page could not be read; it is not tried again before the next restart.
         *
         * @param cause why
         */
        void failed(RuntimeException cause);
    }

    private record Page<R>(int generation, List<R> rows) {
    }

    private final Executor background;
    private final Executor foreground;
    private final Listener listener;
    private final Map<Integer, Page<R>> pages = new LinkedHashMap<>(64, 0.75f, true);
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final Set<Integer> asked = new HashSet<>();
    private final Set<Integer> unreadable = new HashSet<>();
    private Source<R> source;
    private int generation;
    private int running;
    private boolean keepOld;

    /**
     * @param background reads pages
     * @param foreground the thread that owns this cache
     * @param listener   hears what became of pages
     */
    public PageCache(final Executor background, final Executor foreground, final Listener listener) {
        this.background = background;
        this.foreground = foreground;
        this.listener = listener;
    }

    /**
     * Reads from another source, or again from the same one.
     *
     * @param from where rows come from; null for none
     * @param keep whether old pages are shown until each is read again; else they are shown until the first new one is there
     */
    public void restart(final Source<R> from, final boolean keep) {
        source = from;
        generation++;
        keepOld = keep;
        waiting.clear();
        asked.clear();
        unreadable.clear();
        if (from == null) {
            pages.clear();
        }
    }

    /**
     * A row, if it is in memory; else its page is going to be read.
     *
     * @param index the row's number, from 0
     * @return the row; null where it is not there yet
     */
    public R row(final int index) {
        final var number = index / PAGE;
        want(number);
        return at(number, index % PAGE);
    }

    /**
     * A row, if it is in memory; nothing is read.
     *
     * @param index the row's number, from 0
     * @return the row or null
     */
    public R peek(final int index) {
        return index < 0 ? null : at(index / PAGE, index % PAGE);
    }

    private R at(final int number, final int place) {
        final var page = pages.get(number);
        return page == null || place >= page.rows.size() ? null : page.rows.get(place);
    }

    /**
     * Reads the page of a row unless it is there.
     *
     * @param index the row's number, from 0
     */
    public void prefetch(final int index) {
        want(index / PAGE);
    }

    /** @return how many pages are in memory */
    public int pagesInMemory() {
        return pages.size();
    }

    /** @return whether pages are being read or wait for it */
    public boolean isBusy() {
        return !asked.isEmpty();
    }

    private void want(final int number) {
        final var page = pages.get(number);
        if (source == null || page != null && page.generation == generation || asked.contains(number)
                || unreadable.contains(number)) {
            return;
        }
        asked.add(number);
        waiting.addLast(number);
        while (waiting.size() > MOST_WAITING) {
            asked.remove(waiting.removeFirst());
        }
        next();
    }

    private void next() {
        while (running < MOST_RUNNING && !waiting.isEmpty()) {
            final var number = waiting.removeLast();
            final var from = source;
            final var of = generation;
            running++;
            background.execute(() -> read(number, of, from));
        }
    }

    private void read(final int number, final int of, final Source<R> from) {
        try {
            final var rows = from.rows(number * PAGE, PAGE);
            foreground.execute(() -> arrived(number, of, rows));
        } catch (RuntimeException cause) {
            foreground.execute(() -> failed(number, of, cause));
        }
    }

    private void arrived(final int number, final int of, final List<R> rows) {
        running--;
        if (of == generation) {
            asked.remove(number);
            if (!keepOld) {
                pages.values().removeIf(page -> page.generation != generation);
            }
            pages.put(number, new Page<>(of, rows));
            while (pages.size() > MOST_PAGES) {
                pages.remove(pages.keySet().iterator().next());
            }
            listener.loaded(number * PAGE, rows.size());
        }
        next();
    }

    private void failed(final int number, final int of, final RuntimeException cause) {
        running--;
        if (of == generation) {
            asked.remove(number);
            unreadable.add(number);
            listener.failed(cause);
        }
        next();
    }

    /**
     * Where a row is among those in memory.
     *
     * @param wanted what to look for
     * @param near   the row to look around
     * @param reach  how many rows to look at on each side
     * @return the row's number; -1 where it is not there
     */
    public int find(final Predicate<R> wanted, final int near, final int reach) {
        for (int step = 0; step <= reach; step++) {
            if (holds(near + step, wanted)) {
                return near + step;
            }
            if (holds(near - step, wanted)) {
                return near - step;
            }
        }
        return -1;
    }

    private boolean holds(final int index, final Predicate<R> wanted) {
        final var row = peek(index);
        return row != null && wanted.test(row);
    }
}
