// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount of a currency, with the day whose exchange rate applies to it. Amounts of different currencies never add up silently.
 *
 * @param amount   the amount in units of the currency
 * @param currency the ISO 4217 currency
 * @param rateDate the day whose rate turns the amount into the base currency
 * @since 0.1
 */
public record Money(BigDecimal amount, Currency currency, LocalDate rateDate) {

    public Money {
        Objects.requireNonNull(amount);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(rateDate);
    }

    /**
     * The sum of two amounts of one currency.
     *
     * @param other an amount of the same currency
     * @return the sum, with this rate date
     * @throws IllegalArgumentException where the currencies differ
     */
    public Money plus(final Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency);
        }
        return new Money(amount.add(other.amount), currency, rateDate);
    }

    /**
     * A share of this amount, rounded half-even to the currency's smallest unit.
     *
     * @param factor what to multiply by
     * @return the share
     */
    public Money times(final BigDecimal factor) {
        return new Money(round(amount.multiply(factor)), currency, rateDate);
    }

    /**
     * This amount at a rate, rounded half-even to the target currency's smallest unit.
     *
     * @param target       the currency to change into
     * @param unitsPerUnit how many units of the target one unit of this currency is worth on the rate date; positive
     * @return the amount in the target currency
     */
    public Money in(final Currency target, final BigDecimal unitsPerUnit) {
        if (unitsPerUnit.signum() <= 0) {
            throw new IllegalArgumentException("rate " + unitsPerUnit);
        }
        return new Money(amount.multiply(unitsPerUnit).setScale(digits(target), RoundingMode.HALF_EVEN), target, rateDate);
    }

    private BigDecimal round(final BigDecimal value) {
        return value.setScale(digits(currency), RoundingMode.HALF_EVEN);
    }

    private static int digits(final Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
