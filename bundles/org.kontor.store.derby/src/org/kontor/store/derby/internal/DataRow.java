// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.derby.iapi.types.DataTypeDescriptor;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.SQLDate;
import org.apache.derby.iapi.types.SQLDecimal;
import org.apache.derby.shared.common.error.StandardException;
import org.apache.derby.shared.common.reference.SQLState;

import org.kontor.core.id.Ids;

/** One row as the engine keeps it; the cells are filled again for each row. */
final class DataRow {

    private static final int DAYS_KEPT = 100_000;

    private final PlainTable table;
    private final int[] places;
    private final DataValueDescriptor[] given;
    private final DataValueDescriptor[] spare;
    private final DataValueDescriptor[] cells;
    private final DataTypeDescriptor[] types;
    private final boolean[] required;
    private final Map<LocalDate, SQLDate> days = new HashMap<>();
    private final GregorianCalendar calendar = new GregorianCalendar();

    /**
     * @param table   the table
     * @param columns its columns that get values; the others stay null
     */
    DataRow(final PlainTable table, final List<String> columns) throws StandardException {
        this.table = table;
        this.places = table.places(columns);
        this.given = table.descriptor().getEmptyExecRow().getRowArray();
        this.spare = table.descriptor().getEmptyExecRow().getRowArray();
        this.cells = given.clone();
        this.types = new DataTypeDescriptor[given.length];
        this.required = new boolean[given.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = table.descriptor().getColumnDescriptor(i + 1).getType();
            required[i] = !types[i].isNullable();
        }
        for (int i = 0; i < cells.length; i++) {
            final int place = i;
            if (Arrays.stream(places).noneMatch(each -> each == place)) {
                cells[i] = empty(i);
            }
        }
    }

    /** The row's cells; lengths, digits and missing values are checked by the column's type, as for every statement. */
    DataValueDescriptor[] of(final Object[] values) throws StandardException {
        for (int i = 0; i < places.length; i++) {
            final int place = places[i];
            cells[place] = values[i] == null ? empty(place) : filled(place, values[i]);
        }
        return cells;
    }

    private DataValueDescriptor empty(final int place) throws StandardException {
        if (required[place]) {
            throw StandardException.newException(SQLState.LANG_NULL_INTO_NON_NULL, table.descriptor().getColumnDescriptor(place + 1).getColumnName());
        }
        final var cell = given[place];
        cell.setToNull();
        return cell;
    }

    private DataValueDescriptor filled(final int place, final Object value) throws StandardException {
        final var cell = given[place];
        switch (value) {
            case final UUID id -> cell.setValue(Ids.toBytes(id));
            case final String text -> cell.setValue(text);
            case final BigDecimal number -> ((SQLDecimal) cell).setBigDecimal(number);
            case final Integer number -> cell.setValue(number.intValue());
            case final Long number -> cell.setValue(number.longValue());
            case final Boolean flag -> cell.setValue(flag.booleanValue());
            case final LocalDate day -> cell.setValue(day(day));
            default -> throw new IllegalArgumentException("a cell cannot hold " + value.getClass().getSimpleName());
        }
        return types[place].normalize(cell, spare[place]);
    }

    private DataValueDescriptor day(final LocalDate day) throws StandardException {
        var found = days.get(day);
        if (found == null) {
            found = new SQLDate();
            found.setValue(Date.valueOf(day), calendar);
            if (days.size() == DAYS_KEPT) {
                days.clear();
            }
            days.put(day, found);
        }
        return found;
    }
}
