// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.editor;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.Commit;
import org.kontor.store.ConflictException;
import org.kontor.store.RecordPatch;
import org.kontor.store.Store;

/**
 * Stores what a person typed, with every {@link SaveParticipant} of the record's type taking part: for the record editor, and for tables
 * and boards that change a record in place. An OSGi service. Waits for the disk.
 *
 * @since 0.1
 */
public interface RecordSaving {

    /**
     * Changes a stored record.
     *
     * @param store       the store
     * @param patch       the changes, with the values that the person saw
     * @param description what is done, for the log, in the person's language
     * @return the change set
     * @throws ConflictException where a changed field has another value by now, or the record is gone
     * @throws ProblemException  where the record would not be valid or a rule refuses it
     */
    Commit change(Store store, RecordPatch patch, String description);

    /**
     * Stores a record for the first time, or again after somebody deleted it.
     *
     * @param store       the store
     * @param patch       its identifier and its values; fields that are absent stay without one
     * @param description what is done, for the log, in the person's language
     * @return the change set
     * @throws ProblemException where the record is not valid or a rule refuses it
     */
    Commit create(Store store, RecordPatch patch, String description);
}
