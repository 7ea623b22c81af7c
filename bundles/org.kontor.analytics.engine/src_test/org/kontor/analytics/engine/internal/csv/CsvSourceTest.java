// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Frame;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

final class CsvSourceTest {

    @TempDir
    Path folder;

    private final CsvSource source = new CsvSource();

    private SourceInput input(final String text, final Charset charset) throws IOException {
        final var file = Files.createTempFile(folder, "rows", ".csv");
        Files.write(file, text.getBytes(charset));
        return new SourceInput(Optional.empty(), Map.of("file", file.toString()));
    }

    private Frame all(final SourceInput input) {
        return source.load(input, source.columns(input).stream().map(SourceColumn::name).toList(), Progress.NONE);
    }

    private List<ColumnType> types(final SourceInput input) {
        return source.columns(input).stream().map(SourceColumn::type).toList();
    }

    @Test
    void typesAreGuessedFromAllRows() throws IOException {
        final var input = input("id,n,x,when,at,ok,text\n007,1,1,2026-01-31,2026-01-31T10:00Z,true,a\n008,-2,NA,2026-02-28,,false,\"b, \"\"c\"\"\nd\"\n",
                StandardCharsets.UTF_8);
        assertEquals(List.of(ColumnType.TEXT, ColumnType.INTEGER, ColumnType.INTEGER, ColumnType.DATE, ColumnType.INSTANT, ColumnType.FLAG, ColumnType.TEXT),
                types(input));
        final var frame = all(input);
        assertEquals("007", frame.column("id").text(0));
        assertEquals(-2, frame.column("n").number(1));
        assertEquals(1, frame.column("x").missing());
        assertEquals("2026-02-28", frame.column("when").text(1));
        assertEquals("b, \"c\"\nd", frame.column("text").text(1));
    }

    @Test
    void blanksDaysWithoutSeparatorsAndLeadingBlanksAreRead() throws IOException {
        final var input = input(" customer_id  date number dollar_value\n 00001 19970101  1   11.77\n 00002 19970112  12   12.00\n", StandardCharsets.UTF_8);
        assertEquals(List.of(ColumnType.TEXT, ColumnType.DATE, ColumnType.INTEGER, ColumnType.NUMBER), types(input));
        assertEquals("1997-01-12", all(input).column("date").text(1));
        assertEquals(11.77, all(input).column("dollar_value").number(0));
    }

    @Test
    void aHeaderOfCountsIsAHeaderAndNumbersAloneAreNone() throws IOException {
        final var counts = input("150,4,setosa\n5.1,3.5,0\n4.9,3.0,0\n", StandardCharsets.UTF_8);
        assertEquals(List.of("150", "4", "setosa"), source.columns(counts).stream().map(SourceColumn::name).toList());
        assertEquals(2, all(counts).rows());
        final var bare = input("1,2\n3,4\n", StandardCharsets.UTF_8);
        assertEquals(List.of("column-1", "column-2"), source.columns(bare).stream().map(SourceColumn::name).toList());
        assertEquals(2, all(bare).rows());
    }

    @Test
    void chineseAndGermanFilesAreRead() throws IOException {
        final var chinese = input("客户编号;金额;日期\n甲;1.234,5;2026年1月5日\n乙;2,25;2026年12月31日\n", Charset.forName("GB18030"));
        assertEquals(List.of("客户编号", "金额", "日期"), source.columns(chinese).stream().map(SourceColumn::name).toList());
        assertEquals(1234.5, all(chinese).column("金额").number(0));
        assertEquals("2026-12-31", all(chinese).column("日期").text(1));
        final var wide = input("\uFEFFa\tb\n1\tä\n", StandardCharsets.UTF_16LE);
        assertEquals("ä", all(wide).column("b").text(0));
    }

    @Test
    void daysThatCouldBeMonthsStayTexts() throws IOException {
        assertEquals(List.of(ColumnType.TEXT, ColumnType.DATE, ColumnType.DATE),
                types(input("a;b;c\n1/2/2026;13/2/2026;2/13/2026\n3/4/2026;1/2/2026;1/2/2026\n", StandardCharsets.UTF_8)));
    }

    @Test
    void rowsThatEndEarlyLackValues() throws IOException {
        final var frame = all(input("a,b\n1,2\n3\n\n4,5,6\n", StandardCharsets.UTF_8));
        assertEquals(3, frame.rows());
        assertEquals(1, frame.column("b").missing());
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        final var quote = input("a,b\n1,\"2\n", StandardCharsets.UTF_8);
        assertEquals("analytics.quote", code(() -> source.columns(quote)));
        final var empty = input("", StandardCharsets.UTF_8);
        assertEquals("analytics.file-empty", code(() -> source.columns(empty)));
        final var binary = input("a\0b", StandardCharsets.UTF_8);
        assertEquals("analytics.binary", code(() -> source.columns(binary)));
        assertEquals("analytics.no-file", code(() -> source.columns(new SourceInput(Optional.empty(), Map.of("file", folder.resolve("none").toString())))));
        assertEquals("analytics.source-option", code(() -> source.columns(new SourceInput(Optional.empty(), Map.of()))));
    }

    private static String code(final Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem().code();
    }
}
