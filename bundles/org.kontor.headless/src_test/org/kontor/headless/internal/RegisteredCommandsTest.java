// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.core.problem.Problem;
import org.kontor.headless.Answer;
import org.kontor.headless.ExitCode;
import org.kontor.headless.Invocation;

class RegisteredCommandsTest {

    private static final Problem FULL = new Problem("disk.full", "The disk is full.", "Nothing was written.", "Free some space.");

    @TempDir
    private Path state;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private boolean watched;

    private int run(final Function<Invocation, Answer> work, final String... words) {
        final var terminal = new Terminal(new PrintStream(out, false, StandardCharsets.UTF_8), new PrintStream(err, true,
                StandardCharsets.UTF_8),
                watched, state.toAbsolutePath(), Map.of("COLUMNS", "80"), state, () -> false);
        return new RegisteredCommands("1.2.3", List.of(new SampleCommand("copy", work))).run(List.of(words), terminal);
    }

    private int copy(final Function<Invocation, Answer> work, final String... more) {
        final var words = new ArrayList<>(List.of("copy", "accounts", "--store", "dir", "--language", "en"));
        words.addAll(List.of(more));
        return run(work, words.toArray(String[]::new));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Reads what was printed strictly: one JSON object, one line, nothing after it. */
    private JsonObject json() throws IOException {
        final var text = printed();
        assertEquals(1, text.lines().count(), text);
        try (var reader = new JsonReader(new StringReader(text))) {
            final var object = JsonParser.parseReader(reader).getAsJsonObject();
            assertEquals(JsonToken.END_DOCUMENT, reader.peek(), text);
            return object;
        }
    }

    @Test
    void blocksAreAlignedAndNumbersFlushRight() {
        final var facts = new LinkedHashMap<String, String>();
        facts.put("Rows", "8800");
        facts.put("客户", "85");
        assertEquals(0, copy(invocation -> Answer.done().say("Done.").facts(facts)
                .table(List.of("Name", "Amount"), List.of(List.of("信息公司", "7"), List.of("Acme\tInc", "10005534")), 1).build()));
        assertEquals("""
                Done.

                Rows  8800
                客户  85

                Name        Amount
                --------  --------
                信息公司         7
                Acme Inc  10005534
                """, printed());
        assertEquals("", complained());
    }

    @Test
    void jsonIsOneObjectAndNothingElse() throws IOException {
        watched = true;
        final var values = new LinkedHashMap<String, Object>();
        values.put("text", "quote \" backslash \\ line\u2028end <b>&'");
        values.put("number", new BigDecimal("1E+3"));
        values.put("nothing", null);
        values.put("list", List.of(Map.of("a", 1L), List.of(true)));
        values.put("ok", "cannot be replaced");
        assertEquals(0, copy(invocation -> {
            invocation.progress().begin("Working", 10);
            return Answer.done().say("for people").values(values).build();
        }, "--json"));
        final var object = json();
        assertTrue(object.get("ok").getAsBoolean());
        assertEquals("copy", object.get("command").getAsString());
        assertEquals(0, object.get("exitCode").getAsInt());
        assertEquals("quote \" backslash \\ line\u2028end <b>&'", object.get("text").getAsString());
        assertEquals("1000", object.get("number").toString());
        assertTrue(object.get("nothing").isJsonNull());
        assertFalse(object.has("problem"));
        assertTrue(complained().contains("Working"), "progress belongs to standard error");
    }

    @Test
    void problemsEndWithOneSentenceAndTheirExitCode() {
        assertEquals(1, copy(invocation -> {
            throw FULL.asException(new IOException("No space left on device"));
        }));
        assertEquals("", printed());
        assertEquals("The disk is full. Nothing was written. Free some space.\n", complained());
        assertTrue(Files.exists(state.resolve("logs/command-line.log")), "the cause is kept for support");
    }

    @Test
    void refusedDataShowsTheRowsAndThenTheProblem() throws IOException {
        final Function<Invocation, Answer> refusing = invocation -> Answer.problem(ExitCode.DATA_REFUSED, FULL)
                .table(List.of("Row", "Problem"), List.of(List.of("12", "no date")), 0).value("rows", List.of(Map.of("row", 12))).build();
        assertEquals(3, copy(refusing));
        assertTrue(printed().contains(" 12  no date"), printed());
        assertEquals(FULL.sentence() + '\n', complained());
        out.reset();
        err.reset();
        assertEquals(3, copy(refusing, "--json"));
        assertEquals("disk.full", json().getAsJsonObject("problem").get("code").getAsString());
        assertEquals(12, json().getAsJsonArray("rows").get(0).getAsJsonObject().get("row").getAsInt());
        assertEquals("", complained());
    }

    @Test
    void wrongUsageIsJsonToo() throws IOException {
        assertEquals(2, run(SampleCommand.copying().work(), "--language", "en", "--json", "cpy"));
        assertEquals("usage.unknownCommand", json().getAsJsonObject("problem").get("code").getAsString());
        assertEquals("", json().get("command").getAsString());
        assertEquals("", complained());
    }

    @Test
    void defectsShowNoStackAndAreLogged() throws IOException {
        assertEquals(1, copy(invocation -> {
            throw new IllegalStateException("secret detail", new ArithmeticException("deeper"));
        }));
        assertFalse(complained().contains("secret detail") || complained().contains("Exception") || complained().contains("\tat "),
                complained());
        assertTrue(complained().contains("command-line.log"), complained());
        assertEquals(1, complained().lines().count());
        final var log = Files.readString(state.resolve("logs/command-line.log"));
        assertTrue(log.contains("secret detail") && log.contains("caused by: java.lang.ArithmeticException: deeper"), log);
    }

    @Test
    void defectsAreToldEvenWhereNoLogCanBeWritten() throws IOException {
        Files.writeString(state.resolve("logs"), "a file where the folder should be");
        assertEquals(1, copy(invocation -> {
            throw new IllegalStateException();
        }));
        assertFalse(complained().contains("command-line.log"), complained());
    }

    @Test
    void stoppingIsAProblemWithANextStep() throws IOException {
        assertEquals(1, copy(invocation -> {
            throw new CancellationException();
        }, "--json"));
        assertEquals("cancelled", json().getAsJsonObject("problem").get("code").getAsString());
    }

    @Test
    void progressIsOneLineThatDisappears() {
        watched = true;
        copy(invocation -> {
            invocation.progress().begin("Reading", 200);
            invocation.progress().worked(100);
            invocation.progress().begin("Writing", 0);
            return Answer.done().build();
        });
        final var last = complained().substring(complained().lastIndexOf('\r', complained().length() - 2) + 1);
        assertTrue(complained().startsWith("\rReading … 0 %\rWriting"), complained());
        assertTrue(last.isBlank() && complained().indexOf('\n') < 0, complained());
    }

    @Test
    void nobodyWatchingMeansNoProgress() {
        copy(invocation -> {
            invocation.progress().begin("Reading", 200);
            return Answer.done().build();
        });
        assertEquals("", complained());
    }

    @Test
    void helpNamesEveryWordAndOption() {
        assertEquals(0, run(SampleCommand.copying().work(), "copy", "--help", "--language=en"));
        for (final var part : List.of("Usage: ./kontor copy KIND [FILE] --store DIR", "Copies records.", "What is there already stays.",
                "One of: accounts, orders.", "--limit N", "--order newest|oldest", "--set NAME=VALUE", "(may be repeated)", "--dry-run",
                "(required)", "--json", "--language en|zh", "./kontor copy accounts --store company", "3 data refused")) {
            assertTrue(printed().contains(part), part + " in\n" + printed());
        }
        assertTrue(printed().lines().allMatch(line -> Layout.width(line) <= 80), printed());
        final var byOption = printed();
        out.reset();
        run(SampleCommand.copying().work(), "help", "copy", "--language=en");
        assertEquals(byOption, printed(), "two ways to ask, one answer");
    }

    @Test
    void helpIsJsonToo() throws IOException {
        assertEquals(0, run(SampleCommand.copying().work(), "copy", "--help", "--json"));
        assertEquals(5, json().getAsJsonArray("options").size());
        out.reset();
        assertEquals(0, run(SampleCommand.copying().work(), "--json"));
        assertEquals(2, json().getAsJsonArray("commands").size());
    }

    @Test
    void speaksChineseAndGivesTheLanguageBack() {
        final var before = Locale.getDefault();
        assertEquals(2, run(SampleCommand.copying().work(), "cpoy", "--language", "zh"));
        assertTrue(complained().contains("没有“cpoy”这个命令"), complained());
        assertEquals(0, run(SampleCommand.copying().work(), "--language", "zh", "--help"));
        assertTrue(printed().contains("用法") && printed().lines().allMatch(line -> Layout.width(line) <= 82), printed());
        assertEquals(before, Locale.getDefault());
    }

    @Test
    void versionIsOneLine() throws IOException {
        assertEquals(0, run(SampleCommand.copying().work(), "--version"));
        assertEquals("Kontor 1.2.3\n", printed());
        out.reset();
        run(SampleCommand.copying().work(), "--version", "--json");
        assertEquals("1.2.3", json().get("version").getAsString());
    }

    @Test
    void theLaterOfTwoCommandsWithOneNameWins() {
        final var terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true,
                StandardCharsets.UTF_8),
                false, state.toAbsolutePath(), Map.of(), state, () -> false);
        final var standard = new SampleCommand("copy", invocation -> Answer.done().line("standard").build());
        final var partner = new SampleCommand("copy", invocation -> Answer.done().line("partner").build());
        new RegisteredCommands("1", List.of(standard, partner)).run(List.of("copy", "orders", "--store", "x"), terminal);
        assertEquals("partner\n", printed());
    }
}
