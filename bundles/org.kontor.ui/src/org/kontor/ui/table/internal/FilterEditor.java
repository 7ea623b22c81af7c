// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import java.util.Optional;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.RecordColumn;

/** The widgets in which a person sets the filter of one column. */
interface FilterEditor {

    /**
     * Makes the widgets.
     *
     * @param parent where; a grid layout of one column is set already
     * @param before the filter of the moment; empty for none
     * @return the widget that gets the focus
     */
    Control create(Composite parent, Optional<ColumnFilter> before);

    /** @return whether what stands in the widgets can be understood; says in the widgets where it cannot */
    boolean isValid();

    /** @return the filter; empty where the person asks for none */
    Optional<ColumnFilter> result();

    /**
     * @param parts  the table
     * @param column a column
     * @return what suits its values
     */
    static FilterEditor of(final TableParts parts, final RecordColumn column) {
        return switch (column.kind()) {
            case INTEGER, DECIMAL, PERCENT, MONEY, DATE, INSTANT -> new RangeFilterEditor(column);
            case CHOICE, BOOLEAN -> new ChoiceFilterEditor(parts, column);
            case REFERENCE -> Lookups.isShort(column) ? new ChoiceFilterEditor(parts, column) : new TextFilterEditor(column);
            default -> new TextFilterEditor(column);
        };
    }
}
