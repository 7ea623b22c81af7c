// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command against a real store. */
class CommandsTest {

    private static final List<String> COMMANDS = List.of("algorithms", "analyze", "backup", "demo", "deploy", "evaluate", "export", "help", "import",
            "info", "kinds", "log", "models", "redo", "report", "restore", "runs", "start", "undo", "verify");

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private String hash() {
        return shell.json("verify", "--store", "company").get("contentHash").getAsString();
    }

    @Test
    void everyCommandIsThereAndExplainsItself() {
        final var all = shell.json("help").getAsJsonArray("commands");
        assertEquals(COMMANDS, all.asList().stream().map(command -> command.getAsJsonObject().get("name").getAsString()).sorted().toList());
        for (final var command : COMMANDS) {
            for (final var language : List.of("en", "zh")) {
                final var help = shell.run(command, "--help", "--language", language);
                assertEquals(0, help.code());
                assertTrue(help.out().contains("./kontor " + command) && help.err().isEmpty(), help.out());
                assertEquals(-1, help.out().indexOf('!'), "no text is missing: " + help.out());
            }
            assertEquals(command, shell.json(command, "--help").get("name").getAsString());
        }
    }

    @Test
    void demoUndoAndRedoComeBackToTheSameContent() {
        final var demo = shell.json("demo", "--store", "company", "--customers", "20", "--seed", "7");
        assertEquals(20, demo.getAsJsonObject("records").get("Account").getAsInt());
        final var full = hash();

        final var log = shell.json("log", "--store", "company", "--limit", "1").getAsJsonArray("operations").get(0).getAsJsonObject();
        assertEquals("DEMO", log.get("cause").getAsString());
        assertEquals(demo.get("operation").getAsString(), log.get("operation").getAsString());

        shell.json("undo", "--store", "company");
        final var empty = hash();
        assertNotEquals(full, empty);
        assertEquals(0, shell.json("info", "--store", "company").getAsJsonObject("records").get("Account").getAsInt());

        shell.json("redo", "--store", "company");
        assertEquals(full, hash());

        shell.json("undo", log.get("number").getAsString(), "--store", "company");
        assertEquals(empty, hash(), "by its number");
    }

    @Test
    void theSameSeedGivesTheSameCompany() {
        shell.json("demo", "--store", "one", "--customers", "10", "--seed", "3");
        shell.json("demo", "--store", "two", "--customers", "10", "--seed", "3");
        shell.json("demo", "--store", "three", "--customers", "10", "--seed", "4");
        final var one = shell.json("verify", "--store", "one").get("contentHash");
        assertEquals(one, shell.json("verify", "--store", "two").get("contentHash"));
        assertNotEquals(one, shell.json("verify", "--store", "three").get("contentHash"));
    }

    @Test
    void backupAndRestoreGiveTheSameStore() {
        shell.json("demo", "--store", "company", "--customers", "10");
        final var backup = shell.json("backup", "--store", "company", "--out", "company.kontor-backup");
        assertTrue(backup.get("bytes").getAsLong() > 0);
        shell.json("restore", "company.kontor-backup", "--store", "again");
        assertEquals(hash(), shell.json("verify", "--store", "again").get("contentHash").getAsString());

        assertEquals(1, shell.run("backup", "--store", "company", "--out", "company.kontor-backup").code(),
                "a backup is never overwritten");
        assertEquals(1, shell.run("restore", "company.kontor-backup", "--store", "company").code(), "a store neither");
        assertEquals(hash(), shell.json("verify", "--store", "again").get("contentHash").getAsString());
    }

    @Test
    void exportIsReadBackWithoutAsking() throws IOException {
        shell.json("demo", "--store", "company", "--customers", "10");
        final var export = shell.json("export", "accounts", "accounts.csv", "--store", "company");
        assertEquals(10, export.get("records").getAsInt());
        assertEquals(11, Files.readString(shell.file("accounts.csv")).lines().count());
        final var again = shell.json("import", "accounts", "accounts.csv", "--store", "other", "--unknown", "leave-empty");
        assertEquals(10, again.get("created").getAsInt());
        assertTrue(again.get("newStore").getAsBoolean());

        shell.json("export", "accounts", "few.csv", "--store", "company", "--columns", "name,owner.displayName", "--labels", "--separator",
                "semicolon");
        assertTrue(Files.readString(shell.file("few.csv")).startsWith("Name;Owner"), Files.readString(shell.file("few.csv")));
    }

    @Test
    void reportIsOneFileInTheLanguageAskedFor() throws IOException {
        shell.json("demo", "--store", "company", "--customers", "20");
        final var before = hash();
        final var report = shell.json("report", "--store", "company", "--out", "report.html", "--title", "Nordwind <AG>");
        assertEquals(folder.resolve("report.html").toAbsolutePath().toString(), report.get("file").getAsString());
        final var english = Files.readString(shell.file("report.html"));
        assertTrue(english.contains("Pipeline by stage") && english.contains("Nordwind &lt;AG&gt;") && english.contains("<svg"));
        shell.json("report", "--store", "company", "--out", "report.html", "--language", "zh");
        assertTrue(Files.readString(shell.file("report.html")).contains("各阶段商机"));
        assertEquals(before, hash(), "a report changes nothing");
        assertTrue(Files.list(folder).noneMatch(file -> file.toString().endsWith(".part")), "nothing half done stays");
    }

    @Test
    void reportOfAnEmptyStoreHelps() throws IOException {
        shell.write("one.csv", "name\nAcme\n");
        shell.json("import", "accounts", "one.csv", "--store", "company");
        shell.json("report", "--store", "company", "--out", "report.html");
        assertTrue(Files.readString(shell.file("report.html")).contains("There is nothing to report yet"));
    }

    @Test
    void startMakesTheDemoCompanyOnce() {
        final var first = shell.json("start", "--headless");
        assertTrue(first.get("newCompany").getAsBoolean());
        assertTrue(Files.exists(Path.of(first.get("file").getAsString())));
        assertTrue(first.get("store").getAsString().startsWith(folder.resolve("home").toAbsolutePath().toString()));
        final var second = shell.run("start", "--headless");
        assertEquals(0, second.code());
        assertTrue(second.out().contains("was there already") && second.out().contains(first.get("file").getAsString()), second.out());
    }

    @Test
    void humanAnswersAreAlignedAndPlain() {
        shell.json("demo", "--store", "company", "--customers", "10");
        final var log = shell.run("log", "--store", "company");
        assertEquals(0, log.code());
        final var lines = log.out().lines().toList();
        assertTrue(lines.get(1).matches("[- ]+"), log.out());
        assertEquals(lines.get(0).indexOf("When"), lines.get(2).indexOf("20"), log.out());
        assertTrue(shell.run("info", "--store", "company", "--language", "zh").out().contains("客户"));
    }
}
