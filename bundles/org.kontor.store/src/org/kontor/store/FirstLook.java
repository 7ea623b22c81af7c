// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

/**
 * What a bundle's first view reads. It is read once while the window is still being made, so that the statements are known to the database
 * when the view asks. An OSGi service, for what most people see first only; its answers are dropped.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface FirstLook {

    /**
     * Reads.
     *
     * @param store the store, just opened; called on a background thread. An exception is of no consequence
     */
    void at(Store store);
}
