// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.sql.Connection;
import java.sql.SQLException;

import org.apache.derby.iapi.services.context.ContextService;
import org.apache.derby.iapi.sql.conn.LanguageConnectionContext;
import org.apache.derby.impl.jdbc.EmbedConnection;
import org.apache.derby.impl.jdbc.Util;
import org.apache.derby.shared.common.error.ExceptionSeverity;
import org.apache.derby.shared.common.error.StandardException;

/** The way to the layer below Derby's SQL, within the transaction of a connection. */
final class EngineAccess {

    private EngineAccess() {
    }

    /** What is done there. */
    @FunctionalInterface
    interface Work<R> {
        R run(LanguageConnectionContext session) throws StandardException;
    }

    /**
     * Works as the driver does: in the context of the connection, with failures as the driver throws them.
     *
     * @param lease a connection of the pool, with auto-commit off
     */
    static <R> R run(final Connection lease, final Work<R> work) throws SQLException {
        final var connection = lease.unwrap(EmbedConnection.class);
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("rows are loaded within a transaction");
        }
        final var contexts = ContextService.getFactory();
        final var context = connection.getContextManager();
        contexts.setCurrentContextManager(context);
        try {
            return work.run(connection.getLanguageConnection());
        } catch (StandardException failure) {
            if (failure.getSeverity() >= ExceptionSeverity.TRANSACTION_SEVERITY) {
                context.cleanupOnError(failure, false); // as the driver does before it throws: the engine rolls back, or stops
            }
            throw Util.generateCsSQLException(failure);
        } finally {
            contexts.resetCurrentContextManager(context);
        }
    }
}
