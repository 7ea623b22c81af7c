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
 * One line of an order.
 *
 * @since 0.1
 */
@Entity
@Table(name = "SALES_ORDER_ITEM")
public class OrderItem extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", nullable = false)
    private Order order;

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

    @Attribute(order = 60, kind = FieldKind.MONEY, currency = "order.currency")
    @Column(name = "unit_price", precision = 19, scale = 4)
    private BigDecimal unitPrice;

    @Attribute(order = 70, kind = FieldKind.MONEY, currency = "order.currency")
    @Column(name = "total", precision = 19, scale = 4)
    private BigDecimal total;

    @Attribute(order = 80, kind = FieldKind.MONEY, currency = "order.currency")
    @Column(name = "cost", precision = 19, scale = 4)
    private BigDecimal cost;

    /** @return the order */
    public Order getOrder() {
        return order;
    }

    /** @param order the order */
    public void setOrder(final Order order) {
        this.order = order;
    }

    /** @return the product; null where not known */
    public Product getProduct() {
        return product;
    }

    /** @param product the product; null where not known */
    public void setProduct(final Product product) {
        this.product = product;
    }

    /** @return what was sold where there is no product; null where not known */
    public String getDescription() {
        return description;
    }

    /** @param description what was sold where there is no product; null where not known */
    public void setDescription(final String description) {
        this.description = description;
    }

    /** @return the place in the order, from 1 */
    public Integer getPosition() {
        return position;
    }

    /** @param position the place in the order, from 1 */
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

    /** @return what the line costs the customer; null where not known */
    public BigDecimal getTotal() {
        return total;
    }

    /** @param total what the line costs the customer; null where not known */
    public void setTotal(final BigDecimal total) {
        this.total = total;
    }

    /** @return what the line costs us; null where not known */
    public BigDecimal getCost() {
        return cost;
    }

    /** @param cost what the line costs us; null where not known */
    public void setCost(final BigDecimal cost) {
        this.cost = cost;
    }
}
