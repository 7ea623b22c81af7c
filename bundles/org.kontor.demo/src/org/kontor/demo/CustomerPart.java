// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.LocalDate;

import org.kontor.model.Account;
import org.kontor.model.AccountContact;
import org.kontor.model.AccountType;
import org.kontor.model.Contact;
import org.kontor.model.ContactPoint;
import org.kontor.model.ContactPointKind;
import org.kontor.model.Gender;
import org.kontor.model.LifecycleStage;
import org.kontor.model.User;

/** Writes accounts and the people who work there. */
record CustomerPart(Company company, Batches batches) {

    private static final double REVENUE_OF_AN_EMPLOYEE = 140_000;

    void write() {
        for (final var customer : company.customers()) {
            final var dice = company.dice("account", customer.number());
            final var account = account(customer, dice);
            for (int place = 0; place < Customer.contacts(); place++) {
                contact(customer, account, place);
            }
        }
        for (final var customer : company.customers()) {
            secondJob(customer);
        }
        batches.write();
    }

    private Account account(final Customer customer, final Dice dice) {
        final var made = customer.company();
        final var place = made.place();
        final var account = new Account();
        account.setName(made.name());
        account.setType(customer.profile().type() == AccountType.CUSTOMER && dice.chance(0.04) ? AccountType.RESELLER : customer.profile()
                .type());
        account.setIndustry(customer.industry().label());
        account.setLifecycleStage(customer.profile() == Profile.REGULAR && dice.chance(0.06) ? LifecycleStage.WON_BACK : customer.profile()
                .stage());
        account.setWebsite("https://www." + made.domain());
        account.setEmail("info@" + made.domain());
        account.setPhone(Naming.phone(dice, customer.market(), place));
        account.setBillingStreet(place.street());
        account.setBillingPostalCode(place.postalCode());
        account.setBillingCity(place.city());
        account.setBillingRegion(place.region());
        account.setBillingCountry(customer.market().country());
        if (dice.chance(0.7)) {
            account.setShippingStreet(place.street());
            account.setShippingPostalCode(place.postalCode());
            account.setShippingCity(place.city());
            account.setShippingRegion(place.region());
            account.setShippingCountry(customer.market().country());
        }
        account.setCurrency(customer.market().currency());
        final int employees = (int) Math.max(3, Math.round(dice.logNormal(90, 1.1) * customer.size()));
        account.setEmployees(employees);
        if (dice.chance(0.8)) {
            final double perHead = REVENUE_OF_AN_EMPLOYEE * dice.logNormal(1, 0.3) * ("CNY".equals(account.getCurrency()) ? 7 : 1);
            account.setAnnualRevenue(BigDecimal.valueOf(employees * perHead).setScale(-3, RoundingMode.HALF_EVEN).setScale(0));
        }
        account.setYearEstablished(dice.between(1951, 2023));
        account.setOwner(batches.reference(User.class, Kind.USER, customer.owner()));
        account.setExternalId("C-" + (100_000 + customer.number()));
        return batches.add(Kind.ACCOUNT, account);
    }

    private void contact(final Customer customer, final Account account, final int place) {
        final var person = customer.person(company.plan().seed(), company.naming(), place);
        final var dice = company.dice("contact", customer.contact(place));
        final var words = customer.market().words();
        final var contact = new Contact();
        contact.setSalutation(words.word(person.gender() == Gender.FEMALE ? "salutation.female" : "salutation.male"));
        contact.setFirstName(person.given());
        contact.setLastName(person.family());
        contact.setTitle(dice.pick(words.list("title")));
        contact.setDepartment(dice.pick(words.list("department")));
        contact.setAccount(account);
        contact.setEmail(mail(customer, place));
        contact.setPhone(dice.chance(0.8) ? Naming.phone(dice, customer.market(), customer.company().place()) : null);
        contact.setMobile(dice.chance(0.5) ? Naming.phone(dice, customer.market(), customer.company().place()) : null);
        contact.setBirthDate(dice.chance(0.55) ? LocalDate.of(1960, 1, 1).plusDays(dice.below(15_000)) : null);
        contact.setGender(person.gender());
        contact.setRegion(customer.company().place().region());
        contact.setCountry(customer.market().country());
        contact.setLanguage(customer.market().tag());
        contact.setDoNotCall(dice.chance(0.03));
        contact.setOwner(account.getOwner());
        batches.add(Kind.CONTACT, contact);
        if (dice.chance(0.25)) {
            final var point = new ContactPoint();
            final boolean social = dice.chance(0.4);
            point.setKind(social ? ContactPointKind.SOCIAL : ContactPointKind.EMAIL);
            point.setValue(social ? "@" + person.mailName().replace('.', '_') + customer.contact(place) : person.mailName()
                    + customer.contact(place) + "@mail.example");
            point.setValid(dice.chance(0.95));
            point.setOptedOut(dice.chance(0.08));
            point.setContact(contact);
            batches.add(Kind.CONTACT_POINT, point);
        }
    }

    /** The e-mail address of a contact; colleagues of one name are told apart by a number. */
    String mail(final Customer customer, final int place) {
        final var name = customer.person(company.plan().seed(), company.naming(), place).mailName();
        int namesakes = 0;
        for (int other = 0; other < place; other++) {
            namesakes += customer.person(company.plan().seed(), company.naming(), other).mailName().equals(name) ? 1 : 0;
        }
        return MessageFormat.format("{0}{1}@{2}", name, namesakes == 0 ? "" : String.valueOf(namesakes + 1), customer.company().domain());
    }

    /** Some people work for two of our customers. */
    private void secondJob(final Customer customer) {
        final var dice = company.dice("second job", customer.number());
        if (dice.chance(0.1)) {
            final var other = dice.pick(company.customers());
            if (other.number() != customer.number()) {
                final var link = new AccountContact();
                link.setAccount(batches.reference(Account.class, Kind.ACCOUNT, other.number()));
                link.setContact(batches.reference(Contact.class, Kind.CONTACT, customer.contact(dice.below(Customer.contacts()))));
                link.setRole(dice.pick(customer.market().words().list("title")));
                batches.add(Kind.ACCOUNT_CONTACT, link);
            }
        }
    }
}
