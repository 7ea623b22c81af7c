// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class ValueFormatTest {

    private static final ValueFormat EUR = ValueFormat.money(Currency.getInstance("EUR"));
    private static final ValueFormat CNY = ValueFormat.money(Currency.getInstance("CNY"));
    private static final ValueFormat JPY = ValueFormat.money(Currency.getInstance("JPY"));

    private static BigDecimal number(final String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0|€0|¥0", "12.5|€12.50|¥12.50", "999.99|€999.99|¥999.99", "9999|€9,999|¥9,999", "10000|€10K|¥1万",
        "24310500|€24.3M|¥2430万", "1500000|€1.5M|¥150万", "999999|€1M|¥100万", "123456789012|€123B|¥1230亿",
        "-2500000|-€2.5M|-¥250万", "-3|-€3|-¥3"})
    void amountsAreShortBesideShapes(final String value, final String english, final String chinese) {
        assertEquals(english, EUR.brief(number(value), Locale.US));
        assertEquals(chinese, CNY.brief(number(value), Locale.CHINA));
    }

    @Test
    void germanPutsTheSignBehind() {
        assertEquals("24,3\u00A0Mio.\u00A0€", EUR.brief(number("24310500"), Locale.GERMANY));
        assertEquals("-1.234,50\u00A0€", EUR.exact(number("-1234.5"), Locale.GERMANY));
    }

    @Test
    void exactKeepsEveryDigitOfTheCurrency() {
        assertEquals("€10,005,534.00", EUR.exact(number("10005534"), Locale.US));
        assertEquals("¥9,007,199,254,740,993.01", CNY.exact(number("9007199254740993.01"), Locale.CHINA));
        assertEquals("¥1,235", JPY.exact(number("1234.6"), Locale.JAPAN).replace('￥', '¥'));
    }

    @Test
    void countsKeepTheirDigitsLonger() {
        assertEquals("8,800", ValueFormat.count().brief(number("8800"), Locale.US));
        assertEquals("69,659", ValueFormat.count().brief(number("69659"), Locale.US));
        assertEquals("1.23M", ValueFormat.count().brief(number("1234567"), Locale.US));
        assertEquals("123万", ValueFormat.count().brief(number("1234567"), Locale.CHINA));
        assertEquals("1,234,567", ValueFormat.count().exact(number("1234567"), Locale.US));
    }

    @Test
    void smallSharesKeepADecimal() {
        assertEquals("63%", ValueFormat.percent().brief(number(".6315"), Locale.US));
        assertEquals("63.2%", ValueFormat.percent().exact(number(".6315"), Locale.US));
        assertEquals("0.4%", ValueFormat.percent().brief(number(".0042"), Locale.US));
        assertEquals("0%", ValueFormat.percent().brief(BigDecimal.ZERO, Locale.US));
        assertEquals("150%", ValueFormat.percent().brief(number("1.5"), Locale.US));
    }

    @Test
    void neighbouringTicksNeverReadTheSame() {
        assertEquals("0.25", ValueFormat.number(0).tick(number("0.25"), number("0.25"), Locale.US));
        assertEquals("€2.5M", EUR.tick(number("2500000"), number("500000"), Locale.US));
        assertEquals("€250K", EUR.tick(number("250000"), number("50000"), Locale.US));
        assertEquals("€0", EUR.tick(BigDecimal.ZERO, number("50000"), Locale.US));
        assertEquals("2.5%", ValueFormat.percent().tick(number("0.025"), number("0.025"), Locale.US));
        assertEquals("200", ValueFormat.count().tick(number("2E2"), number("1E2"), Locale.US));
    }

    @Test
    void aCurrencyIsNeededForAmountsAlone() {
        assertThrows(IllegalArgumentException.class, () -> new ValueFormat(ValueFormat.Kind.MONEY, null, 2));
        assertThrows(IllegalArgumentException.class,
                () -> new ValueFormat(ValueFormat.Kind.COUNT, Currency.getInstance("EUR"), 0));
    }
}
