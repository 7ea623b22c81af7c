// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.exchange.DateStyle;
import org.kontor.exchange.NumberStyle;
import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.Separator;

class FormatDetectorTest {

    @TempDir
    private Path folder;

    private SourceFile file(final String text) throws IOException {
        final var path = folder.resolve("file.csv");
        Files.writeString(path, text, StandardCharsets.UTF_8);
        return SourceFile.of(path);
    }

    private ReadOptions detect(final String text) throws IOException {
        return new FormatDetector(file(text), header -> header.equals("customer_id")).detect();
    }

    @Test
    void findsTheSeparator() throws IOException {
        assertEquals(Separator.COMMA, detect("a,b,c\n1,2,3\n4,5,6\n").separator());
        assertEquals(Separator.SEMICOLON, detect("name;value\nx;1,5\ny;2,5\n").separator());
        assertEquals(Separator.TAB, detect("name\ttext\nx\ta, b\ny\tc, d\n").separator());
        assertEquals(Separator.PIPE, detect("a|b\n1|x,y\n2|z,w\n").separator());
        assertEquals(Separator.BLANKS, detect(" customer_id  date number_of_cds  dollar_value\r\n 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00\r\n").separator());
    }

    @Test
    void readsProseAsOneColumn() throws IOException {
        final var options = detect("comment\nthe room was large\nwe liked it here\n");
        assertEquals(Separator.COMMA, options.separator());
    }

    @Test
    void isNotMisledBySeparatorsWithinQuotes() throws IOException {
        assertEquals(Separator.COMMA, detect("label,review\n1,\"a;b;c;d\"\n0,\"e;f;g;h\"\n1,\"one, two; three\"\n").separator());
    }

    @Test
    void understandsTheLineThatNamesTheSeparator() throws IOException {
        final var options = detect("sep=;\r\na;b\r\n1;2\r\n");
        assertEquals(Separator.SEMICOLON, options.separator());
        assertEquals(1, options.skipLines());
    }

    @Test
    void knowsAHeaderFromData() throws IOException {
        assertTrue(detect("customer_id,b\nx,y\n").header());
        assertTrue(detect("word,amount\nx,1\ny,2\n").header());
        assertFalse(detect(" 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n").header());
        assertFalse(detect("1,2\n3,4\n").header());
    }

    @Test
    void decidesDaysByTheData() throws IOException {
        assertEquals(DateStyle.MONTH_FIRST, dates("d\n1/2/2017\n10/20/2016\n"));
        assertEquals(DateStyle.DAY_FIRST, dates("d\n1/2/2017\n20/10/2016\n"));
        assertEquals(DateStyle.DOTTED, dates("d\n1.2.2017\n31.12.2016\n"));
        assertEquals(DateStyle.BASIC, dates("d\n19970101\n19971231\n"));
        assertEquals(DateStyle.CHINESE, dates("d\n2017年3月1日\n2016年12月31日\n"));
        assertEquals(DateStyle.ISO, dates("d\n2017-03-01\n2016-12-31\n"));
    }

    private DateStyle dates(final String text) throws IOException {
        return profile(text).dates();
    }

    @Test
    void saysWhenDaysCouldBeReadEitherWay() throws IOException {
        assertTrue(profile("d\n1/2/2017\n3/4/2016\n").datesAmbiguous());
        assertFalse(profile("d\n1/2/2017\n3/14/2016\n").datesAmbiguous());
    }

    @Test
    void decidesNumbersByTheData() throws IOException {
        assertEquals(NumberStyle.POINT, profile("n\n1.5\n2\n").numbers());
        assertEquals(NumberStyle.POINT, profile("n\n\"1,234.50\"\n\"2,000\"\n").numbers());
        assertEquals(NumberStyle.COMMA, profile("n\n\"1.234,50\"\n\"2.000\"\n").numbers());
        assertEquals(NumberStyle.COMMA, profile("n\n\"1,5\"\n\"22,75\"\n").numbers());
        assertTrue(profile("n\n\"1,234\"\n\"5,678\"\n").numbersAmbiguous());
    }

    private ColumnProfile profile(final String text) throws IOException {
        return Profile.of(file(text), new ReadOptions(StandardCharsets.UTF_8, Separator.COMMA, '"', 0, true, java.util.List.of())).columns()
                .get(0);
    }
}
