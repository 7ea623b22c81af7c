// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns a triangle of cohorts into a result. */
final class CohortReport {

    /** Pictures show so many cohorts, the last ones, and so many periods. */
    private static final int SHOWN = 60;
    private static final int LINES = 6;
    private static final int SMALL = 30;
    private static final int[] AGES = {1, 3, 6, 12};

    private final Dataset data;
    private final Orders orders;
    private final Triangle triangle;
    private final int end;
    private final RunContext context;
    private final Result.Builder result = Result.builder();

    CohortReport(final Dataset data, final Orders orders, final Triangle triangle, final int end, final RunContext context) {
        this.data = data;
        this.orders = orders;
        this.triangle = triangle;
        this.end = end;
        this.context = context;
    }

    private String name(final int cohort) {
        return triangle.calendar().name(triangle.periods()[cohort]);
    }

    private void metric(final String name, final double value, final Message title, final Meaning meaning) {
        if (Double.isFinite(value)) {
            result.metric(name, value, title, Trail.NONE, meaning);
        }
    }

    Result result() {
        say();
        warn();
        result.part(matrix("retention", "cohort.column.retention", Meaning.SHARE, k -> divided(triangle.active()[k], triangle.sizes()[k])));
        result.part(matrix("active", "cohort.column.active", Meaning.COUNT, k -> triangle.active()[k]));
        if (!data.names(Role.VALUE).isEmpty()) {
            result.part(matrix("money", "cohort.column.money-each", Meaning.PLAIN, k -> divided(summed(triangle.money()[k]), triangle.sizes()[k])));
        }
        curves().ifPresent(result::part);
        result.part(cohorts());
        result.part(customers());
        return result.build();
    }

    private void say() {
        final long customers = triangle.customers();
        final int count = triangle.sizes().length;
        final var period = Messages.of("cohort.period." + triangle.calendar().period());
        result.say(Messages.of("cohort.summary", customers, count, name(0), name(count - 1), triangle.again(), (double) triangle.again() / customers));
        for (final int age : new int[] {1, 6}) {
            final double share = triangle.retention(age);
            if (Double.isFinite(share)) {
                result.say(age == 1 ? Messages.of("cohort.summary.next", share) : Messages.of("cohort.summary.retention", share, age, period));
            }
        }
        final var known = IntStream.range(0, count).filter(k -> triangle.sizes()[k] >= SMALL && triangle.ages() > 1 && !Double.isNaN(triangle.active()[k][1])).boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -triangle.active()[k][1] / triangle.sizes()[k]).thenComparing(k -> k)).toList();
        if (known.size() > 1) {
            final int best = known.getFirst();
            final int weakest = known.getLast();
            result.say(Messages.of("cohort.summary.best", name(best), triangle.active()[best][1] / triangle.sizes()[best], name(weakest),
                    triangle.active()[weakest][1] / triangle.sizes()[weakest]));
        }
        metric("customers", customers, Messages.of("nbd.metric.customers"), Meaning.COUNT);
        metric("cohorts", count, Messages.of("cohort.metric.cohorts"), Meaning.COUNT);
        metric("returned-share", (double) triangle.again() / customers, Messages.of("cohort.metric.returned-share"), Meaning.SHARE);
        for (final int age : AGES) {
            metric("retention-" + age, triangle.retention(age), Messages.of("cohort.metric.retention", age, period), Meaning.SHARE);
        }
    }

    private void warn() {
        final var census = orders.census;
        if (census.missing() > 0) {
            result.warn("nbd.missing", Messages.of("nbd.missing", census.missing()));
        }
        final long late = orders.customers - triangle.customers();
        if (late > 0) {
            result.warn("nbd.late", Messages.of("nbd.late", late, LocalDate.ofEpochDay(end).toString()));
        }
        if (triangle.calendar().of(end + 1) == triangle.calendar().of(end)) {
            result.warn("cohort.unfinished", Messages.of("cohort.unfinished", triangle.calendar().name(triangle.calendar().of(end)),
                    LocalDate.ofEpochDay(end).toString()));
        }
        if (triangle.sizes().length > SHOWN || triangle.ages() > SHOWN) {
            result.warn("cohort.shown", Messages.of("cohort.shown", SHOWN));
        }
        final long small = Arrays.stream(triangle.sizes()).filter(size -> size < SMALL).count();
        if (small > 0) {
            result.warn("cohort.small", Messages.of("cohort.small", small, SMALL));
        }
    }

    private static double[] divided(final double[] values, final double by) {
        return Arrays.stream(values).map(value -> value / by).toArray();
    }

    private static double[] summed(final double[] values) {
        final var sums = values.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    private MatrixPart matrix(final String name, final String value, final Meaning meaning, final IntFunction<double[]> row) {
        final int count = triangle.sizes().length;
        final int from = Math.max(0, count - SHOWN);
        final int width = Math.min(SHOWN, triangle.ages());
        final var values = IntStream.range(from, count).mapToObj(k -> Arrays.copyOf(row.apply(k), width)).toArray(double[][]::new);
        return new MatrixPart(name, Messages.of(value), Messages.of("cohort.column.cohort"),
                Messages.of("cohort.age", Messages.of("cohort.period." + triangle.calendar().period())),
                IntStream.range(from, count).mapToObj(k -> Messages.of("cohort.row", name(k), triangle.sizes()[k])).toList(),
                IntStream.range(0, width).mapToObj(age -> Message.name(String.valueOf(age))).toList(), Messages.of(value), values, false, meaning);
    }

    /** The share that comes back, of all customers and of the last cohorts of whom several periods are known. */
    private Optional<SeriesPart> curves() {
        final int width = Math.min(SHOWN, triangle.ages());
        if (width < 2) {
            return Optional.empty();
        }
        final var positions = IntStream.range(1, width).asDoubleStream().toArray();
        final var lines = new ArrayList<SeriesPart.Line>();
        lines.add(new SeriesPart.Line(Messages.of("cohort.all"), positions, Arrays.stream(positions).map(age -> triangle.retention((int) age)).toArray(),
                Optional.empty()));
        final var known = IntStream.range(0, triangle.sizes().length).filter(k -> triangle.sizes()[k] >= SMALL && !Double.isNaN(triangle.active()[k][1])).toArray();
        for (int i = Math.max(0, known.length - LINES); i < known.length; i++) {
            final double[] shares = divided(triangle.active()[known[i]], triangle.sizes()[known[i]]);
            lines.add(new SeriesPart.Line(Message.name(name(known[i])), positions, Arrays.copyOfRange(shares, 1, width), Optional.empty()));
        }
        return Optional.of(new SeriesPart("curves", Messages.of("cohort.curves"),
                new SeriesPart.Axis(Messages.of("cohort.age", Messages.of("cohort.period." + triangle.calendar().period())), SeriesPart.AxisType.NUMBER),
                Messages.of("cohort.column.retention"), lines, List.of(), Meaning.SHARE));
    }

    private TablePart cohorts() {
        final int count = triangle.sizes().length;
        final var names = IntStream.range(0, count).mapToObj(this::name).toList();
        final var next = new double[count];
        final var money = new double[count];
        final var each = new double[count];
        for (int k = 0; k < count; k++) {
            next[k] = triangle.ages() > 1 ? triangle.active()[k][1] / triangle.sizes()[k] : Double.NaN;
            money[k] = Arrays.stream(triangle.money()[k]).filter(value -> !Double.isNaN(value)).sum();
            each[k] = money[k] / triangle.sizes()[k];
        }
        final var table = new TableBuilder(Messages.TEXTS, Cohort.NAME).add(TextColumn.of("cohort", names), Meaning.LABEL)
                .counts("customers", triangle.sizes().clone()).numbers("retention-1", Meaning.SHARE, next);
        if (!data.names(Role.VALUE).isEmpty()) {
            table.numbers("money", Meaning.MONEY, money).numbers("money-each", Meaning.MONEY, each);
        }
        return table.build("cohorts");
    }

    private TablePart customers() {
        final int size = (int) triangle.customers();
        final var row = new int[size];
        final var cohort = new int[size];
        int at = 0;
        for (int c = 0; c < orders.customers; c++) {
            if (c % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (triangle.cohort()[c] >= 0) {
                row[at] = orders.row[c];
                cohort[at++] = triangle.cohort()[c];
            }
        }
        final var names = IntStream.range(0, triangle.sizes().length).mapToObj(this::name).toArray(String[]::new);
        return PurchaseReport.customers(data.find(Role.ID).map(id -> id.take(row))).under(Cohort.NAME)
                .add(TextColumn.of("cohort", cohort, Dictionary.of(names)), Meaning.LABEL).under("nbd").build("customers");
    }
}
