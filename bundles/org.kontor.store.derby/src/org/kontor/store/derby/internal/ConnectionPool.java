// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

import javax.sql.DataSource;

import org.apache.derby.iapi.jdbc.EngineConnection;
import org.apache.derby.impl.jdbc.EmbedConnection;

/**
 * A bounded pool of connections. There is no network that could break one, so a pool needs no probing and no ageing: it limits how many
 * work at a time, resets what a user changed, rolls back what a user left open, and forgets a connection that the engine closed.
 */
final class ConnectionPool implements DataSource, AutoCloseable {

    /** Opens a connection of the engine. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }

    private static final System.Logger LOG = System.getLogger(ConnectionPool.class.getName());

    private final Source source;
    private final boolean readOnly;
    private final Duration patience;
    private final int limit;
    private final Semaphore places;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * @param source   opens a further connection
     * @param limit    how many there may be at a time
     * @param patience how long to wait for one
     * @param readOnly whether its connections refuse writes for good
     */
    ConnectionPool(final Source source, final int limit, final Duration patience, final boolean readOnly) {
        this.source = source;
        this.limit = limit;
        this.patience = patience;
        this.readOnly = readOnly;
        this.places = new Semaphore(limit, true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        waitForPlace();
        boolean given = false;
        try {
            final Connection physical = take();
            final var handler = new Lease(physical);
            final Connection lease = (Connection) Proxy.newProxyInstance(ConnectionPool.class.getClassLoader(),
                    new Class<?>[] {Connection.class}, handler);
            leases.add(handler);
            given = true;
            return lease;
        } finally {
            if (!given) {
                places.release();
            }
        }
    }

    /**
     * Closes the connections that nobody uses and gives out no more. Those that are out end with the database: closing them here would
     * wait for their statements.
     */
    @Override
    public void close() {
        final Deque<Connection> unused;
        synchronized (idle) {
            closed = true;
            unused = new ArrayDeque<>(idle);
            idle.clear();
        }
        unused.forEach(ConnectionPool::discard);
    }

    /** Ends the statement that a thread runs on a connection that it took itself. */
    void cancelStatement(final Thread thread) {
        for (final var lease : leases) {
            if (lease.holder == thread) {
                lease.cancelStatement();
            }
        }
    }

    private void waitForPlace() throws SQLException {
        try {
            if (places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while all " + limit + " connections are in use", "08000", stop);
        }
        throw new SQLTransientConnectionException("all " + limit + " connections are in use", "08000");
    }

    private Connection take() throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw new SQLNonTransientConnectionException("the database is closed", "08003");
            }
            final Connection waiting = idle.pollFirst();
            if (waiting != null) {
                return waiting;
            }
        }
        final Connection fresh = source.open();
        reset(fresh);
        return fresh;
    }

    /** Fails never: the work is committed or rolled back by then, and a failure here would make it look undecided. */
    private void giveBack(final Connection physical) {
        boolean kept = false;
        try {
            if (!physical.isClosed()) {
                reset(physical);
                kept = keep(physical);
            }
        } catch (SQLException gone) {
            LOG.log(Level.DEBUG, "a connection is not used again", gone);
        } finally {
            if (!kept) {
                discard(physical);
            }
            places.release();
        }
    }

    private boolean keep(final Connection physical) {
        synchronized (idle) {
            if (!closed) {
                idle.addFirst(physical);
            }
            return !closed;
        }
    }

    private void reset(final Connection physical) throws SQLException {
        physical.rollback();
        if (!physical.getAutoCommit()) {
            physical.setAutoCommit(true);
        }
        if (physical.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            physical.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        if (physical.isReadOnly() != readOnly) {
            physical.setReadOnly(readOnly);
        }
        if (physical.getHoldability() != ResultSet.HOLD_CURSORS_OVER_COMMIT) {
            physical.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT);
        }
        physical.clearWarnings();
        if (physical instanceof EngineConnection engine) {
            engine.resetFromPool();
        }
    }

    private static void discard(final Connection physical) {
        try {
            if (!physical.isClosed()) {
                physical.rollback();
                physical.close();
            }
        } catch (SQLException gone) {
            LOG.log(Level.DEBUG, "closing a connection", gone);
        }
    }

    @Override
    public Connection getConnection(final String user, final String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("an embedded database knows no users");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(final PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(final int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return (int) patience.toSeconds();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(final Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(final Class<?> type) {
        return type.isInstance(this);
    }

    /** A connection in somebody's hands: its {@code close} gives the engine's connection back, once. */
    private final class Lease implements InvocationHandler {

        private final Connection physical;
        private final Thread holder = Thread.currentThread();
        private boolean returned;

        private Lease(final Connection physical) {
            this.physical = physical;
        }

        @Override
        public Object invoke(final Object lease, final Method method, final Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    close();
                    return null;
                }
                case "isClosed" -> {
                    return isReturned() || physical.isClosed();
                }
                case "equals" -> {
                    return lease == arguments[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(lease);
                }
                default -> {
                    return pass(method, arguments);
                }
            }
        }

        private Object pass(final Method method, final Object[] arguments) throws Throwable {
            if (isReturned() && !"toString".equals(method.getName())) {
                throw new SQLNonTransientConnectionException("this connection was closed", "08003");
            }
            if (readOnly && "setReadOnly".equals(method.getName())) {
                if (Boolean.FALSE.equals(arguments[0])) {
                    throw new SQLException("opened for reading only", "25505");
                }
                return null;
            }
            try {
                return method.invoke(physical, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }

        /** Not after the return, which would end somebody else's statement. Derby's JDBC statements cannot be cancelled, its own can. */
        private synchronized void cancelStatement() {
            if (!returned && physical instanceof final EmbedConnection engine) {
                final var running = engine.getLanguageConnection().getStatementContext();
                if (running != null) {
                    running.cancel();
                }
            }
        }

        private synchronized boolean isReturned() {
            return returned;
        }

        private void close() {
            synchronized (this) {
                if (returned) {
                    return;
                }
                returned = true;
            }
            leases.remove(this);
            giveBack(physical);
        }
    }
}
