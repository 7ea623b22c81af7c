// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import org.kontor.core.progress.Progress;

/**
 * Records that show a new user what the product does. An OSGi service; offered where a store is new.
 *
 * @since 0.1
 */
public interface Sample {

    /** @return what it is called in the person's language, such as "Demo company" */
    String label();

    /**
     * Whether writing began once and never came to its end, because the program was killed. {@link #write} then goes on where it stopped.
     *
     * @param store the store
     * @return false where it is complete, was taken back or was never begun
     */
    boolean isInterrupted(Store store);

    /**
     * Fills a store that holds no accounts yet, or goes on where that was interrupted, as one operation that can be undone. Cancelled, it
     * takes back what it wrote.
     *
     * @param store    the store
     * @param progress reported to and asked for cancellation
     */
    void write(Store store, Progress progress);
}
