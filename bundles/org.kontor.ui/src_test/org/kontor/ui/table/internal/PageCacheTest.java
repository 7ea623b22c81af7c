// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PageCacheTest {

    private static final int ROWS = 1_000_000;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Integer> read = new ArrayList<>();
    private final List<Integer> loaded = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final PageCache<String> cache = new PageCache<>(background::add, Runnable::run, new PageCache.Listener() {
        @Override
        public void loaded(final int first, final int size) {
            loaded.add(first);
        }

        @Override
        public void failed(final RuntimeException cause) {
            failures.add(cause);
        }
    });

    private List<String> rows(final String prefix, final int offset, final int limit) {
        read.add(offset / PageCache.PAGE);
        return IntStream.range(offset, Math.min(ROWS, offset + limit)).mapToObj(index -> prefix + index).toList();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    @Test
    void readsAPageOnceForAllItsRows() {
        cache.restart((offset, limit) -> rows("a", offset, limit), false);
        assertNull(cache.row(0));
        assertNull(cache.row(1));
        work();
        assertEquals("a0", cache.row(0));
        assertEquals("a99", cache.row(99));
        assertNull(cache.row(100));
        work();
        assertEquals("a100", cache.row(100));
        assertEquals(List.of(0, 1), read);
    }

    @Test
    void keepsNoMoreThanItsPagesWhateverTheNumberOfRows() {
        cache.restart((offset, limit) -> rows("a", offset, limit), false);
        for (int index = 0; index < ROWS; index += 5_000) {
            cache.row(index);
            work();
        }
        assertEquals(ROWS / 5_000, read.size());
        assertEquals(PageCache.MOST_PAGES, cache.pagesInMemory());
        assertNull(cache.peek(0));
        assertNotNull(cache.peek(ROWS - 5_000));
    }

    @Test
    void forgetsThePageThatWasNotLookedAtForTheLongestTime() {
        cache.restart((offset, limit) -> rows("a", offset, limit), false);
        for (int page = 0; page < PageCache.MOST_PAGES; page++) {
            cache.row(page * PageCache.PAGE);
            work();
        }
        cache.row(0);
        cache.row(PageCache.MOST_PAGES * PageCache.PAGE);
        work();
        assertNotNull(cache.peek(0));
        assertNull(cache.peek(PageCache.PAGE));
    }

    @Test
    void scrollingFastReadsWhereThePersonArrivesAndNotEveryPageOnTheWay() {
        cache.restart((offset, limit) -> rows("a", offset, limit), false);
        for (int index = 0; index < ROWS; index += PageCache.PAGE) {
            cache.row(index);
        }
        work();
        assertTrue(read.size() < 10, () -> read.size() + " pages were read");
        assertNotNull(cache.peek(ROWS - 1));
    }

    @Test
    void dropsWhatArrivesForAnOlderQuestion() {
        cache.restart((offset, limit) -> rows("old", offset, limit), false);
        cache.row(0);
        final var late = background.remove();
        cache.restart((offset, limit) -> rows("new", offset, limit), false);
        late.run();
        assertNull(cache.peek(0));
        assertEquals(List.of(), loaded);
        cache.row(0);
        work();
        assertEquals("new0", cache.peek(0));
    }

    @Test
    void showsOldRowsUntilTheFirstNewPageIsThere() {
        cache.restart((offset, limit) -> rows("old", offset, limit), false);
        cache.row(0);
        cache.row(500);
        work();
        cache.restart((offset, limit) -> rows("new", offset, limit), false);
        assertEquals("old0", cache.row(0));
        assertEquals("old500", cache.peek(500));
        work();
        assertEquals("new0", cache.peek(0));
        assertNull(cache.peek(500));
    }

    @Test
    void replacesOldPagesOneByOneWhereTheyAreOnlyReadAgain() {
        cache.restart((offset, limit) -> rows("old", offset, limit), false);
        cache.row(0);
        cache.row(500);
        work();
        cache.restart((offset, limit) -> rows("new", offset, limit), true);
        cache.row(0);
        work();
        assertEquals("new0", cache.peek(0));
        assertEquals("old500", cache.row(500));
        work();
        assertEquals("new500", cache.peek(500));
    }

    @Test
    void doesNotTryAnUnreadablePageAgainUntilToldTo() {
        final var broken = new IllegalStateException("closed");
        cache.restart((offset, limit) -> {
            read.add(offset);
            throw broken;
        }, false);
        cache.row(0);
        work();
        cache.row(0);
        work();
        assertEquals(List.of(broken), failures);
        assertEquals(1, read.size());
        assertFalse(cache.isBusy());
        cache.restart((offset, limit) -> rows("a", offset, limit), false);
        cache.row(0);
        work();
        assertEquals("a0", cache.peek(0));
    }

    @Test
    void findsARowNearAnother() {
        cache.restart((offset, limit) -> rows("a", offset, limit), false);
        cache.row(0);
        cache.row(100);
        work();
        assertEquals(97, cache.find("a97"::equals, 103, 50));
        assertEquals(103, cache.find("a103"::equals, 97, 50));
        assertEquals(-1, cache.find("a103"::equals, 20, 50));
        assertEquals(-1, cache.find("a250"::equals, 199, 100));
    }
}
