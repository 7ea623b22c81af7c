// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLTimeoutException;

import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;

/** EclipseLink's warnings in the log of everything else. Public because EclipseLink makes it by name. */
public final class SystemSessionLog extends AbstractSessionLog {

    private static final Logger LOG = System.getLogger(SystemSessionLog.class.getName());

    @Override
    public void log(final SessionLogEntry entry) {
        if (shouldLog(entry.getLevel(), entry.getNameSpace()) && !isUsual(entry.getException())) {
            final var level = entry.getLevel() >= SessionLog.SEVERE ? Level.ERROR : entry.getLevel() >= SessionLog.WARNING ? Level.WARNING : Level.DEBUG;
            LOG.log(level, formatMessage(entry), entry.getException());
        }
    }

    /** What was ended on purpose, for no statement of ours has a time limit, or for the sake of a writer, and is run again. */
    private static boolean isUsual(final Throwable failure) {
        return failure != null && (failure instanceof SQLTimeoutException || Deadlock.isVictim(failure) || isUsual(failure.getCause()));
    }
}
