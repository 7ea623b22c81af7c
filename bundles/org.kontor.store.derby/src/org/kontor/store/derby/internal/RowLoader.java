// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.derby.iapi.services.context.ContextService;
import org.apache.derby.iapi.sql.conn.LanguageConnectionContext;
import org.apache.derby.iapi.sql.dictionary.ConglomerateDescriptor;
import org.apache.derby.iapi.sql.dictionary.TableDescriptor;
import org.apache.derby.iapi.store.access.ConglomerateController;
import org.apache.derby.iapi.store.access.TransactionController;
import org.apache.derby.iapi.types.DataTypeDescriptor;
import org.apache.derby.iapi.types.DataValueDescriptor;
import org.apache.derby.iapi.types.RowLocation;
import org.apache.derby.iapi.types.SQLDate;
import org.apache.derby.iapi.types.SQLDecimal;
import org.apache.derby.impl.jdbc.EmbedConnection;
import org.apache.derby.impl.jdbc.Util;
import org.apache.derby.shared.common.error.ExceptionSeverity;
import org.apache.derby.shared.common.error.StandardException;
import org.apache.derby.shared.common.reference.SQLState;

import org.kontor.core.id.Ids;

/**
 * Inserts many rows by the layer below Derby's SQL, the one that executes an {@code INSERT}: rows go into the heap one after the other,
 * then the keys of each index in their order, so that neighbours of a batch meet in the same leaf. Everything is logged and locked as
 * ever. An {@code INSERT} would open the table and every index again for each row and visit the leaves at random.
 */
final class RowLoader {

    private static final Set<Integer> KNOWN_TYPES = Set.of(Types.BINARY, Types.VARBINARY, Types.BIGINT, Types.INTEGER, Types.BOOLEAN, Types.DECIMAL,
            Types.DATE, Types.VARCHAR, Types.CHAR);
    private static final int ISOLATION = TransactionController.ISOLATION_READ_COMMITTED;

    private final LanguageConnectionContext session;
    private final TransactionController transaction;
    private final TableDescriptor table;
    private final Map<LocalDate, DataValueDescriptor> days = new HashMap<>();
    private final GregorianCalendar calendar = new GregorianCalendar();

    private RowLoader(final LanguageConnectionContext session, final TableDescriptor table) {
        this.session = session;
        this.transaction = session.getTransactionExecute();
        this.table = table;
    }

    /** As {@link org.kontor.store.database.OpenDatabase#insert} says. */
    static boolean insert(final Connection lease, final String table, final List<String> columns, final List<Object[]> rows)
            throws SQLException {
        final var connection = lease.unwrap(EmbedConnection.class);
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("rows are loaded within a transaction");
        }
        final var contexts = ContextService.getFactory();
        final var context = connection.getContextManager();
        contexts.setCurrentContextManager(context);
        try {
            return insert(connection.getLanguageConnection(), table, columns, rows);
        } catch (StandardException failure) {
            if (failure.getSeverity() >= ExceptionSeverity.TRANSACTION_SEVERITY) {
                context.cleanupOnError(failure, false); // as the driver does before it throws: the engine rolls back, or stops
            }
            throw Util.generateCsSQLException(failure);
        } finally {
            contexts.resetCurrentContextManager(context);
        }
    }

    private static boolean insert(final LanguageConnectionContext session, final String name, final List<String> columns,
            final List<Object[]> rows) throws StandardException {
        final var dictionary = session.getDataDictionary();
        final int reading = dictionary.startReading(session);
        try {
            final var transaction = session.getTransactionExecute();
            final var schema = dictionary.getSchemaDescriptor(session.getCurrentSchemaName(), transaction, true);
            final var table = dictionary.getTableDescriptor(name.toUpperCase(Locale.ROOT), schema, transaction);
            final var loader = new RowLoader(session, table);
            if (!loader.isPlain()) {
                return false;
            }
            loader.load(columns, rows);
            return true;
        } finally {
            dictionary.doneReading(reading, session);
        }
    }

    /** Whether the table has nothing that this class would leave out: no trigger, no constraint but its key, no unusual type or index. */
    private boolean isPlain() throws StandardException {
        final var dictionary = session.getDataDictionary();
        for (final var column : table.getColumnDescriptorList()) {
            if (!KNOWN_TYPES.contains(column.getType().getJDBCTypeId()) || column.hasGenerationClause() || column.isAutoincrement()
                    || column.getDefaultInfo() != null) {
                return false;
            }
        }
        for (final var index : indexes()) {
            final var shape = index.getIndexDescriptor();
            if (shape.isUniqueWithDuplicateNulls() || shape.hasDeferrableChecking()) {
                return false;
            }
        }
        return table.getTableType() == TableDescriptor.BASE_TABLE_TYPE && dictionary.getTriggerDescriptors(table).isEmpty()
                && dictionary.getConstraintDescriptors(table).size() == (table.getPrimaryKey() == null ? 0 : 1);
    }

    /** Indexes on the same columns may be one in the store. */
    private List<ConglomerateDescriptor> indexes() {
        final Map<Long, ConglomerateDescriptor> found = new LinkedHashMap<>();
        for (final var conglomerate : table.getConglomerateDescriptors()) {
            if (conglomerate.isIndex()) {
                found.putIfAbsent(conglomerate.getConglomerateNumber(), conglomerate);
            }
        }
        return List.copyOf(found.values());
    }

    private void load(final List<String> columns, final List<Object[]> rows) throws StandardException {
        final var places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = table.getColumnDescriptor(columns.get(i).toUpperCase(Locale.ROOT)).getPosition() - 1;
        }
        final var indexes = indexes();
        final List<List<DataValueDescriptor[]>> keys = new ArrayList<>();
        indexes.forEach(index -> keys.add(new ArrayList<>(rows.size())));
        final var heap = open(table.getHeapConglomerateId(), 0);
        try {
            final var row = new DataRow(places);
            for (final var values : rows) {
                final var location = heap.newRowLocationTemplate();
                heap.insertAndFetchLocation(row.of(values), location);
                for (int i = 0; i < keys.size(); i++) {
                    keys.get(i).add(key(indexes.get(i), row.cells, location));
                }
            }
        } finally {
            heap.close();
        }
        for (int i = 0; i < keys.size(); i++) {
            insertKeys(indexes.get(i), keys.get(i));
        }
    }

    private ConglomerateController open(final long conglomerate, final int more) throws StandardException {
        return transaction.openConglomerate(conglomerate, false, TransactionController.OPENMODE_FORUPDATE | more, TransactionController.MODE_RECORD,
                ISOLATION);
    }

    private static DataValueDescriptor[] key(final ConglomerateDescriptor index, final DataValueDescriptor[] cells, final RowLocation location) {
        final var positions = index.getIndexDescriptor().baseColumnPositions();
        final var key = new DataValueDescriptor[positions.length + 1];
        for (int i = 0; i < positions.length; i++) {
            key[i] = cells[positions[i] - 1].cloneValue(false);
        }
        key[positions.length] = location;
        return key;
    }

    private void insertKeys(final ConglomerateDescriptor index, final List<DataValueDescriptor[]> keys) throws StandardException {
        sort(keys);
        final var controller = open(index.getConglomerateNumber(), TransactionController.OPENMODE_BASEROW_INSERT_LOCKED);
        try {
            for (final var key : keys) {
                if (controller.insert(key) == ConglomerateController.ROWISDUPLICATE) {
                    throw StandardException.newException(SQLState.LANG_DUPLICATE_KEY_CONSTRAINT, index.getConglomerateName(), table.getName());
                }
            }
        } finally {
            controller.close();
        }
    }

    /** Only for speed; the index finds each key its place. */
    private static void sort(final List<DataValueDescriptor[]> keys) throws StandardException {
        try {
            keys.sort(BY_CELLS);
        } catch (Incomparable failure) {
            throw failure.reason;
        }
    }

    private static final Comparator<DataValueDescriptor[]> BY_CELLS = (one, another) -> {
        try {
            for (int i = 0; i < one.length; i++) {
                final int order = one[i].compare(another[i]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        } catch (StandardException failure) {
            throw new Incomparable(failure);
        }
    };

    /** Carries the engine's exception out of a comparison. */
    private static final class Incomparable extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient StandardException reason;

        Incomparable(final StandardException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** One row as the engine keeps it; the cells are filled again for each row. */
    private final class DataRow {

        private final int[] places;
        private final DataValueDescriptor[] given;
        private final DataValueDescriptor[] spare;
        private final DataValueDescriptor[] cells;
        private final DataTypeDescriptor[] types;

        DataRow(final int[] places) throws StandardException {
            this.places = places;
            this.given = table.getEmptyExecRow().getRowArray();
            this.spare = table.getEmptyExecRow().getRowArray();
            this.cells = new DataValueDescriptor[given.length];
            this.types = new DataTypeDescriptor[given.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = table.getColumnDescriptor(i + 1).getType();
            }
        }

        /** Lengths, digits and missing values are checked by the column's type, as for every statement. */
        DataValueDescriptor[] of(final Object[] values) throws StandardException {
            for (final var cell : given) {
                cell.setToNull();
            }
            for (int i = 0; i < places.length; i++) {
                if (values[i] != null) {
                    set(given[places[i]], values[i]);
                }
            }
            for (int i = 0; i < cells.length; i++) {
                if (given[i].isNull() && !types[i].isNullable()) {
                    throw StandardException.newException(SQLState.LANG_NULL_INTO_NON_NULL, table.getColumnDescriptor(i + 1).getColumnName());
                }
                cells[i] = types[i].normalize(given[i], spare[i]);
            }
            return cells;
        }

        private void set(final DataValueDescriptor cell, final Object value) throws StandardException {
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
        }

        private DataValueDescriptor day(final LocalDate day) throws StandardException {
            var found = days.get(day);
            if (found == null) {
                final var made = new SQLDate();
                made.setValue(Date.valueOf(day), calendar);
                found = made;
                days.put(day, found);
            }
            return found;
        }
    }
}
