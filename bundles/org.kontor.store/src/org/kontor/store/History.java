// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.progress.Progress;
import org.kontor.model.StoredRecord;

/**
 * Everything that was ever done in a store, newest first, and how to take it back. Survives restarts, because it is read from the audit
 * log.
 *
 * @since 0.1
 */
public interface History {

    /**
     * One operation: the change sets that were done, and are undone, together.
     *
     * @param id          the operation
     * @param first       its first change set
     * @param changeSets  how many it has
     * @param records     how many records they touched
     * @param undone      whether all of it is taken back
     * @since 0.1
     */
    record Operation(UUID id, ChangeSet first, int changeSets, long records, boolean undone) {
    }

    /**
     * One thing that happened to a record.
     *
     * @param changeSet who, when, why
     * @param change    what
     * @since 0.1
     */
    record TimelineEntry(ChangeSet changeSet, RecordChange change) {
    }

    /** What an undo or redo may leave out. */
    enum Mode {
        /** Takes back everything, or nothing where a later change stands in the way. */
        ALL_OR_NOTHING,
        /** Takes back what no later change stands in the way of, and leaves the rest. */
        SAFE_PART
    }

    /**
     * What an undo or redo did.
     *
     * @param operation  the operation that it is itself
     * @param changeSets how many change sets were taken back
     * @param records    how many records changed
     * @param leftOut    what a later change stood in the way of; empty in mode ALL_OR_NOTHING
     * @since 0.1
     */
    record Outcome(UUID operation, int changeSets, long records, List<ConflictException.Conflict> leftOut) {
    }

    /**
     * @param offset how many to skip
     * @param limit  how many to return
     * @return operations, newest first, undos and redos included
     */
    List<Operation> operations(int offset, int limit);

    /**
     * @param operation an operation
     * @return it, or empty where there is none
     */
    Optional<Operation> operation(UUID operation);

    /** @return the newest operation of this user that is no undo and not undone */
    Optional<Operation> undoable();

    /** @return the newest undo of this user that is not itself taken back and after which the user did nothing else */
    Optional<Operation> redoable();

    /**
     * Takes an operation back: what it created goes, what it deleted comes back, what it changed gets its old values. Cut off half way, it
     * leaves whole change sets, and calling it again does the rest.
     *
     * @param operation an operation that is not undone; an undo is taken back the same way, which is a redo
     * @param mode      what to do where later changes stand in the way
     * @param progress  reported to and asked for cancellation
     * @return what was done
     * @throws ConflictException where mode is ALL_OR_NOTHING and later changes stand in the way
     */
    Outcome undo(UUID operation, Mode mode, Progress progress);

    /**
     * What happened to one record.
     *
     * @param type  the record's type
     * @param id    the record, which may be deleted by now
     * @param limit how many entries to return
     * @return entries, newest first
     */
    List<TimelineEntry> timeline(Class<? extends StoredRecord> type, UUID id, int limit);

    /**
     * @param changeSet a change set
     * @return what it did, in order
     */
    List<RecordChange> changes(UUID changeSet);
}
