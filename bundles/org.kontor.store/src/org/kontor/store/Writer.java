// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.util.UUID;

import org.kontor.model.StoredRecord;

/**
 * A session whose changes become one change set. A record that {@link #find} or {@link #list} returned is changed by its setters; nothing
 * need be called to save it. Queries do not see what this writer added or changed.
 *
 * @since 0.1
 */
public interface Writer extends Session {

    /**
     * Adds a new record. References may point to records of this writer, to new ones that were added before, or to what
     * {@link org.kontor.model.RecordType#reference} made.
     *
     * @param record a record that is not stored
     */
    void add(StoredRecord record);

    /**
     * Deletes a record.
     *
     * @param type the record's type
     * @param id   its identifier; nothing happens where there is none
     */
    void delete(Class<? extends StoredRecord> type, UUID id);

    /**
     * Changes fields of a record that the caller read some time ago, if each still has the value the caller saw.
     *
     * @param patch the record, and for each field the value seen and the value wanted
     * @throws ConflictException where a field has another value by now, be it the wanted one: somebody who counts up would lose a step
     *                           otherwise. Nothing of the patch is applied
     */
    void apply(RecordPatch patch);
}
