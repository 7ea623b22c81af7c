// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * Something a customer bought. An order whose source names no products has no items, only its totals.
 *
 * @since 0.1
 */
@Entity(name = "SalesOrder")
@Table(name = "SALES_ORDER")
public class Order extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT, title = true)
    @Column(name = "order_number", length = 80)
    private String number;

    @Attribute(order = 20, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @Attribute(order = 30, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "contact_id")
    private Contact contact;

    @Attribute(order = 40, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "opportunity_id")
    private Opportunity opportunity;

    @Attribute(order = 50, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "status_id", nullable = false)
    private Status status;

    @Attribute(order = 60, kind = FieldKind.DATE)
    @Column(name = "order_date", nullable = false)
    private LocalDate orderDate;

    @Attribute(order = 70, kind = FieldKind.DECIMAL)
    @Column(name = "quantity", precision = 19, scale = 4)
    private BigDecimal quantity;

    @Attribute(order = 80, kind = FieldKind.MONEY, currency = "currency")
    @Column(name = "total", precision = 19, scale = 4, nullable = false)
    private BigDecimal total;

    @Attribute(order = 90, kind = FieldKind.CURRENCY)
    @Column(name = "currency_code", length = 3)
    private String currency;

    @Attribute(order = 100, kind = FieldKind.DATE, system = true)
    @Column(name = "rate_date")
    private LocalDate rateDate;

    @Attribute(order = 110, kind = FieldKind.MONEY, currency = "", system = true)
    @Column(name = "base_total", precision = 19, scale = 4)
    private BigDecimal baseTotal;

    @Attribute(order = 120, kind = FieldKind.MONEY, currency = "currency")
    @Column(name = "cost", precision = 19, scale = 4)
    private BigDecimal cost;

    @Attribute(order = 130, kind = FieldKind.TEXT)
    @Column(name = "channel", length = 80)
    private String channel;

    @Attribute(order = 140, kind = FieldKind.LONG_TEXT)
    @Column(name = "description", length = 32000)
    private String description;

    /** @return the order number; null where not known */
    public String getNumber() {
        return number;
    }

    /** @param number the order number; null where not known */
    public void setNumber(final String number) {
        this.number = number;
    }

    /** @return who bought; null where not known */
    public Account getAccount() {
        return account;
    }

    /** @param account who bought; null where not known */
    public void setAccount(final Account account) {
        this.account = account;
    }

    /** @return the person who bought; null where not known */
    public Contact getContact() {
        return contact;
    }

    /** @param contact the person who bought; null where not known */
    public void setContact(final Contact contact) {
        this.contact = contact;
    }

    /** @return the deal it came from; null where not known */
    public Opportunity getOpportunity() {
        return opportunity;
    }

    /** @param opportunity the deal it came from; null where not known */
    public void setOpportunity(final Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /** @return where it stands */
    public Status getStatus() {
        return status;
    }

    /** @param status where it stands */
    public void setStatus(final Status status) {
        this.status = status;
    }

    /** @return the day of the order */
    public LocalDate getOrderDate() {
        return orderDate;
    }

    /** @param orderDate the day of the order */
    public void setOrderDate(final LocalDate orderDate) {
        this.orderDate = orderDate;
    }

    /** @return how many units in all; null where not known */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** @param quantity how many units in all; null where not known */
    public void setQuantity(final BigDecimal quantity) {
        this.quantity = quantity;
    }

    /** @return what it costs the customer */
    public BigDecimal getTotal() {
        return total;
    }

    /** @param total what it costs the customer */
    public void setTotal(final BigDecimal total) {
        this.total = total;
    }

    /** @return the currency of the total; null where not known */
    public String getCurrency() {
        return currency;
    }

    /** @param currency the currency of the total; null where not known */
    public void setCurrency(final String currency) {
        this.currency = currency;
    }

    /** @return the day whose exchange rate gives the base total; null where not known */
    public LocalDate getRateDate() {
        return rateDate;
    }

    /** @param rateDate the day whose exchange rate gives the base total; null where not known */
    public void setRateDate(final LocalDate rateDate) {
        this.rateDate = rateDate;
    }

    /** @return the total in the company's base currency; null where not known */
    public BigDecimal getBaseTotal() {
        return baseTotal;
    }

    /** @param baseTotal the total in the company's base currency; null where not known */
    public void setBaseTotal(final BigDecimal baseTotal) {
        this.baseTotal = baseTotal;
    }

    /** @return what it costs us; null where not known */
    public BigDecimal getCost() {
        return cost;
    }

    /** @param cost what it costs us; null where not known */
    public void setCost(final BigDecimal cost) {
        this.cost = cost;
    }

    /** @return where it was bought; null where not known */
    public String getChannel() {
        return channel;
    }

    /** @param channel where it was bought; null where not known */
    public void setChannel(final String channel) {
        this.channel = channel;
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
