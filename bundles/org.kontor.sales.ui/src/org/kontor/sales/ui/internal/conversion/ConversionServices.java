// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.conversion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.customers.CustomerMatches.Match;
import org.kontor.customers.CustomerMatches.Reason;
import org.kontor.customers.CustomerSearch;
import org.kontor.model.Account;
import org.kontor.model.Lead;
import org.kontor.sales.LeadConversion;
import org.kontor.sales.LeadConversion.Choice;
import org.kontor.sales.PipelineStages;
import org.kontor.sales.StageValue;
import org.kontor.store.Session;
import org.kontor.store.Store;

/**
 * What the dialog asks the store; all of it waits for the database.
 *
 * @param store      the store
 * @param conversion converts
 * @param search     finds accounts
 */
record ConversionServices(Store store, LeadConversion conversion, CustomerSearch search) {

    private static final int MOST_FOUND = 15;

    /** A stage with the pipeline it belongs to. */
    record StageChoice(String pipeline, StageValue stage) {
    }

    /**
     * What the dialog begins with.
     *
     * @param id       the lead
     * @param title    what people call it
     * @param company  its company; empty where it names none
     * @param amount   what it may be worth; null where not known
     * @param currency the currency of that; empty where not known
     * @param accounts accounts that it may belong to
     * @param contacts contacts that it may be
     * @param stages   where the opportunity may start: the open stages of all pipelines
     */
    record Facts(UUID id, String title, String company, BigDecimal amount, String currency, List<Match> accounts, List<Match> contacts,
            List<StageChoice> stages) {
    }

    /**
     * @param lead the lead
     * @return what is known of it
     * @throws ProblemException where it is gone or converted already
     */
    Facts facts(final UUID lead) {
        // refuses what cannot be converted, before anybody fills in a form
        conversion.preview(store, lead, Choice.ALL_NEW.withoutOpportunity());
        final var accounts = conversion.accounts(store, lead);
        final var contacts = conversion.contacts(store, lead, accounts.stream().filter(ConversionServices::isSure).findFirst().map(match -> match.link().id()));
        return store.read(session -> {
            final var record = session.find(Lead.class, lead).orElseThrow();
            return new Facts(lead, record.title(), text(record.getCompany()), record.getEstimatedAmount(), text(record.getCurrency()), accounts, contacts,
                    stages(session));
        });
    }

    private static List<StageChoice> stages(final Session session) {
        return PipelineStages.pipelines(session).stream().map(link -> PipelineStages.of(session, Optional.of(link.id())))
                .flatMap(pipeline -> pipeline.open().stream().map(stage -> new StageChoice(pipeline.pipeline().title(), stage))).toList();
    }

    private static String text(final String value) {
        return value == null ? "" : value;
    }

    /** Whether a record is so alike that it is proposed instead of a new one. */
    static boolean isSure(final Match match) {
        return match.reasons().contains(Reason.SAME_EMAIL) || match.reasons().contains(Reason.SAME_NAME);
    }

    /** Accounts that a person looks for by name. */
    List<CustomerSearch.Hit> accounts(final String words) {
        return search.find(store, words, Set.of(Account.class), MOST_FOUND);
    }

    /** The values of the new opportunity that differ from what the lead says anyway. */
    static Map<String, Object> values(final Facts facts, final Optional<BigDecimal> amount, final Optional<LocalDate> closeDate) {
        final var values = new HashMap<String, Object>();
        amount.filter(typed -> facts.amount() == null || typed.compareTo(facts.amount()) != 0).ifPresent(typed -> values.put("amount", typed));
        closeDate.ifPresent(day -> values.put("closeDate", day));
        return values;
    }
}
