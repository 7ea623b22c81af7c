// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.kontor.exchange.DateStyle;
import org.kontor.exchange.NumberStyle;

class ParsersTest {

    @Test
    void readsDaysOfEveryStyle() {
        final var first = LocalDate.of(2017, 3, 1);
        final var written = Map.of(DateStyle.ISO, List.of("2017-03-01", "2017/3/1", "2017-03-01 00:00:00", "2017-03-01T08:30"),
                DateStyle.BASIC, List.of("20170301"), DateStyle.MONTH_FIRST, List.of("3/1/2017", "03/01/2017", "3-1-2017"),
                DateStyle.DAY_FIRST, List.of("1/3/2017", "01/03/2017", "1-3-2017"), DateStyle.DOTTED, List.of("1.3.2017", "01.03.2017"),
                DateStyle.CHINESE, List.of("2017年3月1日", "2017年03月01号"));
        written.forEach((style, texts) -> texts.forEach(text -> assertEquals(first, new DateParser(style).parse(text), style + " "
                + text)));
    }

    @Test
    void refusesWhatIsNoDay() {
        for (final var style : DateStyle.values()) {
            for (final var text : List.of("", "x", "2017", "32", "2017-13-01", "2017-02-30", "13/13/2017", "30/02/2017", "2/30/2017",
                    "31.6.2017", "20170230", "1/2/3", "2017-03-01x", "20170301999", "0000-00-00", "99999999", "//", "..", "年月日", "1-",
                    "-1-1", "12/1/17")) {
                assertNull(new DateParser(style).parse(text), style + " " + text);
            }
        }
    }

    @Test
    void suggestsTheLastDayOfTheMonth() {
        assertEquals(LocalDate.of(2017, 2, 28), new DateParser(DateStyle.ISO).nearest("2017-02-30"));
        assertEquals(LocalDate.of(2016, 2, 29), new DateParser(DateStyle.DAY_FIRST).nearest("30/2/2016"));
        assertNull(new DateParser(DateStyle.ISO).nearest("2017-13-01"));
    }

    @Test
    void everyDayComesBack() {
        final var parser = new DateParser(DateStyle.ISO);
        for (var day = LocalDate.of(1899, 12, 1); day.isBefore(LocalDate.of(2101, 2, 1)); day = day.plusDays(1)) {
            assertEquals(day, parser.parse(day.toString()));
        }
    }

    @Test
    void readsNumbersOfBothStyles() {
        final var point = new NumberParser(NumberStyle.POINT);
        final var comma = new NumberParser(NumberStyle.COMMA);
        final var written = Map.of("1234.5", "1,234.5", "-1234.5", "(1,234.50)", "0.05", "0.05", "12", "12%", "1000000", "1,000,000");
        written.forEach((value, text) -> assertEquals(0, new BigDecimal(value).compareTo(point.parse(text)), text));
        final var european = Map.of("1234.5", "1.234,5", "-1234.5", "-1.234,50", "1000000", "1 000 000", "0.5", "0,5");
        european.forEach((value, text) -> assertEquals(0, new BigDecimal(value).compareTo(comma.parse(text)), text));
    }

    @Test
    void knowsCurrencySigns() {
        final var parser = new NumberParser(NumberStyle.POINT);
        final var written = Map.of("$1,234.50", "USD", "1234.50 EUR", "EUR", "€1234.50", "EUR", "￥1234.50", "CNY", "1234.50元", "CNY",
                "GBP 1,234.50", "GBP", "-$1234.50", "USD");
        written.forEach((text, code) -> {
            final var number = parser.parse(text);
            assertEquals(0, new BigDecimal("1234.50").compareTo(number.abs()), text);
            assertEquals(code, CurrencySigns.code(parser.currency()), text);
        });
    }

    @Test
    void refusesWhatIsNoNumber() {
        for (final var style : NumberStyle.values()) {
            for (final var text : List.of("", "x", "-", "1x", "1,2,3", "1.2.3", "1,23,456", "--1", "1-1", "€", "1 2", "12:30", "1e5", "NaN",
                    "∞", "1.5.2017", "9".repeat(70))) {
                assertNull(new NumberParser(style).parse(text), style + " " + text);
            }
        }
    }

    @Test
    void everyNumberComesBack() {
        final var random = new Random(3);
        final var parser = new NumberParser(NumberStyle.POINT);
        for (int i = 0; i < 100_000; i++) {
            final var number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), random.nextInt(5));
            assertEquals(number, parser.parse(number.toPlainString()));
        }
    }
}
