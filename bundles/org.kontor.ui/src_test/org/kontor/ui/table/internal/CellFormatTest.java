// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.model.AccountType;
import org.kontor.model.Catalogue;
import org.kontor.ui.table.RecordColumn;

class CellFormatTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    private static String text(final Locale locale, final String type, final String path, final Object... values) {
        Locale.setDefault(locale);
        return new CellFormat(locale, ZoneId.of("Europe/Berlin")).text(RecordColumn.of(Catalogue.standard().type(type), path), values, 0);
    }

    @Test
    void writesValuesAsThePersonReadsThem() {
        assertEquals("1,234.50 EUR", text(Locale.US, "Opportunity", "amount", new BigDecimal("1234.5000"), "EUR"));
        assertEquals("1.234,50 EUR", text(Locale.GERMANY, "Opportunity", "amount", new BigDecimal("1234.5000"), "EUR"));
        assertEquals("1,235 JPY", text(Locale.US, "Opportunity", "amount", new BigDecimal("1235.0000"), "JPY"));
        assertEquals("2026/03/09", text(Locale.SIMPLIFIED_CHINESE, "Opportunity", "closeDate", LocalDate.of(2026, 3, 9)));
        assertEquals("01.07.2026 00:30", text(Locale.GERMANY, "Account", "createdAt", Instant.parse("2026-06-30T22:30:00Z")));
        assertEquals("1996", text(Locale.US, "Account", "yearEstablished", 1996));
        assertEquals("12,000", text(Locale.US, "Account", "employees", 12000));
    }

    @Test
    void writesFlagsAsMarksAndChoicesByTheirLabel() {
        assertEquals("\u2713", text(Locale.US, "Contact", "doNotCall", true));
        assertEquals("", text(Locale.US, "Contact", "doNotCall", false));
        assertEquals("Customer", text(Locale.US, "Account", "type", AccountType.CUSTOMER));
    }

    @Test
    void namesWhatAReferenceRefersTo() {
        assertEquals("Acme", text(Locale.US, "Opportunity", "account", UUID.randomUUID(), "Acme"));
        assertEquals("Negotiation", text(Locale.US, "Opportunity", "stage", UUID.randomUUID(), "negotiation", "renamed"));
        assertEquals("Legal check", text(Locale.US, "Opportunity", "stage", UUID.randomUUID(), null, "Legal check"));
        assertEquals("Anna Schmidt", text(Locale.US, "Order", "contact", UUID.randomUUID(), "Anna", "Schmidt"));
        assertEquals("", text(Locale.US, "Order", "contact", null, null, null));
    }

    @Test
    void callsPersonsAsTheirLanguageDoes() {
        assertEquals("Anna Schmidt", text(Locale.US, "Contact", RecordColumn.TITLE, "Anna", "Schmidt"));
        assertEquals("\u9648\u7f8e", text(Locale.US, "Contact", RecordColumn.TITLE, "\u7f8e", "\u9648"));
    }

    @Test
    void putsLongTextsIntoOneLine() {
        assertEquals("first second", text(Locale.US, "Account", "description", "first\r\n\r\n\tsecond"));
        assertEquals(300, text(Locale.US, "Account", "description", "x".repeat(32_000)).length());
    }

    @Test
    void nothingIsEmpty() {
        for (final var path : new String[] {"amount", "closeDate", "forecastCategory", "probability", "name"}) {
            assertEquals("", text(Locale.US, "Opportunity", path, null, null, null));
        }
    }
}
