// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.customers.ExchangeRates;
import org.kontor.customers.RecordLink;
import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.model.User;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Counts and sums by the database, cards by the page. */
@Component
public final class StoredBoard implements PipelineBoard {

    private static final List<String> CARD = List.of("id", "version", "name", "account", "account.name", "owner", "owner.displayName",
            "amount", "currency", "baseAmount", "probability", "closeDate", "nextStep", "stageSince", "openDate");

    private final ExchangeRates rates;

    /**
     * @param rates tell the base currency
     */
    @Activate
    public StoredBoard(@Reference final ExchangeRates rates) {
        this.rates = rates;
    }

    @Override
    public Board board(final Store store, final Scope scope) {
        return store.read(session -> {
            final var pipeline = PipelineStages.of(session, scope.pipeline());
            final var shown = query(scope).where(new Filter.In("stage", pipeline.stages().stream().map(StageValue::id).toList()));
            final var sums = sums(session, shown, pipeline);
            final var withoutBase = shown.where(new Filter.Not(new Filter.Missing("amount"))).where(new Filter.Missing("baseAmount"));
            final var gaps = new HashMap<UUID, Long>();
            session.groups(withoutBase, List.of("stage"), List.of(Aggregate.COUNT)).forEach(row -> gaps.put((UUID) row[0], (Long) row[1]));
            final var columns = pipeline.stages().stream().map(stage -> {
                final var sum = sums.getOrDefault(stage.id(), Sums.NONE);
                return new Column(stage, sum.count(), sum.total(), sum.weighted(), gaps.getOrDefault(stage.id(), 0L), OptionalDouble.empty());
            }).toList();
            return new Board(pipeline.pipeline(), rates.table(session).base(), columns);
        });
    }

    @Override
    public Board withMedianDays(final Store store, final Board board) {
        return store.read(session -> new Board(board.pipeline(), board.currency(), board.columns().stream().map(column -> column.stage().closed() ? column
                : column.with(StageStays.medianDays(session, column.stage().id(), Optional.empty()))).toList()));
    }

    private record Sums(long count, BigDecimal total, BigDecimal weighted) {

        static final Sums NONE = new Sums(0, BigDecimal.ZERO, BigDecimal.ZERO);

        Sums plus(final Sums other) {
            return new Sums(count + other.count, total.add(other.total), weighted.add(other.weighted));
        }
    }

    /** Grouped by probability too, of which there are few: so the weighted sum needs no single opportunity. */
    private static Map<UUID, Sums> sums(final Session session, final Query<Opportunity> shown, final PipelineStages pipeline) {
        final var sums = new HashMap<UUID, Sums>();
        for (final var row : session.groups(shown, List.of("stage", "probability"),
                List.of(Aggregate.COUNT, Aggregate.sum("baseAmount")))) {
            final var stage = pipeline.find((UUID) row[0]).orElseThrow();
            final var probability = row[1] == null ? stage.probability() : (BigDecimal) row[1];
            final var total = Amounts.orZero(row[3]);
            sums.merge(stage.id(), new Sums((Long) row[2], total, Amounts.percent(total, probability)), Sums::plus);
        }
        return sums;
    }

    @Override
    public List<Card> cards(final Store store, final Scope scope, final Column column, final Sorting sorting, final int offset,
            final int limit, final Clock clock) {
        final var query = sorted(query(scope, column.stage().id()), sorting).page(offset, limit);
        final var now = clock.instant();
        final var today = LocalDate.ofInstant(now, clock.getZone());
        return store.read(session -> session.rows(query, CARD).stream().map(row -> card(row, column, now, today)).toList());
    }

    private static Query<Opportunity> sorted(final Query<Opportunity> query, final Sorting sorting) {
        return switch (sorting) {
            case CLOSE_DATE -> query.orderBy("closeDate", true);
            case AMOUNT -> query.orderBy("baseAmount", false);
            case STAGE_SINCE -> query.orderBy("stageSince", true).orderBy("openDate", true);
            case NAME -> query.orderBy("name", true);
        };
    }

    private static Card card(final Object[] row, final Column column, final Instant now, final LocalDate today) {
        final var closeDate = (LocalDate) row[11];
        final double days;
        if (row[13] != null) {
            days = Duration.between((Instant) row[13], now).toSeconds() / (double) ChronoUnit.DAYS.getDuration().toSeconds();
        } else {
            days = row[14] == null ? -1 : ChronoUnit.DAYS.between((LocalDate) row[14], today);
        }
        final boolean open = !column.stage().closed();
        return new Card(new RecordLink(Opportunity.class, (UUID) row[0], (String) row[2]), (Long) row[1],
                Optional.ofNullable(row[3]).map(id -> new RecordLink(Account.class, (UUID) id, (String) row[4])),
                Optional.ofNullable(row[5]).map(id -> new RecordLink(User.class, (UUID) id, (String) row[6])),
                (BigDecimal) row[7], row[8] == null ? "" : (String) row[8], (BigDecimal) row[9], (BigDecimal) row[10], closeDate,
                row[12] == null ? "" : (String) row[12], days, open && closeDate != null && closeDate.isBefore(today));
    }

    @Override
    public Query<Opportunity> query(final Scope scope, final UUID stage) {
        return query(scope).where(Filter.equal("stage", stage));
    }

    private static Query<Opportunity> query(final Scope scope) {
        final var conditions = new ArrayList<Filter>();
        scope.owner().ifPresent(owner -> conditions.add(Filter.equal("owner", owner)));
        if (!scope.text().isBlank()) {
            conditions.add(new Filter.Contains(List.of("name", "account.name"), scope.text().strip()));
        }
        scope.closedSince().ifPresent(since -> conditions.add(new Filter.Or(List.of(Filter.equal("stage.closed", false),
                new Filter.Compare("closeDate", Filter.Comparison.AT_LEAST, since)))));
        var query = Query.of(Opportunity.class);
        for (final var condition : conditions) {
            query = query.where(condition);
        }
        return query;
    }
}
