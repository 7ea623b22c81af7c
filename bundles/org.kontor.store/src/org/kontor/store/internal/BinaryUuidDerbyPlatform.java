// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.io.IOException;
import java.io.Writer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.DerbyPlatform;
import org.kontor.core.id.Ids;

/**
 * Derby, with identifiers kept in sixteen bytes. Public because EclipseLink makes it by name.
 */
public final class BinaryUuidDerbyPlatform extends DerbyPlatform {

    private static final long serialVersionUID = 1L;

    @Override
    public void setParameterValueInDatabaseCall(final Object parameter, final PreparedStatement statement, final int index,
            final AbstractSession session) throws SQLException {
        if (parameter instanceof final UUID id) {
            statement.setBytes(index, Ids.toBytes(id));
        } else {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }

    /** A statement with LIKE ... ESCAPE is sent without parameters, and Derby compares no BOOLEAN with 1. */
    @Override
    protected void appendBoolean(final Boolean value, final Writer writer) throws IOException {
        writer.write(value ? "TRUE" : "FALSE");
    }

    @Override
    public <T> T convertObject(final Object source, final Class<T> target) {
        if (target == UUID.class && source instanceof final byte[] bytes) {
            return target.cast(Ids.fromBytes(bytes));
        }
        return super.convertObject(source, target);
    }
}
