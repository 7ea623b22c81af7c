// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.derby.iapi.services.context.ContextManager;
import org.apache.derby.iapi.services.context.ContextService;
import org.apache.derby.iapi.services.daemon.Serviceable;
import org.apache.derby.iapi.sql.conn.LanguageConnectionContext;
import org.apache.derby.iapi.store.access.conglomerate.TransactionManager;
import org.apache.derby.iapi.store.raw.ContainerHandle;
import org.apache.derby.iapi.store.raw.ContainerKey;
import org.apache.derby.iapi.store.raw.Page;
import org.apache.derby.impl.jdbc.EmbedConnection;
import org.apache.derby.shared.common.error.StandardException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.OpenDatabase;

/** By Derby's own parts, because what matters happens between two of its steps. */
class PurgeSafeStorageTest {

    private static final int FOR_PURGE = ContainerHandle.MODE_FORUPDATE | ContainerHandle.MODE_LOCK_NOWAIT;
    private static final int ROWS = 1_000;

    @TempDir
    Path home;
    private OpenDatabase database;
    private Connection connection;
    private LanguageConnectionContext session;
    private ContainerKey index;

    @BeforeEach
    void makeDatabase() throws SQLException {
        database = new DerbyDatabase().open(home.resolve("db"), DatabaseOptions.creating());
        Rows.createTable(database);
        connection = database.dataSource().getConnection();
        try (PreparedStatement statement = connection.prepareStatement("SELECT C.CONGLOMERATENUMBER FROM SYS.SYSCONGLOMERATES C "
                + "JOIN SYS.SYSTABLES T ON T.TABLEID = C.TABLEID WHERE T.TABLENAME = 'NOTES' AND C.ISINDEX");
                ResultSet number = statement.executeQuery()) {
            number.next();
            index = new ContainerKey(0, number.getLong(1));
        }
        session = connection.unwrap(EmbedConnection.class).getLanguageConnection();
        ContextService.getFactory().setCurrentContextManager(session.getContextManager());
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        ContextService.getFactory().resetCurrentContextManager(session.getContextManager());
        connection.close();
        database.close();
    }

    /** The steps of Derby's B-tree, which closes before it commits: in between nobody may put rows into the space that became free. */
    @Test
    void aPageStaysLatchedUntilThePurgeHasEnded() throws StandardException {
        final TransactionManager purge = transaction().getInternalTransaction();
        final ContainerHandle tree = purge.getRawStoreXact().openContainer(index, null, FOR_PURGE);
        assertNotNull(tree.getPageNoWait(1));
        tree.close();
        assertNull(pageForSomebodyElse(1), "given away before the commit");
        purge.commit();
        purge.destroy();
        final Page free = pageForSomebodyElse(1);
        assertNotNull(free, "still latched after the end");
        free.unlatch();
    }

    /** What is not a purge keeps Derby's ways. */
    @Test
    void otherContainersAreClosedWhenTheyAre() throws StandardException {
        final TransactionManager split = transaction().getInternalTransaction();
        final ContainerHandle tree = split.getRawStoreXact().openContainer(index, null, ContainerHandle.MODE_FORUPDATE);
        assertNotNull(tree.getPageNoWait(1));
        tree.close();
        final Page free = pageForSomebodyElse(1);
        assertNotNull(free);
        free.unlatch();
        split.commit();
        split.destroy();
    }

    /** An open transaction on the table keeps Derby from locking it all, and so makes it purge row by row. */
    @Test
    void deletedRowsArePurgedWhileSomebodyWrites() throws SQLException, StandardException, InterruptedException {
        for (int id = 0; id < ROWS; id++) {
            Rows.insert(database, id);
        }
        try (Connection writer = database.dataSource().getConnection();
                PreparedStatement insert = writer.prepareStatement("INSERT INTO NOTES (ID, NOTE) VALUES (-1, 'open')")) {
            writer.setAutoCommit(false);
            insert.executeUpdate();
            assertEquals(0, emptyPages());
            deleteAndWaitForPurges();
            assertTrue(emptyPages() > 0, "nothing purged");
            writer.commit();
        }
        assertEquals(ROWS - 900 + 1, Rows.count(database));
    }

    /** Derby's daemon does the work that a commit leaves one after the other. */
    private void deleteAndWaitForPurges() throws SQLException, InterruptedException {
        final var purged = new CountDownLatch(1);
        connection.setAutoCommit(false);
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM NOTES WHERE ID BETWEEN 0 AND 899")) {
            delete.executeUpdate();
        }
        transaction().addPostCommitWork(new Signal(purged));
        connection.commit();
        assertTrue(purged.await(1, TimeUnit.MINUTES), "the daemon does not come to it");
    }

    /** Those that hold the control row and no other. */
    private int emptyPages() throws StandardException {
        int empty = 0;
        final ContainerHandle tree = transaction().getRawStoreXact().openContainer(index, null, ContainerHandle.MODE_READONLY);
        for (Page page = tree.getFirstPage(); page != null;) {
            empty += page.recordCount() == 1 ? 1 : 0;
            final long number = page.getPageNumber();
            page.unlatch();
            page = tree.getNextPage(number);
        }
        tree.close();
        return empty;
    }

    private Page pageForSomebodyElse(final long number) throws StandardException {
        return transaction().getRawStoreXact().openContainer(index, null, ContainerHandle.MODE_READONLY).getPageNoWait(number);
    }

    private TransactionManager transaction() {
        return (TransactionManager) session.getTransactionExecute();
    }

    private record Signal(CountDownLatch reached) implements Serviceable {

        @Override
        public int performWork(final ContextManager contexts) {
            reached.countDown();
            return DONE;
        }

        @Override
        public boolean serviceASAP() {
            return true;
        }

        @Override
        public boolean serviceImmediately() {
            return false;
        }
    }
}
