// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** What there is to say about coefficients with the least sum of squares. */
final class LinearReport {

    private static final int NAMED = 3;
    private static final int SHOWN = 20;
    private static final double SURE = .05;
    private static final double DOUBTFUL = 10;
    private static final double RARE = .01;

    private final Dataset data;
    private final Examples examples;
    private final LinearFit fit;
    private final RunContext context;
    private final double confidence;
    private final double[] residuals;
    private final double[] predictions;
    private final boolean ridge;

    LinearReport(final Dataset data, final Examples examples, final Parameters parameters, final LinearFit fit, final Predictor predictor,
            final RunContext context) {
        this.data = data;
        this.examples = examples;
        this.fit = fit;
        this.context = context;
        confidence = parameters.get(LinearRegression.CONFIDENCE);
        ridge = parameters.get(LinearRegression.RIDGE) > 0;
        predictions = predictor.score(examples.features(), fit.rows(), context);
        residuals = new double[predictions.length];
        Arrays.setAll(residuals, i -> examples.target().values()[fit.rows()[i]] - predictions[i]);
    }

    void add(final Result.Builder result) {
        metrics(result);
        warn(result);
        say(result);
        result.part(coefficients());
        if (fit.kept().length > 0) {
            result.part(standardised());
        }
        final var parts = new ResidualParts(data, examples, fit, predictions, residuals);
        parts.add(result);
    }

    private static void metric(final Result.Builder result, final String name, final double value) {
        metric(result, name, value, Meaning.PLAIN);
    }

    private static void metric(final Result.Builder result, final String name, final double value, final Meaning meaning) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("linear.metric." + name), Trail.NONE, meaning);
        }
    }

    private void metrics(final Result.Builder result) {
        final int count = fit.kept().length;
        final double freedom = fit.freedom();
        metric(result, "fit-rows", fit.rows().length);
        metric(result, "fit-r2", fit.r2(), Meaning.SHARE);
        metric(result, "fit-adjusted-r2", freedom > 0 ? 1 - (1 - fit.r2()) * (fit.rows().length - 1) / freedom : Double.NaN, Meaning.SHARE);
        metric(result, "residual-standard-error", Math.sqrt(fit.variance()));
        metric(result, "residual-degrees-of-freedom", freedom);
        metric(result, "residual-sum-of-squares", fit.residuals());
        if (freedom > 0 && count > 0 && !ridge) {
            final double f = (fit.total() - fit.residuals()) / count / fit.variance();
            metric(result, "f-statistic", f);
            metric(result, "f-p-value", f > 0 && Double.isFinite(f) ? FDistribution.of(count, freedom).survivalProbability(f) : Double.isNaN(f) ? f
                    : f > 0 ? 0 : 1);
        }
        metric(result, "durbin-watson", durbinWatson());
        metric(result, "breusch-pagan-p-value", breuschPagan());
    }

    /** In the order of time where there is one, else of the data. */
    private double durbinWatson() {
        final int[] order = examples.times() == null ? null
                : Order.ascending(Arrays.stream(fit.rows()).mapToDouble(row -> examples.times()[row]).toArray(), context::checkCancelled);
        double changes = 0;
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            final double own = residuals[order == null ? i : order[i]];
            final double before = i == 0 ? own : residuals[order == null ? i - 1 : order[i - 1]];
            changes += (own - before) * (own - before);
            squares += own * own;
        }
        return squares > 0 && fit.freedom() > 0 ? changes / squares : Double.NaN;
    }

    /** Whether the spread of residuals grows or shrinks with the prediction (Koenker's form of the test of Breusch and Pagan). */
    private double breuschPagan() {
        final int count = residuals.length;
        final double x = Arrays.stream(predictions).average().orElse(0);
        final double y = Arrays.stream(residuals).map(each -> each * each).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < count; i++) {
            final double a = predictions[i] - x;
            final double b = residuals[i] * residuals[i] - y;
            xx += a * a;
            xy += a * b;
            yy += b * b;
        }
        final double statistic = count * (xy / xx) * (xy / yy);
        return fit.freedom() > 0 && Double.isFinite(statistic) && statistic >= 0 ? ChiSquaredDistribution.of(1).survivalProbability(statistic) : Double.NaN;
    }

    private void warn(final Result.Builder result) {
        final var terms = fit.terms();
        final var kept = Arrays.stream(fit.kept()).boxed().toList();
        final var dropped = IntStream.range(0, terms.width()).filter(term -> !kept.contains(term)).mapToObj(terms::title).toList();
        if (!dropped.isEmpty() && fit.total() > 0) {
            result.warn("linear.collinear", Messages.of("linear.collinear", Warnings.listed(dropped)));
        }
        Warnings.terms(result, terms, examples, fit.rows().length);
        if (fit.freedom() <= 0) {
            result.warn("linear.no-freedom", Messages.of("linear.no-freedom", fit.rows().length, kept.size() + 1));
        }
        if (ridge) {
            result.warn("linear.ridge", Messages.of("linear.ridge"));
            return;
        }
        final var inflated = IntStream.range(0, kept.size()).filter(k -> fit.inflation(k) > DOUBTFUL).mapToObj(k -> terms.title(kept.get(k))).toList();
        if (!inflated.isEmpty()) {
            result.warn("linear.inflated", Messages.of("linear.inflated", Warnings.listed(inflated), DOUBTFUL));
        }
        if (breuschPagan() < RARE) {
            result.warn("linear.spread", Messages.of("linear.spread"));
        }
        final double waves = durbinWatson();
        if (examples.times() != null && (waves < 1 || waves > 3)) {
            result.warn("linear.waves", Messages.of("linear.waves", waves));
        }
    }

    private void say(final Result.Builder result) {
        if (fit.kept().length == 0) {
            result.say(Messages.of("linear.nothing"));
            return;
        }
        result.say(Messages.of("linear.summary", fit.r2(), fit.rows().length));
        if (fit.freedom() > 0 && !ridge) {
            final var distribution = TDistribution.of(fit.freedom());
            final double quantile = distribution.inverseSurvivalProbability((1 - confidence) / 2);
            IntStream.range(0, fit.kept().length).filter(k -> fit.standardError(k) > 0)
                    .filter(k -> 2 * distribution.survivalProbability(Math.abs(t(k))) < SURE).boxed()
                    .sorted(Comparator.comparingDouble((Integer k) -> -Math.abs(t(k)))).limit(NAMED).forEach(k -> result.say(sentence(k, quantile)));
        }
    }

    private double t(final int place) {
        return fit.coefficients()[fit.kept()[place]] / fit.standardError(place);
    }

    private Message sentence(final int place, final double quantile) {
        final int term = fit.kept()[place];
        final var terms = fit.terms();
        final double coefficient = fit.coefficients()[term];
        final double half = quantile * fit.standardError(place);
        final var target = examples.target().title();
        final var shown = List.of(Shown.number(Math.abs(coefficient)), Shown.number(coefficient - half), Shown.number(coefficient + half));
        final var key = terms.level(term) == Terms.NUMBER ? "linear.effect.number." : "linear.effect.category.";
        return Messages.of(key + (coefficient > 0 ? "more" : "less"), terms.encoding().title(terms.owner(term)), target, shown.get(0),
                shown.get(1),
                shown.get(2), Warnings.level(terms, term), Warnings.reference(terms, term));
    }

    private TablePart coefficients() {
        final var terms = fit.terms();
        final int count = terms.width() + 1;
        final var names = new ArrayList<Message>();
        final var values = new double[7][count];
        for (final double[] each : values) {
            Arrays.fill(each, Double.NaN);
        }
        names.add(Message.name("(intercept)"));
        values[0][0] = fit.intercept();
        errors(values, 0, fit.intercept(), Math.sqrt(Math.max(0, fit.variance() * fit.interceptVariance())));
        for (int term = 0; term < terms.width(); term++) {
            names.add(terms.title(term));
        }
        for (int k = 0; k < fit.kept().length; k++) {
            final int at = fit.kept()[k] + 1;
            values[0][at] = fit.coefficients()[at - 1];
            errors(values, at, values[0][at], fit.standardError(k));
            values[6][at] = ridge ? Double.NaN : fit.inflation(k);
        }
        return new TableBuilder(Messages.TEXTS, "linear").messages("term", names).numbers("coefficient", values[0]).numbers("standard-error", values[1])
                .numbers("t", values[2])
                .numbers("p", Meaning.PROBABILITY, values[3]).numbers("lower", values[4]).numbers("upper", values[5]).numbers("inflation", values[6])
                .build("coefficients");
    }

    private void errors(final double[][] values, final int at, final double coefficient, final double error) {
        if (!ridge && fit.freedom() > 0 && Double.isFinite(error)) {
            final var distribution = TDistribution.of(fit.freedom());
            final double half = distribution.inverseSurvivalProbability((1 - confidence) / 2) * error;
            values[1][at] = error;
            values[2][at] = coefficient / error;
            values[3][at] = error > 0 ? Math.min(1, 2 * distribution.survivalProbability(Math.abs(coefficient / error))) : Double.NaN;
            values[4][at] = coefficient - half;
            values[5][at] = coefficient + half;
        }
    }

    private BarsPart standardised() {
        final double spread = Math.sqrt(fit.total() / fit.terms().weight());
        final var order = Arrays.stream(fit.kept()).boxed().sorted(Comparator.comparingDouble((Integer term) -> -Math.abs(standardised(term,
                spread)))).limit(SHOWN).toList();
        return new BarsPart("effects", Messages.of("linear.effects"), order.stream().map(fit.terms()::title).toList(),
                List.of(Messages.of("linear.effects.value")), Messages.of("linear.effects.value"),
                new double[][] {order.stream().mapToDouble(term -> standardised(term, spread)).toArray()});
    }

    private double standardised(final int term, final double spread) {
        return fit.coefficients()[term] * fit.terms().deviation(term) / spread;
    }
}
