// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import javax.sql.DataSource;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

/**
 * An open database. Safe for several threads. Threads that work in it must not be interrupted: an interrupt during input or output may
 * stop the engine.
 *
 * @since 0.1
 */
public interface OpenDatabase extends AutoCloseable {

    /**
     * @return connections with auto-commit on and isolation READ COMMITTED; pooled, so that taking and closing one is cheap. Closing one
     *         with an open transaction rolls it back. Waiting too long for one throws a {@link java.sql.SQLTransientConnectionException}
     */
    DataSource dataSource();

    /**
     * Ends the statement that a thread is running on a connection of this database, from any other thread; the statement then fails. Does
     * nothing where that thread runs none.
     *
     * @param thread who runs it
     */
    void cancelStatement(Thread thread);

    /**
     * @return what this engine calls the column types of a migration
     */
    Dialect dialect();

    /**
     * @return whether writes are refused
     */
    boolean readOnly();

    /**
     * What a failure of a statement or a commit means to the person, where the cause lies outside the program: a full disk, a damaged
     * file, a write to a read-only database, somebody else's long transaction.
     *
     * @param failure what the driver threw, or anything that has such a failure among its causes
     * @return the problem, or empty where the failure is a defect of the program or an ordinary refusal such as a violated constraint
     */
    Optional<Problem> explain(Throwable failure);

    /**
     * Copies the whole database, consistently, while others read and write; every commit acknowledged before the call is in the copy. The
     * copy has reached the disk when this returns. A failed or cancelled backup leaves no folder.
     *
     * @param folder   receives the copy; must not exist, its parent must
     * @param progress reported to and asked for cancellation
     * @throws ProblemException      where the folder exists or the copy cannot be written
     * @throws CancellationException where {@code progress} asked to stop
     */
    void backup(Path folder, Progress progress);

    /**
     * Reads every table and index and compares them.
     *
     * @param progress reported to and asked for cancellation
     * @return one line for each table that is damaged, in the person's language; empty where all is well
     * @throws ProblemException      where the tables cannot be read at all
     * @throws CancellationException where {@code progress} asked to stop
     */
    List<String> check(Progress progress);

    /**
     * Closes every connection and shuts the engine down for this database, so that its files may be copied or moved. Unfinished
     * transactions are rolled back. Does nothing the second time.
     *
     * @throws ProblemException where the engine could not write its last checkpoint; nothing acknowledged is lost, the next opening
     *                          recovers it
     */
    @Override
    void close();

    /**
     * Inserts many rows into one table faster than a batch of {@code INSERT} does, within the transaction of a connection and with the same
     * effect: logged, locked, checked and seen by every index. After a failure the transaction must be rolled back.
     *
     * @param connection a connection of this database, with auto-commit off
     * @param table      the table, as a statement names it without quotes
     * @param columns    its columns that get values, as a statement names them without quotes; the others get null
     * @param rows       the values in that order: {@link java.util.UUID}, {@link String}, {@link java.math.BigDecimal}, {@link Integer},
     *                   {@link Long}, {@link Boolean}, {@link java.time.LocalDate} or null
     * @return false where this engine, or this table, has no such way and nothing was done
     * @throws SQLException as an {@code INSERT} would throw, a violated key or a null that is not allowed included
     */
    default boolean insert(final Connection connection, final String table, final List<String> columns, final List<Object[]> rows)
            throws SQLException {
        return false;
    }

    /**
     * Loads so many rows into a table that the table is better built anew, within the transaction of a connection.
     *
     * @param connection a connection of this database, with auto-commit off; used for nothing else while the table is built
     * @param table      the table, as a statement names it without quotes
     * @param columns    its columns that get values, as a statement names them without quotes; the others get null
     * @return the load, which has done nothing yet; empty where this engine, or this table, has no such way
     * @throws SQLException where the table cannot be looked at
     */
    default Optional<BulkLoad> load(final Connection connection, final String table, final List<String> columns) throws SQLException {
        return Optional.empty();
    }

    /**
     * What {@link #explain} throws where a caller has nothing better to do with a failure.
     *
     * @param failure the driver's exception
     * @return the problem as an exception with its cause, or an {@link IllegalStateException} where there is no problem to tell
     */
    default RuntimeException asException(final SQLException failure) {
        final Optional<Problem> problem = explain(failure);
        return problem.isPresent() ? problem.get().asException(failure) : new IllegalStateException(failure);
    }
}
