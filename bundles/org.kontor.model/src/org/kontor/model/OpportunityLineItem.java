// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A product and how much of it a deal is about.
 *
 * @since 0.1
 */
@Entity
@Table(name = "OPPORTUNITY_ITEM")
public class OpportunityLineItem extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "opportunity_id", nullable = false)
    private Opportunity opportunity;

    @Attribute(order = 20, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product_id")
    private Product product;

    @Attribute(order = 30, kind = FieldKind.TEXT)
    @Column(name = "description", length = 255)
    private String description;

    @Attribute(order = 40, kind = FieldKind.INTEGER)
    @Column(name = "item_position", nullable = false)
    private Integer position;

    @Attribute(order = 50, kind = FieldKind.DECIMAL)
    @Column(name = "quantity", precision = 19, scale = 4, nullable = false)
    private BigDecimal quantity;

    @Attribute(order = 60, kind = FieldKind.MONEY, currency = "opportunity.currency")
    @Column(name = "unit_price", precision = 19, scale = 4)
    private BigDecimal unitPrice;

    @Attribute(order = 70, kind = FieldKind.PERCENT)
    @Column(name = "discount", precision = 5, scale = 2)
    private BigDecimal discount;

    @Attribute(order = 80, kind = FieldKind.MONEY, currency = "opportunity.currency")
    @Column(name = "total", precision = 19, scale = 4)
    private BigDecimal total;

    /** @return the deal */
    public Opportunity getOpportunity() {
        return opportunity;
    }

    /** @param opportunity the deal */
    public void setOpportunity(final Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /** @return the product; null where not known */
    public Product getProduct() {
        return product;
    }

    /** @param product the product; null where not known */
    public void setProduct(final Product product) {
        this.product = product;
    }

    /** @return what is sold where there is no product; null where not known */
    public String getDescription() {
        return description;
    }

    /** @param description what is sold where there is no product; null where not known */
    public void setDescription(final String description) {
        this.description = description;
    }

    /** @return the place in the list, from 1 */
    public Integer getPosition() {
        return position;
    }

    /** @param position the place in the list, from 1 */
    public void setPosition(final Integer position) {
        this.position = position;
    }

    /** @return how many units */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** @param quantity how many units */
    public void setQuantity(final BigDecimal quantity) {
        this.quantity = quantity;
    }

    /** @return the price of one unit; null where not known */
    public BigDecimal getUnitPrice() {
        return unitPrice;
    }

    /** @param unitPrice the price of one unit; null where not known */
    public void setUnitPrice(final BigDecimal unitPrice) {
        this.unitPrice = unitPrice;
    }

    /** @return what is taken off, 0 to 100; null where not known */
    public BigDecimal getDiscount() {
        return discount;
    }

    /** @param discount what is taken off, 0 to 100; null where not known */
    public void setDiscount(final BigDecimal discount) {
        this.discount = discount;
    }

    /** @return quantity times price less discount; null where not known */
    public BigDecimal getTotal() {
        return total;
    }

    /** @param total quantity times price less discount; null where not known */
    public void setTotal(final BigDecimal total) {
        this.total = total;
    }
}
