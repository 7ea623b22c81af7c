// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.model.AccountType;
import org.kontor.model.Catalogue;
import org.kontor.model.RecordType;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Filter.Comparison;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.DaySpan;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.RecordColumn;
import org.kontor.ui.table.TableFilter;

class ConditionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 15);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.US);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    private static Optional<Filter> conditions(final String typeName, final ListView view, final Optional<UUID> user) {
        final var type = Catalogue.standard().type(typeName);
        final var columns = view.columns().stream().map(column -> RecordColumn.of(type, column.path())).toList();
        return new Conditions(type, Lookups.NONE, OfferedFilters.none(type), TODAY, BERLIN).of(view, columns, user);
    }

    private static ListView all(final String typeName) {
        return DefaultViews.all(Catalogue.standard().type(typeName));
    }

    private static Optional<Filter> one(final String typeName, final ColumnFilter filter) {
        return conditions(typeName, all(typeName).with(filter), Optional.empty());
    }

    /** Whether records are dear, which no field says. */
    private static final class Dear implements TableFilter {

        @Override
        public String id() {
            return "test.dear";
        }

        @Override
        public String label() {
            return "Dear";
        }

        @Override
        public boolean isFor(final RecordType<?> type) {
            return type.name().equals("Account");
        }

        @Override
        public List<Choice> choices(final Store store) {
            return List.of();
        }

        @Override
        public String label(final String key) {
            return key;
        }

        @Override
        public Filter condition(final RecordType<?> type, final Set<String> keys) {
            return keys.isEmpty() ? new Filter.Not(new Filter.Missing("name")) : new Filter.In("name", List.copyOf(keys));
        }

        @Override
        public Set<String> typesRead() {
            return Set.of("Order");
        }
    }

    private static Optional<Filter> offered(final List<TableFilter> filters, final ColumnFilter set) {
        final var type = Catalogue.standard().type("Account");
        return new Conditions(type, Lookups.NONE, new OfferedFilters(type, filters), TODAY, BERLIN).of(all("Account").with(set), List.of(), Optional.empty());
    }

    @Test
    void filtersBesideThoseOnColumnsSayTheirConditionThemselves() {
        final var any = new Filter.Not(new Filter.Missing("name"));
        final var some = new Filter.In("name", List.of("Ada"));
        final List<TableFilter> dear = List.of(new Dear());
        assertEquals(Optional.of(some), offered(dear, new ColumnFilter.AnyOf("+test.dear", Set.of("Ada"), false)));
        assertEquals(Optional.of(new Filter.Or(List.of(some, new Filter.Not(any)))), offered(dear, new ColumnFilter.AnyOf("+test.dear", Set.of("Ada"), true)));
        assertEquals(Optional.of(new Filter.Not(any)), offered(dear, new ColumnFilter.Empty("+test.dear", true)));
        assertEquals(Optional.of(any), offered(dear, new ColumnFilter.Empty("+test.dear", false)));
        assertEquals(Set.of("Order"), new OfferedFilters(Catalogue.standard().type("Account"), dear)
                .typesRead(all("Account").with(new ColumnFilter.Empty("+test.dear", true))));
    }

    @Test
    void aFilterThatIsNotThereShowsNothingRatherThanTooMuch() {
        assertEquals(Optional.of(new Filter.In("id", List.of())), offered(List.of(), new ColumnFilter.AnyOf("+test.dear", Set.of("Ada"), false)));
    }

    @Test
    void asksForEverythingWhereNothingIsAskedFor() {
        assertEquals(Optional.empty(), conditions("Account", all("Account"), Optional.empty()));
        assertEquals(Optional.empty(), conditions("Account", all("Account").withSearch("  "), Optional.empty()));
    }

    @Test
    void eachWordMustBeSomewhere() {
        final var view = ListView.of("x", "x", List.of("name", "billingCity")).withSearch(" acme  berlin ");
        assertEquals(Optional.of(new Filter.And(List.of(new Filter.Contains(List.of("name", "billingCity"), "acme"),
                new Filter.Contains(List.of("name", "billingCity"), "berlin")))), conditions("Account", view, Optional.empty()));
    }

    @Test
    void aWordMayBeTheLabelOfAChoice() {
        final var view = ListView.of("x", "x", List.of("name", "type")).withSearch("partn");
        assertEquals(Optional.of(new Filter.Or(List.of(new Filter.Contains(List.of("name"), "partn"), new Filter.In("type", List.of(AccountType.PARTNER))))),
                conditions("Account", view, Optional.empty()));
    }

    @Test
    void aWordThatMatchesNoLabelStaysASearchOfTexts() {
        final var view = ListView.of("x", "x", List.of("name", "type")).withSearch("zzz");
        assertEquals(Optional.of(new Filter.Contains(List.of("name"), "zzz")), conditions("Account", view, Optional.empty()));
    }

    @Test
    void mineAreThoseOfThePersonAndNobodysWhereThePersonIsNotKnown() {
        final var me = UUID.randomUUID();
        final var mine = all("Account").withMine(true);
        assertEquals(Optional.of(new Filter.In("owner", List.of(me))), conditions("Account", mine, Optional.of(me)));
        assertEquals(Optional.of(new Filter.In("owner", List.of())), conditions("Account", mine, Optional.empty()));
    }

    @Test
    void numbersAreOfTheFieldsOwnType() {
        assertEquals(Optional.of(new Filter.And(List.of(new Filter.Compare("employees", Comparison.AT_LEAST, 11), new Filter.Compare("employees", Comparison.AT_MOST, 20)))),
                one("Account", new ColumnFilter.Numbers("employees", Optional.of(new BigDecimal("10.5")), Optional.of(new BigDecimal("20.5")))));
        assertEquals(Optional.of(new Filter.Compare("employees", Comparison.AT_MOST, Integer.MAX_VALUE)),
                one("Account", new ColumnFilter.Numbers("employees", Optional.empty(), Optional.of(new BigDecimal("1e30")))));
        assertEquals(Optional.of(new Filter.Compare("amount", Comparison.AT_LEAST, new BigDecimal("10.5"))),
                one("Opportunity", new ColumnFilter.Numbers("amount", Optional.of(new BigDecimal("10.5")), Optional.empty())));
    }

    @Test
    void daysOfMomentsAreThoseOfThePersonsZone() {
        final var day = LocalDate.of(2026, 3, 29);
        assertEquals(Optional.of(new Filter.And(List.of(new Filter.Compare("createdAt", Comparison.AT_LEAST, Instant.parse("2026-03-28T23:00:00Z")),
                new Filter.Compare("createdAt", Comparison.LESS, Instant.parse("2026-03-29T22:00:00Z"))))),
                one("Account", new ColumnFilter.Days("createdAt", Optional.of(day), Optional.of(day))));
        assertEquals(Optional.of(new Filter.And(List.of(new Filter.Compare("closeDate", Comparison.AT_LEAST, day), new Filter.Compare("closeDate", Comparison.AT_MOST, day)))),
                one("Opportunity", new ColumnFilter.Days("closeDate", Optional.of(day), Optional.of(day))));
    }

    @Test
    void periodsMoveWithTheCalendar() {
        assertEquals(Optional.of(new Filter.And(List.of(new Filter.Compare("closeDate", Comparison.AT_LEAST, LocalDate.of(2026, 4, 1)),
                new Filter.Compare("closeDate", Comparison.AT_MOST, LocalDate.of(2026, 6, 30))))), one("Opportunity", new ColumnFilter.Recent("closeDate", DaySpan.THIS_QUARTER)));
        assertEquals(Optional.of(new Filter.Compare("closeDate", Comparison.AT_MOST, LocalDate.of(2026, 5, 14))),
                one("Opportunity", new ColumnFilter.Recent("closeDate", DaySpan.BEFORE_TODAY)));
    }

    @Test
    void choicesReferencesAndFlags() {
        final var stage = UUID.randomUUID();
        assertEquals(Optional.of(new Filter.Or(List.of(new Filter.In("type", List.of(AccountType.CUSTOMER)), new Filter.Missing("type")))),
                one("Account", new ColumnFilter.AnyOf("type", Set.of("CUSTOMER", "NO_LONGER_THERE"), true)));
        assertEquals(Optional.of(new Filter.In("stage", List.of(stage))), one("Opportunity", new ColumnFilter.AnyOf("stage", Set.of(stage.toString()), false)));
        assertEquals(Optional.of(new Filter.In("doNotCall", List.of(true))), one("Contact", new ColumnFilter.AnyOf("doNotCall", Set.of("true"), false)));
    }

    @Test
    void emptyAndFilled() {
        assertEquals(Optional.of(new Filter.Missing("phone")), one("Account", new ColumnFilter.Empty("phone", true)));
        assertEquals(Optional.of(new Filter.Not(new Filter.Missing("phone"))), one("Account", new ColumnFilter.Empty("phone", false)));
    }

    @Test
    void leavesOutAFilterOnAFieldThatIsNoMore() {
        assertEquals(Optional.empty(), one("Account", new ColumnFilter.Words("fax", "1")));
    }
}
