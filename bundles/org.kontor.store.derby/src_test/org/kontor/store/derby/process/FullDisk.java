// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.database.DatabaseOptions;
import org.kontor.store.database.OpenDatabase;
import org.kontor.store.derby.internal.DerbyDatabase;
import org.kontor.store.derby.internal.Ledger;
import org.kontor.store.internal.folder.StoreFolder;
import org.kontor.store.internal.folder.StoreSettings;

/** Fills a small disk with a store until it refuses, makes room, and goes on. */
final class FullDisk {

    private static final int BALLAST = 6 << 20;

    private FullDisk() {
    }

    public static void main(final String[] arguments) throws Exception {
        final PrintStream out = Answers.out();
        final Path disk = Path.of(arguments[0]);
        Files.write(disk.resolve("ballast"), new byte[BALLAST]);
        final StoreFolder folder = StoreFolder.create(disk.resolve("store"),
                new StoreSettings(UUID.randomUUID(), "derby", false, "0.1.0", Instant.EPOCH));
        final var acknowledged = fill(folder, out);
        try {
            new DerbyDatabase().open(folder.database(), DatabaseOptions.opening()).close();
            out.println("while full: opened");
        } catch (ProblemException refused) {
            out.println("while full: " + refused.problem().code());
        }
        ownFiles(folder, out);
        Files.delete(disk.resolve("ballast"));
        try (OpenDatabase database = new DerbyDatabase().open(folder.database(), DatabaseOptions.opening());
                Connection connection = database.dataSource().getConnection()) {
            out.println("findings: " + Ledger.audit(connection, acknowledged) + ' ' + database.check(Progress.NONE));
            Ledger.write(connection, 0, acknowledged.get(0) + 2, new Random(1));
            out.println("goes on");
        }
    }

    private static Map<Integer, Long> fill(final StoreFolder folder, final PrintStream out) throws SQLException {
        long count = 0;
        final var random = new Random(7);
        final OpenDatabase database = new DerbyDatabase().open(folder.database(), DatabaseOptions.creating());
        try (Connection connection = database.dataSource().getConnection()) {
            Ledger.create(connection);
            folder.finish();
            for (;;) {
                Ledger.writeLarge(connection, count + 1, random);
                count++;
            }
        } catch (SQLException full) {
            out.println("filled after some: " + (count > 5) + ' ' + database.explain(full).map(problem -> problem.code()).orElse(full.toString()));
        }
        try {
            database.close();
        } catch (ProblemException unfinished) {
            out.println("closing: " + unfinished.problem().code());
        }
        return Map.of(0, count);
    }

    /** Our own small files stay as they were. */
    private static void ownFiles(final StoreFolder folder, final PrintStream out) throws IOException {
        final Path filler = folder.path().resolveSibling("filler");
        try (var stream = Files.newOutputStream(filler)) {
            for (;;) {
                stream.write(new byte[4096]);
            }
        } catch (IOException full) {
            out.println("no byte left: " + (Files.getFileStore(filler).getUsableSpace() < 4096));
        }
        final byte[] before = Files.readAllBytes(folder.path().resolve("store.properties"));
        try {
            folder.finish();
            out.println("settings: written");
        } catch (ProblemException refused) {
            out.println("settings: " + refused.problem().code());
        }
        out.println("settings unchanged: " + java.util.Arrays.equals(before, Files.readAllBytes(folder.path().resolve("store.properties"))));
        Files.delete(filler);
    }
}
