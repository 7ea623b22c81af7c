// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.kontor.core.progress.Progress;
import org.kontor.model.FieldKind;
import org.kontor.store.Finding;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.internal.changes.ChangeLog;
import org.kontor.store.internal.records.RecordTable;
import org.kontor.store.internal.records.RecordTables;

/** Everything that can be checked of a store, in the order from the ground up. */
final class Verification {

    private static final int STEPS = 4;

    private final Connection connection;
    private final OpenDatabase database;
    private final FolderGround ground;
    private final RecordTables tables;
    private final ChangeLog log;
    private final List<Finding> found = new ArrayList<>();

    Verification(final Connection connection, final OpenDatabase database, final FolderGround ground, final RecordTables tables, final ChangeLog log) {
        this.connection = connection;
        this.database = database;
        this.ground = ground;
        this.tables = tables;
        this.log = log;
    }

    List<Finding> run(final Progress progress) throws SQLException {
        progress.begin(Messages.text("progress.verify"), STEPS);
        database.check(progress).forEach(line -> found.add(new Finding("pages", "", line)));
        progress.worked(1);
        schema();
        progress.worked(1);
        chain(progress);
        progress.worked(1);
        references(progress);
        progress.worked(1);
        return List.copyOf(found);
    }

    private void schema() throws SQLException {
        for (final var table : tables.all()) {
            final Set<String> columns = new HashSet<>();
            try (var rows = connection.getMetaData().getColumns(null, null, table.type().table(), null)) {
                while (rows.next()) {
                    columns.add(rows.getString("COLUMN_NAME").toUpperCase(Locale.ROOT));
                }
            }
            for (final var field : table.fields()) {
                if (!columns.contains(field.column().toUpperCase(Locale.ROOT))) {
                    found.add(new Finding("schema", table.type().table(), Messages.text("verify.column", table.type().table(), field.column())));
                }
            }
        }
    }

    /** Each entry's hash must follow from the entry before it and from its own content; the last one must be the one announced outside. */
    private void chain(final Progress progress) throws SQLException {
        final var expected = new Object() {
            long sequence = 1;
            String hash = ChangeLog.ORIGIN;
            boolean broken;
        };
        log.read(connection, 0, entry -> {
            progress.checkCancelled();
            if (expected.broken) {
                return;
            }
            if (entry.sequence() != expected.sequence || !entry.previousHash().equals(expected.hash)) {
                expected.broken = true;
                found.add(new Finding("chain", String.valueOf(expected.sequence), Messages.text("verify.chain.gap", expected.sequence, entry.sequence())));
                return;
            }
            final var parts = log.parts(connection, entry.sequence());
            if (!ChangeLog.seal(entry, parts).hash().equals(entry.hash())) {
                expected.broken = true;
                found.add(new Finding("chain", String.valueOf(entry.sequence()),
                        Messages.text("verify.chain.hash", entry.sequence(), entry.userName(), entry.description())));
                return;
            }
            expected.sequence++;
            expected.hash = entry.hash();
        });
        if (!expected.broken) {
            ground.compare(expected.sequence - 1, expected.hash).ifPresent(found::add);
        }
    }

    private void references(final Progress progress) throws SQLException {
        for (final var table : tables.all()) {
            for (final var field : table.fields()) {
                if (field.kind() == FieldKind.REFERENCE) {
                    progress.checkCancelled();
                    dangling(table, field.column(), tables.of(field.target().orElseThrow().getSimpleName()), field.name());
                }
            }
        }
    }

    private void dangling(final RecordTable from, final String column, final RecordTable target, final String field) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT COUNT(*) FROM " + from.type().table() + " f WHERE f." + column
                + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + target.type().table() + " t WHERE t.id = f." + column + ")");
                var rows = statement.executeQuery()) {
            rows.next();
            if (rows.getLong(1) > 0) {
                found.add(new Finding("references", from.type().table(),
                        Messages.text("verify.reference", from.type().pluralLabel(), rows.getLong(1), from.type().field(field).label())));
            }
        }
    }
}
