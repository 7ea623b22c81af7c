// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.segments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns grades and segments into a result. */
final class RfmReport {

    private static final int SMALL = 30;
    private static final int NAMED = 3;

    private final Dataset data;
    private final Purchases purchases;
    private final Graded graded;
    private final RunContext context;
    private final Result.Builder result = Result.builder();
    private final int[] customersOf;
    private final double[] moneyOf;
    private final double[] sortedMoney;
    private final double total;

    RfmReport(final Dataset data, final Purchases purchases, final Graded graded, final RunContext context) {
        this.data = data;
        this.purchases = purchases;
        this.graded = graded;
        this.context = context;
        customersOf = new int[graded.names().size()];
        final var all = new Total();
        final var each = Stream.generate(Total::new).limit(customersOf.length).toList();
        for (int c = 0; c < purchases.customers; c++) {
            pause(c);
            customersOf[graded.segment()[c]]++;
            each.get(graded.segment()[c]).add(purchases.money[c]);
            all.add(purchases.money[c]);
        }
        total = all.value();
        moneyOf = each.stream().mapToDouble(Total::value).toArray();
        final int[] order = Grades.order(purchases.money, context);
        sortedMoney = new double[order.length];
        Arrays.setAll(sortedMoney, i -> purchases.money[order[i]]);
    }

    Result result() {
        metrics();
        say();
        warn();
        result.part(customers());
        context.checkCancelled();
        result.part(segments());
        result.part(grades());
        matrices();
        final var shares = new double[2][customersOf.length];
        for (int s = 0; s < customersOf.length; s++) {
            shares[0][s] = (double) customersOf[s] / purchases.customers;
            shares[1][s] = total == 0 ? Double.NaN : moneyOf[s] / total;
        }
        result.part(new BarsPart("segment-shares", Messages.of("rfm.segment-shares"), graded.titles(),
                List.of(Messages.of("rfm.share-of-customers"), Messages.of("rfm.share-of-money")), Messages.of("rfm.share"), shares, Meaning.SHARE));
        return result.build();
    }

    /** Lets the run be stopped in loops over customers. */
    private void pause(final int done) {
        if (done % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    private void metric(final String name, final double value) {
        result.metric(name, value, Messages.of("rfm.metric." + name), Trail.NONE);
    }

    private void metrics() {
        final int count = purchases.customers;
        final var days = new double[count];
        double sumOfDays = 0;
        long times = 0;
        long mostTimes = 0;
        final var cells = new boolean[graded.levels() * graded.levels() * graded.levels()];
        for (int c = 0; c < count; c++) {
            pause(c);
            days[c] = purchases.recency(c);
            sumOfDays += days[c];
            times += purchases.frequency[c];
            mostTimes = Math.max(mostTimes, purchases.frequency[c]);
            cells[graded.cell(c)] = true;
        }
        final int[] order = Grades.order(days, context);
        final var sorted = new double[count];
        Arrays.setAll(sorted, i -> days[order[i]]);
        metric("customers", count);
        metric("rows", purchases.census.counted());
        metric("recency-mean", sumOfDays / count);
        metric("recency-min", sorted[0]);
        metric("recency-lower-quartile", quantile(sorted, .25));
        metric("recency-median", quantile(sorted, .5));
        metric("recency-upper-quartile", quantile(sorted, .75));
        metric("recency-max", sorted[count - 1]);
        metric("frequency-mean", (double) times / count);
        metric("frequency-max", mostTimes);
        metric("money-total", total);
        metric("money-mean", total / count);
        metric("money-median", quantile(sortedMoney, .5));
        metric("money-max", sortedMoney[count - 1]);
        result.metric("top-fifth-share", topShare(), Messages.of("rfm.metric.top-fifth-share"), Trail.NONE, Meaning.SHARE);
        metric("cells", IntStream.range(0, cells.length).filter(i -> cells[i]).count());
    }

    /** {@return the share of all money that the fifth of customers with the most money has} */
    private double topShare() {
        final var top = new Total();
        for (int i = 0; i < sortedMoney.length / 5; i++) {
            top.add(sortedMoney[sortedMoney.length - 1 - i]);
        }
        return total == 0 ? Double.NaN : top.value() / total;
    }

    /** {@return a quantile, between two values where it falls between their ranks (Hyndman and Fan, 1996, type 7)} */
    private static double quantile(final double[] sorted, final double share) {
        final double place = (sorted.length - 1) * share;
        final int below = (int) place;
        final double next = sorted[Math.min(sorted.length - 1, below + 1)];
        return sorted[below] + (place - below) * (next - sorted[below]);
    }

    private static String day(final int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    private void say() {
        final var census = purchases.census;
        result.say(Messages.of("rfm.summary", purchases.customers, census.counted(), day(census.first()), day(census.last()), total, day(purchases.reference)));
        if (total > 0 && sortedMoney.length >= 5) {
            result.say(Messages.of("rfm.summary.top", topShare()));
        }
        IntStream.range(0, moneyOf.length).boxed().filter(s -> customersOf[s] > 0)
                .sorted(Comparator.comparingDouble((Integer s) -> -moneyOf[s]).thenComparing(s -> s)).limit(NAMED)
                .forEach(s -> result.say(Messages.of("rfm.summary.segment", graded.titles().get(s), customersOf[s], (double) customersOf[s] / purchases.customers,
                        moneyOf[s], total == 0 ? 0 : moneyOf[s] / total)));
    }

    private void warn(final String code, final long count, final Object... more) {
        if (count > 0) {
            final var args = new Object[more.length + 1];
            args[0] = count;
            System.arraycopy(more, 0, args, 1, more.length);
            result.warn(code, Messages.of(code, args));
        }
    }

    private void warn() {
        final var census = purchases.census;
        warn("rfm.missing", census.missing());
        warn("rfm.unpriced", census.unpriced());
        warn("rfm.zero", census.zero());
        warn("rfm.negative", census.negative());
        warn("rfm.future", census.future(), day(purchases.reference));
        final var small = IntStream.range(0, customersOf.length).filter(s -> customersOf[s] > 0 && customersOf[s] < SMALL).boxed().toList();
        if (!small.isEmpty() && purchases.customers >= SMALL) {
            Message names = graded.titles().get(small.getFirst());
            for (final int s : small.subList(1, small.size())) {
                names = Messages.of("rfm.list", names, graded.titles().get(s));
            }
            warn("rfm.small", small.size(), SMALL, names);
        }
    }

    private static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, Rfm.NAME);
    }

    /** All customers, best grades first: by recency, then frequency, then money; equal ones in the order of the data. */
    private TablePart customers() {
        final int count = purchases.customers;
        final int levels = graded.levels();
        final var starts = new int[levels * levels * levels + 1];
        for (int c = 0; c < count; c++) {
            pause(c);
            starts[starts.length - 1 - graded.cell(c)]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        final var order = new int[count];
        for (int c = 0; c < count; c++) {
            pause(c);
            order[starts[starts.length - 2 - graded.cell(c)]++] = c;
        }
        final var rows = new int[count];
        final var last = new int[count];
        final var recency = new long[count];
        final var frequency = new long[count];
        final var money = new double[count];
        final var r = new long[count];
        final var f = new long[count];
        final var m = new long[count];
        final var code = new int[count];
        final var score = new double[count];
        final var segment = new int[count];
        for (int i = 0; i < count; i++) {
            pause(i);
            final int c = order[i];
            rows[i] = purchases.firstRow[c];
            last[i] = purchases.lastDay[c];
            recency[i] = purchases.recency(c);
            frequency[i] = purchases.frequency[c];
            money[i] = purchases.money[c];
            r[i] = graded.recency().of()[c];
            f[i] = graded.frequency().of()[c];
            m[i] = graded.money().of()[c];
            code[i] = graded.cell(c);
            score[i] = graded.score()[c];
            segment[i] = graded.segment()[c];
        }
        final String separator = levels > 9 ? "-" : "";
        final var codes = IntStream.range(0, levels * levels * levels)
                .mapToObj(cell -> 1 + cell / levels / levels + separator + (1 + cell / levels % levels) + separator + (1 + cell % levels)).toArray(String[]::new);
        return table().add(data.column(Role.ID).take(rows).named("id"), Meaning.ID).add(DateColumn.of("last-purchase", last, Missing.NONE), Meaning.TIME)
                .counts("recency", recency).counts("frequency", frequency).add(NumberColumn.of("money", money), Meaning.MONEY)
                .add(IntegerColumn.of("r", r), Meaning.PLAIN).add(IntegerColumn.of("f", f), Meaning.PLAIN).add(IntegerColumn.of("m", m), Meaning.PLAIN)
                .add(TextColumn.of("rfm", code, Dictionary.of(codes)), Meaning.PLAIN).add(NumberColumn.of("score", score), Meaning.SCORE)
                .add(TextColumn.of("segment", segment, Dictionary.of(graded.names().toArray(String[]::new))), Meaning.LABEL).build("customers");
    }

    private TablePart segments() {
        final int all = customersOf.length;
        final var counts = new long[all];
        final var shares = new double[all];
        final var moneyShares = new double[all];
        final var recency = new double[all];
        final var frequency = new double[all];
        final var each = new double[all];
        for (int c = 0; c < purchases.customers; c++) {
            pause(c);
            recency[graded.segment()[c]] += purchases.recency(c);
            frequency[graded.segment()[c]] += purchases.frequency[c];
        }
        for (int s = 0; s < all; s++) {
            counts[s] = customersOf[s];
            shares[s] = (double) customersOf[s] / purchases.customers;
            moneyShares[s] = total == 0 ? Double.NaN : moneyOf[s] / total;
            recency[s] = recency[s] / customersOf[s];
            frequency[s] = frequency[s] / customersOf[s];
            each[s] = moneyOf[s] / customersOf[s];
        }
        return table().add(TextColumn.of("segment", graded.names()), Meaning.LABEL).counts("customers", counts)
                .numbers("customer-share", Meaning.SHARE, shares).numbers("money", Meaning.MONEY, moneyOf).numbers("money-share", Meaning.SHARE, moneyShares)
                .numbers("mean-recency", recency).numbers("mean-frequency", frequency).numbers("mean-money", Meaning.MONEY, each).build("segments");
    }

    /** What each grade stands for, so that later data can be graded by the same limits. */
    private TablePart grades() {
        final var dimensions = new ArrayList<String>();
        final int levels = graded.levels();
        final var grade = new long[3 * levels];
        final var from = new double[3 * levels];
        final var to = new double[3 * levels];
        final var customers = new long[3 * levels];
        int at = 0;
        for (final var name : List.of("recency", "frequency", "money")) {
            final var grades = switch (name) {
                case "recency" -> graded.recency();
                case "frequency" -> graded.frequency();
                default -> graded.money();
            };
            for (int level = levels; level > 0; level--) {
                dimensions.add(name);
                grade[at] = level;
                from[at] = grades.least()[level - 1];
                to[at] = grades.most()[level - 1];
                customers[at++] = grades.counts()[level - 1];
            }
        }
        return table().texts("dimension", dimensions).add(IntegerColumn.of("grade", grade), Meaning.PLAIN).add(NumberColumn.of("from", from), Meaning.PLAIN)
                .add(NumberColumn.of("to", to), Meaning.PLAIN).counts("customers", customers).build("grades");
    }

    private void matrices() {
        final int levels = graded.levels();
        final var counts = new double[levels][levels];
        final var sums = Stream.generate(Total::new).limit((long) levels * levels).toList();
        for (int c = 0; c < purchases.customers; c++) {
            pause(c);
            final int row = levels - graded.recency().of()[c];
            final int column = graded.value()[c] - 1;
            counts[row][column]++;
            sums.get(row * levels + column).add(purchases.money[c]);
        }
        final var money = new double[levels][levels];
        for (int i = 0; i < sums.size(); i++) {
            money[i / levels][i % levels] = sums.get(i).value();
        }
        final var rows = IntStream.rangeClosed(1, levels).mapToObj(level -> Message.name("R " + (levels + 1 - level))).toList();
        final var columns = IntStream.rangeClosed(1, levels).mapToObj(level -> Message.name("FM " + level)).toList();
        final var recency = Messages.of("rfm.recency");
        final var value = Messages.of("rfm.value");
        result.part(new MatrixPart("matrix-customers", Messages.of("rfm.matrix-customers"), recency, value, rows, columns, Messages.of("rfm.column.customers"),
                counts, false));
        result.part(new MatrixPart("matrix-money", Messages.of("rfm.matrix-money"), recency, value, rows, columns, Messages.of("rfm.column.money"), money, false));
    }
}
