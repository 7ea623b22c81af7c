// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.UUID;

import org.apache.derby.iapi.types.DataTypeDescriptor;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.SQLDate;
import org.apache.derby.iapi.types.SQLDecimal;
import org.apache.derby.shared.common.error.StandardException;
import org.apache.derby.shared.common.reference.SQLState;

import org.kontor.core.id.Ids;

/** One row as the engine keeps it. */
final class DataRow {

    private static final int DAYS_KEPT = 1 << 12;
    private static final Object NONE = new Object();

    private final PlainTable table;
    private final boolean kept;
    private final int[] places;
    private final DataValueDescriptor[] given;
    private final DataValueDescriptor[] spare;
    private final DataValueDescriptor[] cells;
    private final DataTypeDescriptor[] types;
    private final int[] kinds;
    private final int[] widths;
    private final int[] scales;
    private final boolean[] required;
    /** What the cells hold: many rows of a change set have the very same values. */
    private final Object[] last;
    private final LocalDate[] days = new LocalDate[DAYS_KEPT];
    private final SQLDate[] dates = new SQLDate[DAYS_KEPT];
    private final GregorianCalendar calendar = new GregorianCalendar();

    private DataRow(final PlainTable table, final List<String> columns, final boolean kept) throws StandardException {
        this.table = table;
        this.kept = kept;
        this.places = table.places(columns);
        this.given = table.descriptor().getEmptyExecRow().getRowArray();
        this.spare = table.descriptor().getEmptyExecRow().getRowArray();
        this.cells = given.clone();
        this.types = new DataTypeDescriptor[given.length];
        this.kinds = new int[given.length];
        this.widths = new int[given.length];
        this.scales = new int[given.length];
        this.required = new boolean[given.length];
        this.last = new Object[places.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = table.descriptor().getColumnDescriptor(i + 1).getType();
            kinds[i] = types[i].getJDBCTypeId();
            widths[i] = kinds[i] == Types.DECIMAL ? types[i].getPrecision() : types[i].getMaximumWidth();
            scales[i] = types[i].getScale();
            required[i] = !types[i].isNullable();
        }
        for (int i = 0; i < cells.length; i++) {
            final int place = i;
            if (Arrays.stream(places).noneMatch(each -> each == place)) {
                cells[i] = empty(i);
            }
        }
    }

    /**
     * A row whose cells are filled again for each row.
     *
     * @param table   the table
     * @param columns its columns that get values; the others stay null
     */
    static DataRow reused(final PlainTable table, final List<String> columns) throws StandardException {
        return new DataRow(table, columns, false);
    }

    /** As {@link #reused}, but no cell is ever filled again: whoever keeps a row's cells copies the array alone. */
    static DataRow kept(final PlainTable table, final List<String> columns) throws StandardException {
        return new DataRow(table, columns, true);
    }

    /** The row's cells; lengths, digits and missing values are checked by the column's type, as for every statement. */
    DataValueDescriptor[] of(final Object[] values) throws StandardException {
        for (int i = 0; i < places.length; i++) {
            final Object value = values[i] == null ? NONE : values[i];
            if (value != last[i]) {
                final int place = places[i];
                last[i] = null;
                cells[place] = value == NONE ? empty(place) : filled(place, value);
                last[i] = value;
            }
        }
        return cells;
    }

    private DataValueDescriptor empty(final int place) throws StandardException {
        if (required[place]) {
            throw StandardException.newException(SQLState.LANG_NULL_INTO_NON_NULL, table.descriptor().getColumnDescriptor(place + 1).getColumnName());
        }
        final var cell = given[place];
        if (!kept) {
            cell.setToNull();
        }
        return cell;
    }

    private DataValueDescriptor filled(final int place, final Object value) throws StandardException {
        final var cell = kept ? given[place].getNewNull() : given[place];
        if (value instanceof final UUID id) {
            cell.setValue(Ids.toBytes(id));
        } else if (value instanceof final String text) {
            cell.setValue(text);
        } else if (value instanceof final BigDecimal number) {
            ((SQLDecimal) cell).setBigDecimal(exact(place, number) ? number.setScale(scales[place]) : number);
        } else if (value instanceof final Integer number) {
            cell.setValue(number.intValue());
        } else if (value instanceof final Long number) {
            cell.setValue(number.longValue());
        } else if (value instanceof final Boolean flag) {
            cell.setValue(flag.booleanValue());
        } else if (value instanceof final LocalDate day) {
            cell.setValue(day(day));
        } else {
            throw new IllegalArgumentException("a cell cannot hold " + value.getClass().getSimpleName());
        }
        return fits(place, value) ? cell : types[place].normalize(cell, kept ? spare[place].getNewNull() : spare[place]);
    }

    /** Whether the column's type has nothing to say to a value of its own kind; everything else is for the type to judge. */
    private boolean fits(final int place, final Object value) {
        return switch (kinds[place]) {
            case Types.BIGINT -> value instanceof Long;
            case Types.INTEGER -> value instanceof Integer;
            case Types.BOOLEAN -> value instanceof Boolean;
            case Types.DATE -> value instanceof LocalDate;
            case Types.BINARY -> value instanceof UUID && widths[place] == Long.BYTES * 2;
            case Types.DECIMAL -> value instanceof final BigDecimal number && exact(place, number);
            case Types.VARCHAR -> value instanceof final String text && text.length() <= widths[place];
            default -> false;
        };
    }

    private boolean exact(final int place, final BigDecimal number) {
        return kinds[place] == Types.DECIMAL && number.scale() <= scales[place] && number.precision() - number.scale() <= widths[place] - scales[place];
    }

    private DataValueDescriptor day(final LocalDate day) throws StandardException {
        final int slot = (int) day.toEpochDay() & DAYS_KEPT - 1;
        if (!day.equals(days[slot])) {
            final var made = new SQLDate();
            made.setValue(Date.valueOf(day), calendar);
            days[slot] = day;
            dates[slot] = made;
        }
        return dates[slot];
    }
}
