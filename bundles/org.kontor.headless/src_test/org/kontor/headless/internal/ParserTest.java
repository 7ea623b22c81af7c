// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.headless.WrongUsageException;

class ParserTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void languageOfTheMachine() {
        Locale.setDefault(before);
    }

    private static Words parse(final String... words) {
        final var parsed = new Parser(Map.of("copy", SampleCommand.copying().description())).parse(List.of(words));
        return new Words(parsed.command().orElseThrow().name(), parsed.values(), Path.of("/home").toAbsolutePath(),
                Path.of("/home").toAbsolutePath(),
                Map.of(), Progress.NONE, text -> { });
    }

    private static Problem refused(final String... words) {
        return assertThrows(WrongUsageException.class, () -> parse(words)).problem();
    }

    @Test
    void optionsStandAnywhere() {
        for (final var words : List.of(
                List.of("copy", "accounts", "out.csv", "--store", "dir", "--dry-run"),
                List.of("--store", "dir", "--dry-run", "copy", "accounts", "out.csv"),
                List.of("copy", "--dry-run", "accounts", "--store=dir", "out.csv"),
                List.of("--dry-run", "--json", "copy", "--store", "dir", "--", "accounts", "out.csv"))) {
            final var parsed = parse(words.toArray(String[]::new));
            assertEquals("accounts", parsed.text("KIND"), words.toString());
            assertEquals("out.csv", parsed.text("FILE"), words.toString());
            assertEquals(Path.of("/home/dir").toAbsolutePath(), parsed.path("store"), words.toString());
            assertTrue(parsed.has("dry-run"), words.toString());
        }
    }

    @Test
    void valuesMayHoldAnything() {
        final var parsed = parse("copy", "accounts", "--store=--odd=name", "--set", "a=b", "--set=c=d e", "--limit", "7", "--", "--file");
        assertEquals("--odd=name", parsed.text("store"));
        assertEquals(List.of("a=b", "c=d e"), parsed.all("set"));
        assertEquals(7, parsed.number("limit").orElseThrow());
        assertEquals("--file", parsed.text("FILE"));
        assertTrue(parsed.number("absent").isEmpty());
    }

    @Test
    void absolutePathsStayAndOthersStartWhereThePersonIs() {
        assertEquals(Path.of("/home/x").toAbsolutePath(), parse("copy", "orders", "--store", "y/../x").path("store"));
        assertEquals(Path.of("/elsewhere").toAbsolutePath(), parse("copy", "orders", "--store",
                Path.of("/elsewhere").toAbsolutePath().toString())
                .path("store"));
        final var impossible = parse("copy", "orders", "--store", "a\u0000b");
        assertEquals("usage.badPath", assertThrows(WrongUsageException.class, () -> impossible.path("store")).problem().code());
    }

    @Test
    void namesTheWrongWordAndTheNearestRightOne() {
        final var command = refused("cpoy", "accounts");
        assertEquals("usage.unknownCommand", command.code());
        assertTrue(command.happened().contains("cpoy"), command.happened());
        assertTrue(command.nextStep().contains("“copy”") && command.nextStep().contains("--help"), command.nextStep());

        final var option = refused("copy", "accounts", "--stoer", "dir");
        assertEquals("usage.unknownOption", option.code());
        assertTrue(option.happened().contains("--stoer"), option.happened());
        assertTrue(option.nextStep().contains("“--store”") && option.nextStep().contains("./kontor copy --help"), option.nextStep());

        final var kind = refused("copy", "acounts", "--store", "dir");
        assertEquals("usage.badChoice", kind.code());
        assertTrue(kind.happened().contains("accounts, orders") && kind.nextStep().contains("“accounts”"), kind.sentence());

        assertEquals("usage.unknownOption", refused("--stoer", "dir", "copy").code(), "before the command too");
        assertEquals("usage.unknownOption", refused("copy", "accounts", "-store", "dir").code(), "one hyphen is not enough");
    }

    @Test
    void refusesWhatIsMissingOrTooMuch() {
        assertEquals("usage.missingOperand", refused("copy", "--store", "dir").code());
        assertEquals("usage.missingOperand", refused("copy", "", "--store", "dir").code());
        assertEquals("usage.missingOption", refused("copy", "accounts").code());
        assertEquals("usage.missingValue", refused("copy", "accounts", "--store").code());
        assertEquals("usage.missingValue", refused("copy", "accounts", "--store", "--dry-run").code());
        assertEquals("usage.missingValue", refused("copy", "accounts", "--store=").code());
        assertEquals("usage.unexpectedValue", refused("copy", "accounts", "--store", "dir", "--dry-run=yes").code());
        assertEquals("usage.repeated", refused("copy", "accounts", "--store", "dir", "--store", "other").code());
        assertEquals("usage.extraWord", refused("copy", "accounts", "file", "third", "--store", "dir").code());
    }

    @Test
    void checksNumbersAndChoices() {
        for (final var wrong : List.of("0", "101", "many", "1.5", "99999999999999999999", "-3")) {
            final var problem = refused("copy", "accounts", "--store", "dir", "--limit", wrong);
            assertEquals("usage.badNumber", problem.code());
            assertTrue(problem.happened().contains(wrong) && problem.happened().contains("100"), problem.happened());
        }
        final var choice = refused("copy", "accounts", "--store", "dir", "--order", "newst");
        assertEquals("usage.badChoice", choice.code());
        assertTrue(choice.nextStep().contains("“newest”"), choice.nextStep());
    }

    @Test
    void hostileWordsAreShownHarmlessAndShort() {
        final var problem = refused("\u001B[2J" + "x".repeat(5_000));
        assertTrue(problem.happened().length() < 120 && problem.happened().indexOf('\u001B') < 0, problem.happened());
        assertTrue(refused("it's {0} {").happened().contains("it's {0} {"), "words are no patterns");
    }

    @Test
    void helpNeedsNoMoreThanTheCommand() {
        final var parsed = new Parser(Map.of("copy", SampleCommand.copying().description())).parse(List.of("copy", "--nonsense", "--help"));
        assertEquals("copy", parsed.command().orElseThrow().name());
    }

    @Test
    void languageIsFoundBeforeAnythingElse() {
        assertEquals("zh", Parser.language(List.of("nonsense", "--language", "zh")).orElseThrow());
        assertEquals("zh", Parser.language(List.of("--language=zh")).orElseThrow());
        assertTrue(Parser.language(List.of("--", "--language=zh")).isEmpty());
        assertEquals("usage.badChoice", refused("copy", "accounts", "--store", "dir", "--language", "de").code());
    }
}
