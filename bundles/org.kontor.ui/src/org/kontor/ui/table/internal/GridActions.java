// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import org.kontor.ui.RecordRef;

/** What keys and the mouse in the rows ask the table for. */
public interface GridActions {

    /**
     * The person wants to see a record in full.
     *
     * @param record the record
     */
    void open(RecordRef record);

    /**
     * The person began to type, which filters.
     *
     * @param character the first character
     */
    void type(char character);

    /** The person wants to change the filter. */
    void find();

    /** The person wants to copy the selected rows, or the cell of the cursor where no more than one row is selected. */
    void copy();

    /** The person wants to delete the selected records. */
    void delete();
}
