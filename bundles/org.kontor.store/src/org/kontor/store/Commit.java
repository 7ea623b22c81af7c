// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.util.List;
import java.util.Set;

/**
 * A change set that is on disk, with what it changed.
 *
 * @param changeSet   who, when, why
 * @param recordTypes the names of the record types it touched
 * @param changes     what it did; empty where it touched more than 5,000 records or is one of a {@linkplain Store#load load}, so that views reload
 *                    instead of patching themselves
 * @since 0.1
 */
public record Commit(ChangeSet changeSet, Set<String> recordTypes, List<RecordChange> changes) {

    public Commit {
        recordTypes = Set.copyOf(recordTypes);
        changes = List.copyOf(changes);
    }
}
