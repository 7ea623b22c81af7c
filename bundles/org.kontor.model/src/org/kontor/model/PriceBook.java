// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A list of prices for a market, a channel or a season.
 *
 * @since 0.1
 */
@Entity
@Table(name = "PRICE_BOOK")
public class PriceBook extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @Attribute(order = 20, kind = FieldKind.CURRENCY)
    @Column(name = "currency_code", length = 3)
    private String currency;

    @Attribute(order = 30, kind = FieldKind.BOOLEAN)
    @Column(name = "is_standard", nullable = false)
    private boolean standard;

    @Attribute(order = 40, kind = FieldKind.BOOLEAN)
    @Column(name = "is_active", nullable = false)
    private boolean active;

    /** @return the name */
    public String getName() {
        return name;
    }

    /** @param name the name */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return the currency of its prices; null where not known */
    public String getCurrency() {
        return currency;
    }

    /** @param currency the currency of its prices; null where not known */
    public void setCurrency(final String currency) {
        this.currency = currency;
    }

    /** @return whether it is used where no other is named */
    public boolean isStandard() {
        return standard;
    }

    /** @param standard whether it is used where no other is named */
    public void setStandard(final boolean standard) {
        this.standard = standard;
    }

    /** @return whether it may be used */
    public boolean isActive() {
        return active;
    }

    /** @param active whether it may be used */
    public void setActive(final boolean active) {
        this.active = active;
    }
}
