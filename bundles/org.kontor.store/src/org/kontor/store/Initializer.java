// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

/**
 * Brings the records that a room of the product cannot do without, such as status values. An OSGi service; run once for each store and
 * version when the store opens writable, as a change set of its own.
 *
 * @since 0.1
 */
public interface Initializer {

    /** @return a name that never changes, such as {@code org.kontor.sales.pipeline} */
    String id();

    /** @return 1, 2, ...; raised when there are more records to bring */
    int version();

    /**
     * Adds what versions after {@code fromVersion} bring.
     *
     * @param writer      adds the records
     * @param fromVersion the version that last ran in this store; 0 where none did
     */
    void initialize(Writer writer, int fromVersion);
}
