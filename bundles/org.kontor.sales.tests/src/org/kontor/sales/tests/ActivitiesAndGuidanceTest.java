// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.value.Period;
import org.kontor.customers.StatusList;
import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.Direction;
import org.kontor.model.Order;
import org.kontor.model.ReturnKind;
import org.kontor.model.ReturnOrder;
import org.kontor.model.Stage;
import org.kontor.model.Status;
import org.kontor.sales.Activities;
import org.kontor.sales.Activities.About;
import org.kontor.sales.Activities.Draft;
import org.kontor.sales.Activities.PersonCounts;
import org.kontor.sales.MissingField;
import org.kontor.sales.SalesReport;
import org.kontor.sales.StageGuidance;
import org.kontor.sales.StageGuidance.State;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.query.Query;

class ActivitiesAndGuidanceTest {

    private static final Period JUNE = new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1));

    private final Activities activities = Services.get(Activities.class);
    private final StageGuidance guidance = Services.get(StageGuidance.class);
    private final SalesReport report = Services.get(SalesReport.class);
    private final Locale before = Locale.getDefault();
    private Company company;

    @BeforeEach
    void open(@TempDir final Path folder) {
        Locale.setDefault(Locale.ENGLISH);
        company = new Company(folder);
        company.rates();
    }

    @AfterEach
    void close() {
        company.close();
        Locale.setDefault(before);
    }

    @Test
    void aLoggedCallIsHeldAndBelongsToTheAccountOfItsDeal() {
        final var account = company.account("Acme");
        final var deal = company.opportunity("Deal", "prospecting", "1", "USD", opportunity ->
                opportunity.setAccount(company.reference(Account.class, account)));
        final var start = Instant.parse("2026-06-29T07:00:00Z");
        final var about = new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(deal));
        activities.log(company.store, Draft.call("First call", about, Direction.OUTBOUND, start, "Interested"), Optional.empty(),
                Company.CLOCK);
        final var row = company.store.read(session -> session.rows(Query.of(Activity.class),
                List.of("subject", "status.successful", "status.closed", "account", "opportunity", "startAt", "endAt", "outcome"))).get(0);
        assertEquals(List.of("First call", true, true, account, deal, start, start, "Interested"), List.of(row));
    }

    @Test
    void aBlankSubjectIsRefused() {
        final var draft = Draft.task("  ", About.NOTHING, null);
        assertEquals("sales.activity.subjectMissing",
                assertThrows(ProblemException.class, () -> activities.plan(company.store, draft, Optional.empty())).problem().code());
    }

    @Test
    void countsSayWhoDidWhatAndWhatIsLeft() {
        final var mei = company.user("Mei");
        final var tom = company.user("Tom");
        final var inJune = Instant.parse("2026-06-30T23:59:59Z");
        final var inJuly = Instant.parse("2026-07-01T00:00:00Z");
        activities.log(company.store, Draft.call("a", About.NOTHING, Direction.OUTBOUND, Instant.parse("2026-06-01T00:00:00Z"), ""),
                Optional.of(mei), Company.CLOCK);
        activities.log(company.store, Draft.call("b", About.NOTHING, Direction.INBOUND, Instant.parse("2026-05-31T23:59:59Z"), ""),
                Optional.of(mei), Company.CLOCK);
        activities.log(company.store, Draft.meeting("c", About.NOTHING, Instant.parse("2026-06-30T23:00:00Z"), inJune), Optional.of(mei),
                Company.CLOCK);
        activities.log(company.store, Draft.meeting("d", About.NOTHING, Instant.parse("2026-06-30T23:00:00Z"), inJuly), Optional.of(mei),
                Company.CLOCK);
        activities.plan(company.store, Draft.task("e", About.NOTHING, Company.TODAY), Optional.of(tom));
        activities.plan(company.store, Draft.task("f", About.NOTHING, Company.TODAY.minusDays(1)), Optional.of(tom));
        activities.plan(company.store, Draft.task("g", About.NOTHING, null), Optional.of(tom));
        activities.complete(company.store, find("g"), true, "", Company.CLOCK);
        activities.plan(company.store, Draft.task("h", About.NOTHING, null), Optional.of(tom));
        activities.complete(company.store, find("h"), false, "", Company.CLOCK);
        final var counts = activities.counts(company.store, JUNE, ZoneOffset.UTC, Company.TODAY);
        assertEquals(List.of("Mei", "Tom"), counts.stream().map(count -> count.person().orElseThrow().title()).toList());
        assertEquals(new PersonCounts(counts.get(0).person(), 1, 1, 0, 0, 0, 0), counts.get(0));
        assertEquals(new PersonCounts(counts.get(1).person(), 0, 0, 1, 0, 2, 1), counts.get(1));
    }

    private UUID find(final String subject) {
        return company.store.read(session -> session.rows(Query.of(Activity.class)
                .where(org.kontor.store.query.Filter.equal("subject", subject)), List.of("id")))
                .stream().map(row -> (UUID) row[0]).findFirst().orElseThrow();
    }

    @Test
    void guidanceNamesStepsAndWhatTheNextStageAsksFor() {
        final var deal = company.opportunity("Deal", "qualification", "1", "USD", opportunity -> { });
        final var shown = guidance.guidance(company.store, deal);
        assertEquals("qualification", shown.stage().code());
        assertEquals("proposal", shown.next().orElseThrow().code());
        assertEquals(List.of("account", "closeDate"), shown.missing().stream().map(MissingField::name).toList());
        assertEquals(6, shown.steps().size());
        assertTrue(shown.steps().stream().allMatch(step -> step.state() == State.TO_DO));
        assertFalse(shown.exitCriteria().isEmpty());
    }

    @Test
    void aStepIsTakenUpAndDoneWhateverTheLanguage() {
        final var deal = company.opportunity("Deal", "qualification", "1", "USD", opportunity -> { });
        final var english = guidance.guidance(company.store, deal).steps();
        guidance.take(company.store, deal, english.get(1).text(), false, Company.CLOCK);
        assertEquals(State.STARTED, guidance.guidance(company.store, deal).steps().get(1).state());
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        final var chinese = guidance.guidance(company.store, deal).steps();
        assertTrue(chinese.get(1).text().codePoints().anyMatch(Character::isIdeographic));
        assertEquals(State.STARTED, chinese.get(1).state());
        guidance.take(company.store, deal, chinese.get(1).text(), true, Company.CLOCK);
        Locale.setDefault(Locale.ENGLISH);
        final var states = guidance.guidance(company.store, deal).steps().stream().map(StageGuidance.Step::state).toList();
        assertEquals(List.of(State.TO_DO, State.DONE, State.TO_DO, State.TO_DO, State.TO_DO, State.TO_DO), states);
        assertEquals(1L, company.store.<Long>read(session -> session.count(Query.of(Activity.class))));
    }

    @Test
    void textsThatSomebodyWroteWin() {
        company.store.write(Intent.of(Cause.EDIT, "Guidance"), writer -> writer.find(Stage.class, company.stage("prospecting"))
                .orElseThrow()
                .setGuidance("Ask Bob\n\n  Then ask Alice "));
        final var deal = company.opportunity("Deal", "prospecting", "1", "USD", opportunity -> { });
        assertEquals(List.of("Ask Bob", "Then ask Alice"), guidance.guidance(company.store, deal).steps().stream()
                .map(StageGuidance.Step::text).toList());
    }

    @Test
    void theReportCountsRevenueOnceAndInTheBaseCurrency() {
        final var acme = company.account("Acme");
        final var beta = company.account("Beta");
        final var big = order(acme, "fulfilled", "2026-05-31", "100", "EUR");
        order(acme, "closed", "2026-06-01", "100", "EUR");
        order(beta, "activated", "2026-06-30", "700", "CNY");
        order(beta, "draft", "2026-06-15", "9999", "USD");
        order(beta, "cancelled", "2026-06-15", "9999", "USD");
        order(beta, "closed", "2026-06-15", "3", "GBP");
        order(beta, "closed", "2026-07-01", "9999", "USD");
        refund(big, acme, "refunded", ReturnKind.REFUND, "2026-06-20", "50", "EUR");
        refund(big, acme, "requested", ReturnKind.REFUND, "2026-06-20", "50", "EUR");
        refund(big, acme, "exchanged", ReturnKind.EXCHANGE, "2026-06-20", "50", "EUR");
        company.opportunity("Won", "closedWon", "10", "EUR", deal -> deal.setCloseDate(LocalDate.of(2026, 6, 3)));
        company.opportunity("Lost", "closedLost", "10", "USD", deal -> deal.setCloseDate(LocalDate.of(2026, 6, 3)));
        final var period = new Period(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 1));
        final var data = report.report(company.store, period, 10, Company.CLOCK);
        assertEquals(2, data.months().size());
        same("110", data.months().get(0).revenue());
        final var june = data.months().get(1);
        assertEquals(3, june.orders());
        same("220", june.sold()); // 120 + 100; the pounds have no rate
        same("60", june.refunds());
        assertEquals(1, june.deals());
        same("12", june.wonAmount());
        assertEquals(1, data.ordersWithoutBase());
        assertEquals(List.of("Acme", "Beta"), data.customers().stream().map(customer -> customer.account().orElseThrow().title()).toList());
        same("170", data.customers().get(0).revenue());
        same("100", data.customers().get(1).revenue());
        same(data.revenue().toPlainString(), data.customers().stream().map(SalesReport.CustomerRevenue::revenue)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(0.5, data.winRate().byCount().orElseThrow());
        assertEquals(Optional.of(new Period(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 8, 1))), report.coveredBy(company.store));
    }

    private static void same(final String expected, final BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), () -> expected + " but " + actual);
    }

    private UUID order(final UUID account, final String status, final String day, final String total, final String currency) {
        final var table = Services.get(org.kontor.customers.ExchangeRates.class).table(company.store);
        return company.add(new Order(), order -> {
            order.setAccount(company.reference(Account.class, account));
            order.setStatus(company.reference(Status.class, status(StatusList.ORDER, status)));
            order.setOrderDate(LocalDate.parse(day));
            order.setTotal(new BigDecimal(total));
            order.setCurrency(currency);
            table.apply(order);
        });
    }

    private void refund(final UUID order, final UUID account, final String status, final ReturnKind kind, final String day,
            final String amount, final String currency) {
        final var table = Services.get(org.kontor.customers.ExchangeRates.class).table(company.store);
        company.add(new ReturnOrder(), returned -> {
            returned.setOrder(company.reference(Order.class, order));
            returned.setAccount(company.reference(Account.class, account));
            returned.setStatus(company.reference(Status.class, status(StatusList.RETURN_ORDER, status)));
            returned.setKind(kind);
            returned.setReturnDate(LocalDate.parse(day));
            returned.setAmount(new BigDecimal(amount));
            returned.setCurrency(currency);
            table.apply(returned);
        });
    }

    private UUID status(final String list, final String code) {
        return company.store.read(session -> StatusList.of(session, list)).find(code).orElseThrow().id();
    }
}
