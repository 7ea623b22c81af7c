// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.timeline;

import java.util.List;

import org.kontor.store.Store;
import org.kontor.ui.RecordRef;

/**
 * Knows what happened around records of some types: activities, orders, mails. An OSGi service; the timeline view shows what all sources
 * that apply know, and the record's change history where none applies.
 *
 * @since 0.1
 */
public interface TimelineSource {

    /**
     * @param recordType a record type's name
     * @return whether the source knows anything of such records
     */
    boolean appliesTo(String recordType);

    /**
     * Reads; runs on a worker thread and may wait for the disk.
     *
     * @param store  the store
     * @param record a record of a type that it applies to
     * @param limit  how many items to return at most
     * @return what happened, newest first
     */
    List<TimelineItem> read(Store store, RecordRef record, int limit);
}
