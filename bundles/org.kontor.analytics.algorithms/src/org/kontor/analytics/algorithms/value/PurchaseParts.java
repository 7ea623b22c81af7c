// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** The pictures of a fitted process. */
final class PurchaseParts {

    private static final int BINS = 10;
    private static final int STEPS = 12;
    private static final int MOST_POINTS = 80;
    /** More different first days than this are taken together. */
    private static final int MOST_STARTS = 2_000;
    private static final int CATEGORIES = 8;
    private static final int[] TIMES = {1, 2, 4, 8, 13, 26, 39, 52, 78, 104};

    private final Histories histories;
    private final Groups groups;
    private final PurchaseProcess process;
    private final String unit;
    private final RunContext context;

    PurchaseParts(final Histories histories, final Groups groups, final PurchaseProcess process, final String unit, final RunContext context) {
        this.histories = histories;
        this.groups = groups;
        this.process = process;
        this.unit = unit;
        this.context = context;
    }

    private Message unitName() {
        return Messages.of("nbd.unit." + unit);
    }

    /** How sure it is that a customer is active, by how often and how lately the customer bought, at the largest age. */
    MatrixPart alive() {
        double age = 0;
        double most = 0;
        for (int g = 0; g < groups.size(); g++) {
            age = Math.max(age, groups.age()[g]);
            most = Math.max(most, groups.x()[g]);
        }
        final double[] numbers = steps(most);
        final var values = new double[numbers.length][STEPS + 1];
        final var rows = new ArrayList<Message>();
        for (int i = 0; i < numbers.length; i++) {
            rows.add(Messages.of("nbd.number", numbers[i]));
            for (int j = 0; j <= STEPS; j++) {
                values[i][j] = numbers[i] == 0 && j > 0 ? Double.NaN : process.alive(numbers[i], age * j / STEPS, age);
            }
        }
        final double length = age;
        final var columns = IntStream.rangeClosed(0, STEPS).mapToObj(j -> Messages.of("nbd.time", length * j / STEPS)).toList();
        return new MatrixPart("alive", Messages.of("nbd.alive-matrix", age, unitName()), Messages.of("nbd.column.frequency"),
                Messages.of("nbd.recency-axis", unitName()), rows, columns, Messages.of("nbd.column.alive"), values, false, Meaning.PROBABILITY);
    }

    /** {@return whole numbers from 0 to the largest: all where they are few, else ever wider apart} */
    private static double[] steps(final double most) {
        if (most <= STEPS) {
            return IntStream.rangeClosed(0, (int) most).asDoubleStream().toArray();
        }
        final double factor = Math.pow(most, 1.0 / (STEPS - 1));
        return IntStream.range(-1, STEPS).mapToDouble(i -> i < 0 ? 0 : Math.max(i + 1.0, Math.rint(Math.pow(factor, i)))).map(each -> Math.min(each, most))
                .distinct().toArray();
    }

    DistributionPart spread(final double[] alive) {
        final var counts = new double[1][BINS];
        for (int i = 0; i < alive.length; i++) {
            counts[0][Math.min(BINS - 1, (int) (alive[i] * BINS))] += histories.weight(i);
        }
        final var edges = IntStream.rangeClosed(0, BINS).mapToDouble(i -> i / (double) BINS).toArray();
        return new DistributionPart("alive-spread", Messages.of("nbd.alive-spread"), Messages.of("nbd.column.alive"), edges,
                List.of(Messages.of("nbd.customers")), counts, Meaning.PROBABILITY);
    }

    /** What is to be expected of a customer who buys for the first time today. */
    TablePart newCustomer() {
        final var times = Arrays.stream(TIMES).asDoubleStream().toArray();
        final var expected = Arrays.stream(times).map(process::expected).toArray();
        return new TableBuilder(Messages.TEXTS, "nbd").add(NumberColumn.of("time", times), Messages.of("nbd.column.time"),
                Messages.of("nbd.column.time.help", unitName()), Meaning.PLAIN).add(NumberColumn.of("repeat", expected), Meaning.SCORE).build("new-customer");
    }

    /** How many customers bought how often, and how many should have; only where the process says it in closed form. */
    Optional<BarsPart> frequencies() {
        if (!(process instanceof final BetaGeometric known)) {
            return Optional.empty();
        }
        final var parts = new double[Math.ceilDiv(groups.size(), PurchaseReport.EACH)][2 * CATEGORIES];
        context.parallel(parts.length, task -> {
            final var shares = new double[CATEGORIES];
            for (int g = task * PurchaseReport.EACH; g < Math.min(groups.size(), (task + 1) * PurchaseReport.EACH); g++) {
                known.shares(groups.age()[g], shares);
                parts[task][Math.min(CATEGORIES - 1, (int) groups.x()[g])] += groups.weight()[g];
                for (int n = 0; n < CATEGORIES; n++) {
                    parts[task][CATEGORIES + n] += groups.weight()[g] * shares[n];
                }
            }
        });
        final var values = new double[2][CATEGORIES];
        for (final double[] part : parts) {
            for (int n = 0; n < CATEGORIES; n++) {
                values[0][n] += part[n];
                values[1][n] += part[CATEGORIES + n];
            }
        }
        final var names = IntStream.range(0, CATEGORIES)
                .mapToObj(n -> n == CATEGORIES - 1 ? Messages.of("nbd.or-more", n) : Messages.of("nbd.number", n)).toList();
        return Optional.of(new BarsPart("frequencies", Messages.of("nbd.frequencies"), names, List.of(Messages.of("nbd.actual"), Messages.of("nbd.expected")),
                Messages.of("nbd.customers"), values));
    }

    /** Repeat purchases of all customers, counted up over time: those that were made, and those that the process expects. */
    Optional<SeriesPart> tracking() {
        final var orders = histories.orders();
        if (orders == null) {
            return Optional.empty();
        }
        final int first = orders.census.first();
        final int last = Math.max(orders.census.last(), histories.end());
        final int step = Math.max(1, Math.max((int) Math.round(histories.unit()), Math.ceilDiv(last - first + 1, MOST_POINTS)));
        final int count = Math.ceilDiv(last - first + 1, step);
        final var positions = new double[count];
        final var actual = new double[count];
        for (int i = 0; i < count; i++) {
            positions[i] = Math.min(last, first + (i + 1.0) * step - 1);
        }
        final var starts = new TreeMap<Integer, Integer>();
        final int together = Math.max(1, Math.ceilDiv(last - first + 1, MOST_STARTS));
        for (int c = 0; c < orders.customers; c++) {
            if (c % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int day = orders.firstDay(c);
            if (day > histories.end()) {
                continue;
            }
            starts.merge(first + (day - first) / together * together + together / 2, 1, Integer::sum);
            for (int j = orders.start[c] + 1; j < orders.start[c] + orders.count[c]; j++) {
                actual[(orders.days[j] - first) / step]++;
            }
        }
        for (int i = 1; i < count; i++) {
            actual[i] += actual[i - 1];
        }
        final var expected = new double[count];
        final int[] days = starts.keySet().stream().mapToInt(Integer::intValue).toArray();
        final int[] customers = starts.values().stream().mapToInt(Integer::intValue).toArray();
        context.parallel(count, i -> {
            for (int s = 0; s < days.length; s++) {
                expected[i] += days[s] < positions[i] ? customers[s] * process.expected((positions[i] - days[s]) / histories.unit()) : 0;
            }
        });
        final var lines = List.of(new SeriesPart.Line(Messages.of("nbd.actual"), positions, actual, Optional.empty()),
                new SeriesPart.Line(Messages.of("nbd.expected"), positions, expected, Optional.empty()));
        final List<SeriesPart.Mark> marks = histories.actual() == null ? List.of()
                : List.of(new SeriesPart.Mark(histories.end(), Messages.of("nbd.end-of-observation")));
        return Optional.of(new SeriesPart("tracking", Messages.of("nbd.tracking"), new SeriesPart.Axis(Messages.of("nbd.day"), SeriesPart.AxisType.DATE),
                Messages.of("nbd.repeat-purchases"), lines, marks));
    }
}
