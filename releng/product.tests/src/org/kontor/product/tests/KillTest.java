// SPDX-License-Identifier: EPL-2.0

package org.kontor.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reliability goal R1: the product as it is handed out is killed in the midst of imports, edits and undoing, and loses nothing it told of.
 * {@code -Dkontor.kills=100} asks for more kills than the few of each build, {@code -Dkontor.seed} for the same moments again. That kills
 * cannot tell a database that forces nothing to the disk is what the power cuts in the tests of the database are for.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class KillTest {

    private static final System.Logger LOG = System.getLogger(KillTest.class.getName());
    private static final int KILLS = Integer.getInteger("kontor.kills", 3);
    private static final int PHASES = 3;
    private static final int ROWS = 12_000;
    private static final long LONGEST_MILLIS = 300_000;
    private static final String STORE = "shop";
    private static final String EDITED = "Edited";

    @TempDir
    static Path folder;

    private static Installation installation;

    /** How long each kind of work took from opening the store to the end, where it was let live. */
    private final Map<String, Long> millis = new HashMap<>(Map.of("import", 1_500L, "edit", 400L, "undo", 1_200L));
    /** Operations that a process told of before it ended well, by their identifiers. */
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> undone = new HashSet<>();
    private Random random;
    private int kills;
    private int processes;

    @BeforeAll
    static void unpack() throws IOException {
        installation = Installation.copyInto(folder);
    }

    @Test
    void nothingAcknowledgedIsLost(final TestReporter reporter) throws Exception {
        final long seed = Long.getLong("kontor.seed", System.nanoTime());
        LOG.log(System.Logger.Level.INFO, "kontor.seed={0}", Long.toString(seed));
        reporter.publishEntry("kontor.seed", Long.toString(seed));
        random = new Random(seed);
        int edit = 0;
        acknowledge(parse(succeed("import", "accounts", edited(edit), "--store", STORE, "--json")));
        for (int cycle = 1; kills < KILLS; cycle++) {
            final JsonObject imported = throughKills("import", "import", "accounts", accounts(cycle), "--store", STORE, "--json");
            // a kill may come between the last commit and the answer; the export below holds what is there to the file
            assertTrue("ALREADY_IMPORTED".equals(imported.get("state").getAsString())
                || imported.get("created").getAsInt() + imported.get("alreadyThere").getAsInt() == ROWS, imported::toString);
            acknowledge(imported);
            edit++;
            acknowledge(throughKills("edit", "import", "accounts", edited(edit), "--store", STORE, "--json"));
            assertEquals(expected(cycle, edit), exported(), "each account once, and the edit as it was told of");
            final String operation = imported.get("operation").getAsString();
            acknowledge(throughKills("undo", "undo", operation, "--store", STORE, "--json"));
            undone.add(operation);
            compareWithTheLog();
        }
        reporter.publishEntry("killed", kills + " of " + processes + " processes, acknowledged operations " + acknowledged.size());
        LOG.log(System.Logger.Level.INFO, "{0} kills, {1} acknowledged operations", kills, acknowledged.size());
    }

    /** Does something, is killed meanwhile a few times, verifies after each kill, and does it again until it is done. */
    private JsonObject throughKills(final String work, final String... words) throws IOException, InterruptedException {
        for (int planned = KILLS <= PHASES ? 1 : 1 + random.nextInt(PHASES); planned > 0 && kills < KILLS; planned--) {
            final JsonObject early = attempt(work, (long) (random.nextDouble() * millis.get(work)), words);
            if (early != null) {
                return early;
            }
            kills++;
            succeed("verify", "--store", STORE, "--json");
        }
        return attempt(work, LONGEST_MILLIS, words);
    }

    /** What the process answered; null where it was killed, which happens some time after it has opened the store. */
    private JsonObject attempt(final String work, final long patience, final String... words) throws IOException, InterruptedException {
        final Path output = folder.resolve("output-" + processes++ + ".txt");
        final Process process = installation.start(output, words);
        try {
            final long opened = awaitStore(process, output);
            if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
                return null;
            }
            final JsonObject answer = parse(text(output));
            // a kill may come between the commit of undoing and the answer; that it happened is for the log to say
            assertTrue(process.exitValue() == 0 || "undo".equals(work), () -> text(output) + errors(output));
            if (answer.get("ok").getAsBoolean() && (!"import".equals(work) || answer.get("created").getAsInt() == ROWS)) {
                millis.put(work, Math.max(1, (System.nanoTime() - opened) / 1_000_000));
            }
            return answer;
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** Waits until the process has noted itself as the owner of the store, which it does before it opens the database. */
    private static long awaitStore(final Process process, final Path output) throws IOException, InterruptedException {
        final Path owner = installation.home().resolve(STORE).resolve("owner.properties");
        final var values = new Properties();
        while (!Long.toString(process.pid()).equals(values.getProperty("pid"))) {
            assertTrue(!process.waitFor(5, TimeUnit.MILLISECONDS), () -> "ended by itself: " + text(output) + errors(output));
            if (Files.exists(owner)) {
                values.load(new StringReader(text(owner)));
            }
        }
        return System.nanoTime();
    }

    /** All that was told of is there, in its place, and what was taken back is marked so. */
    private void compareWithTheLog() throws IOException, InterruptedException {
        final Map<String, JsonObject> logged = new LinkedHashMap<>();
        parse(succeed("log", "--store", STORE, "--limit", "1000000", "--json")).getAsJsonArray("operations")
            .forEach(entry -> logged.put(entry.getAsJsonObject().get("operation").getAsString(), entry.getAsJsonObject()));
        assertEquals(Set.of(), acknowledged.stream().filter(operation -> !logged.containsKey(operation)).collect(Collectors.toSet()), "lost");
        undone.forEach(operation -> assertTrue(logged.get(operation).get("undone").getAsBoolean(), () -> "not taken back: " + operation));
    }

    private void acknowledge(final JsonObject answer) {
        if (answer.has("operation") && answer.get("ok").getAsBoolean()) {
            acknowledged.add(answer.get("operation").getAsString());
        }
    }

    private String succeed(final String... words) throws IOException, InterruptedException {
        final Path output = folder.resolve("output-" + processes++ + ".txt");
        final Process process = installation.start(output, words);
        assertTrue(process.waitFor(LONGEST_MILLIS, TimeUnit.MILLISECONDS), () -> String.join(" ", words) + " does not end");
        assertEquals(0, process.exitValue(), () -> String.join(" ", words) + " after " + kills + " kills: " + text(output) + errors(output));
        return text(output);
    }

    private static String accounts(final int cycle) throws IOException {
        final String rows = IntStream.range(0, ROWS).mapToObj(row -> name(cycle, row) + ',' + row).collect(Collectors.joining("\n"));
        return file("accounts-" + cycle, rows);
    }

    private static String edited(final int edit) throws IOException {
        return file("edit-" + edit, EDITED + ',' + (1_000_000 + edit));
    }

    private static String file(final String name, final String rows) throws IOException {
        return Files.writeString(installation.home().resolve(name + ".csv"), "name,employees\n" + rows + '\n').getFileName().toString();
    }

    private static String name(final int cycle, final int row) {
        return "Account " + row + " of " + cycle;
    }

    private static Map<String, String> expected(final int cycle, final int edit) {
        final Map<String, String> expected = new HashMap<>();
        IntStream.range(0, ROWS).forEach(row -> expected.put(name(cycle, row), Integer.toString(row)));
        expected.put(EDITED, Integer.toString(1_000_000 + edit));
        return expected;
    }

    /** Employees by name; fails where a name is there twice. */
    private Map<String, String> exported() throws IOException, InterruptedException {
        succeed("export", "accounts", "out.csv", "--columns", "name,employees", "--store", STORE);
        final Map<String, String> exported = new HashMap<>();
        for (final String line : Files.readAllLines(installation.home().resolve("out.csv")).stream().skip(1).toList()) {
            final String[] values = line.split(",");
            assertNull(exported.put(values[0], values[1]), () -> "twice: " + line);
        }
        return exported;
    }

    private static JsonObject parse(final String answer) {
        return JsonParser.parseString(answer).getAsJsonObject();
    }

    private static String errors(final Path output) {
        return text(output.resolveSibling(output.getFileName() + ".errors"));
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
