// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.sales.StageGuidance;
import org.kontor.sales.StageGuidance.State;
import org.kontor.sales.StageGuidance.Step;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/**
 * What the view shows of one customer: where its opportunities stand and what to do next in each.
 *
 * @param account the account
 * @param name    its name
 * @param open    how many of its opportunities are open
 * @param deals   the first of them by close date
 */
record AccountReading(UUID account, String name, long open, List<Deal> deals) implements Reading {

    private static final int SHOWN = 8;

    /**
     * An open opportunity.
     *
     * @param opportunity the opportunity
     * @param name        its name
     * @param stage       the stage's name
     * @param amount      the amount; null where there is none
     * @param currency    its currency; null for the company's own
     * @param closeDate   when it shall be decided; null where nobody said
     * @param next        the first step that is not done; empty where all are
     */
    record Deal(UUID opportunity, String name, String stage, BigDecimal amount, String currency, LocalDate closeDate, Optional<String> next) {
    }

    /** Reads; waits for the database. Empty where the account is gone. */
    static Optional<AccountReading> of(final Store store, final StageGuidance service, final UUID id) {
        final var open = Query.of(Opportunity.class).where(new Filter.And(List.of(Filter.equal("account", id), Filter.equal("stage.closed", false))));
        return store.read(session -> session.find(Account.class, id).map(found ->
                new AccountReading(id, found.getName(), session.count(open), deals(session, open)))).map(read -> read.withSteps(store, service));
    }

    private static List<Deal> deals(final Session session, final Query<Opportunity> open) {
        return session.list(open.orderBy("closeDate", true).page(0, SHOWN)).stream().map(deal -> new Deal(deal.getId(), deal.getName(),
                deal.getStage().getName(), deal.getAmount(), deal.getCurrency(), deal.getCloseDate(), Optional.empty())).toList();
    }

    private AccountReading withSteps(final Store store, final StageGuidance service) {
        return new AccountReading(account, name, open, deals.stream().map(deal -> new Deal(deal.opportunity(), deal.name(), deal.stage(), deal.amount(),
                deal.currency(), deal.closeDate(), service.guidance(store, deal.opportunity()).steps().stream().filter(step -> step.state() != State.DONE)
                        .map(Step::text).findFirst())).toList());
    }
}
