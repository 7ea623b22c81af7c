// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.customers.CustomerMatches;
import org.kontor.customers.CustomerMatches.Likeness;
import org.kontor.customers.CustomerMatches.Match;
import org.kontor.customers.ExchangeRates;
import org.kontor.customers.RecordLink;
import org.kontor.customers.StatusList;
import org.kontor.model.Account;
import org.kontor.model.AccountType;
import org.kontor.model.Activity;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.ContactPoint;
import org.kontor.model.Lead;
import org.kontor.model.LifecycleStage;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.model.Status;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Converts leads by a plan that the preview shows and the conversion carries out. */
@Component
public final class StoredLeadConversion implements LeadConversion {

    private static final int MOST_MATCHES = 10;

    private final CustomerMatches matches;
    private final ExchangeRates rates;

    /**
     * @param matches find existing accounts and contacts
     * @param rates   give the base amount of the opportunity
     */
    @Activate
    public StoredLeadConversion(@Reference final CustomerMatches matches, @Reference final ExchangeRates rates) {
        this.matches = matches;
        this.rates = rates;
    }

    @Override
    public List<Match> accounts(final Store store, final UUID lead) {
        return store.read(session -> {
            final var record = StoredStageMove.found(session, Lead.class, lead);
            final var likeness = new Likeness(text(record.getCompany()), text(record.getEmail()), text(record.getWebsite()),
                    text(record.getPhone()));
            return matches.accounts(session, likeness, MOST_MATCHES);
        });
    }

    @Override
    public List<Match> contacts(final Store store, final UUID lead, final Optional<UUID> account) {
        return store.read(session -> {
            final var record = StoredStageMove.found(session, Lead.class, lead);
            return matches.contacts(session, new Likeness(record.title(), text(record.getEmail()), "", text(record.getPhone())), account,
                    MOST_MATCHES);
        });
    }

    private static String text(final String value) {
        return value == null ? "" : value;
    }

    @Override
    public Preview preview(final Store store, final UUID lead, final Choice choice) {
        return store.read(session -> {
            final var plan = targets(session, openLead(session, lead), choice).plan();
            final var points = Query.of(ContactPoint.class).where(Filter.equal("lead", lead));
            final var activities = Query.of(Activity.class).where(Filter.equal("lead", lead));
            return new Preview(plan.lines(), plan.note(), session.count(points), session.count(activities));
        });
    }

    @Override
    public Result convert(final Store store, final UUID lead, final Choice choice, final Clock clock) {
        final var title = store.read(session -> openLead(session, lead).title());
        final var became = new Targets[1];
        final var commit = store.write(Intent.of(Cause.CONVERSION, Messages.get("intent.convert", title)), writer -> {
            became[0] = targets(writer, openLead(writer, lead), choice);
            convert(store, writer, became[0], choice, clock);
        });
        final var done = became[0];
        return new Result(commit, done.account().map(account -> new RecordLink(Account.class, account.getId(), account.getName())),
                new RecordLink(Contact.class, done.contact().getId(), done.contact().title()),
                done.opportunity().map(opportunity -> new RecordLink(Opportunity.class, opportunity.getId(), opportunity.getName())));
    }

    private static Lead openLead(final Session session, final UUID id) {
        final var lead = StoredStageMove.found(session, Lead.class, id);
        if (lead.getConvertedAt() != null || lead.getStatus().isConverted()) {
            throw Messages.problem("sales.lead.converted", lead.title());
        }
        return lead;
    }

    /** The records that a lead becomes: existing ones, or new ones of which nothing is filled that the plan decides. */
    private record Targets(Lead lead, Optional<Account> account, Contact contact, Optional<Opportunity> opportunity) {

        LeadPlan plan() {
            return new LeadPlan(lead, account, contact, opportunity);
        }
    }

    private static Targets targets(final Session session, final Lead lead, final Choice choice) {
        final Optional<Account> account = choice.account().isPresent() ? choice.account()
                .map(id -> StoredStageMove.found(session, Account.class, id))
                : choice.newAccount() ? Optional.of(new Account()) : Optional.empty();
        final var contact = choice.contact().map(id -> StoredStageMove.found(session, Contact.class, id)).orElseGet(Contact::new);
        return new Targets(lead, account, contact, choice.createOpportunity() ? Optional.of(opportunity(choice)) : Optional.empty());
    }

    /** What the person chose stands before the plan is made, so that the plan keeps what the lead says otherwise. */
    private static Opportunity opportunity(final Choice choice) {
        final var opportunity = new Opportunity();
        choice.opportunityValues().forEach((name, value) -> {
            final var field = RequiredFields.OPPORTUNITY.field(name);
            if (field.system() || field.target().isPresent()) {
                throw new IllegalArgumentException(field + " is not chosen for a conversion");
            }
            field.set(opportunity, value);
        });
        return opportunity;
    }

    private void convert(final Store store, final Writer writer, final Targets targets, final Choice choice, final Clock clock) {
        final var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        final var today = LocalDate.ofInstant(now, clock.getZone());
        final var lead = targets.lead();
        final var plan = targets.plan();
        final var note = plan.note();
        plan.apply();
        targets.account().filter(account -> account.getVersion() == 0).ifPresent(account -> addAccount(writer, account, targets));
        addContact(writer, targets);
        if (targets.opportunity().isPresent()) {
            final var opportunity = targets.opportunity().get();
            describe(opportunity, targets, choice);
            final var stage = StoredStageMove.found(writer, Stage.class,
                    choice.stage().orElseGet(() -> PipelineStages.of(writer, choice.pipeline()).first().id()));
            if (choice.stage().isPresent()) {
                StoredStageMove.requireFields(opportunity, PipelineStages.value(stage));
            }
            new NewOpportunity(store, writer, rates.table(writer)).add(opportunity, targets.contact(), stage, today, now);
        }
        LeadLinks.follow(writer, plan, targets.account(), targets.contact(), targets.opportunity());
        LeadLinks.keepNote(note, targets.account(), targets.contact(), targets.opportunity());
        close(writer, lead, targets, note, now);
    }

    private static void addAccount(final Writer writer, final Account account, final Targets targets) {
        if (account.getName() == null) {
            account.setName(targets.lead().title());
        }
        account.setType(AccountType.PROSPECT);
        account.setLifecycleStage(targets.opportunity().isPresent() ? LifecycleStage.OPPORTUNITY : LifecycleStage.QUALIFIED);
        account.setOwner(targets.lead().getOwner());
        writer.add(account);
    }

    private static void addContact(final Writer writer, final Targets targets) {
        final var contact = targets.contact();
        final boolean added = contact.getVersion() == 0;
        if (added && contact.getOwner() == null) {
            contact.setOwner(targets.lead().getOwner());
        }
        if (targets.account().isPresent() && contact.getAccount() == null) {
            contact.setAccount(targets.account().get());
        }
        if (added) {
            writer.add(contact);
        }
        LeadLinks.belongTo(writer, targets.account(), contact);
    }

    private static void describe(final Opportunity opportunity, final Targets targets, final Choice choice) {
        opportunity.setName(!choice.opportunityName().isBlank() ? choice.opportunityName().strip()
                : targets.account().map(Account::getName).orElse(targets.contact().title()));
        targets.account().ifPresent(opportunity::setAccount);
        if (opportunity.getOwner() == null) {
            opportunity.setOwner(targets.lead().getOwner());
        }
    }

    private static void close(final Writer writer, final Lead lead, final Targets targets, final String note, final Instant now) {
        lead.setStatus(Catalogue.standard().type(Status.class).reference(StatusList.of(writer, StatusList.LEAD).converted().id()));
        lead.setConvertedAt(now);
        lead.setConvertedAccount(targets.account().orElse(null));
        lead.setConvertedContact(targets.contact());
        lead.setConvertedOpportunity(targets.opportunity().orElse(null));
        lead.setConversionNote(note.isEmpty() ? null : note);
    }
}
