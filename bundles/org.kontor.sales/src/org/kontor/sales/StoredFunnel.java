// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;
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
import org.kontor.model.Opportunity;
import org.kontor.model.StageHistory;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Filter.Comparison;
import org.kontor.store.query.Query;

/** One count and sum by the database for each stage; the drill-down asks with the same conditions. */
@Component
public final class StoredFunnel implements Funnel {

    private static final List<Aggregate> COUNT_AND_AMOUNT = List.of(Aggregate.COUNT, Aggregate.sum("baseAmount"));

    private final ExchangeRates rates;

    /**
     * @param rates tell the base currency
     */
    @Activate
    public StoredFunnel(@Reference final ExchangeRates rates) {
        this.rates = rates;
    }

    private record Sum(long count, BigDecimal amount) {

        static Sum of(final Object[] row, final int first) {
            return new Sum((Long) row[first], Amounts.orZero(row[first + 1]));
        }
    }

    @Override
    public Result funnel(final Store store, final Scope scope) {
        return store.read(session -> funnel(session, scope));
    }

    private Result funnel(final Session session, final Scope scope) {
        final var pipeline = PipelineStages.of(session, scope.pipeline());
        final var all = cohort(pipeline, scope);
        final var current = current(session, all);
        final var won = pipeline.stages().stream().filter(StageValue::won).toList();
        final var order = new ArrayList<>(pipeline.open());
        final var steps = new ArrayList<Step>();
        Sum reached = order.isEmpty() ? null : sum(session, all.where(reached(pipeline, order.get(0))));
        for (int i = 0; i < order.size(); i++) {
            final var stage = order.get(i);
            final var next = i + 1 < order.size() ? sum(session, all.where(reached(pipeline, order.get(i + 1))))
                    : sum(session, all.where(entered(won)));
            steps.add(step(session, scope, stage, reached, current.get(stage.id()), OptionalDouble.of(next.count())));
            reached = next;
        }
        won.forEach(stage -> steps.add(step(session, scope, stage, sum(session, all.where(entered(List.of(stage)))),
                current.get(stage.id()), OptionalDouble.empty())));
        final var lost = pipeline.stages().stream().filter(StageValue::lost)
                .map(stage -> step(session, scope, stage, null, current.get(stage.id()), OptionalDouble.empty())).toList();
        final var total = current.values().stream().reduce(new Sum(0, BigDecimal.ZERO),
                (one, other) -> new Sum(one.count() + other.count(), one.amount().add(other.amount())));
        final var withoutBase = all.where(new Filter.Not(new Filter.Missing("amount"))).where(new Filter.Missing("baseAmount"));
        return new Result(pipeline.pipeline(), rates.table(session).base(), steps, lost, total.count(), total.amount(),
                session.count(withoutBase), scope.period().isEmpty() ? 0 : session.count(undated(pipeline, scope)));
    }

    private static Map<UUID, Sum> current(final Session session, final Query<Opportunity> all) {
        final var sums = new HashMap<UUID, Sum>();
        session.groups(all, List.of("stage"), COUNT_AND_AMOUNT).forEach(row -> sums.put((UUID) row[0], Sum.of(row, 1)));
        return sums;
    }

    private static Sum sum(final Session session, final Query<Opportunity> query) {
        return Sum.of(session.groups(query, List.of(), COUNT_AND_AMOUNT).get(0), 0);
    }

    private static Step step(final Session session, final Scope scope, final StageValue stage, final Sum reached, final Sum current,
            final OptionalDouble next) {
        final var now = current == null ? new Sum(0, BigDecimal.ZERO) : current;
        final var ever = reached == null ? now : reached;
        final var conversion = next.isEmpty() || ever.count() == 0 ? OptionalDouble.empty()
                : OptionalDouble.of(next.getAsDouble() / ever.count());
        final var median = stage.closed() ? OptionalDouble.empty() : StageStays.medianDays(session, stage.id(),
                allOf(dated("opportunity.", scope)));
        return new Step(stage, ever.count(), ever.amount(), now.count(), now.amount(), conversion, median);
    }

    /** What is in the stage or a later one, won, or once was; in the first stage everything was. */
    private static Filter reached(final PipelineStages pipeline, final StageValue stage) {
        if (stage.equals(pipeline.first())) {
            return new Filter.In("stage", ids(pipeline.stages()));
        }
        return entered(pipeline.stages().stream().filter(other -> other.won() || !other.closed() && other.position() >= stage.position())
                .toList());
    }

    /** What is in one of the stages or, by its history, once was. */
    private static Filter entered(final List<StageValue> stages) {
        final var ids = ids(stages);
        return new Filter.Or(List.of(new Filter.In("stage", ids), new Filter.Exists(StageHistory.class, "opportunity",
                new Filter.In("toStage", ids))));
    }

    private static List<UUID> ids(final List<StageValue> stages) {
        return stages.stream().map(StageValue::id).toList();
    }

    private static Query<Opportunity> cohort(final PipelineStages pipeline, final Scope scope) {
        final var inPipeline = Query.of(Opportunity.class).where(new Filter.In("stage", ids(pipeline.stages())));
        return allOf(dated("", scope)).map(inPipeline::where).orElse(inPipeline);
    }

    private static Query<Opportunity> undated(final PipelineStages pipeline, final Scope scope) {
        final var anyTime = new Scope(scope.pipeline(), Optional.empty(), scope.basis(), scope.owner());
        return cohort(pipeline, anyTime).where(new Filter.Missing(path(scope)));
    }

    private static String path(final Scope scope) {
        return scope.basis() == Basis.OPENED ? "openDate" : "closeDate";
    }

    private static List<Filter> dated(final String prefix, final Scope scope) {
        final var conditions = new ArrayList<Filter>();
        scope.owner().ifPresent(owner -> conditions.add(Filter.equal(prefix + "owner", owner)));
        scope.period().ifPresent(period -> {
            conditions.add(new Filter.Compare(prefix + path(scope), Comparison.AT_LEAST, period.from()));
            conditions.add(new Filter.Compare(prefix + path(scope), Comparison.LESS, period.until()));
        });
        return conditions;
    }

    private static Optional<Filter> allOf(final List<Filter> conditions) {
        return conditions.isEmpty() ? Optional.empty() : Optional.of(new Filter.And(conditions));
    }

    @Override
    public Query<Opportunity> query(final Store store, final Scope scope) {
        return store.read(session -> cohort(PipelineStages.of(session, scope.pipeline()), scope));
    }

    @Override
    public Query<Opportunity> current(final Store store, final Scope scope, final UUID stage) {
        return query(store, scope).where(Filter.equal("stage", stage));
    }

    @Override
    public Query<Opportunity> reached(final Store store, final Scope scope, final UUID stage) {
        return store.read(session -> {
            final var pipeline = PipelineStages.of(session, scope.pipeline());
            final var value = pipeline.find(stage).orElseThrow(() -> Messages.problem("sales.pipeline.missing"));
            final var all = cohort(pipeline, scope);
            if (value.lost()) {
                return all.where(Filter.equal("stage", stage));
            }
            return all.where(value.won() ? entered(List.of(value)) : reached(pipeline, value));
        });
    }
}
