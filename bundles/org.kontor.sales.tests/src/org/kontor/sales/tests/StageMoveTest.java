// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.ForecastCategory;
import org.kontor.model.Opportunity;
import org.kontor.model.StageHistory;
import org.kontor.sales.MissingField;
import org.kontor.sales.StageMove;
import org.kontor.sales.StageMove.Request;
import org.kontor.store.Cause;
import org.kontor.store.History.Mode;
import org.kontor.store.Intent;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

class StageMoveTest {

    private final StageMove move = Services.get(StageMove.class);
    private Company company;

    @BeforeEach
    void open(@TempDir final Path folder) {
        company = new Company(folder);
        company.rates();
    }

    @AfterEach
    void close() {
        company.close();
    }

    private Object[] values(final UUID id, final String... paths) {
        return company.store.read(session -> session.rows(Query.of(Opportunity.class).where(Filter.equal("id", id)), List.of(paths)))
                .get(0);
    }

    @Test
    void refusesAMoveWhoseStageAsksForFieldsAndNamesThem() {
        final var deal = company.opportunity("Deal", "qualification", null, null, opportunity -> { });
        final var before = company.hash();
        final var request = Request.of(deal, company.stage("proposal"));
        assertEquals(List.of("account", "amount", "closeDate"),
                move.check(company.store, request, Company.CLOCK).missing().stream().map(MissingField::name).toList());
        final var refusal = assertThrows(ProblemException.class, () -> move.move(company.store, request, Company.CLOCK)).problem();
        assertEquals("sales.stage.fieldsMissing", refusal.code());
        assertTrue(refusal.nextStep().contains("Close date") && refusal.nextStep().contains("Amount"), refusal.nextStep());
        assertEquals(before, company.hash());
    }

    @Test
    void valuesThatComeWithTheMoveFillTheGapsInTheSameChangeSet() {
        final var account = company.account("Acme");
        final var deal = company.opportunity("Deal", "qualification", null, null, opportunity -> { });
        final var day = LocalDate.of(2026, 9, 1);
        final var values = Map.<String, Object>of("account", account, "amount", new BigDecimal("700"), "currency", "CNY", "closeDate", day);
        final var commit = move.move(company.store, new Request(deal, company.stage("proposal"), Optional.empty(), values), Company.CLOCK);
        assertEquals(java.util.Set.of("Opportunity", "StageHistory"), commit.recordTypes());
        final var row = values(deal, "account", "amount", "closeDate", "baseAmount", "probability", "forecastCategory", "stageSince");
        assertEquals(account, row[0]);
        assertEquals(0, new BigDecimal("700").compareTo((BigDecimal) row[1]));
        assertEquals(day, row[2]);
        assertEquals(0, new BigDecimal("100").compareTo((BigDecimal) row[3]));
        assertEquals(0, new BigDecimal("50").compareTo((BigDecimal) row[4]));
        assertEquals(ForecastCategory.BEST_CASE, row[5]);
        assertEquals(Company.CLOCK.instant(), row[6]);
    }

    @Test
    void aMoveWritesTheHistoryAndUndoTakesAllOfItBack() {
        final var account = company.account("Acme");
        final var deal = company.opportunity("Deal", "prospecting", "10", "USD", opportunity ->
                opportunity.setAccount(company.reference(Account.class, account)));
        final var before = company.hash();
        final var commit = move.move(company.store, Request.of(deal, company.stage("qualification")), Company.CLOCK);
        final var history = company.store.read(session -> session.rows(Query.of(StageHistory.class),
                List.of("opportunity", "fromStage", "toStage", "changedAt")));
        assertEquals(1, history.size());
        assertEquals(List.of(deal, company.stage("prospecting"), company.stage("qualification"), Company.CLOCK.instant()),
                List.of(history.get(0)));
        assertNotEquals(before, company.hash());
        company.store.history().undo(commit.changeSet().operation(), Mode.ALL_OR_NOTHING, Progress.NONE);
        assertEquals(before, company.hash());
    }

    @Test
    void winningEndsTodayAndCountsAtTodaysRate() {
        final var account = company.account("Acme");
        final var deal = company.opportunity("Deal", "negotiation", "100", "EUR", opportunity -> {
            opportunity.setAccount(company.reference(Account.class, account));
            opportunity.setRateDate(LocalDate.of(2026, 1, 15));
            opportunity.setBaseAmount(new BigDecimal("110"));
            opportunity.setCloseDate(LocalDate.of(2026, 12, 1));
        });
        move.move(company.store, Request.of(deal, company.stage("closedWon")), Company.CLOCK);
        final var row = values(deal, "closeDate", "rateDate", "baseAmount", "probability", "forecastCategory");
        assertEquals(Company.TODAY, row[0]);
        assertEquals(Company.TODAY, row[1]);
        assertEquals(0, new BigDecimal("120").compareTo((BigDecimal) row[2]));
        assertEquals(0, new BigDecimal("100").compareTo((BigDecimal) row[3]));
        assertEquals(ForecastCategory.CLOSED, row[4]);
    }

    @Test
    void aPastCloseDateStays() {
        final var account = company.account("Acme");
        final var day = LocalDate.of(2026, 5, 20);
        final var deal = company.opportunity("Deal", "negotiation", "100", "EUR", opportunity -> {
            opportunity.setAccount(company.reference(Account.class, account));
            opportunity.setCloseDate(day);
        });
        move.move(company.store, Request.of(deal, company.stage("closedWon")), Company.CLOCK);
        final var row = values(deal, "closeDate", "baseAmount");
        assertEquals(day, row[0]);
        assertEquals(0, new BigDecimal("110").compareTo((BigDecimal) row[1]));
    }

    @Test
    void reopeningALostDealClearsItsReason() {
        final var account = company.account("Acme");
        final var deal = company.opportunity("Deal", "closedLost", "100", "EUR", opportunity -> {
            opportunity.setAccount(company.reference(Account.class, account));
            opportunity.setLossReason("Price");
        });
        move.move(company.store, Request.of(deal, company.stage("qualification")), Company.CLOCK);
        assertNull(values(deal, "lossReason")[0]);
    }

    @Test
    void losingAsksForTheReason() {
        final var deal = company.opportunity("Deal", "prospecting", "100", "EUR", opportunity -> { });
        final var lost = company.stage("closedLost");
        assertEquals(List.of("lossReason"), move.check(company.store, Request.of(deal, lost), Company.CLOCK).missing().stream()
                .map(MissingField::name).toList());
        move.move(company.store, new Request(deal, lost, Optional.empty(), Map.of("lossReason", "Price")), Company.CLOCK);
        assertEquals(Company.TODAY, values(deal, "closeDate")[0]);
    }

    @Test
    void refusesToMoveWhatSomebodyElseMoved() {
        final var deal = company.opportunity("Deal", "prospecting", "100", "EUR", opportunity -> { });
        final var request = new Request(deal, company.stage("closedLost"), Optional.of(company.stage("qualification")),
                Map.of("lossReason", "Price"));
        assertEquals("sales.stage.moved", assertThrows(ProblemException.class, () -> move.move(company.store, request, Company.CLOCK))
                .problem().code());
    }

    @Test
    void refusesWhatIsGone() {
        final var request = Request.of(UUID.randomUUID(), company.stage("proposal"));
        assertEquals("sales.record.gone", assertThrows(ProblemException.class, () -> move.move(company.store, request, Company.CLOCK))
                .problem().code());
    }

    @Test
    void aNewOpportunityBeginsWithItsHistory() {
        final var deal = new Opportunity();
        deal.setName("Typed into a form");
        deal.setAmount(new BigDecimal("700"));
        deal.setCurrency("CNY");
        company.store.write(Intent.of(Cause.EDIT, "New"), writer -> {
            writer.add(deal);
            move.begin(writer, deal, Optional.empty(), Company.CLOCK);
        });
        final var row = values(deal.getId(), "stage", "openDate", "stageSince", "probability", "baseAmount");
        assertEquals(List.of(company.stage("prospecting"), Company.TODAY, Company.CLOCK.instant()), List.of(row).subList(0, 3));
        assertEquals(0, new BigDecimal("10").compareTo((BigDecimal) row[3]));
        assertEquals(0, new BigDecimal("100").compareTo((BigDecimal) row[4]));
        assertEquals(1L, company.store.<Long>read(session -> session.count(Query.of(StageHistory.class)
                .where(Filter.equal("opportunity", deal.getId())))));
    }
}
