// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;

import org.kontor.core.progress.Progress;
import org.kontor.store.internal.changes.Values;
import org.kontor.store.internal.records.RecordTables;

/**
 * A fingerprint of all records: types in the order of the catalogue, records in that of their identifiers, fields that have a value. Who made
 * and changed a record when is history, not content.
 */
final class ContentHash {

    private static final Set<String> HISTORY = Set.of("createdAt", "createdBy", "createdIn", "modifiedAt", "modifiedBy");

    private ContentHash() {
    }

    static String of(final Connection connection, final RecordTables tables, final Progress progress) throws SQLException {
        final MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent); // every Java platform has it
        }
        progress.begin(Messages.text("progress.hash"), tables.all().size());
        try (var out = new DataOutputStream(new java.io.BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), 65_536))) {
            for (final var table : tables.all()) {
                Values.write(out, table.type().name());
                table.readAll(connection, (id, row) -> {
                    progress.checkCancelled();
                    try {
                        Values.write(out, id);
                        for (int i = 0; i < row.values().length; i++) {
                            if (row.values()[i] != null && !HISTORY.contains(table.fields().get(i).name())) {
                                Values.write(out, table.fields().get(i).name());
                                Values.write(out, row.values()[i]);
                            }
                        }
                    } catch (IOException impossible) {
                        throw new UncheckedIOException(impossible);
                    }
                });
                progress.worked(1);
            }
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
