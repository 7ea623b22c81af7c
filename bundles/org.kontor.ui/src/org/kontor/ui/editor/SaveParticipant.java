// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.editor;

import org.kontor.core.problem.ProblemException;
import org.kontor.model.StoredRecord;
import org.kontor.store.ConflictException;
import org.kontor.store.RecordPatch;
import org.kontor.store.Writer;

/**
 * Takes part when records of one type are saved by the record editor or changed in place, so that a rule of a domain holds there too. An
 * OSGi service; every one for the record's type is asked, in the order of {@code service.ranking}, highest first. Runs within the write,
 * on a worker
 * thread: what it writes belongs to the same change set, and what it throws leaves everything unsaved.
 *
 * @since 0.1
 */
public interface SaveParticipant {

    /** @return the name of the record type, such as {@code Opportunity} */
    String recordType();

    /**
     * An existing record is about to be changed. The participant may write a field itself, by its own use case, and then leaves it out of
     * what it returns; or add fields.
     *
     * @param writer what to write with
     * @param patch  what the person changed, with the values that they saw before
     * @return what is left for the editor to apply; never null
     * @throws ConflictException where a field that the participant writes was changed by somebody else meanwhile
     * @throws ProblemException  where a rule refuses the change
     */
    default RecordPatch change(final Writer writer, final RecordPatch patch) {
        return patch;
    }

    /**
     * A new record was filled and added to the writer. The participant may set further fields and add further records.
     *
     * @param writer what to write with
     * @param record the new record
     * @throws ProblemException where a rule refuses it
     */
    default void create(final Writer writer, final StoredRecord record) {
    }
}
