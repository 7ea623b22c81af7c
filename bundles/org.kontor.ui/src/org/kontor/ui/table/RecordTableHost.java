// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.util.List;
import java.util.Optional;

import org.kontor.ui.RecordRef;

/**
 * Where a table lives: what it calls when a person wants more than to look. All calls are on the user-interface thread.
 *
 * @since 0.1
 */
public interface RecordTableHost {

    /**
     * The person wants to see a record in full.
     *
     * @param record the record
     */
    void open(RecordRef record);

    /** The person pressed Delete; the selected records are the model's. Does nothing unless overridden. */
    default void delete() {
    }

    /** @return what else can be done, in the order in which it is offered; none unless overridden */
    default List<TableAction> actions() {
        return List.of();
    }

    /** @return the file formats that the table can be written in; none unless overridden */
    default List<RowExporter> exporters() {
        return List.of();
    }

    /** @return the person's saved views; empty for a table that shows one view only, as within a form */
    default Optional<ListViews> views() {
        return Optional.empty();
    }
}
