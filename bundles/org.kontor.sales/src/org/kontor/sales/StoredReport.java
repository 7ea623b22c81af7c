// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.core.value.Period;
import org.kontor.customers.RecordLink;
import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.model.Order;
import org.kontor.model.ReturnKind;
import org.kontor.model.ReturnOrder;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Filter.Comparison;
import org.kontor.store.query.Query;
import org.kontor.store.query.Sold;

/** Sums by day and by customer from the database, put together by month and by rank. */
@Component
public final class StoredReport implements SalesReport {

    private final PipelineBoard board;
    private final Funnel funnel;

    /**
     * @param board  the pipeline of the moment
     * @param funnel the funnel of the period
     */
    @Activate
    public StoredReport(@Reference final PipelineBoard board, @Reference final Funnel funnel) {
        this.board = board;
        this.funnel = funnel;
    }

    @Override
    public Data report(final Store store, final Period period, final int customers, final Clock clock) {
        final var pipeline = board.withMedianDays(store, board.board(store, PipelineBoard.Scope.ALL));
        final var steps = funnel.funnel(store, new Funnel.Scope(Optional.empty(), Optional.of(period), Funnel.Basis.OPENED,
                Optional.empty()));
        final var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return store.read(session -> new Data(period, pipeline.currency(), pipeline, steps, months(session, period),
                customers(session, period, customers), winRate(session, period),
                StoredActivities.counts(session, period, clock.getZone(), today),
                session.count(orders(period).where(new Filter.Missing(Sold.AMOUNT)))));
    }

    private static Query<Order> orders(final Period period) {
        return within(Sold.orders(), "orderDate", period);
    }

    private static Query<ReturnOrder> refunds(final Period period) {
        return within(Query.of(ReturnOrder.class), "returnDate", period).where(Filter.equal("kind", ReturnKind.REFUND))
                .where(Filter.equal("status.successful", true));
    }

    private static <T extends StoredRecord> Query<T> within(final Query<T> query, final String path, final Period period) {
        return query.where(new Filter.Compare(path, Comparison.AT_LEAST, period.from()))
                .where(new Filter.Compare(path, Comparison.LESS, period.until()));
    }

    private static List<MonthRevenue> months(final Session session, final Period period) {
        final var months = new TreeMap<YearMonth, MonthRevenue>();
        for (var month = YearMonth.from(period.from()); month.atDay(1).isBefore(period.until()); month = month.plusMonths(1)) {
            months.put(month, new MonthRevenue(month, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO));
        }
        byDay(session, orders(period), "orderDate", Sold.AMOUNT, months, (before, count, sum) -> new MonthRevenue(before.month(),
                before.orders() + count, before.sold().add(sum), before.refunds(), before.deals(), before.wonAmount()));
        byDay(session, refunds(period), "returnDate", "baseAmount", months, (before, count, sum) -> new MonthRevenue(before.month(),
                before.orders(), before.sold(), before.refunds().add(sum), before.deals(), before.wonAmount()));
        final var won = within(Query.of(Opportunity.class), "closeDate", period).where(Filter.equal("stage.won", true));
        byDay(session, won, "closeDate", "baseAmount", months, (before, count, sum) -> new MonthRevenue(before.month(),
                before.orders(), before.sold(), before.refunds(), before.deals() + count, before.wonAmount().add(sum)));
        return List.copyOf(months.values());
    }

    /** Adds what the database summed for a day to the day's month. */
    private interface Addition {
        MonthRevenue to(MonthRevenue before, long count, BigDecimal sum);
    }

    private static void byDay(final Session session, final Query<?> query, final String day, final String amount,
            final Map<YearMonth, MonthRevenue> months, final Addition addition) {
        session.groups(query, List.of(day), List.of(Aggregate.COUNT, Aggregate.sum(amount))).forEach(row -> months
                .computeIfPresent(YearMonth.from((LocalDate) row[0]),
                        (month, before) -> addition.to(before, (Long) row[1], Amounts.orZero(row[2]))));
    }

    private static List<CustomerRevenue> customers(final Session session, final Period period, final int limit) {
        final var refunds = new HashMap<UUID, BigDecimal>();
        session.groups(refunds(period), List.of("account"), List.of(Aggregate.sum("baseAmount")))
                .forEach(row -> refunds.put((UUID) row[0], Amounts.orZero(row[1])));
        final var sold = session.groups(orders(period), List.of("account"), List.of(Aggregate.COUNT, Aggregate.sum(Sold.AMOUNT)));
        record Ranked(UUID account, long orders, BigDecimal sold, BigDecimal refunds) {
            BigDecimal revenue() {
                return sold.subtract(refunds);
            }
        }
        final var best = sold.stream().map(row -> new Ranked((UUID) row[0], (Long) row[1], Amounts.orZero(row[2]),
                refunds.getOrDefault((UUID) row[0], BigDecimal.ZERO)))
                .sorted(Comparator.comparing(Ranked::revenue).reversed()
                        .thenComparing(Ranked::account, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(limit).toList();
        final var named = new ArrayList<CustomerRevenue>();
        for (final var customer : best) {
            final var link = Optional.ofNullable(customer.account()).flatMap(id -> session.find(Account.class, id))
                    .map(account -> new RecordLink(Account.class, account.getId(), account.getName()));
            named.add(new CustomerRevenue(link, customer.orders(), customer.sold(), customer.refunds()));
        }
        return named;
    }

    private static WinRate winRate(final Session session, final Period period) {
        final var decided = within(Query.of(Opportunity.class), "closeDate", period).where(Filter.equal("stage.closed", true));
        var rate = new WinRate(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
        for (final var row : session.groups(decided, List.of("stage.won"), List.of(Aggregate.COUNT, Aggregate.sum("baseAmount")))) {
            rate = (Boolean) row[0] ? new WinRate((Long) row[1], rate.lost(), Amounts.orZero(row[2]), rate.lostAmount())
                    : new WinRate(rate.won(), (Long) row[1], rate.wonAmount(), Amounts.orZero(row[2]));
        }
        return rate;
    }

    @Override
    public Optional<Period> coveredBy(final Store store) {
        final var decided = Query.of(Opportunity.class).where(Filter.equal("stage.closed", true));
        return store.read(session -> range(session, Query.of(Order.class), "orderDate").or(() -> range(session, decided, "closeDate")));
    }

    private static Optional<Period> range(final Session session, final Query<?> query, final String path) {
        final var ends = session.groups(query, List.of(),
                List.of(new Aggregate(Aggregate.Function.MIN, path), new Aggregate(Aggregate.Function.MAX, path))).get(0);
        return ends[0] == null ? Optional.empty() : Optional.of(new Period(YearMonth.from((LocalDate) ends[0]).atDay(1),
                YearMonth.from((LocalDate) ends[1]).plusMonths(1).atDay(1)));
    }
}
