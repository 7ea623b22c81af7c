// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * What one unit of a currency was worth on a day.
 *
 * @since 0.1
 */
@Entity
@Table(name = "EXCHANGE_RATE")
public class ExchangeRate extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.CURRENCY)
    @Column(name = "currency_code", length = 3, nullable = false)
    private String currency;

    @Attribute(order = 20, kind = FieldKind.DATE)
    @Column(name = "rate_day", nullable = false)
    private LocalDate day;

    @Attribute(order = 30, kind = FieldKind.DECIMAL)
    @Column(name = "base_units", precision = 19, scale = 8, nullable = false)
    private BigDecimal baseUnits;

    /** @return the currency */
    public String getCurrency() {
        return currency;
    }

    /** @param currency the currency */
    public void setCurrency(final String currency) {
        this.currency = currency;
    }

    /** @return the first day of the rate; it holds until the next one */
    public LocalDate getDay() {
        return day;
    }

    /** @param day the first day of the rate; it holds until the next one */
    public void setDay(final LocalDate day) {
        this.day = day;
    }

    /** @return how many units of the base currency one unit is worth */
    public BigDecimal getBaseUnits() {
        return baseUnits;
    }

    /** @param baseUnits how many units of the base currency one unit is worth */
    public void setBaseUnits(final BigDecimal baseUnits) {
        this.baseUnits = baseUnits;
    }
}
