// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.Imports;
import org.kontor.exchange.internal.kinds.StandardKinds;
import org.kontor.exchange.internal.read.SourceFile;
import org.kontor.exchange.internal.read.Tables;

class HostileFilesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Imports imports = new ImportService(StandardKinds.all());

    @Test
    void everyFileIsReadOrRefusedInWords() throws IOException {
        final var files = HostileFiles.all();
        assertTrue(files.size() >= 200, "only " + files.size());
        final Set<String> codes = new HashSet<>();
        int readable = 0;
        for (final var each : files.entrySet()) {
            final var file = Files.write(folder.resolve("hostile.csv"), each.getValue());
            readable += assertTimeoutPreemptively(PATIENCE, () -> look(file, codes), each.getKey());
        }
        assertTrue(readable > 50 && !codes.isEmpty(), readable + " readable, " + codes);
    }

    private int look(final Path file, final Set<String> codes) {
        try {
            final var draft = imports.inspect(file, "orders");
            draft.evidence();
            draft.obstacles();
            draft.load(draft.toJson());
            try (var reader = Tables.open(SourceFile.of(file), draft.read())) {
                while (reader.next()) {
                    assertTrue(reader.width() > 0);
                }
            }
            return 1;
        } catch (ProblemException refused) {
            codes.add(refused.problem().code());
            assertFalse(refused.problem().sentence().contains("!problem"), refused.problem().sentence());
            return 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
