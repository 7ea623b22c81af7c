// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;

class ValueParserTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static ValueParser parser(final Locale locale) {
        return new ValueParser(new FieldFormat(locale, BERLIN), TODAY);
    }

    private static void number(final Locale locale, final String typed, final String expected) {
        assertEquals(new BigDecimal(expected), parser(locale).number(typed).orElseThrow(() -> new AssertionError(typed)));
    }

    @Test
    void readsNumbersInTheGroupsOfTheLanguage() {
        number(Locale.US, "1,234,567.5", "1234567.5");
        number(Locale.GERMANY, "1.234.567,5", "1234567.5");
        number(Locale.CHINA, "1,234,567.5", "1234567.5");
        number(Locale.FRANCE, "1\u202f234\u202f567,5", "1234567.5");
        number(Locale.FRANCE, "1 234 567,5", "1234567.5");
        number(Locale.of("de", "CH"), "1'234'567.5", "1234567.5");
        number(Locale.US, "-12", "-12");
    }

    @Test
    void neverTakesADecimalPointForAGroup() {
        number(Locale.GERMANY, "1.5", "1.5");
        number(Locale.GERMANY, "1.500", "1500");
        number(Locale.US, "1.500", "1.500");
        assertTrue(parser(Locale.US).number("1,5").isEmpty());
        assertTrue(parser(Locale.US).number("12,34,567").isEmpty());
        assertTrue(parser(Locale.US).number("1e9").isEmpty());
    }

    @Test
    void readsDaysInTheOrderOfTheLanguageInIsoAndRelativeToToday() {
        final var day = LocalDate.of(2026, 4, 5);
        assertEquals(day, parser(Locale.US).day("4/5/26").orElseThrow());
        assertEquals(day, parser(Locale.GERMANY).day("5.4.2026").orElseThrow());
        assertEquals(day, parser(Locale.GERMANY).day("05.04.26").orElseThrow());
        assertEquals(day, parser(Locale.CHINA).day("2026/4/5").orElseThrow());
        assertEquals(day, parser(Locale.CHINA).day("2026年4月5日").orElseThrow());
        assertEquals(day, parser(Locale.US).day("2026-04-05").orElseThrow());
        assertEquals(day, parser(Locale.GERMANY).day("5.4.").orElseThrow());
        assertEquals(TODAY.plusDays(7), parser(Locale.US).day("+7").orElseThrow());
        assertEquals(TODAY.minusDays(1), parser(Locale.US).day("-1").orElseThrow());
    }

    @Test
    void refusesDaysThatDoNotExist() {
        assertTrue(parser(Locale.US).day("2/30/2026").isEmpty());
        assertTrue(parser(Locale.US).day("31.12.2026").isEmpty());
        assertTrue(parser(Locale.US).day("someday").isEmpty());
        assertTrue(parser(Locale.US).day("2026").isEmpty());
        assertTrue(parser(Locale.US).day("123456789012").isEmpty());
    }

    @Test
    void readsMomentsInTheZoneOfWhoeverTypes() {
        final var start = Catalogue.standard().type(Activity.class).field("startAt");
        assertEquals(Instant.parse("2026-03-31T07:30:00Z"), parser(Locale.GERMANY).parse(start, "31.03.2026 09:30"));
        assertEquals(Instant.parse("2026-03-31T12:00:00Z"), parser(Locale.US).parse(start, "2026-03-31T14:00"));
        assertEquals(Instant.parse("2026-03-30T22:00:00Z"), parser(Locale.US).parse(start, "3/31/2026"));
        assertThrows(IllegalArgumentException.class, () -> parser(Locale.US).parse(start, "3/31/2026 25:00"));
    }

    @Test
    void readsWhatItsOwnFormatWrites() {
        final var opportunity = Catalogue.standard().type(Opportunity.class);
        for (final var locale : new Locale[] {Locale.US, Locale.UK, Locale.GERMANY, Locale.CHINA, Locale.JAPAN, Locale.FRANCE,
                Locale.of("de", "CH")}) {
            final var format = new FieldFormat(locale, BERLIN);
            final var parser = new ValueParser(format, TODAY);
            final var amount = new BigDecimal("-1234567.89");
            assertEquals(amount, parser.parse(opportunity.field("amount"), format.amount(amount, "EUR")), locale.toString());
            assertEquals(amount, parser.parse(opportunity.field("amount"), format.money(amount, "EUR")), locale.toString());
            assertEquals(new BigDecimal("12.5"), parser.parse(opportunity.field("probability"),
                    format.text(opportunity.field("probability"), new BigDecimal("12.5000"), null)), locale.toString());
            final var day = LocalDate.of(2026, 1, 2);
            assertEquals(day, parser.parse(opportunity.field("closeDate"), format.date(day)), locale.toString());
            final var moment = Instant.parse("2026-01-02T03:04:00Z");
            assertEquals(moment, parser.parse(Catalogue.standard().type(Activity.class).field("startAt"), format.instant(moment)),
                    locale.toString());
        }
    }

    @Test
    void refusesWholeNumbersThatAreNone() {
        final var employees = Catalogue.standard().type(Account.class).field("employees");
        assertEquals(1200, parser(Locale.US).parse(employees, "1,200"));
        assertNull(parser(Locale.US).parse(employees, "  "));
        assertThrows(IllegalArgumentException.class, () -> parser(Locale.US).parse(employees, "1.5"));
        assertThrows(IllegalArgumentException.class, () -> parser(Locale.US).parse(employees, "99999999999"));
    }
}
