// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.model.StoredRecord;

/**
 * One row on its way into the store. Valid only during the call that hands it out.
 *
 * @since 0.1
 */
public interface RowScope {

    /** @return the row, from 1 for the first one after the header */
    long number();

    /**
     * The value a target has in this row.
     *
     * @param target a target's name
     * @return a value of the field's Java type, {@link UUID} for a reference; null where the row has none or nothing is mapped
     */
    Object value(String target);

    /**
     * @param target a target's name
     * @return the text as it stands in the file, after replacements; empty where there is none
     */
    Optional<String> text(String target);

    /**
     * Refuses the row; allowed only in {@link RowHandler#check}.
     *
     * @param target  the target that is wrong; empty text where it is the row
     * @param code    stable, language-free name
     * @param message what is wrong, in the person's language
     */
    void refuse(String target, String code, String message);

    /**
     * Lists something that somebody should look at.
     *
     * @param target  the target it concerns; empty text where it is the row
     * @param code    stable, language-free name
     * @param message what it is, in the person's language
     */
    void warn(String target, String code, String message);

    /**
     * Adds a part of the record. Its identifier is set from the row and the place of the call.
     *
     * @param record a record that is not stored
     */
    void add(StoredRecord record);

    /**
     * Changes a record that exists when this row is written, whether stored before or by an earlier row.
     *
     * @param type   its type
     * @param record its identifier
     * @param change sets fields; runs on the writing thread, not in a dry run
     */
    <T extends StoredRecord> void change(Class<T> type, UUID record, Consumer<T> change);
}
