// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import javax.sql.DataSource;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.BulkLoad;
import org.kontor.store.database.Dialect;
import org.kontor.store.database.OpenDatabase;

/** A database that Derby has started. */
final class OpenDerbyDatabase implements OpenDatabase {

    private static final Dialect DIALECT = new Dialect("derby", Map.ofEntries(
            Map.entry("uuid", "CHAR(16) FOR BIT DATA"),
            Map.entry("instant", "BIGINT"),
            Map.entry("bytes", "BLOB(65536)"),
            Map.entry("blob", "BLOB(2147483647)"),
            Map.entry("text", "CLOB(2147483647)"),
            Map.entry("string", "VARCHAR(%d)"),
            Map.entry("decimal", "DECIMAL(19, 4)"),
            Map.entry("boolean", "BOOLEAN"),
            Map.entry("date", "DATE"),
            Map.entry("integer", "INTEGER"),
            Map.entry("long", "BIGINT"),
            Map.entry("double", "DOUBLE")));
    private static final int CONNECTIONS = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DerbyEngine engine;
    private final Path folder;
    private final Optional<ScratchFolder> scratch;
    private final ConnectionPool pool;
    private boolean closed;

    /**
     * @param engine  a hold on the engine, released on close
     * @param folder  the database's folder
     * @param scratch where that folder is a copy for reading only, the copy, deleted on close
     */
    OpenDerbyDatabase(final DerbyEngine engine, final Path folder, final Optional<ScratchFolder> scratch) {
        this.engine = engine;
        this.folder = folder;
        this.scratch = scratch;
        this.pool = new ConnectionPool(() -> engine.connect(folder, new Properties()), CONNECTIONS, PATIENCE, scratch.isPresent());
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void cancelStatement(final Thread thread) {
        pool.cancelStatement(thread);
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public boolean readOnly() {
        return scratch.isPresent();
    }

    @Override
    public Optional<Problem> explain(final Throwable failure) {
        return Diagnosis.at(folder).explain(failure);
    }

    @Override
    public void backup(final Path target, final Progress progress) {
        new OnlineBackup(pool, folder).write(target.toAbsolutePath().normalize(), progress);
    }

    @Override
    public List<String> check(final Progress progress) {
        return new TableCheck(pool, folder).run(progress);
    }

    @Override
    public boolean insert(final Connection connection, final String table, final List<String> columns, final List<Object[]> rows)
            throws SQLException {
        return RowLoader.insert(connection, table, columns, rows);
    }

    @Override
    public Optional<BulkLoad> load(final Connection connection, final String table, final List<String> columns) throws SQLException {
        return TableLoad.of(connection, table, columns);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        pool.close();
        try {
            engine.shutDown(folder);
        } catch (SQLException failure) {
            throw Diagnosis.at(folder).of(failure).asException(Diagnosis.withoutPages(failure));
        } finally {
            engine.release();
            scratch.ifPresent(ScratchFolder::close);
        }
    }
}
