// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.database;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.kontor.core.progress.Progress;

/**
 * Very many new rows for one table, in one transaction: the table is built anew beside the old one, with the rows that it has and the new
 * ones, and takes its place at the end. Others read the table as it was until then. The steps are called once each, in their order, on one
 * thread; after a failure of one of them the transaction must be rolled back, which leaves everything as it was.
 *
 * @since 0.1
 */
public interface BulkLoad {

    /** Where the new rows come from. */
    @FunctionalInterface
    interface Supply {

        /**
         * Called on a thread of the load's own, in the middle of the load: the connection of the load must not be used.
         *
         * @return some rows, their values as {@link OpenDatabase#insert} takes them; null where there are no more. Each is dealt with before
         *         the next one is looked at, so that all may be the same array
         */
        List<Object[]> next();
    }

    /**
     * Builds the new table and its indexes.
     *
     * @param supply   asked for rows until there are none
     * @param progress told of the indexes, which are built when all rows are there, as a task of its own; asked for cancellation only then
     * @throws SQLException          as an {@code INSERT} would throw, a violated key or a null that is not allowed included
     * @throws CancellationException where {@code progress} asked to stop
     */
    void build(Supply supply, Progress progress) throws SQLException;

    /**
     * Waits until nobody reads the table, and keeps readers waiting from then on until the transaction ends.
     *
     * @param progress asked for cancellation
     * @throws SQLException          where somebody reads on and on
     * @throws CancellationException where {@code progress} asked to stop
     */
    void enter(Progress progress) throws SQLException;

    /**
     * Puts the new table in the place of the old one, for everybody from the commit on.
     *
     * @throws SQLException where the engine cannot
     */
    void replace() throws SQLException;
}
