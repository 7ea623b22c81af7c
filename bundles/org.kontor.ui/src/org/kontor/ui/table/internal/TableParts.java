// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.function.Supplier;

import org.kontor.ui.table.RecordTableModel;

/**
 * A table's model with its inner parts, for the widgets of this package.
 *
 * @param model     the model
 * @param rows      its rows
 * @param selection its selection
 * @param format    how values read
 * @param lookups   the short lists that references choose from, as far as they are read
 * @param offered   the filters beside those on columns
 */
public record TableParts(RecordTableModel model, RecordRows rows, RecordSelection selection, CellFormat format, Supplier<Lookups> lookups,
        Supplier<OfferedFilters> offered) {
}
