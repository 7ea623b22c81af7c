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
        if (shouldLog(entry.getLevel(), entry.getNameSpace()) && !endedOnPurpose(entry.getException())) {
            final var level = entry.getLevel() >= SessionLog.SEVERE ? Level.ERROR : entry.getLevel() >= SessionLog.WARNING ? Level.WARNING : Level.DEBUG;
            LOG.log(level, formatMessage(entry), entry.getException());
        }
    }

    /** No statement of ours has a time limit. */
    private static boolean endedOnPurpose(final Throwable failure) {
        return failure != null && (failure instanceof SQLTimeoutException || endedOnPurpose(failure.getCause()));
    }
}
