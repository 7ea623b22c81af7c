// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * Something we sell.
 *
 * @since 0.1
 */
@Entity
@Table(name = "PRODUCT")
public class Product extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT)
    @Column(name = "code", length = 80)
    private String code;

    @Attribute(order = 20, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 255, nullable = false)
    private String name;

    @Attribute(order = 30, kind = FieldKind.TEXT)
    @Column(name = "family", length = 120)
    private String family;

    @Attribute(order = 40, kind = FieldKind.TEXT)
    @Column(name = "unit_name", length = 40)
    private String unit;

    @Attribute(order = 50, kind = FieldKind.MONEY, currency = "currency")
    @Column(name = "list_price", precision = 19, scale = 4)
    private BigDecimal listPrice;

    @Attribute(order = 60, kind = FieldKind.CURRENCY)
    @Column(name = "currency_code", length = 3)
    private String currency;

    @Attribute(order = 70, kind = FieldKind.BOOLEAN)
    @Column(name = "is_active", nullable = false)
    private boolean active;

    @Attribute(order = 80, kind = FieldKind.LONG_TEXT)
    @Column(name = "description", length = 32000)
    private String description;

    /** @return the product number; null where not known */
    public String getCode() {
        return code;
    }

    /** @param code the product number; null where not known */
    public void setCode(final String code) {
        this.code = code;
    }

    /** @return the name */
    public String getName() {
        return name;
    }

    /** @param name the name */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return the group of products it belongs to; null where not known */
    public String getFamily() {
        return family;
    }

    /** @param family the group of products it belongs to; null where not known */
    public void setFamily(final String family) {
        this.family = family;
    }

    /** @return what one of it is called; null where not known */
    public String getUnit() {
        return unit;
    }

    /** @param unit what one of it is called; null where not known */
    public void setUnit(final String unit) {
        this.unit = unit;
    }

    /** @return the usual price of one unit; null where not known */
    public BigDecimal getListPrice() {
        return listPrice;
    }

    /** @param listPrice the usual price of one unit; null where not known */
    public void setListPrice(final BigDecimal listPrice) {
        this.listPrice = listPrice;
    }

    /** @return the currency of the list price; null where not known */
    public String getCurrency() {
        return currency;
    }

    /** @param currency the currency of the list price; null where not known */
    public void setCurrency(final String currency) {
        this.currency = currency;
    }

    /** @return whether it may be sold */
    public boolean isActive() {
        return active;
    }

    /** @param active whether it may be sold */
    public void setActive(final boolean active) {
        this.active = active;
    }

    /** @return notes; null where not known */
    public String getDescription() {
        return description;
    }

    /** @param description notes; null where not known */
    public void setDescription(final String description) {
        this.description = description;
    }
}
