// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * Something a customer sends back, for money, for another one, or for repair.
 *
 * @since 0.1
 */
@Entity
@Table(name = "RETURN_ORDER")
public class ReturnOrder extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT, title = true)
    @Column(name = "return_number", length = 80)
    private String number;

    @Attribute(order = 20, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private Order order;

    @Attribute(order = 30, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @Attribute(order = 40, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", length = 20, nullable = false)
    private ReturnKind kind;

    @Attribute(order = 50, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "status_id", nullable = false)
    private Status status;

    @Attribute(order = 60, kind = FieldKind.TEXT)
    @Column(name = "reason", length = 255)
    private String reason;

    @Attribute(order = 70, kind = FieldKind.DATE)
    @Column(name = "return_date", nullable = false)
    private LocalDate returnDate;

    @Attribute(order = 80, kind = FieldKind.MONEY, currency = "currency")
    @Column(name = "amount", precision = 19, scale = 4)
    private BigDecimal amount;

    @Attribute(order = 90, kind = FieldKind.CURRENCY)
    @Column(name = "currency_code", length = 3)
    private String currency;

    @Attribute(order = 100, kind = FieldKind.DATE, system = true)
    @Column(name = "rate_date")
    private LocalDate rateDate;

    @Attribute(order = 110, kind = FieldKind.MONEY, currency = "", system = true)
    @Column(name = "base_amount", precision = 19, scale = 4)
    private BigDecimal baseAmount;

    /** @return the return number; null where not known */
    public String getNumber() {
        return number;
    }

    /** @param number the return number; null where not known */
    public void setNumber(final String number) {
        this.number = number;
    }

    /** @return the order it belongs to; null where not known */
    public Order getOrder() {
        return order;
    }

    /** @param order the order it belongs to; null where not known */
    public void setOrder(final Order order) {
        this.order = order;
    }

    /** @return who returns; null where not known */
    public Account getAccount() {
        return account;
    }

    /** @param account who returns; null where not known */
    public void setAccount(final Account account) {
        this.account = account;
    }

    /** @return what the customer wants */
    public ReturnKind getKind() {
        return kind;
    }

    /** @param kind what the customer wants */
    public void setKind(final ReturnKind kind) {
        this.kind = kind;
    }

    /** @return where it stands */
    public Status getStatus() {
        return status;
    }

    /** @param status where it stands */
    public void setStatus(final Status status) {
        this.status = status;
    }

    /** @return why; null where not known */
    public String getReason() {
        return reason;
    }

    /** @param reason why; null where not known */
    public void setReason(final String reason) {
        this.reason = reason;
    }

    /** @return the day it was asked for */
    public LocalDate getReturnDate() {
        return returnDate;
    }

    /** @param returnDate the day it was asked for */
    public void setReturnDate(final LocalDate returnDate) {
        this.returnDate = returnDate;
    }

    /** @return what is paid back; null where not known */
    public BigDecimal getAmount() {
        return amount;
    }

    /** @param amount what is paid back; null where not known */
    public void setAmount(final BigDecimal amount) {
        this.amount = amount;
    }

    /** @return the currency of the amount; null where not known */
    public String getCurrency() {
        return currency;
    }

    /** @param currency the currency of the amount; null where not known */
    public void setCurrency(final String currency) {
        this.currency = currency;
    }

    /** @return the day whose exchange rate gives the base amount; null where not known */
    public LocalDate getRateDate() {
        return rateDate;
    }

    /** @param rateDate the day whose exchange rate gives the base amount; null where not known */
    public void setRateDate(final LocalDate rateDate) {
        this.rateDate = rateDate;
    }

    /** @return the amount in the company's base currency; null where not known */
    public BigDecimal getBaseAmount() {
        return baseAmount;
    }

    /** @param baseAmount the amount in the company's base currency; null where not known */
    public void setBaseAmount(final BigDecimal baseAmount) {
        this.baseAmount = baseAmount;
    }
}
