// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.headless.Answer;

class AnswerPrinterTest {

    private static final String HASH = "f".repeat(64);

    @TempDir
    private Path folder;

    private List<String> printed(final int columns, final List<String> headers, final List<List<String>> rows) {
        final var out = new ByteArrayOutputStream();
        final var terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false, folder.toAbsolutePath(),
                Map.of("COLUMNS", String.valueOf(columns)), folder.toAbsolutePath(), () -> false);
        new AnswerPrinter(terminal).print(Answer.done().table(headers, rows).build());
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aTableThatFitsStaysAsItIs() {
        assertEquals(List.of("a   b", "--  -----", "1   two", "22  three"),
                printed(40, List.of("a", "b"), List.of(List.of("1", "two"), List.of("22", "three"))));
    }

    @Test
    void longCellsOfAWideTableAreBrokenBetweenWords() {
        final var lines = printed(40, List.of("name", "help"), List.of(List.of("k", "How many clusters there are to be, from two to ten thousand.")));
        assertTrue(lines.stream().allMatch(line -> line.length() <= 40), lines.toString());
        assertEquals("k     How many clusters there are to be,", lines.get(2));
        assertEquals("      from two to ten thousand.", lines.get(3));
    }

    @Test
    void whatSomebodyMayCopyIsNeverBroken() {
        assertTrue(printed(40, List.of("hash", "what"), List.of(List.of(HASH, "a change set of many words"))).stream()
                .anyMatch(line -> line.startsWith(HASH)));
    }

    @Test
    void chineseCellsAreBrokenBetweenCharacters() {
        final var lines = printed(40, List.of("名称", "说明"), List.of(List.of("k", "簇的数目，从二到一万，越多的簇越小，也越难以命名和使用。")));
        assertTrue(lines.size() > 3, lines.toString());
        assertTrue(lines.stream().allMatch(line -> Layout.width(line) <= 40), lines.toString());
    }
}
