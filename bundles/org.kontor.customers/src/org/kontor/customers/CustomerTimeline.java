// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.model.StoredRecord;
import org.kontor.store.Store;

/**
 * Everything that happened around an account, a contact, a lead or an opportunity, newest first. An OSGi service; safe for several
 * threads.
 *
 * @since 0.1
 */
public interface CustomerTimeline {

    /** What can stand in a timeline. */
    enum Kind {
        /** A task, a call or a meeting. */
        ACTIVITY,
        /** An opportunity entered a stage. */
        STAGE_MOVE,
        /** An order. */
        ORDER,
        /** A return. */
        RETURN,
        /** Somebody or something changed the record itself. */
        CHANGE
    }

    /**
     * One thing that happened.
     *
     * @param kind    what it is
     * @param at      when; for a whole day its start in UTC
     * @param wholeDay whether only the day of {@code at} (in UTC) is known
     * @param title   one line in the person's language
     * @param text    more about it, possibly several lines; may be empty
     * @param who     who did it; empty where not known
     * @param link    the record it is about
     * @since 0.1
     */
    record Entry(Kind kind, Instant at, boolean wholeDay, String title, String text, String who, RecordLink link) {
    }

    /**
     * A part of a timeline.
     *
     * @param entries the entries, newest first
     * @param more    whether older ones follow
     * @since 0.1
     */
    record Page(List<Entry> entries, boolean more) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Reads a part of a timeline.
     *
     * @param store  the store
     * @param type   Account, Contact, Lead or Opportunity
     * @param id     the record; where it is gone, its changes are still there
     * @param kinds  what to show
     * @param offset how many of the newest entries to skip
     * @param limit  how many to return, 1 to 1,000
     * @return the entries
     * @throws IllegalArgumentException for another type or limit
     */
    Page page(Store store, Class<? extends StoredRecord> type, UUID id, Set<Kind> kinds, int offset, int limit);
}
