// SPDX-License-Identifier: EPL-2.0

package org.kontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script and the command line of the product as it is handed out. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CommandLineTest {

    @TempDir
    static Path folder;

    private static Installation installation;

    @BeforeAll
    static void unpack() throws IOException {
        installation = Installation.copyInto(folder);
    }

    @Test
    void wrongUsageIsTwoAndOneSentence() throws IOException, InterruptedException {
        final var outcome = installation.run("nonsense");
        assertEquals(2, outcome.code(), outcome.errors());
        assertEquals("", outcome.output());
        assertFalse(outcome.errors().contains("\tat "), outcome.errors());
    }

    @Test
    void aStoreIsFilledVerifiedAndAnswersInJson() throws IOException, InterruptedException {
        final var made = installation.run("demo", "--store", "shop", "--customers", "40", "--seed", "7");
        assertEquals(0, made.code(), made.errors());
        assertTrue(Files.isDirectory(installation.home().resolve("shop")), "a relative folder is meant from the caller's folder");
        final var verified = installation.run("verify", "--store", "shop", "--json");
        assertEquals(0, verified.code(), verified.errors());
        assertTrue(JsonParser.parseString(verified.output()).isJsonObject(), verified.output());
    }

    @Test
    void dataThatIsRefusedIsThree() throws IOException, InterruptedException {
        final Path bad = Files.writeString(installation.home().resolve("bad.csv"), "name,revenue\n\"open quote,1\n");
        final var outcome = installation.run("import", "accounts", bad.getFileName().toString(), "--store", "refusing");
        assertEquals(3, outcome.code(), outcome.output() + outcome.errors());
        assertFalse(outcome.errors().contains("\tat "), outcome.errors());
    }

    @Test
    void withoutADisplayItWritesTheReport() throws IOException, InterruptedException {
        final var outcome = installation.run();
        assertEquals(0, outcome.code(), outcome.errors());
        assertTrue(outcome.errors().contains("no display"), outcome.errors());
        final String report = outcome.output().lines().map(String::strip).filter(line -> line.endsWith(".html")).reduce((first, second) -> second).orElse("");
        final Path file = Path.of(report.substring(Math.max(report.indexOf('/'), 0)));
        assertTrue(Files.size(file) > 0, outcome.output());
        assertTrue(file.startsWith(installation.home()), "everything stays in the user's home: " + file);
    }
}
