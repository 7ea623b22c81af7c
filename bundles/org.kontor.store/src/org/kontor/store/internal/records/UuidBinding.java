// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.records;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;

import org.kontor.core.id.Ids;
import org.kontor.store.database.Dialect;

/** How an engine's driver takes and gives identifiers. */
public enum UuidBinding {
    /** Sixteen bytes, for engines without a type for identifiers. */
    BYTES {
        @Override
        public void set(final PreparedStatement statement, final int index, final UUID id) throws SQLException {
            if (id == null) {
                statement.setNull(index, Types.BINARY);
            } else {
                statement.setBytes(index, Ids.toBytes(id));
            }
        }

        @Override
        public UUID get(final ResultSet row, final int index) throws SQLException {
            final var bytes = row.getBytes(index);
            return bytes == null ? null : Ids.fromBytes(bytes);
        }
    },
    /** The engine's own type. */
    NATIVE {
        @Override
        public void set(final PreparedStatement statement, final int index, final UUID id) throws SQLException {
            statement.setObject(index, id);
        }

        @Override
        public UUID get(final ResultSet row, final int index) throws SQLException {
            return row.getObject(index, UUID.class);
        }
    };

    /** The binding of an engine. */
    public static UuidBinding of(final Dialect dialect) {
        return "uuid".equalsIgnoreCase(dialect.types().get("uuid")) ? NATIVE : BYTES;
    }

    /** Sets a parameter; null allowed. */
    public abstract void set(PreparedStatement statement, int index, UUID id) throws SQLException;

    /** Reads a column; null where it holds none. */
    public abstract UUID get(ResultSet row, int index) throws SQLException;
}
