// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

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
 * A person we deal with, at an account or on her own.
 *
 * @since 0.1
 */
@Entity
@Table(name = "CONTACT")
public class Contact extends BusinessRecord implements Titled {

    @Attribute(order = 10, kind = FieldKind.TEXT)
    @Column(name = "salutation", length = 40)
    private String salutation;

    @Attribute(order = 20, kind = FieldKind.TEXT)
    @Column(name = "first_name", length = 80)
    private String firstName;

    @Attribute(order = 30, kind = FieldKind.TEXT)
    @Column(name = "last_name", length = 80, nullable = false)
    private String lastName;

    @Attribute(order = 40, kind = FieldKind.TEXT)
    @Column(name = "title", length = 120)
    private String title;

    @Attribute(order = 50, kind = FieldKind.TEXT)
    @Column(name = "department", length = 120)
    private String department;

    @Attribute(order = 60, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    @Attribute(order = 70, kind = FieldKind.EMAIL)
    @Column(name = "email", length = 254)
    private String email;

    @Attribute(order = 80, kind = FieldKind.PHONE)
    @Column(name = "phone", length = 60)
    private String phone;

    @Attribute(order = 90, kind = FieldKind.PHONE)
    @Column(name = "mobile", length = 60)
    private String mobile;

    @Attribute(order = 100, kind = FieldKind.DATE)
    @Column(name = "birth_date")
    private LocalDate birthDate;

    @Attribute(order = 110, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "gender", length = 20)
    private Gender gender;

    @Attribute(order = 120, kind = FieldKind.TEXT)
    @Column(name = "region", length = 120)
    private String region;

    @Attribute(order = 130, kind = FieldKind.TEXT)
    @Column(name = "country", length = 80)
    private String country;

    @Attribute(order = 140, kind = FieldKind.TEXT)
    @Column(name = "language_tag", length = 16)
    private String language;

    @Attribute(order = 150, kind = FieldKind.BOOLEAN)
    @Column(name = "do_not_call", nullable = false)
    private boolean doNotCall;

    @Attribute(order = 160, kind = FieldKind.LONG_TEXT)
    @Column(name = "description", length = 32000)
    private String description;

    /** @return the form of address; null where not known */
    public String getSalutation() {
        return salutation;
    }

    /** @param salutation the form of address; null where not known */
    public void setSalutation(final String salutation) {
        this.salutation = salutation;
    }

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

    /** @return the job title; null where not known */
    public String getTitle() {
        return title;
    }

    /** @param title the job title; null where not known */
    public void setTitle(final String title) {
        this.title = title;
    }

    /** @return the department; null where not known */
    public String getDepartment() {
        return department;
    }

    /** @param department the department; null where not known */
    public void setDepartment(final String department) {
        this.department = department;
    }

    /** @return the account the person mainly belongs to; further ones are account contacts; null where not known */
    public Account getAccount() {
        return account;
    }

    /** @param account the account the person mainly belongs to; further ones are account contacts; null where not known */
    public void setAccount(final Account account) {
        this.account = account;
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

    /** @return the mobile telephone number; null where not known */
    public String getMobile() {
        return mobile;
    }

    /** @param mobile the mobile telephone number; null where not known */
    public void setMobile(final String mobile) {
        this.mobile = mobile;
    }

    /** @return the day of birth; null where not known */
    public LocalDate getBirthDate() {
        return birthDate;
    }

    /** @param birthDate the day of birth; null where not known */
    public void setBirthDate(final LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    /** @return the gender the person stated; null where not known */
    public Gender getGender() {
        return gender;
    }

    /** @param gender the gender the person stated; null where not known */
    public void setGender(final Gender gender) {
        this.gender = gender;
    }

    /** @return the region the person lives in; null where not known */
    public String getRegion() {
        return region;
    }

    /** @param region the region the person lives in; null where not known */
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

    /** @return the preferred language as a BCP 47 tag; null where not known */
    public String getLanguage() {
        return language;
    }

    /** @param language the preferred language as a BCP 47 tag; null where not known */
    public void setLanguage(final String language) {
        this.language = language;
    }

    /** @return whether the person asked not to be called */
    public boolean isDoNotCall() {
        return doNotCall;
    }

    /** @param doNotCall whether the person asked not to be called */
    public void setDoNotCall(final boolean doNotCall) {
        this.doNotCall = doNotCall;
    }

    /** @return notes; null where not known */
    public String getDescription() {
        return description;
    }

    /** @param description notes; null where not known */
    public void setDescription(final String description) {
        this.description = description;
    }

    @Override
    public String title() {
        return PersonName.full(firstName, lastName);
    }
}
