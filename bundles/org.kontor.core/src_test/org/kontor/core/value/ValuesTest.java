// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;

import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static Money money(final String amount, final String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency), DAY);
    }

    @Test
    void moneyAddsOnlyWithinACurrencyAndRoundsHalfEven() {
        assertEquals(money("3.75", "EUR"), money("1.50", "EUR").plus(money("2.25", "EUR")));
        assertThrows(IllegalArgumentException.class, () -> money("1", "EUR").plus(money("1", "USD")));
        assertEquals(new BigDecimal("0.12"), money("1", "EUR").times(new BigDecimal("0.125")).amount());
        assertEquals(new BigDecimal("0.14"), money("1", "EUR").times(new BigDecimal("0.135")).amount());
        assertEquals(new BigDecimal("162"), money("1", "EUR").in(Currency.getInstance("JPY"), new BigDecimal("161.7")).amount());
        assertThrows(IllegalArgumentException.class, () -> money("1", "EUR").in(Currency.getInstance("JPY"), BigDecimal.ZERO));
    }

    @Test
    void periodsAreHalfOpen() {
        final var june = Period.month(YearMonth.of(2026, 6));
        assertTrue(june.contains(LocalDate.of(2026, 6, 1)));
        assertTrue(june.contains(LocalDate.of(2026, 6, 30)));
        assertFalse(june.contains(LocalDate.of(2026, 7, 1)));
        assertEquals(new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1)), Period.quarterOf(LocalDate.of(2026, 5, 17)));
        assertThrows(IllegalArgumentException.class, () -> new Period(DAY, DAY));
    }

    @Test
    void addressesAreToldFromWhatIsNone() {
        for (final var good : List.of("a@b.de", "  first.last+tag@sub.example.com ", "李@例子.中国", "o'neil@example.ie")) {
            assertTrue(EmailAddress.parse(good).isPresent(), good);
        }
        for (final var bad : List.of("", "a", "a@b", "a b@c.de", "a@b..de", ".a@b.de", "a.@b.de", "a@-b.de", "<a@b.de>", "a@b.de\nBcc: x@y.de")) {
            assertTrue(EmailAddress.parse(bad).isEmpty(), bad);
        }
        assertTrue(EmailAddress.parse(null).isEmpty());
        assertEquals("a@b.de", new EmailAddress("A@B.de").normalized());
    }

    @Test
    void telephoneNumbersCompareByTheirDigits() {
        assertEquals("+4930123456", PhoneNumber.parse("+49 (30) 123-456").orElseThrow().normalized());
        assertEquals("+4930123456", PhoneNumber.parse("0049 30 123456").orElseThrow().normalized());
        assertTrue(PhoneNumber.parse("010-6275 1234 转 88").isPresent());
        for (final var bad : List.of("", "12", "phone", "+49 30 CALLME", "123456789012345678901")) {
            assertTrue(PhoneNumber.parse(bad).isEmpty(), bad);
        }
    }
}
