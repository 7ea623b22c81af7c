// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.kontor.core.value.EmailAddress;
import org.kontor.core.value.PhoneNumber;

class CompanyTest {

    private static final LocalDate TODAY = DemoCompany.Plan.TODAY;

    @Test
    void theSeasonCoversTwoYearsAndRestsOnWeekends() {
        final var season = new Season(TODAY);
        assertEquals(LocalDate.of(2024, 7, 1), season.first());
        assertEquals(730, season.days());
        assertEquals(TODAY, season.day(season.days() - 1));
        final var dice = Dice.of(1, "season", 0);
        final var days = IntStream.range(0, 20_000).map(i -> season.pick(dice, 100, 400)).toArray();
        assertTrue(IntStream.of(days).allMatch(day -> day >= 100 && day <= 400));
        final long weekend = IntStream.of(days).filter(day -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                .contains(season.day(day).getDayOfWeek())).count();
        assertEquals(0.025, weekend / 20_000.0, 0.01);
        assertEquals(7, season.pick(dice, 7, 7));
        assertEquals(729, season.pick(dice, 729, 729));
    }

    @Test
    void laterMonthsAndAutumnSeeMoreBusiness() {
        final var season = new Season(TODAY);
        final var dice = Dice.of(2, "season", 0);
        final var months = IntStream.range(0, 50_000).mapToObj(i -> java.time.YearMonth.from(season.day(season.pick(dice, 0, 729))))
                .collect(Collectors.groupingBy(month -> month, Collectors.counting()));
        assertTrue(months.get(java.time.YearMonth.of(2025, 11)) > 1.15 * months.get(java.time.YearMonth.of(2024, 11)));
        assertTrue(months.get(java.time.YearMonth.of(2025, 11)) > 1.25 * months.get(java.time.YearMonth.of(2026, 2)));
    }

    @Test
    void companiesHaveNoNamesakesAndReachableLookingAddresses() {
        final var naming = new Naming();
        final var names = new HashSet<String>();
        int longest = 0;
        for (int i = 0; i < 5_000; i++) {
            final var dice = Dice.of(3, "company", i);
            final var market = Market.pick(dice);
            final var made = naming.company(dice, market, Industry.pick(dice));
            assertTrue(names.add(made.name()), made.name());
            assertTrue(made.name().length() <= 255);
            longest = Math.max(longest, made.name().length());
            final var person = naming.person(dice, market);
            assertTrue(EmailAddress.parse(person.mailName() + '@' + made.domain()).isPresent(), person + " at " + made.domain());
            assertTrue(made.domain().endsWith(".example"), made.domain());
            assertTrue(PhoneNumber.parse(Naming.phone(dice, market, made.place())).isPresent());
        }
        assertTrue(longest > 100, "longest " + longest);
    }

    @Test
    void theRangeHasAPriceInEachCurrency() {
        final var range = ProductRange.load();
        assertEquals(40, range.articles().size());
        assertEquals(40, range.articles().stream().map(ProductRange.Article::code).distinct().count());
        for (final var article : range.articles()) {
            for (final var currency : ProductRange.currencies()) {
                assertTrue(article.price(currency).signum() > 0);
            }
            for (final var market : Market.values()) {
                assertTrue(!market.words().word("range." + article.family()).isEmpty());
            }
        }
    }
}
