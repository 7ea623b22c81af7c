// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.algorithms.segments.Total;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/**
 * What customers with orders are worth: purchases to expect in each step of the horizon, discounted, times the money to expect of a purchase,
 * times the margin (Fader, Hardie and Lee, 2005).
 */
final class OrderValues {

    private static final double YEAR = 365.25;
    private static final int MOST_STEPS = 52;

    private OrderValues() {
    }

    static Result result(final Dataset given, final Parameters parameters, final RunContext context) {
        final Map<Role, List<String>> roles = new HashMap<>(given.roles());
        roles.remove(Role.FEATURES);
        final var data = new Dataset(given.frame(), roles);
        final var histories = PurchaseMethod.histories(data, parameters, context);
        final var groups = Groups.of(histories, context);
        PurchaseMethod.require(histories, groups);
        final var payments = Payments.ofHistories(histories, false);
        GammaGamma.require(payments);
        context.progress().worked(1);
        final var fit = ProcessFit.of(ProcessFit.Model.of(parameters.get(CustomerValue.MODEL)), groups, context);
        final var spending = Spending.fit(payments, context);
        context.progress().worked(1);
        final double horizon = parameters.get(PurchaseMethod.HORIZON);
        final double rate = Math.pow(1 + parameters.get(CustomerValue.DISCOUNT), histories.unit() / YEAR);
        final var process = fit.process();
        final var answers = new Answers(groups, process, context);
        final double[] discounted = answers.each(g -> discounted(process, groups.x()[g], groups.tx()[g], groups.age()[g], horizon, rate));
        final double[] expected = answers.expected(horizon);
        final double[] alive = answers.alive();
        final double margin = parameters.get(CustomerValue.MARGIN);
        final int size = histories.size();
        final var money = new double[size];
        final var values = new double[size];
        double future = 0;
        for (int i = 0; i < size; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final double known = SpendingReport.expected(spending.spending(), payments, i);
            // who got back all that was paid is worth nothing; where there is no mean of all, that of those who paid stands for it
            money[i] = !Double.isNaN(known) ? known : payments.x()[i] > 0 ? 0 : payments.meanOfMeans();
            values[i] = discounted[i] * money[i] * margin;
            future += values[i];
        }
        final double[] paid = paid(histories, margin, context);
        final var result = Result.builder();
        final var unit = Messages.of("nbd.unit." + parameters.get(PurchaseMethod.UNIT));
        result.say(Messages.of("customer-value.orders.summary", size, future, horizon, unit, future / size));
        PurchaseReport.warn(result, histories);
        PurchaseReport.warn(result, fit, groups);
        warn(result, spending, payments, context);
        for (int j = 0; j < process.names().size(); j++) {
            result.metric(process.names().get(j), process.values()[j], Messages.of("nbd.metric." + process.names().get(j)), Trail.NONE);
        }
        metric(result, "p", spending.spending().p());
        metric(result, "q", spending.spending().q());
        metric(result, "v", spending.spending().v());
        new ValueReport(data, histories.row(), values, List.of(new ValueReport.Extra("historic", Meaning.MONEY, paid),
                new ValueReport.Extra("alive", Meaning.PROBABILITY, alive), new ValueReport.Extra("expected", Meaning.PLAIN, expected),
                new ValueReport.Extra("expected-mean", Meaning.MONEY, money)), context).into(result);
        result.part(new PurchaseParts(histories, groups, process, parameters.get(PurchaseMethod.UNIT), context).alive());
        context.progress().worked(1);
        return result.build();
    }

    private static void metric(final Result.Builder result, final String name, final double value) {
        final Message title = Messages.of("gamma-gamma.metric." + name);
        result.metric(name, value, title, Trail.NONE);
    }

    private static void warn(final Result.Builder result, final Spending.Fit spending, final Payments payments, final RunContext context) {
        final double correlation = payments.correlation(context);
        if (Math.abs(correlation) > SpendingReport.CORRELATED) {
            result.warn("gamma-gamma.correlated", Messages.of("gamma-gamma.correlated", correlation));
        }
        if (spending.spending().q() <= 1) {
            result.warn("gamma-gamma.no-mean", Messages.of("gamma-gamma.no-mean"));
        }
        if (payments.unpaid() > 0) {
            result.warn("gamma-gamma.unpaid", Messages.of("gamma-gamma.unpaid", payments.unpaid()));
        }
    }

    /** {@return purchases to expect, each worth less the later it comes} */
    static double discounted(final PurchaseProcess process, final double x, final double tx, final double age, final double horizon, final double rate) {
        final int steps = (int) Math.min(MOST_STEPS, Math.max(1, Math.ceil(horizon)));
        double before = 0;
        double sum = 0;
        for (int i = 1; i <= steps; i++) {
            final double until = horizon * i / steps;
            final double expected = process.expected(x, tx, age, until);
            // in the middle of the step
            sum += (expected - before) * Math.pow(rate, -(until - .5 * horizon / steps));
            before = expected;
        }
        return sum;
    }

    /** {@return the margin of what each customer paid up to the end of observation} */
    private static double[] paid(final Histories histories, final double margin, final RunContext context) {
        final var orders = histories.orders();
        final var paid = new double[histories.size()];
        int i = 0;
        for (int c = 0; c < orders.customers; c++) {
            if (c % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (orders.firstDay(c) > histories.end()) {
                continue;
            }
            final var total = new Total();
            for (int j = orders.start[c]; j < orders.start[c] + orders.count[c] && orders.days[j] <= histories.end(); j++) {
                total.add(orders.money[j]);
            }
            paid[i++] = total.value() * margin;
        }
        return paid;
    }
}
