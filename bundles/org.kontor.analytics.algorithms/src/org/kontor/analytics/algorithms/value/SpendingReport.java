// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns what customers spend into a result. */
final class SpendingReport {

    private static final int FEW = 30;
    static final double CORRELATED = .3;
    private static final int BINS = 20;
    private static final int POINTS = 21;
    private static final int[] KNOWN = {1, 2, 5, 10, 20};

    private final Dataset data;
    private final Payments payments;
    private final Spending.Fit fit;
    private final RunContext context;
    private final Result.Builder result = Result.builder();

    SpendingReport(final Dataset data, final Payments payments, final Spending.Fit fit, final RunContext context) {
        this.data = data;
        this.payments = payments;
        this.fit = fit;
        this.context = context;
    }

    /** {@return what is to be expected of a customer; NaN where that is not known} */
    static double expected(final Spending spending, final Payments payments, final int i) {
        return payments.pays(i) ? spending.expected(payments.x()[i], payments.mean()[i]) : payments.x()[i] > 0 ? Double.NaN : spending.mean();
    }

    private void metric(final String name, final double value) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("gamma-gamma.metric." + name), Trail.NONE);
        }
    }

    Result result(final Model model) {
        final var spending = fit.spending();
        final var expected = new double[payments.size()];
        for (int i = 0; i < expected.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            expected[i] = expected(spending, payments, i);
        }
        final double correlation = payments.correlation(context);
        result.say(Messages.of("gamma-gamma.summary", payments.payers(), payments.meanOfMeans()));
        if (spending.q() > 1) {
            final double own = spending.p() / (spending.p() + spending.q() - 1);
            result.say(Messages.of("gamma-gamma.summary.mean", spending.mean(), own, 5 * spending.p() / (5 * spending.p() + spending.q() - 1)));
        } else {
            result.warn("gamma-gamma.no-mean", Messages.of("gamma-gamma.no-mean"));
        }
        metric("customers", payments.payers());
        metric("p", spending.p());
        metric("q", spending.q());
        metric("v", spending.v());
        metric("log-likelihood", fit.logarithm());
        metric("population-mean", spending.mean());
        metric("mean", payments.meanOfMeans());
        metric("correlation", correlation);
        warn(correlation);
        result.part(customers(expected));
        shrinkage(spending).ifPresent(result::part);
        spread(expected).ifPresent(result::part);
        result.model(model);
        return result.build();
    }

    private void warn(final double correlation) {
        final var rows = payments.rows();
        if (rows.missing() > 0) {
            result.warn("nbd.missing", Messages.of("nbd.missing", rows.missing()));
        }
        if (rows.wrong() > 0) {
            result.warn("gamma-gamma.wrong", Messages.of("gamma-gamma.wrong", rows.wrong()));
        }
        if (payments.unpaid() > 0) {
            result.warn("gamma-gamma.unpaid", Messages.of("gamma-gamma.unpaid", payments.unpaid()));
        }
        if (payments.payers() < FEW) {
            result.warn("nbd.few", Messages.of("gamma-gamma.few", payments.payers(), FEW));
        }
        if (Math.abs(correlation) > CORRELATED) {
            result.warn("gamma-gamma.correlated", Messages.of("gamma-gamma.correlated", correlation));
        }
        if (fit.search().kind() == Search.Kind.HELD) {
            result.warn("nbd.held", Messages.of("nbd.held"));
        } else if (fit.search().kind() == Search.Kind.BEST_SEEN) {
            result.warn("nbd.best-seen", Messages.of("nbd.best-seen", fit.search().steps()));
        }
    }

    private TablePart customers(final double[] expected) {
        final int size = payments.size();
        final var times = new long[size];
        final var means = new double[size];
        for (int i = 0; i < size; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            times[i] = (long) payments.x()[i];
            means[i] = times[i] > 0 ? payments.mean()[i] : Double.NaN;
        }
        return PurchaseReport.customers(data.find(Role.ID).map(id -> id.take(payments.row()))).under(GammaGamma.NAME).counts("purchases", times)
                .add(NumberColumn.of("mean", means), Meaning.MONEY).add(NumberColumn.of("expected-mean", expected), Meaning.MONEY)
                .under("nbd").build("customers");
    }

    /** How the expectation follows the customer's own mean the closer, the more purchases are known. */
    private Optional<SeriesPart> shrinkage(final Spending spending) {
        final double most = 2 * payments.meanOfMeans();
        final var positions = IntStream.range(0, POINTS).mapToDouble(i -> most * i / (POINTS - 1)).toArray();
        final var lines = new ArrayList<SeriesPart.Line>();
        for (final int known : KNOWN) {
            final var values = Arrays.stream(positions).map(mean -> spending.expected(known, mean)).toArray();
            if (Arrays.stream(values).allMatch(value -> value >= 0 && value <= Double.MAX_VALUE)) {
                lines.add(new SeriesPart.Line(Messages.of("gamma-gamma.known", known), positions, values, Optional.empty()));
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new SeriesPart("own-and-all", Messages.of("gamma-gamma.own-and-all"),
                new SeriesPart.Axis(Messages.of("gamma-gamma.column.mean"), SeriesPart.AxisType.NUMBER), Messages.of("gamma-gamma.column.expected-mean"), lines,
                List.of()));
    }

    private Optional<DistributionPart> spread(final double[] expected) {
        final var sorted = IntStream.range(0, payments.size()).filter(payments::pays).mapToDouble(i -> payments.mean()[i]).toArray();
        context.checkCancelled();
        Arrays.sort(sorted);
        context.checkCancelled();
        final double most = sorted[(int) ((sorted.length - 1) * .98)];
        if (!(most > 0)) {
            return Optional.empty();
        }
        final var edges = IntStream.rangeClosed(0, BINS).mapToDouble(i -> most * i / BINS).toArray();
        final var counts = new double[2][BINS];
        for (int i = 0; i < payments.size(); i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (payments.pays(i)) {
                count(counts[0], payments.mean()[i] / most, payments.weight(i));
                count(counts[1], expected[i] / most, payments.weight(i));
            }
        }
        return Optional.of(new DistributionPart("spread", Messages.of("gamma-gamma.spread"), Messages.of("gamma-gamma.money"), edges,
                List.of(Messages.of("gamma-gamma.column.mean"), Messages.of("gamma-gamma.column.expected-mean")), counts));
    }

    private static void count(final double[] counts, final double place, final double weight) {
        if (place >= 0 && place <= 1) {
            counts[Math.min(BINS - 1, (int) (place * BINS))] += weight;
        }
    }
}
