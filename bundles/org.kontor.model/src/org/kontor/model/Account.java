// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * An organisation or a household that buys, may buy, or sells with us.
 *
 * @since 0.1
 */
@Entity
@Table(name = "ACCOUNT")
public class Account extends BusinessRecord {

    @Attribute(order = 10, kind = FieldKind.TEXT, title = true)
    @Column(name = "name", length = 255, nullable = false)
    private String name;

    @Attribute(order = 20, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "account_type", length = 20)
    private AccountType type;

    @Attribute(order = 30, kind = FieldKind.TEXT)
    @Column(name = "industry", length = 80)
    private String industry;

    @Attribute(order = 40, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "lifecycle_stage", length = 20)
    private LifecycleStage lifecycleStage;

    @Attribute(order = 50, kind = FieldKind.URL)
    @Column(name = "website", length = 500)
    private String website;

    @Attribute(order = 60, kind = FieldKind.EMAIL)
    @Column(name = "email", length = 254)
    private String email;

    @Attribute(order = 70, kind = FieldKind.PHONE)
    @Column(name = "phone", length = 60)
    private String phone;

    @Attribute(order = 80, kind = FieldKind.TEXT)
    @Column(name = "billing_street", length = 255)
    private String billingStreet;

    @Attribute(order = 90, kind = FieldKind.TEXT)
    @Column(name = "billing_postal_code", length = 20)
    private String billingPostalCode;

    @Attribute(order = 100, kind = FieldKind.TEXT)
    @Column(name = "billing_city", length = 120)
    private String billingCity;

    @Attribute(order = 110, kind = FieldKind.TEXT)
    @Column(name = "billing_region", length = 120)
    private String billingRegion;

    @Attribute(order = 120, kind = FieldKind.TEXT)
    @Column(name = "billing_country", length = 80)
    private String billingCountry;

    @Attribute(order = 130, kind = FieldKind.TEXT)
    @Column(name = "shipping_street", length = 255)
    private String shippingStreet;

    @Attribute(order = 140, kind = FieldKind.TEXT)
    @Column(name = "shipping_postal_code", length = 20)
    private String shippingPostalCode;

    @Attribute(order = 150, kind = FieldKind.TEXT)
    @Column(name = "shipping_city", length = 120)
    private String shippingCity;

    @Attribute(order = 160, kind = FieldKind.TEXT)
    @Column(name = "shipping_region", length = 120)
    private String shippingRegion;

    @Attribute(order = 170, kind = FieldKind.TEXT)
    @Column(name = "shipping_country", length = 80)
    private String shippingCountry;

    @Attribute(order = 180, kind = FieldKind.CURRENCY)
    @Column(name = "currency_code", length = 3)
    private String currency;

    @Attribute(order = 190, kind = FieldKind.MONEY, currency = "currency")
    @Column(name = "annual_revenue", precision = 19, scale = 4)
    private BigDecimal annualRevenue;

    @Attribute(order = 200, kind = FieldKind.INTEGER)
    @Column(name = "employees")
    private Integer employees;

    @Attribute(order = 210, kind = FieldKind.INTEGER)
    @Column(name = "year_established")
    private Integer yearEstablished;

    @Attribute(order = 220, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Account parent;

    @Attribute(order = 230, kind = FieldKind.LONG_TEXT)
    @Column(name = "description", length = 32000)
    private String description;

    /** @return the name */
    public String getName() {
        return name;
    }

    /** @param name the name */
    public void setName(final String name) {
        this.name = name;
    }

    /** @return what it is to us; null where not known */
    public AccountType getType() {
        return type;
    }

    /** @param type what it is to us; null where not known */
    public void setType(final AccountType type) {
        this.type = type;
    }

    /** @return the line of business; null where not known */
    public String getIndustry() {
        return industry;
    }

    /** @param industry the line of business; null where not known */
    public void setIndustry(final String industry) {
        this.industry = industry;
    }

    /** @return where it stands between stranger and lost customer; null where not known */
    public LifecycleStage getLifecycleStage() {
        return lifecycleStage;
    }

    /** @param lifecycleStage where it stands between stranger and lost customer; null where not known */
    public void setLifecycleStage(final LifecycleStage lifecycleStage) {
        this.lifecycleStage = lifecycleStage;
    }

    /** @return the web site; null where not known */
    public String getWebsite() {
        return website;
    }

    /** @param website the web site; null where not known */
    public void setWebsite(final String website) {
        this.website = website;
    }

    /** @return the main e-mail address; further ones are contact points; null where not known */
    public String getEmail() {
        return email;
    }

    /** @param email the main e-mail address; further ones are contact points; null where not known */
    public void setEmail(final String email) {
        this.email = email;
    }

    /** @return the main telephone number; further ones are contact points; null where not known */
    public String getPhone() {
        return phone;
    }

    /** @param phone the main telephone number; further ones are contact points; null where not known */
    public void setPhone(final String phone) {
        this.phone = phone;
    }

    /** @return the street of the billing address; null where not known */
    public String getBillingStreet() {
        return billingStreet;
    }

    /** @param billingStreet the street of the billing address; null where not known */
    public void setBillingStreet(final String billingStreet) {
        this.billingStreet = billingStreet;
    }

    /** @return the postal code of the billing address; null where not known */
    public String getBillingPostalCode() {
        return billingPostalCode;
    }

    /** @param billingPostalCode the postal code of the billing address; null where not known */
    public void setBillingPostalCode(final String billingPostalCode) {
        this.billingPostalCode = billingPostalCode;
    }

    /** @return the city of the billing address; null where not known */
    public String getBillingCity() {
        return billingCity;
    }

    /** @param billingCity the city of the billing address; null where not known */
    public void setBillingCity(final String billingCity) {
        this.billingCity = billingCity;
    }

    /** @return the state or province of the billing address; null where not known */
    public String getBillingRegion() {
        return billingRegion;
    }

    /** @param billingRegion the state or province of the billing address; null where not known */
    public void setBillingRegion(final String billingRegion) {
        this.billingRegion = billingRegion;
    }

    /** @return the country of the billing address; null where not known */
    public String getBillingCountry() {
        return billingCountry;
    }

    /** @param billingCountry the country of the billing address; null where not known */
    public void setBillingCountry(final String billingCountry) {
        this.billingCountry = billingCountry;
    }

    /** @return the street of the shipping address; null where not known */
    public String getShippingStreet() {
        return shippingStreet;
    }

    /** @param shippingStreet the street of the shipping address; null where not known */
    public void setShippingStreet(final String shippingStreet) {
        this.shippingStreet = shippingStreet;
    }

    /** @return the postal code of the shipping address; null where not known */
    public String getShippingPostalCode() {
        return shippingPostalCode;
    }

    /** @param shippingPostalCode the postal code of the shipping address; null where not known */
    public void setShippingPostalCode(final String shippingPostalCode) {
        this.shippingPostalCode = shippingPostalCode;
    }

    /** @return the city of the shipping address; null where not known */
    public String getShippingCity() {
        return shippingCity;
    }

    /** @param shippingCity the city of the shipping address; null where not known */
    public void setShippingCity(final String shippingCity) {
        this.shippingCity = shippingCity;
    }

    /** @return the state or province of the shipping address; null where not known */
    public String getShippingRegion() {
        return shippingRegion;
    }

    /** @param shippingRegion the state or province of the shipping address; null where not known */
    public void setShippingRegion(final String shippingRegion) {
        this.shippingRegion = shippingRegion;
    }

    /** @return the country of the shipping address; null where not known */
    public String getShippingCountry() {
        return shippingCountry;
    }

    /** @param shippingCountry the country of the shipping address; null where not known */
    public void setShippingCountry(final String shippingCountry) {
        this.shippingCountry = shippingCountry;
    }

    /** @return the currency it is billed in; null where not known */
    public String getCurrency() {
        return currency;
    }

    /** @param currency the currency it is billed in; null where not known */
    public void setCurrency(final String currency) {
        this.currency = currency;
    }

    /** @return its own revenue in a year; null where not known */
    public BigDecimal getAnnualRevenue() {
        return annualRevenue;
    }

    /** @param annualRevenue its own revenue in a year; null where not known */
    public void setAnnualRevenue(final BigDecimal annualRevenue) {
        this.annualRevenue = annualRevenue;
    }

    /** @return how many people work there; null where not known */
    public Integer getEmployees() {
        return employees;
    }

    /** @param employees how many people work there; null where not known */
    public void setEmployees(final Integer employees) {
        this.employees = employees;
    }

    /** @return the year it was founded; null where not known */
    public Integer getYearEstablished() {
        return yearEstablished;
    }

    /** @param yearEstablished the year it was founded; null where not known */
    public void setYearEstablished(final Integer yearEstablished) {
        this.yearEstablished = yearEstablished;
    }

    /** @return the organisation it belongs to; null where not known */
    public Account getParent() {
        return parent;
    }

    /** @param parent the organisation it belongs to; null where not known */
    public void setParent(final Account parent) {
        this.parent = parent;
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
