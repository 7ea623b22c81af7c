// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal;

import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.widgets.Display;

import org.kontor.store.Commit;
import org.kontor.store.Store;
import org.kontor.ui.work.UiThread;

/**
 * The store that a view shows, and when the view shall read again: when another store comes or goes, and a moment after something that it
 * shows was written. To be used on the user-interface thread, but for {@link #use}.
 */
public final class StoreWatch {

    private static final int SETTLE_MILLIS = 150;

    private final Display display;
    private final Set<String> recordTypes;
    private final Runnable read;
    private Optional<Store> store = Optional.empty();
    private Runnable unsubscribe = () -> { };
    private boolean closed;

    /**
     * @param display     the display
     * @param recordTypes the names of the record types that are shown
     * @param read        reads again; on the user-interface thread
     */
    public StoreWatch(final Display display, final Set<String> recordTypes, final Runnable read) {
        this.display = display;
        this.recordTypes = Set.copyOf(recordTypes);
        this.read = read;
    }

    /** @return the store; empty while none is open */
    public Optional<Store> store() {
        return store;
    }

    /**
     * @param opened the store from now on; null for none. From any thread
     */
    public void use(final Store opened) {
        UiThread.run(display, () -> {
            if (closed) {
                return;
            }
            unsubscribe.run();
            store = Optional.ofNullable(opened);
            unsubscribe = opened == null ? () -> { } : opened.subscribe(this::committed);
            read.run();
        });
    }

    private void committed(final Commit commit) {
        if (commit.recordTypes().stream().anyMatch(recordTypes::contains)) {
            UiThread.run(display, () -> {
                display.timerExec(-1, read);
                display.timerExec(closed ? -1 : SETTLE_MILLIS, read);
            });
        }
    }

    /** Ends listening. */
    public void close() {
        closed = true;
        unsubscribe.run();
        if (!display.isDisposed()) {
            display.timerExec(-1, read);
        }
    }
}
