// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * Somebody who may become a customer, before anyone is sure.
 *
 * @since 0.1
 */
@Entity
@Table(name = "LEAD")
public class Lead extends BusinessRecord implements Titled {

    @Attribute(order = 10, kind = FieldKind.TEXT)
    @Column(name = "first_name", length = 80)
    private String firstName;

    @Attribute(order = 20, kind = FieldKind.TEXT)
    @Column(name = "last_name", length = 80, nullable = false)
    private String lastName;

    @Attribute(order = 30, kind = FieldKind.TEXT)
    @Column(name = "company", length = 255)
    private String company;

    @Attribute(order = 40, kind = FieldKind.TEXT)
    @Column(name = "title", length = 120)
    private String title;

    @Attribute(order = 50, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "status_id", nullable = false)
    private Status status;

    @Attribute(order = 60, kind = FieldKind.TEXT)
    @Column(name = "source_name", length = 80)
    private String source;

    @Attribute(order = 70, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "rating", length = 20)
    private Rating rating;

    @Attribute(order = 80, kind = FieldKind.INTEGER)
    @Column(name = "score")
    private Integer score;

    @Attribute(order = 90, kind = FieldKind.MONEY, currency = "currency")
    @Column(name = "estimated_amount", precision = 19, scale = 4)
    private BigDecimal estimatedAmount;

    @Attribute(order = 100, kind = FieldKind.CURRENCY)
    @Column(name = "currency_code", length = 3)
    private String currency;

    @Attribute(order = 110, kind = FieldKind.EMAIL)
    @Column(name = "email", length = 254)
    private String email;

    @Attribute(order = 120, kind = FieldKind.PHONE)
    @Column(name = "phone", length = 60)
    private String phone;

    @Attribute(order = 130, kind = FieldKind.URL)
    @Column(name = "website", length = 500)
    private String website;

    @Attribute(order = 140, kind = FieldKind.TEXT)
    @Column(name = "industry", length = 80)
    private String industry;

    @Attribute(order = 150, kind = FieldKind.TEXT)
    @Column(name = "street", length = 255)
    private String street;

    @Attribute(order = 160, kind = FieldKind.TEXT)
    @Column(name = "postal_code", length = 20)
    private String postalCode;

    @Attribute(order = 170, kind = FieldKind.TEXT)
    @Column(name = "city", length = 120)
    private String city;

    @Attribute(order = 180, kind = FieldKind.TEXT)
    @Column(name = "region", length = 120)
    private String region;

    @Attribute(order = 190, kind = FieldKind.TEXT)
    @Column(name = "country", length = 80)
    private String country;

    @Attribute(order = 200, kind = FieldKind.LONG_TEXT)
    @Column(name = "description", length = 32000)
    private String description;

    @Attribute(order = 210, kind = FieldKind.INSTANT, system = true)
    @Column(name = "converted_at")
    private Instant convertedAt;

    @Attribute(order = 220, kind = FieldKind.REFERENCE, system = true)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "converted_account_id")
    private Account convertedAccount;

    @Attribute(order = 230, kind = FieldKind.REFERENCE, system = true)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "converted_contact_id")
    private Contact convertedContact;

    @Attribute(order = 240, kind = FieldKind.REFERENCE, system = true)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "converted_opportunity_id")
    private Opportunity convertedOpportunity;

    @Attribute(order = 250, kind = FieldKind.LONG_TEXT, system = true)
    @Column(name = "conversion_note", length = 32000)
    private String conversionNote;

    /** @return the given name; null where not known */
    public String getFirstName() {
        return firstName;
    }

    /** @param firstName the given name; null where not known */
    public void setFirstName(final String firstName) {
        this.firstName = firstName;
    }

    /** @return the family name */
    public String getLastName() {
        return lastName;
    }

    /** @param lastName the family name */
    public void setLastName(final String lastName) {
        this.lastName = lastName;
    }

    /** @return the organisation; null where not known */
    public String getCompany() {
        return company;
    }

    /** @param company the organisation; null where not known */
    public void setCompany(final String company) {
        this.company = company;
    }

    /** @return the job title; null where not known */
    public String getTitle() {
        return title;
    }

    /** @param title the job title; null where not known */
    public void setTitle(final String title) {
        this.title = title;
    }

    /** @return where the work on the lead stands */
    public Status getStatus() {
        return status;
    }

    /** @param status where the work on the lead stands */
    public void setStatus(final Status status) {
        this.status = status;
    }

    /** @return where the lead came from; null where not known */
    public String getSource() {
        return source;
    }

    /** @param source where the lead came from; null where not known */
    public void setSource(final String source) {
        this.source = source;
    }

    /** @return how promising it looks; null where not known */
    public Rating getRating() {
        return rating;
    }

    /** @param rating how promising it looks; null where not known */
    public void setRating(final Rating rating) {
        this.rating = rating;
    }

    /** @return how promising it is, 0 to 100; null where not known */
    public Integer getScore() {
        return score;
    }

    /** @param score how promising it is, 0 to 100; null where not known */
    public void setScore(final Integer score) {
        this.score = score;
    }

    /** @return what the business may be worth; null where not known */
    public BigDecimal getEstimatedAmount() {
        return estimatedAmount;
    }

    /** @param estimatedAmount what the business may be worth; null where not known */
    public void setEstimatedAmount(final BigDecimal estimatedAmount) {
        this.estimatedAmount = estimatedAmount;
    }

    /** @return the currency of the estimate; null where not known */
    public String getCurrency() {
        return currency;
    }

    /** @param currency the currency of the estimate; null where not known */
    public void setCurrency(final String currency) {
        this.currency = currency;
    }

    /** @return the e-mail address; null where not known */
    public String getEmail() {
        return email;
    }

    /** @param email the e-mail address; null where not known */
    public void setEmail(final String email) {
        this.email = email;
    }

    /** @return the telephone number; null where not known */
    public String getPhone() {
        return phone;
    }

    /** @param phone the telephone number; null where not known */
    public void setPhone(final String phone) {
        this.phone = phone;
    }

    /** @return the web site; null where not known */
    public String getWebsite() {
        return website;
    }

    /** @param website the web site; null where not known */
    public void setWebsite(final String website) {
        this.website = website;
    }

    /** @return the line of business; null where not known */
    public String getIndustry() {
        return industry;
    }

    /** @param industry the line of business; null where not known */
    public void setIndustry(final String industry) {
        this.industry = industry;
    }

    /** @return the street; null where not known */
    public String getStreet() {
        return street;
    }

    /** @param street the street; null where not known */
    public void setStreet(final String street) {
        this.street = street;
    }

    /** @return the postal code; null where not known */
    public String getPostalCode() {
        return postalCode;
    }

    /** @param postalCode the postal code; null where not known */
    public void setPostalCode(final String postalCode) {
        this.postalCode = postalCode;
    }

    /** @return the city; null where not known */
    public String getCity() {
        return city;
    }

    /** @param city the city; null where not known */
    public void setCity(final String city) {
        this.city = city;
    }

    /** @return the state or province; null where not known */
    public String getRegion() {
        return region;
    }

    /** @param region the state or province; null where not known */
    public void setRegion(final String region) {
        this.region = region;
    }

    /** @return the country; null where not known */
    public String getCountry() {
        return country;
    }

    /** @param country the country; null where not known */
    public void setCountry(final String country) {
        this.country = country;
    }

    /** @return notes; null where not known */
    public String getDescription() {
        return description;
    }

    /** @param description notes; null where not known */
    public void setDescription(final String description) {
        this.description = description;
    }

    /** @return when the lead was converted; null where not known */
    public Instant getConvertedAt() {
        return convertedAt;
    }

    /** @param convertedAt when the lead was converted; null where not known */
    public void setConvertedAt(final Instant convertedAt) {
        this.convertedAt = convertedAt;
    }

    /** @return the account it became; null where not known */
    public Account getConvertedAccount() {
        return convertedAccount;
    }

    /** @param convertedAccount the account it became; null where not known */
    public void setConvertedAccount(final Account convertedAccount) {
        this.convertedAccount = convertedAccount;
    }

    /** @return the contact it became; null where not known */
    public Contact getConvertedContact() {
        return convertedContact;
    }

    /** @param convertedContact the contact it became; null where not known */
    public void setConvertedContact(final Contact convertedContact) {
        this.convertedContact = convertedContact;
    }

    /** @return the opportunity it became; null where not known */
    public Opportunity getConvertedOpportunity() {
        return convertedOpportunity;
    }

    /** @param convertedOpportunity the opportunity it became; null where not known */
    public void setConvertedOpportunity(final Opportunity convertedOpportunity) {
        this.convertedOpportunity = convertedOpportunity;
    }

    /** @return the values that had no place in the records it became; null where not known */
    public String getConversionNote() {
        return conversionNote;
    }

    /** @param conversionNote the values that had no place in the records it became; null where not known */
    public void setConversionNote(final String conversionNote) {
        this.conversionNote = conversionNote;
    }

    @Override
    public String title() {
        return PersonName.full(firstName, lastName);
    }
}
