// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.Separator;

class TableReaderTest {

    @TempDir
    private Path folder;

    private List<String[]> read(final String text, final Separator separator, final Charset charset) throws IOException {
        final var path = folder.resolve("t.csv");
        Files.write(path, text.getBytes(charset));
        final var rows = new ArrayList<String[]>();
        try (var reader = Tables.open(SourceFile.of(path), new ReadOptions(charset, separator, '"', 0, true, List.of()))) {
            while (reader.next()) {
                rows.add(Arrays.copyOf(reader.cells(), reader.width()));
            }
        }
        return rows;
    }

    private List<String[]> read(final String text) throws IOException {
        return read(text, Separator.COMMA, StandardCharsets.UTF_8);
    }

    @Test
    void readsQuotedValuesWithSeparatorsQuotesAndLineEnds() throws IOException {
        final var rows = read("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\r\n3\"\r\n");
        assertArrayEquals(new String[] {"x, \"y\"", "1\n2\r\n3"}, rows.get(1));
    }

    @Test
    void takesBlanksOffUnquotedValuesOnly() throws IOException {
        assertArrayEquals(new String[] {"a", " b "}, read(" a\u00A0,\" b \"\n").get(0));
    }

    @Test
    void skipsLinesWithoutAnyCharacter() throws IOException {
        assertEquals(2, read("a,b\n\n   \n1,2\n\n\n").size());
    }

    @Test
    void readsALastLineWithoutEnd() throws IOException {
        assertArrayEquals(new String[] {"1", "2"}, read("a,b\n1,2").get(1));
        assertArrayEquals(new String[] {"1", "2"}, read("a,b\n1,\"2\"").get(1));
    }

    @Test
    void namesTheLineOfAQuoteThatNeverEnds() {
        final var problem = assertThrows(ProblemException.class, () -> read("a,b\n1,2\n3,\"4\n5,6\n7,8\n")).problem();
        assertEquals("csv.quote", problem.code());
        assertTrue(problem.happened().contains("line 3"), problem.happened());
        final var last = assertThrows(ProblemException.class, () -> read("a,b\n1,\"2")).problem();
        assertEquals("csv.quote", last.code());
    }

    @Test
    void boundsAQuoteThatNeverEndsInAHugeFile() {
        final var problem = assertThrows(ProblemException.class, () -> read("a,b\n1,2\n3,\"" + "x,y\n".repeat(400_000))).problem();
        assertTrue(problem.code().equals("csv.field") || problem.code().equals("csv.quote"), problem.code());
        assertTrue(problem.happened().contains("line 3"), problem.happened());
    }

    @Test
    void boundsTheNumberOfColumns() {
        assertEquals("csv.columns", assertThrows(ProblemException.class, () -> read("a" + ",".repeat(5000))).problem().code());
        assertEquals("csv.columns", assertThrows(ProblemException.class,
                () -> read("a ".repeat(5000), Separator.BLANKS, StandardCharsets.UTF_8)).problem().code());
    }

    @Test
    void readsValuesBetweenRunsOfBlanks() throws IOException {
        final var rows = read(" customer_id  date\r\n 00001 19970101  1   11.77\r\n\r\n\t2\tx\n3", Separator.BLANKS,
                StandardCharsets.UTF_8);
        assertEquals(4, rows.size());
        assertArrayEquals(new String[] {"00001", "19970101", "1", "11.77"}, rows.get(1));
        assertArrayEquals(new String[] {"2", "x"}, rows.get(2));
        assertArrayEquals(new String[] {"3"}, rows.get(3));
    }

    @Test
    void readsBlankSeparatedValuesAcrossTheEndsOfItsBuffer() throws IOException {
        final var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(' ').append(i).append("  value").append(i).append("\r\n");
        }
        final var rows = read(text.toString(), Separator.BLANKS, StandardCharsets.UTF_8);
        assertEquals(20_000, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertArrayEquals(new String[] {String.valueOf(i), "value" + i}, rows.get(i));
        }
    }

    @Test
    void readsEveryEncodingTheSame() throws IOException {
        for (final var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030")) {
            for (final var mark : List.of("", "\uFEFF")) {
                final var rows = read(mark + "客户,金额\n北京𠀀公司,1\n", Separator.COMMA, Charset.forName(charset));
                assertArrayEquals(new String[] {"客户", "金额"}, rows.get(0), charset);
                assertArrayEquals(new String[] {"北京𠀀公司", "1"}, rows.get(1), charset);
            }
        }
    }

    @Test
    void skipsLinesAndStillCountsThem() throws IOException {
        final var path = folder.resolve("s.csv");
        Files.writeString(path, "title\nsecond\na,b\n1,2\n");
        try (var reader = Tables.open(SourceFile.of(path), new ReadOptions(StandardCharsets.UTF_8, Separator.COMMA, '"', 2, true,
                List.of()))) {
            assertTrue(reader.next());
            assertEquals(3, reader.line());
            assertEquals("a", reader.cells()[0]);
        }
    }

    @Test
    void refusesFilesThatAreNone() throws IOException {
        assertEquals("file.folder", assertThrows(ProblemException.class, () -> SourceFile.of(folder)).problem().code());
        assertEquals("file.absent", assertThrows(ProblemException.class, () -> SourceFile.of(folder.resolve("none"))).problem().code());
        final var empty = Files.createFile(folder.resolve("empty"));
        assertEquals("file.empty", assertThrows(ProblemException.class, () -> SourceFile.of(empty)).problem().code());
    }
}
