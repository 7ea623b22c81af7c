// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.time.LocalDate;
import java.util.Optional;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns a fitted process into a result. */
final class PurchaseReport {

    /** So many customers are worked on between two looks at whether to stop. */
    static final int EACH = 1_024;
    private static final int FEW = 30;
    private static final double GONE = .5;

    private final Dataset data;
    private final Histories histories;
    private final Groups groups;
    private final ProcessFit fit;
    private final RunContext context;
    private final String unit;
    private final double horizon;
    private final Result.Builder result = Result.builder();

    PurchaseReport(final Dataset data, final Parameters parameters, final Histories histories, final Groups groups, final ProcessFit fit,
            final RunContext context) {
        this.data = data;
        this.histories = histories;
        this.groups = groups;
        this.fit = fit;
        this.context = context;
        unit = parameters.get(PurchaseMethod.UNIT);
        horizon = parameters.get(PurchaseMethod.HORIZON);
    }

    /** A table about customers, who are known by their identifiers where there are any. */
    static TableBuilder customers(final Optional<Column> ids) {
        final var table = new TableBuilder(Messages.TEXTS, "nbd");
        ids.ifPresent(id -> table.add(id.named("id"), Meaning.ID));
        return table;
    }

    private static String day(final int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    Result result(final Model model) {
        final var answers = new Answers(groups, fit.process(), context);
        final var alive = answers.alive();
        final var expected = answers.expected(horizon);
        say(alive, expected);
        holdOut(answers, expected);
        warn(result, histories);
        warn(result, fit, groups);
        final var parts = new PurchaseParts(histories, groups, fit.process(), unit, context);
        result.part(customers(alive, expected));
        result.part(parts.alive());
        parts.tracking().ifPresent(result::part);
        parts.frequencies().ifPresent(result::part);
        result.part(parts.spread(alive));
        result.part(parts.newCustomer());
        result.model(model);
        return result.build();
    }

    private Message unitName() {
        return Messages.of("nbd.unit." + unit);
    }

    private void metric(final String name, final double value) {
        metric(name, value, Meaning.PLAIN);
    }

    private void metric(final String name, final double value, final Meaning meaning) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("nbd.metric." + name), Trail.NONE, meaning);
        }
    }

    private void say(final double[] alive, final double[] expected) {
        double again = 0;
        double sumAlive = 0;
        double sumExpected = 0;
        double gone = 0;
        for (int i = 0; i < histories.size(); i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final double weight = histories.weight(i);
            again += histories.x()[i] > 0 ? weight : 0;
            sumAlive += weight * alive[i];
            sumExpected += weight * expected[i];
            gone += alive[i] < GONE ? weight : 0;
        }
        final double all = histories.customers();
        if (histories.orders() == null) {
            result.say(Messages.of("nbd.summary.features", all, again, again / all));
        } else {
            result.say(Messages.of("nbd.summary.orders", all, again, again / all, day(histories.orders().census.first()), day(histories.end())));
        }
        result.say(Messages.of("nbd.summary.expected", sumExpected, horizon, unitName(), sumExpected / all));
        result.say(Messages.of("nbd.summary.alive", sumAlive / all, gone, gone / all));
        metric("customers", all);
        metric("repeat-customers", again);
        for (int j = 0; j < fit.process().names().size(); j++) {
            metric(fit.process().names().get(j), fit.process().values()[j]);
        }
        metric("log-likelihood", fit.logarithm());
        metric("alive-mean", sumAlive / all, Meaning.PROBABILITY);
        metric("expected-total", sumExpected);
    }

    private void holdOut(final Answers answers, final double[] expected) {
        if (histories.actual() == null) {
            return;
        }
        final boolean orders = histories.orders() != null;
        final double ahead = orders ? histories.ahead() : horizon;
        final var found = HoldOut.of(histories, orders && ahead != horizon ? answers.expected(ahead) : expected, ahead);
        if (!(found.customers() > 0)) {
            return;
        }
        result.say(Messages.of("nbd.summary.hold-out", found.actual(), ahead, unitName(), found.expected()));
        result.say(Messages.of(found.rmse() < found.rate() ? "nbd.summary.better" : "nbd.summary.worse", found.rmse(), found.rate()));
        metric("holdout-actual", found.actual());
        metric("holdout-expected", found.expected());
        metric("holdout-correlation", found.correlation());
        metric("mae", found.mae());
        metric("rmse", found.rmse());
        metric("rmse-rate", found.rate());
    }

    /** Says what was left out. */
    static void warn(final Result.Builder result, final Histories histories) {
        final var rows = histories.rows();
        if (rows.missing() > 0) {
            result.warn("nbd.missing", Messages.of("nbd.missing", rows.missing()));
        }
        if (rows.wrong() > 0) {
            result.warn("nbd.wrong", Messages.of("nbd.wrong", rows.wrong()));
        }
        if (rows.late() > 0) {
            result.warn("nbd.late", Messages.of("nbd.late", rows.late(), day(histories.end())));
        }
        if (histories.orders() != null && histories.orders().census.negative() > 0) {
            result.warn("nbd.negative", Messages.of("nbd.negative", histories.orders().census.negative()));
        }
    }

    /** Says how much the parameters can be trusted. */
    static void warn(final Result.Builder result, final ProcessFit fit, final Groups groups) {
        double again = 0;
        for (int g = 0; g < groups.size(); g++) {
            again += groups.x()[g] > 0 ? groups.weight()[g] : 0;
        }
        if (again < FEW) {
            result.warn("nbd.few", Messages.of("nbd.few", again, FEW));
        }
        if (fit.kind() == Search.Kind.HELD) {
            result.warn("nbd.held", fit.away().isEmpty() ? Messages.of("nbd.held") : Messages.of("nbd.held.away", String.join(", ", fit.away())));
        } else if (fit.kind() == Search.Kind.BEST_SEEN) {
            result.warn("nbd.best-seen", Messages.of("nbd.best-seen", fit.steps()));
        }
    }

    private TablePart customers(final double[] alive, final double[] expected) {
        final int size = histories.size();
        final var times = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = (long) histories.x()[i];
        }
        final var table = customers(data.find(Role.ID).map(id -> id.take(histories.row()))).counts("frequency", times)
                .add(NumberColumn.of("recency", histories.tx()), Meaning.PLAIN).add(NumberColumn.of("age", histories.age()), Meaning.PLAIN)
                .add(NumberColumn.of("alive", alive), Meaning.PROBABILITY).add(NumberColumn.of("expected", expected), Meaning.SCORE);
        if (histories.actual() != null) {
            final var bought = new long[size];
            final var missing = new long[Math.ceilDiv(size, Long.SIZE)];
            for (int i = 0; i < size; i++) {
                bought[i] = (long) histories.actual()[i];
                if (Double.isNaN(histories.actual()[i])) {
                    missing[i >> 6] |= 1L << i;
                }
            }
            table.add(IntegerColumn.of("actual", bought, Missing.of(missing)), Meaning.COUNT);
        }
        return table.build("customers");
    }
}
