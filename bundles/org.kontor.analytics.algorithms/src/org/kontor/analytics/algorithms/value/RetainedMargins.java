// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/**
 * The present value of the margins of a customer who stays from period to period with a probability: m r^t / (1 + d)^t added up from t = 0,
 * and beside it the multiple of Gupta and Lehmann, r / (1 + d - r), which begins with the next period and goes on for ever.
 */
final class RetainedMargins {

    private static final int SHOWN = 20;

    private RetainedMargins() {
    }

    /**
     * The value of a margin of 1.
     *
     * @param periods the last period counted from 0; 0 for ever
     * @return {@code NaN} where it grows without end
     */
    static double multiple(final double retention, final double discount, final long periods) {
        final double ratio = retention / (1 + discount);
        if (periods == 0) {
            return ratio < 1 ? 1 / (1 - ratio) : Double.NaN;
        }
        return ratio == 1 ? periods + 1 : -Math.expm1((periods + 1) * Math.log(ratio)) / (1 - ratio);
    }

    static Result result(final Dataset data, final Parameters parameters, final RunContext context) {
        final var names = data.names(Role.FEATURES);
        final var margins = data.frame().column(names.getFirst());
        final Column retentions = names.size() > 1 ? data.frame().column(names.get(1)) : null;
        final double retention = parameters.get(CustomerValue.RETENTION);
        final double discount = parameters.get(CustomerValue.DISCOUNT);
        final double share = parameters.get(CustomerValue.MARGIN);
        final long periods = parameters.get(CustomerValue.PERIODS);
        final Column ids = data.find(Role.ID).orElse(null);
        final int rows = data.rows();
        final var row = new int[rows];
        final var margin = new double[rows];
        final var values = new double[rows];
        final var multiples = new double[rows];
        final double same = multiple(retention, discount, periods);
        int counted = 0;
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final double own = retentions == null ? retention : retentions.number(i);
            final double factor = retentions == null ? same : own >= 0 && own <= 1 ? multiple(own, discount, periods) : Double.NaN;
            final double m = margins.number(i) * share;
            if (Double.isFinite(m * factor) && (ids == null || !ids.isMissing(i))) {
                row[counted] = i;
                margin[counted] = m;
                values[counted] = m * factor;
                multiples[counted] = own < 1 + discount ? finite(m * own / (1 + discount - own)) : Double.NaN;
                counted++;
                sum += m;
            }
        }
        context.progress().worked(1);
        if (counted == 0) {
            throw Messages.problem("customer-value.no-margins", margins.name()).asException();
        }
        final var result = Result.builder();
        final double mean = sum / counted;
        if (retentions == null) {
            result.say(Messages.of("customer-value.retention.summary", mean, same, mean * same, retention, discount));
            result.metric("multiple", same, Messages.of("customer-value.metric.multiple"), Trail.NONE);
            if (retention < 1 + discount) {
                result.metric("gupta-lehmann-multiple", retention / (1 + discount - retention), Messages.of("customer-value.metric.gupta-lehmann-multiple"),
                        Trail.NONE);
            }
        }
        if (counted < rows) {
            result.warn("customer-value.rows-left-out", Messages.of("customer-value.rows-left-out", rows - counted));
        }
        final var more = List.of(new ValueReport.Extra("margin", Meaning.MONEY, Arrays.copyOf(margin, counted)),
                new ValueReport.Extra("gupta-lehmann", Meaning.MONEY, Arrays.copyOf(multiples, counted)));
        new ValueReport(data, Arrays.copyOf(row, counted), Arrays.copyOf(values, counted), more, context).into(result);
        context.progress().worked(1);
        if (retentions == null && Double.isFinite(mean)) {
            result.part(periods(mean, retention, discount, periods));
        }
        context.progress().worked(1);
        return result.build();
    }

    private static double finite(final double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** How the value of the mean margin builds up. */
    private static SeriesPart periods(final double mean, final double retention, final double discount, final long periods) {
        final int last = (int) (periods == 0 ? SHOWN : periods);
        final var positions = IntStream.rangeClosed(0, last).asDoubleStream().toArray();
        final var each = Arrays.stream(positions).map(t -> mean * Math.pow(retention / (1 + discount), t)).toArray();
        final var all = each.clone();
        for (int t = 1; t < all.length; t++) {
            all[t] += all[t - 1];
        }
        final var lines = new ArrayList<SeriesPart.Line>();
        lines.add(new SeriesPart.Line(Messages.of("customer-value.each-period"), positions, each, Optional.empty()));
        lines.add(new SeriesPart.Line(Messages.of("customer-value.added-up"), positions, all, Optional.empty()));
        return new SeriesPart("periods", Messages.of("customer-value.build-up"),
                new SeriesPart.Axis(Messages.of("customer-value.column.period"), SeriesPart.AxisType.NUMBER), Messages.of("customer-value.money"), lines,
                        List.of());
    }
}
