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
 * The price of a product in a price book.
 *
 * @since 0.1
 */
@Entity
@Table(name = "PRICE_BOOK_ENTRY")
public class PriceBookEntry extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "price_book_id", nullable = false)
    private PriceBook priceBook;

    @Attribute(order = 20, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "product_id", nullable = false)
    private Product product;

    @Attribute(order = 30, kind = FieldKind.CURRENCY)
    @Column(name = "currency_code", length = 3, nullable = false)
    private String currency;

    @Attribute(order = 40, kind = FieldKind.MONEY, currency = "currency")
    @Column(name = "unit_price", precision = 19, scale = 4, nullable = false)
    private BigDecimal unitPrice;

    @Attribute(order = 50, kind = FieldKind.DATE)
    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Attribute(order = 60, kind = FieldKind.DATE)
    @Column(name = "valid_to")
    private LocalDate validTo;

    /** @return the price book */
    public PriceBook getPriceBook() {
        return priceBook;
    }

    /** @param priceBook the price book */
    public void setPriceBook(final PriceBook priceBook) {
        this.priceBook = priceBook;
    }

    /** @return the product */
    public Product getProduct() {
        return product;
    }

    /** @param product the product */
    public void setProduct(final Product product) {
        this.product = product;
    }

    /** @return the currency of the price */
    public String getCurrency() {
        return currency;
    }

    /** @param currency the currency of the price */
    public void setCurrency(final String currency) {
        this.currency = currency;
    }

    /** @return the price of one unit */
    public BigDecimal getUnitPrice() {
        return unitPrice;
    }

    /** @param unitPrice the price of one unit */
    public void setUnitPrice(final BigDecimal unitPrice) {
        this.unitPrice = unitPrice;
    }

    /** @return the first day of the price; null where not known */
    public LocalDate getValidFrom() {
        return validFrom;
    }

    /** @param validFrom the first day of the price; null where not known */
    public void setValidFrom(final LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    /** @return the last day of the price; null where not known */
    public LocalDate getValidTo() {
        return validTo;
    }

    /** @param validTo the last day of the price; null where not known */
    public void setValidTo(final LocalDate validTo) {
        this.validTo = validTo;
    }
}
