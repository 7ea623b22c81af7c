// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.kontor.customers.RateTable;
import org.kontor.model.ExchangeRate;
import org.kontor.model.PriceBook;
import org.kontor.model.PriceBookEntry;
import org.kontor.model.Product;
import org.kontor.model.Team;
import org.kontor.model.User;

/** Writes what every day of the company stands on: teams, users, exchange rates, products and prices. */
record BasicsPart(Company company, Batches batches) {

    private static final Map<String, Double> DOLLARS = Map.of("EUR", 1.085, "CNY", 0.1385);
    private static final double MONTHLY_MOVE = 0.009;
    private static final int RATE_DIGITS = 6;

    void write(final RateTable known) {
        teams();
        users();
        rates(known);
        products();
        batches.write();
    }

    private void teams() {
        for (int i = 0; i < 2; i++) {
            final var team = new Team();
            team.setName(i == 0 ? "East" : "West");
            team.setRegion(i == 0 ? "China" : "America and Europe");
            team.setManager(batches.reference(User.class, Kind.USER, company.staff().leader(i)));
            batches.add(Kind.TEAM, team);
        }
    }

    private void users() {
        final Set<String> names = new HashSet<>();
        for (final var member : company.staff().members()) {
            final var person = member.person();
            final var user = new User();
            final var name = names.add(person.mailName()) ? person.mailName() : person.mailName() + (member.number() + 1);
            names.add(name);
            user.setUserName(name);
            user.setDisplayName(member.market() == Market.CHINA ? person.family() + person.given() : person.given() + ' '
                    + person.family());
            user.setEmail(name + "@kontor-demo.example");
            user.setLanguage(member.market().tag());
            user.setTeam(batches.reference(Team.class, Kind.TEAM, member.team()));
            if (member.number() != company.staff().leader(member.team())) {
                user.setManager(batches.reference(User.class, Kind.USER, company.staff().leader(member.team())));
            }
            user.setActive(true);
            batches.add(Kind.USER, user);
        }
    }

    /** Rates of each month, as a walk that never leaves the plausible; currencies that the store has rates for keep those. */
    private void rates(final RateTable known) {
        final var base = known.base().getCurrencyCode();
        final var start = company.season().first().withDayOfMonth(1);
        for (final var currency : ProductRange.currencies()) {
            if (currency.equals(base) || known.rate(currency, start).isPresent()) {
                continue;
            }
            final var dice = company.dice("rate " + currency, 0);
            double drift = 1;
            for (LocalDate day = start; !day.isAfter(company.season().today()); day = day.plusMonths(1)) {
                drift = drift * (1 + MONTHLY_MOVE * dice.normal()) + 0.1 * (1 - drift);
                final var rate = new ExchangeRate();
                rate.setCurrency(currency);
                rate.setDay(day);
                rate.setBaseUnits(BigDecimal.valueOf(DOLLARS.getOrDefault(currency, 1.0) / DOLLARS.getOrDefault(base, 1.0) * drift)
                        .setScale(RATE_DIGITS, RoundingMode.HALF_EVEN));
                batches.add(Kind.EXCHANGE_RATE, rate);
            }
        }
    }

    private void products() {
        for (final var article : company.range().articles()) {
            final var product = new Product();
            product.setCode(article.code());
            product.setName(article.name());
            product.setFamily(article.family());
            product.setUnit(article.unit());
            product.setListPrice(article.price("USD"));
            product.setCurrency("USD");
            product.setActive(true);
            product.setDescription(article.chinese());
            batches.add(Kind.PRODUCT, product);
        }
        for (int i = 0; i < ProductRange.currencies().size(); i++) {
            final var currency = ProductRange.currencies().get(i);
            final var book = new PriceBook();
            book.setName("Price list " + currency);
            book.setCurrency(currency);
            book.setStandard("USD".equals(currency));
            book.setActive(true);
            batches.add(Kind.PRICE_BOOK, book);
            for (final var article : company.range().articles()) {
                final var entry = new PriceBookEntry();
                entry.setPriceBook(book);
                entry.setProduct(batches.reference(Product.class, Kind.PRODUCT, article.number()));
                entry.setCurrency(currency);
                entry.setUnitPrice(article.price(currency));
                entry.setValidFrom(company.season().first());
                batches.add(Kind.PRICE_BOOK_ENTRY, entry);
            }
        }
    }
}
