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
     * Fills a store that holds no accounts yet, as one operation that can be undone.
     *
     * @param store    the store
     * @param progress reported to and asked for cancellation
     */
    void write(Store store, Progress progress);
}
