// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.value.Money;
import org.kontor.model.Opportunity;
import org.kontor.model.Order;
import org.kontor.model.ReturnOrder;

/**
 * The exchange rates of one moment. A rate holds from its day until the day of the next one; before the first there is none. An amount
 * without a currency is one of the base currency. Immutable and safe for any thread.
 *
 * @since 0.1
 */
public final class RateTable {

    private final Currency base;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    /**
     * @param base  the base currency
     * @param rates for each ISO 4217 code the first day of each rate and how many base units one unit is worth from then on
     */
    public RateTable(final Currency base, final Map<String, ? extends Map<LocalDate, BigDecimal>> rates) {
        this.base = Objects.requireNonNull(base);
        rates.forEach((code, days) -> this.rates.put(code, new TreeMap<>(days)));
    }

    /** @return the currency the company counts in */
    public Currency base() {
        return base;
    }

    /**
     * @param code an ISO 4217 code; null stands for the base currency
     * @param day  a day
     * @return how many base units one unit was worth that day; empty where no rate is as old as that day
     */
    public Optional<BigDecimal> rate(final String code, final LocalDate day) {
        if (code == null || code.equals(base.getCurrencyCode())) {
            return Optional.of(BigDecimal.ONE);
        }
        final var days = rates.get(code);
        final var entry = days == null ? null : days.floorEntry(day);
        return entry == null ? Optional.empty() : Optional.of(entry.getValue());
    }

    /**
     * An amount in the base currency, rounded half-even to its smallest unit.
     *
     * @param amount an amount; null gives an empty answer
     * @param code   its ISO 4217 code; null stands for the base currency
     * @param day    the day whose rate applies
     * @return the amount in the base currency; empty where there is no amount or no rate
     */
    public Optional<BigDecimal> baseAmount(final BigDecimal amount, final String code, final LocalDate day) {
        if (amount == null) {
            return Optional.empty();
        }
        final var currency = code == null ? base : Currency.getInstance(code);
        return rate(code, day).map(rate -> new Money(amount, currency, day).in(base, rate).amount());
    }

    /**
     * An amount in the base currency, where there must be a rate.
     *
     * @param money the amount
     * @return the amount in the base currency at the rate of the money's rate date
     * @throws ProblemException where no rate is as old as that day ({@code customers.rate.missing})
     */
    public BigDecimal baseAmount(final Money money) {
        return baseAmount(money.amount(), money.currency().getCurrencyCode(), money.rateDate())
                .orElseThrow(() -> Messages.problem("customers.rate.missing", money.currency().getCurrencyCode(), money.rateDate()
                .toString()));
    }

    /**
     * Fills the rate date and the base amount of an opportunity. Without an amount both become empty; without a rate the base amount does.
     *
     * @param opportunity the opportunity; amount and currency are read
     * @param day         the day whose rate applies
     */
    public void apply(final Opportunity opportunity, final LocalDate day) {
        opportunity.setRateDate(opportunity.getAmount() == null ? null : day);
        opportunity.setBaseAmount(baseAmount(opportunity.getAmount(), opportunity.getCurrency(), day).orElse(null));
    }

    /**
     * Fills the rate date and the base total of an order from its order date.
     *
     * @param order the order; total, currency and order date are read
     */
    public void apply(final Order order) {
        order.setRateDate(order.getOrderDate());
        order.setBaseTotal(baseAmount(order.getTotal(), order.getCurrency(), order.getOrderDate()).orElse(null));
    }

    /**
     * Fills the rate date and the base amount of a return from its return date. Without an amount both become empty.
     *
     * @param returned the return; amount, currency and return date are read
     */
    public void apply(final ReturnOrder returned) {
        returned.setRateDate(returned.getAmount() == null ? null : returned.getReturnDate());
        returned.setBaseAmount(baseAmount(returned.getAmount(), returned.getCurrency(), returned.getReturnDate()).orElse(null));
    }
}
