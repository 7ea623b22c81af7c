// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.model.StoredRecord;

/**
 * What one run of a kind of import does beyond setting fields. Everything but {@link #changed} runs on one thread, row after row, in a dry
 * run too.
 *
 * @since 0.1
 */
public interface RowHandler {

    /** Does nothing beyond setting fields. */
    RowHandler PLAIN = new RowHandler() {
    };

    /**
     * The records that a reference may name, where its rule does not say.
     *
     * @param target a target's name
     * @return value to record; empty to follow the rule
     */
    default Optional<Map<String, UUID>> candidates(final String target) {
        return Optional.empty();
    }

    /**
     * Makes the record that an unknown value names, where the person chose to create it and the target's rule does not say how.
     *
     * @param target a target's name
     * @param value  the value
     * @return a record that is not stored; empty where none can be made
     */
    default Optional<StoredRecord> create(final String target, final String value) {
        return Optional.empty();
    }

    /**
     * Looks at a row whose values are all sound, before anything is made of it.
     *
     * @param row the row
     */
    default void check(final RowScope row) {
        // nothing to look at
    }

    /**
     * Completes a new record, after its fields are set.
     *
     * @param row    the row
     * @param record the record; not stored yet
     */
    default void created(final RowScope row, final StoredRecord record) {
        // nothing to complete
    }

    /**
     * Takes a row whose key names a record that an earlier row of the same file made.
     *
     * @param row    the row
     * @param record that record
     * @return whether the row is dealt with and counts as created; otherwise it updates the record
     */
    default boolean joins(final RowScope row, final UUID record) {
        return false;
    }

    /**
     * Looks at a row whose key names a record that was stored before this import.
     *
     * @param row the row
     * @return whether the record must be left alone because the row says only a part of it; the row counts as skipped then and is listed
     */
    default boolean leavesAlone(final RowScope row) {
        return false;
    }

    /**
     * Completes a record that existed and that the row changed, after its fields are set; on the writing thread, not in a dry run.
     *
     * @param record the record
     * @param before the fields that changed, with the values before: for a reference the identifier
     * @param values what the row says: target name to value, as {@link RowScope#value}
     * @param adder  adds a part of the record
     */
    default void changed(final StoredRecord record, final Map<String, Object> before, final Map<String, Object> values,
            final Consumer<StoredRecord> adder) {
        // nothing to complete
    }
}
