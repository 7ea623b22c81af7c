// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.core.problem.ProblemException;

class CatalogueTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void everyFieldCanBeReadAndSetAndHasALabelInBothLanguages() {
        for (final var type : Catalogue.standard().types()) {
            final var record = type.create();
            final var columns = new HashSet<String>();
            for (final var field : type.fields()) {
                field.set(record, field.get(record));
                assertTrue(columns.add(field.column()), field::toString);
                for (final var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    Locale.setDefault(language);
                    assertFalse(field.label().equals(field.name()) || field.label().startsWith("!"), field + " in " + language);
                    field.choices().forEach(choice -> assertFalse(Field.label(choice).startsWith("!"), choice::name));
                }
                if (!field.currencyPath().isEmpty() && !field.currencyPath().contains(".")) {
                    assertEquals(FieldKind.CURRENCY, type.field(field.currencyPath()).kind());
                }
            }
            assertFalse(type.label().startsWith("!") || type.pluralLabel().startsWith("!"), type::name);
        }
    }

    @Test
    void namesFollowTheScriptTheyAreWrittenIn() {
        final var li = new Contact();
        li.setFirstName("娜");
        li.setLastName("李");
        final var smith = new Contact();
        smith.setFirstName("Anna");
        smith.setLastName("Müller-Lüdenscheidt");
        final var type = Catalogue.standard().type(Contact.class);
        assertEquals("李娜", type.title(li));
        assertEquals("Anna Müller-Lüdenscheidt", type.title(smith));
    }

    @Test
    void builtInStagesAreTranslatedAndOwnOnesAreNot() {
        final var stage = new Stage();
        stage.setCode("closedWon");
        stage.setName("Closed Won");
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertEquals("赢单", stage.title());
        stage.setCode(null);
        assertEquals("Closed Won", stage.title());
    }

    @Test
    void aDealTakesOverWhatItsStageSays() {
        final var stage = new Stage();
        stage.setProbability(new BigDecimal("80"));
        stage.setForecastCategory(ForecastCategory.COMMIT);
        final var deal = new Opportunity();
        final var now = Instant.parse("2026-06-30T08:00:00Z");
        assertTrue(deal.enter(stage, now));
        assertEquals(List.of(new BigDecimal("80"), ForecastCategory.COMMIT, now), List.of(deal.getProbability(), deal.getForecastCategory(), deal.getStageSince()));
        assertFalse(deal.enter(stage, now.plusSeconds(60)));
        assertEquals(now, deal.getStageSince());
    }

    @Test
    void valuesAreCheckedByTheirKind() {
        final var account = Catalogue.standard().type(Account.class);
        final var wrong = Map.<String, Object>of("email", "nobody", "phone", "call me", "website", "not a site", "currency", "EURO", "name", "n".repeat(256));
        wrong.forEach((name, value) -> assertTrue(Validation.check(account.field(name), value).isPresent(), name));
        final var right = Map.<String, Object>of("email", "a@b.de", "phone", "+49 30 1234", "website", "acme.example/path", "currency", "EUR", "name", "n".repeat(255));
        right.forEach((name, value) -> assertTrue(Validation.check(account.field(name), value).isEmpty(), name));
        final var discount = Catalogue.standard().type(OpportunityLineItem.class).field("discount");
        assertTrue(Validation.check(discount, new BigDecimal("100.01")).isPresent());
        assertTrue(Validation.check(discount, new BigDecimal("100")).isEmpty());
        assertTrue(Validation.check(account.field("annualRevenue"), new BigDecimal("1e15")).isPresent());
        assertTrue(Validation.check(account.field("annualRevenue"), new BigDecimal("999999999999999.9999")).isEmpty());
        final var refused = assertThrows(ProblemException.class, () -> Validation.require(account, field -> null));
        assertEquals("record.invalid", refused.problem().code());
    }
}
