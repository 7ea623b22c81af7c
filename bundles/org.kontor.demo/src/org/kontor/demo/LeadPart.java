// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.kontor.customers.StatusList;
import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.Rating;
import org.kontor.model.Status;
import org.kontor.model.User;

/** Writes leads: a quarter of them became the deals that are there, the others wait or went nowhere. */
record LeadPart(Company company, Batches batches, StatusList statuses, CustomerPart customers) {

    private static final int LEADS_OF_TEN_CUSTOMERS = 8;
    private static final int ONE_CONVERTED_IN = 4;

    int count() {
        return company.plan().customers() * LEADS_OF_TEN_CUSTOMERS / 10;
    }

    void write() {
        final int converted = count() / ONE_CONVERTED_IN;
        final int stride = Math.max(1, company.deals().size() / Math.max(1, converted));
        for (int i = 0; i < count(); i++) {
            final var dice = company.dice("lead", i);
            if (i % ONE_CONVERTED_IN == 0 && i / ONE_CONVERTED_IN < converted) {
                converted(company.deals().get(i / ONE_CONVERTED_IN * stride), dice);
            } else {
                unknown(dice);
            }
        }
        batches.write();
    }

    private void converted(final Deal deal, final Dice dice) {
        final var customer = deal.customer();
        final var person = customer.person(company.plan().seed(), company.naming(), deal.contact());
        final var lead = lead(customer.market(), customer.industry(), customer.company(), person, dice);
        lead.setEmail(customers.mail(customer, deal.contact()));
        lead.setOwner(batches.reference(User.class, Kind.USER, customer.owner()));
        lead.setStatus(Batches.reference(Status.class, statuses.converted().id()));
        lead.setConvertedAt(deal.moments().get(0));
        lead.setConvertedAccount(batches.reference(Account.class, Kind.ACCOUNT, customer.number()));
        lead.setConvertedContact(batches.reference(Contact.class, Kind.CONTACT, customer.contact(deal.contact())));
        lead.setConvertedOpportunity(batches.reference(Opportunity.class, Kind.OPPORTUNITY, deal.number()));
        batches.add(Kind.LEAD, lead);
    }

    private void unknown(final Dice dice) {
        final var market = Market.pick(dice);
        final var industry = Industry.pick(dice);
        final var made = company.naming().company(dice, market, industry);
        final var person = company.naming().person(dice, market);
        final var lead = lead(market, industry, made, person, dice);
        lead.setEmail(dice.chance(0.85) ? person.mailName() + '@' + made.domain() : null);
        if (dice.chance(0.85)) {
            lead.setOwner(batches.reference(User.class, Kind.USER, company.staff().owner(dice, market)));
        }
        final var open = statuses.values().stream().filter(status -> !status.converted()).toList();
        lead.setStatus(Batches.reference(Status.class, dice.pick(open).id()));
        batches.add(Kind.LEAD, lead);
    }

    private static Lead lead(final Market market, final Industry industry, final Naming.Company made, final Naming.Person person,
            final Dice dice) {
        final var words = market.words();
        final var lead = new Lead();
        lead.setFirstName(person.given());
        lead.setLastName(person.family());
        lead.setCompany(made.name());
        lead.setTitle(dice.chance(0.8) ? dice.pick(words.list("title")) : null);
        lead.setSource(dice.pick(words.list("source")));
        lead.setRating(Rating.values()[dice.weighted(0.2, 0.5, 0.3)]);
        lead.setScore(dice.between(5, 98));
        if (dice.chance(0.6)) {
            lead.setEstimatedAmount(BigDecimal.valueOf(dice.logNormal("CNY".equals(market.currency()) ? 110_000 : 16_000, 0.8))
                    .setScale(-2, RoundingMode.HALF_UP).setScale(2).max(new BigDecimal("100.00")));
            lead.setCurrency(market.currency());
        }
        lead.setPhone(dice.chance(0.75) ? Naming.phone(dice, market, made.place()) : null);
        lead.setWebsite(dice.chance(0.6) ? "https://www." + made.domain() : null);
        lead.setIndustry(industry.label());
        lead.setStreet(dice.chance(0.5) ? made.place().street() : null);
        lead.setPostalCode(made.place().postalCode());
        lead.setCity(made.place().city());
        lead.setRegion(made.place().region());
        lead.setCountry(market.country());
        lead.setDescription(dice.chance(0.3) ? dice.pick(words.list("call")) + ". " + dice.pick(words.list("outcome")) : null);
        return lead;
    }
}
