// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kontor.testkit.Folders;

/** Whatever is typed or handed over: one sentence, the right exit code, and a store that stays as it was. */
class BadInputTest {

    private static final String GOOD = "name,website\nAcme,https://acme.example\nBeta,https://beta.example\n";

    @TempDir
    private static Path made;
    private static String content;

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @BeforeAll
    static void make() throws IOException {
        final var first = new Shell(made);
        first.write("good.csv", GOOD);
        first.json("import", "accounts", "good.csv", "--store", "company");
        content = hash(first);
    }

    /** Gives the test a store of its own. */
    private String store() throws IOException {
        shell.write("good.csv", GOOD);
        Folders.copy(made.resolve("company"), shell.file("company"));
        return content;
    }

    private String hash() {
        return hash(shell);
    }

    private static String hash(final Shell shell) {
        return shell.json("verify", "--store", "company").get("contentHash").getAsString();
    }

    /** The problem in words: one line on standard error that ends with what to do. */
    private static void assertTold(final int code, final Shell.Result result) {
        assertEquals(code, result.code(), result.out() + result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().chars().filter(unit -> unit == '.').count() >= 3,
                "what happened, what it means, what to do: " + result.err());
    }

    private void assertFileRefused(final int code, final String problem, final String name) throws IOException {
        final var before = store();
        assertTold(code, shell.run("import", "accounts", name, "--store", "company"));
        final var json = shell.run("import", "accounts", name, "--store", "company", "--json");
        assertEquals(problem, json.problem());
        assertEquals(before, hash(), "the store is as it was");
        assertTold(code, shell.run("import", "accounts", name, "--store", "company", "--dry-run"));
        assertTold(code, shell.run("import", "accounts", name, "--store", "fresh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "imprt accounts f.csv --store company", "import", "import accounts", "import accounts f.csv",
        "import nonsense f.csv --store company", "import accounts f.csv extra --store company", "import accounts f.csv --stoer company",
        "import accounts f.csv --store company --mode sideways", "demo --store company --customers 3",
        "demo --store company --customers many",
        "log --store company --limit 0", "log --store", "log --store company --limit", "undo 1 2 --store company", "report --store company",
        "backup --out x", "log --store company --language de", "export accounts x.csv --store company --columns nonsense",
        "report --store company --out r.html --from yesterday"})
    void wrongUsage(final String line) throws IOException {
        final var before = store();
        final var told = shell.run(line.split(" "));
        assertTold(2, told);
        assertEquals("", told.out());
        assertTrue(told.err().contains("--help"), told.err());
        assertTrue(shell.run((line + " --json").split(" ")).code() == 2);
        assertEquals(before, hash());
    }

    @Test
    void wrongWordsInsideAnImport() throws IOException {
        final var before = store();
        for (final var option : List.of("--map=nme=name", "--map=name=nme", "--map=name", "--unknown=ownr=create", "--unknown=owner=mke",
                "--replace=name",
                "--default=nme=x", "--dates=name=sideways", "--key=nonsense", "--encoding=klingon", "--set=x=y")) {
            final var told = shell.run("import", "accounts", "good.csv", "--store", "company", "--again", option);
            assertTold(2, told);
            assertTrue(told.err().contains("--help"), option + ": " + told.err());
        }
        assertEquals(before, hash());
    }

    @Test
    void absentFile() throws IOException {
        assertFileRefused(1, "file.absent", "nowhere.csv");
        assertFalse(Files.exists(shell.file("fresh")), "no store is made for a file that is not there");
    }

    @Test
    void folderInsteadOfFile() throws IOException {
        Files.createDirectory(shell.file("folder.csv"));
        assertFileRefused(1, "file.folder", "folder.csv");
    }

    @Test
    @DisabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "root may read everything")
    void unreadableFile() throws IOException {
        shell.write("secret.csv", GOOD);
        assertTrue(shell.file("secret.csv").toFile().setReadable(false));
        assertFileRefused(1, "file.denied", "secret.csv");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fileThatPointsToItself() throws IOException {
        Files.createSymbolicLink(shell.file("loop.csv"), shell.file("loop.csv"));
        assertFileRefused(1, "file.unreadable", "loop.csv");
    }

    @Test
    void emptyFile() throws IOException {
        shell.write("empty.csv", "");
        assertFileRefused(3, "file.empty", "empty.csv");
    }

    @Test
    void binaryFile() throws IOException {
        final var bytes = new byte[8_192];
        new Random(1).nextBytes(bytes);
        Files.write(shell.file("binary.csv"), bytes);
        assertFileRefused(3, "file.binary", "binary.csv");
    }

    @Test
    void workbook() throws IOException {
        Files.write(shell.file("book.csv"), new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0});
        assertFileRefused(3, "file.workbook", "book.csv");
    }

    @Test
    void unbalancedQuote() throws IOException {
        shell.write("quote.csv", "name,website\nGamma,https://gamma.example\n\"Delta,https://delta.example\nEpsilon,x\n");
        assertFileRefused(3, "csv.quote", "quote.csv");
    }

    /** The quote is so far behind that batches are written before it is found: they are taken back. */
    @Test
    void unbalancedQuoteAfterManyRows() throws IOException {
        final var text = new StringBuilder("name,website\n");
        for (int row = 0; row < 20_000; row++) {
            text.append("Customer ").append(row).append(",https://customer").append(row).append(".example\n");
        }
        shell.write("long.csv", text + "\"open,https://open.example\n");
        final var before = store();
        assertTold(3, shell.run("import", "accounts", "long.csv", "--store", "company"));
        assertEquals(before, hash());
        shell.write("long.csv", text.toString());
        assertEquals(20_000, shell.json("import", "accounts", "long.csv", "--store", "company").get("created").getAsInt(),
                "corrected, it can be imported");
    }

    @Test
    void truncatedFile() throws IOException {
        shell.write("cut.csv", GOOD + "Gamma");
        final var before = store();
        final var result = shell.run("import", "accounts", "cut.csv", "--store", "company", "--dry-run", "--json");
        assertTrue(result.json().getAsJsonArray("problems").toString().contains("\"row\":3"), result.out());
        assertEquals(before, hash());
    }

    @Test
    void missingColumn() throws IOException {
        shell.write("columns.csv", "website,phone\nhttps://gamma.example,12345\n");
        assertFileRefused(3, "mapping.required", "columns.csv");
    }

    @Test
    void damagedMapping() throws IOException {
        store();
        shell.write("mapping.json", "{\"version\":");
        assertTold(3, shell.run("import", "accounts", "good.csv", "--store", "company", "--mapping", "mapping.json"));
        assertTold(1, shell.run("import", "accounts", "good.csv", "--store", "company", "--mapping", "absent.json"));
    }

    @Test
    void noStore() {
        for (final var command : List.of("log", "info", "verify", "undo", "redo")) {
            assertTold(1, shell.run(command, "--store", "nowhere"));
            assertEquals("store.nowhere", shell.run(command, "--store", "nowhere", "--json").problem());
        }
        assertTold(1, shell.run("export", "accounts", "x.csv", "--store", "nowhere"));
        assertTold(1, shell.run("report", "--out", "x.html", "--store", "nowhere"));
        assertTold(1, shell.run("backup", "--out", "x.kontor-backup", "--store", "nowhere"));
        assertFalse(Files.exists(shell.file("nowhere")), "looking makes nothing");
    }

    @Test
    void somethingElseInTheFolder() throws IOException {
        Files.createDirectory(shell.file("photos"));
        shell.write("photos/cat.txt", "meow");
        assertTold(1, shell.run("demo", "--store", "photos", "--customers", "10"));
        assertTold(1, shell.run("log", "--store", "photos"));
        assertEquals(List.of("cat.txt"), Files.list(shell.file("photos")).map(file -> file.getFileName().toString()).toList());
        shell.write("file", "no folder");
        assertTold(1, shell.run("demo", "--store", "file", "--customers", "10"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void folderThatCannotBeWritten() throws IOException {
        store();
        assertTold(1, shell.run("demo", "--store", "/proc/kontor", "--customers", "10"));
        assertTold(1, shell.run("export", "accounts", "/proc/accounts.csv", "--store", "company"));
        assertTold(1, shell.run("report", "--out", "/proc/report.html", "--store", "company"));
        assertTold(1, shell.run("backup", "--out", "/proc/company.kontor-backup", "--store", "company"));
        assertTold(1, shell.run("export", "accounts", "absent/accounts.csv", "--store", "company"));
        assertTold(1, shell.run("report", "--out", "absent/report.html", "--store", "company"));
    }

    @Test
    void wrongPassword() throws IOException {
        shell.write("good.csv", GOOD);
        shell.write("right.txt", "correct horse battery staple\n");
        shell.write("wrong.txt", "battery horse\n");
        shell.write("none.txt", "\n");
        final var made = shell.run("import", "accounts", "good.csv", "--store", "company", "--password-file", "right.txt", "--json");
        assertEquals(2, made.json().get("created").getAsInt());
        assertTrue(made.err().contains("recovery code"), made.err());
        assertTrue(shell.json("info", "--store", "company", "--password-file", "right.txt").get("encrypted").getAsBoolean());
        assertTold(1, shell.run("info", "--store", "company", "--password-file", "wrong.txt"));
        assertEquals("store.password", shell.run("info", "--store", "company", "--json").problem());
        assertTold(1, shell.run("info", "--store", "company", "--password-file", "none.txt"));
        assertTold(1, shell.run("info", "--store", "company", "--password-file", "absent.txt"));
        assertEquals(0, new Shell(folder).with("KONTOR_PASSWORD", "correct horse battery staple").run("verify", "--store",
                "company").code());
        assertFalse(contains(shell.file("company"), "Acme") || contains(shell.file("company"), "battery"),
                "nothing readable lies in the folder");
    }

    private static boolean contains(final Path tree, final String text) throws IOException {
        try (var files = Files.walk(tree)) {
            for (final var file : files.filter(Files::isRegularFile).toList()) {
                final var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(text) || bytes.contains(String.join("\0", text.split("")))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void damagedStore() throws IOException {
        store();
        try (var files = Files.walk(shell.file("company"))) {
            for (final var file : files.filter(path -> path.toString().endsWith(".dat")).sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
                    for (long place = 100; place < raw.length(); place += 512) {
                        raw.seek(place);
                        raw.write(0x5A);
                    }
                }
            }
        }
        assertTold(1, shell.run("verify", "--store", "company"));
        assertTold(1, shell.run("log", "--store", "company"));
        assertTold(1, shell.run("import", "accounts", "good.csv", "--store", "company", "--again"));
    }

    @Test
    void damagedBackup() throws IOException {
        store();
        shell.json("backup", "--store", "company", "--out", "company.kontor-backup");
        final var bytes = Files.readAllBytes(shell.file("company.kontor-backup"));
        Files.write(shell.file("cut.kontor-backup"), Arrays.copyOf(bytes, bytes.length / 2));
        for (int i = 0; i < 512; i++) { // a single bit may be one that no reader needs, such as the time of an entry
            bytes[bytes.length / 2 + i] ^= 1;
        }
        Files.write(shell.file("flipped.kontor-backup"), bytes);
        shell.write("text.kontor-backup", "no backup");
        for (final var name : List.of("cut", "flipped", "text", "absent")) {
            assertTold(1, shell.run("restore", name + ".kontor-backup", "--store", "restored"));
            assertFalse(Files.exists(shell.file("restored").resolve("db")), name);
        }
    }

    @Test
    void nothingToUndo() throws IOException {
        store();
        assertEquals("undo.unknown", shell.run("undo", "4711", "--store", "company", "--json").problem());
        assertEquals("undo.unknown", shell.run("undo", "nonsense", "--store", "company", "--json").problem());
        assertTold(1, shell.run("redo", "--store", "company"));
        shell.json("undo", "--store", "company");
        assertTold(1, shell.run("undo", "--store", "company"));
    }

    @Test
    void reportAtTheWrongTime() throws IOException {
        store();
        shell.json("demo", "--store", "other", "--customers", "10");
        assertTold(1, shell.run("report", "--store", "other", "--out", "r.html", "--from", "2026-05", "--until", "2026-01"));
        assertFalse(Files.exists(shell.file("r.html")));
    }
}
