// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.derby.catalog.types.StatisticsImpl;
import org.apache.derby.iapi.services.io.FormatableBitSet;
import org.apache.derby.iapi.sql.conn.LanguageConnectionContext;
import org.apache.derby.iapi.sql.depend.DependencyManager;
import org.apache.derby.iapi.sql.dictionary.ConglomerateDescriptor;
import org.apache.derby.iapi.sql.dictionary.DataDictionary;
import org.apache.derby.iapi.sql.dictionary.StatisticsDescriptor;
import org.apache.derby.iapi.sql.dictionary.TableDescriptor;
import org.apache.derby.iapi.store.access.ConglomerateController;
import org.apache.derby.iapi.store.access.TransactionController;
import org.apache.derby.shared.common.error.StandardException;
import org.apache.derby.shared.common.reference.SQLState;

import org.kontor.core.progress.Progress;
import org.kontor.store.database.BulkLoad;

/**
 * Builds a table anew by the engine's bulk load, which it has for its own imports and for compressing a table: rows go into a new heap, sorted
 * keys into new indexes, none of it logged row by row. The new files are on the disk before the transaction commits; a rollback, also that of a
 * recovery, drops them. The catalogue is written last.
 */
final class TableLoad implements BulkLoad {

    /** Twice the engine's choice: a page that is begun costs as much as a hundred keys, and much larger ones cost more by their tables of rows. */
    private static final int INDEX_PAGE = 8 << 10;
    private static final long EAGER = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int TURNS = 15;

    private final Connection lease;
    private final PlainTable table;
    private final List<String> columns;
    private final List<NewIndex> indexes = new ArrayList<>();
    private long heap;

    /** An index that was built, with what the optimizer wants to know of it: the number of different values of its first columns. */
    private record NewIndex(ConglomerateDescriptor old, long conglomerate, long rows, long distinct) {
    }

    private TableLoad(final Connection lease, final PlainTable table, final List<String> columns) {
        this.lease = lease;
        this.table = table;
        this.columns = columns;
    }

    /** As {@link org.kontor.store.database.OpenDatabase#load} says. */
    static Optional<BulkLoad> of(final Connection lease, final String table, final List<String> columns) throws SQLException {
        return EngineAccess.run(lease, session -> PlainTable.of(session, table).map(plain -> new TableLoad(lease, plain, columns)));
    }

    @Override
    public void build(final Supply supply, final Progress progress) throws SQLException {
        EngineAccess.run(lease, session -> {
            final var transaction = session.getTransactionExecute();
            final var keys = new TableKeys(transaction, table);
            final var properties = properties(transaction, table.descriptor().getHeapConglomerateId());
            try (var rows = new HeapRows(transaction, table, DataRow.kept(table, columns), supply, keys)) {
                heap = transaction.createAndLoadConglomerate("heap", table.descriptor().getEmptyExecRow().getRowArray(), null,
                        table.descriptor().getColumnCollationIds(), properties, TransactionController.IS_DEFAULT, rows, null);
                tellRows(transaction, keys.rows());
                progress.begin(Messages.TEXTS.get("task.indexes"), keys.rows() * keys.count());
            }
            progress.checkCancelled();
            keys.sort(progress::checkCancelled);
            for (int i = 0; i < keys.count(); i++) {
                indexes.add(index(transaction, table.indexes().get(i), keys, keys.take(i), progress));
            }
            return null;
        });
    }

    private void tellRows(final TransactionController transaction, final long count) throws StandardException {
        final var scan = transaction.openScan(heap, false, TransactionController.OPENMODE_FORUPDATE, TransactionController.MODE_TABLE,
                TransactionController.ISOLATION_SERIALIZABLE, (FormatableBitSet) null, null, 0, null, null, 0);
        scan.setEstimatedRowCount(count);
        scan.close();
    }

    private NewIndex index(final TransactionController transaction, final ConglomerateDescriptor old, final TableKeys keys, final KeySort sort,
            final Progress progress) throws StandardException {
        final int length = old.getIndexDescriptor().baseColumnPositions().length + 1;
        final boolean unique = old.getIndexDescriptor().isUnique();
        final var properties = properties(transaction, old.getConglomerateNumber());
        properties.put("baseConglomerateId", Long.toString(heap));
        properties.put("nUniqueColumns", Integer.toString(unique ? length - 1 : length));
        properties.put("rowLocationColumn", Integer.toString(length - 1));
        properties.put("nKeyFields", Integer.toString(length));
        properties.put("derby.storage.pageSize", Integer.toString(INDEX_PAGE));
        sort.sort(progress::checkCancelled);
        final var sorted = new SortedRows(sort, progress, () -> unique ? Optional.of(RowLoader.duplicate(old, table)) : Optional.empty());
        final long conglomerate = transaction.createAndLoadConglomerate("BTREE", keys.template(old), TableKeys.order(old),
                old.getIndexDescriptor().getColumnCollationIds(table.descriptor().getColumnDescriptorList()), properties,
                TransactionController.IS_DEFAULT, sorted, null);
        return new NewIndex(old, conglomerate, sorted.count(), sorted.distinct());
    }

    private static Properties properties(final TransactionController transaction, final long conglomerate) throws StandardException {
        final var properties = new Properties();
        final var controller = transaction.openConglomerate(conglomerate, false, 0, TransactionController.MODE_RECORD,
                TransactionController.ISOLATION_READ_COMMITTED);
        try {
            controller.getInternalTablePropertySet(properties);
        } finally {
            controller.close();
        }
        return properties;
    }

    @Override
    public void enter(final Progress progress) throws SQLException {
        final long start = System.nanoTime();
        boolean entered = false;
        while (!entered && System.nanoTime() - start < EAGER) {
            progress.checkCancelled();
            entered = enter(TransactionController.OPENMODE_LOCK_NOWAIT);
            if (!entered) {
                LockSupport.parkNanos(PAUSE);
            }
        }
        // whoever comes without waiting may find somebody else's look in the way for ever; whoever waits in the queue does not
        for (int turn = 0; !entered && turn < TURNS; turn++) {
            progress.checkCancelled();
            entered = enter(0);
        }
        if (!entered) {
            throw new SQLException("the table is read on and on", SQLState.LOCK_TIMEOUT);
        }
    }

    private boolean enter(final int more) throws SQLException {
        return EngineAccess.run(lease, session -> {
            try {
                lock(session.getTransactionExecute(), more).close();
                return true;
            } catch (StandardException failure) {
                if (failure.getSQLState().equals(SQLState.LOCK_TIMEOUT)) {
                    return false;
                }
                throw failure;
            }
        });
    }

    private ConglomerateController lock(final TransactionController transaction, final int more) throws StandardException {
        return transaction.openConglomerate(table.descriptor().getHeapConglomerateId(), false, TransactionController.OPENMODE_FORUPDATE | more,
                TransactionController.MODE_TABLE, TransactionController.ISOLATION_SERIALIZABLE);
    }

    @Override
    public void replace() throws SQLException {
        EngineAccess.run(lease, session -> {
            replace(session);
            return null;
        });
    }

    private void replace(final LanguageConnectionContext session) throws StandardException {
        final var transaction = session.getTransactionExecute();
        final var dictionary = session.getDataDictionary();
        dictionary.startWriting(session);
        final var current = dictionary.getTableDescriptor(table.descriptor().getUUID());
        dictionary.dropStatisticsDescriptors(current.getUUID(), null, transaction);
        for (final var index : indexes) {
            final long old = index.old().getConglomerateNumber();
            dictionary.updateConglomerateDescriptor(current.getConglomerateDescriptors(old), index.conglomerate(), transaction);
            tellDistinct(dictionary, current, index, transaction);
        }
        final long old = current.getHeapConglomerateId();
        dictionary.updateConglomerateDescriptor(current.getConglomerateDescriptor(old), heap, transaction);
        dictionary.getDependencyManager().invalidateFor(current, DependencyManager.COMPRESS_TABLE, session);
        for (final var index : indexes) {
            transaction.dropConglomerate(index.old().getConglomerateNumber());
        }
        transaction.dropConglomerate(old);
    }

    /** Of one column only: what the optimizer makes of more, it estimates, as it does for a table that nobody analysed. */
    private static void tellDistinct(final DataDictionary dictionary, final TableDescriptor current, final NewIndex index,
            final TransactionController transaction) throws StandardException {
        if (index.rows() > 0 && index.old().getIndexDescriptor().baseColumnPositions().length == 1) {
            dictionary.addDescriptor(new StatisticsDescriptor(dictionary, dictionary.getUUIDFactory().createUUID(), index.old().getUUID(),
                    current.getUUID(), "I", new StatisticsImpl(index.rows(), index.distinct()), 1), null, DataDictionary.SYSSTATISTICS_CATALOG_NUM,
                    true, transaction);
        }
    }
}
