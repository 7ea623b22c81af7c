// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;

/** EclipseLink's warnings in the log of everything else. Public because EclipseLink makes it by name. */
public final class SystemSessionLog extends AbstractSessionLog {

    private static final Logger LOG = System.getLogger(SystemSessionLog.class.getName());

    @Override
    public void log(final SessionLogEntry entry) {
        if (shouldLog(entry.getLevel(), entry.getNameSpace())) {
            final var level = entry.getLevel() >= SessionLog.SEVERE ? Level.ERROR : entry.getLevel() >= SessionLog.WARNING ? Level.WARNING : Level.DEBUG;
            LOG.log(level, formatMessage(entry), entry.getException());
        }
    }
}
