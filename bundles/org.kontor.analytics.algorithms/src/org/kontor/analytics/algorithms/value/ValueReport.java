// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.segments.Total;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Customers by what they are worth: ranks, the classes A, B and C, and how much the best have of all. */
final class ValueReport {

    private static final List<String> CLASSES = List.of("A", "B", "C");
    /** A has so much of all value, A and B together so much. */
    private static final double[] PARTS = {.8, .95};
    private static final int POINTS = 101;

    private final Dataset data;
    private final int[] row;
    private final double[] values;
    private final List<Extra> more;
    private final RunContext context;
    private final double[] sorted;
    private final double total;
    private final double[] limits = new double[2];

    /** A further column of customers. */
    record Extra(String name, Meaning meaning, double[] values) {
    }

    ValueReport(final Dataset data, final int[] row, final double[] values, final List<Extra> more, final RunContext context) {
        this.data = data;
        this.row = row;
        this.values = values;
        this.more = more;
        this.context = context;
        sorted = values.clone();
        Arrays.sort(sorted);
        context.checkCancelled();
        final var sum = new Total();
        for (final double value : sorted) {
            sum.add(Math.max(0, value));
        }
        total = sum.value();
        double best = 0;
        Arrays.fill(limits, Double.POSITIVE_INFINITY);
        for (int i = sorted.length - 1; i >= 0; i--) {
            final double share = total > 0 && Double.isFinite(total) ? best / total : 1;
            for (int c = 0; c < PARTS.length; c++) {
                limits[c] = share < PARTS[c] && sorted[i] > 0 ? sorted[i] : limits[c];
            }
            best += Math.max(0, sorted[i]);
        }
    }

    private int classOf(final double value) {
        return value >= limits[0] ? 0 : value >= limits[1] ? 1 : 2;
    }

    void into(final Result.Builder result) {
        final int count = sorted.length;
        final double mean = total / count;
        metric(result, "customers", count);
        metric(result, "total-value", total);
        metric(result, "mean-value", mean);
        metric(result, "median-value", sorted[count / 2] / 2 + sorted[(count - 1) / 2] / 2);
        final var sizes = new long[CLASSES.size()];
        final var sums = new double[CLASSES.size()];
        for (final double value : sorted) {
            sizes[classOf(value)]++;
            sums[classOf(value)] += Math.max(0, value);
        }
        if (total > 0 && Double.isFinite(total)) {
            result.say(Messages.of("customer-value.classes", sizes[0], (double) sizes[0] / count, sums[0] / total));
            result.metric("class-a-share", (double) sizes[0] / count, Messages.of("customer-value.metric.class-a-share"), Trail.NONE, Meaning.SHARE);
            final var shares = new double[2][CLASSES.size()];
            for (int c = 0; c < CLASSES.size(); c++) {
                shares[0][c] = (double) sizes[c] / count;
                shares[1][c] = sums[c] / total;
            }
            result.part(customers());
            result.part(new BarsPart("classes", Messages.of("customer-value.class-shares"), CLASSES.stream().map(Message::name).toList(),
                    List.of(Messages.of("churn-no-contract.share-of-customers"), Messages.of("customer-value.share-of-value")),
                    Messages.of("churn-no-contract.share"), shares, Meaning.SHARE));
            result.part(concentration());
        } else {
            result.part(customers());
        }
    }

    private static void metric(final Result.Builder result, final String name, final double value) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("customer-value.metric." + name), Trail.NONE);
        }
    }

    private TablePart customers() {
        final int size = values.length;
        final var table = PurchaseReport.customers(data.find(Role.ID).map(id -> id.take(row))).under(CustomerValue.NAME);
        table.add(NumberColumn.of("value", values), Meaning.MONEY);
        final var classes = new int[size];
        final var ranks = new long[size];
        for (int i = 0; i < size; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            classes[i] = classOf(values[i]);
            ranks[i] = sorted.length - notAbove(values[i]) + 1L;
        }
        table.add(IntegerColumn.of("rank", ranks), Meaning.PLAIN)
                .add(TextColumn.of("class", classes, Dictionary.of(CLASSES.toArray(String[]::new))), Meaning.LABEL);
        for (final var extra : more) {
            table.under(switch (extra.name()) {
                case "alive", "expected" -> "nbd";
                case "expected-mean" -> GammaGamma.NAME;
                default -> CustomerValue.NAME;
            }).add(NumberColumn.of(extra.name(), extra.values()), extra.meaning());
        }
        return table.under("nbd").build("customers");
    }

    /** {@return how many values are not above one} */
    private int notAbove(final double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            final int middle = low + high >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Which share of value the best share of customers has. */
    private SeriesPart concentration() {
        final var best = new double[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            best[i + 1] = best[i] + Math.max(0, sorted[sorted.length - 1 - i]);
        }
        final var positions = IntStream.range(0, POINTS).mapToDouble(i -> i / (POINTS - 1.0)).toArray();
        final var shares = Arrays.stream(positions).map(share -> best[(int) Math.round(share * sorted.length)] / best[sorted.length]).toArray();
        return new SeriesPart("concentration", Messages.of("customer-value.concentration"),
                new SeriesPart.Axis(Messages.of("churn-no-contract.share-of-customers"), SeriesPart.AxisType.NUMBER, Meaning.SHARE),
                        Messages.of("customer-value.share-of-value"),
                List.of(new SeriesPart.Line(Messages.of("customer-value.share-of-value"), positions, shares, Optional.empty())), List.of(), Meaning.SHARE);
    }
}
