// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** What there is to say about odds. */
final class LogisticReport {

    private static final int NAMED = 3;
    private static final int SHOWN = 20;
    private static final double SURE = .05;
    /** So much work, in multiplications, the tests of single features may cost. */
    private static final double WORK = 1.5e9;
    private static final double STEPS = 6;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Examples examples;
    private final Parameters parameters;
    private final List<LogisticFit> fits;
    private final RunContext context;
    private final Target target;
    private final double quantile;

    LogisticReport(final Examples examples, final Parameters parameters, final List<LogisticFit> fits, final RunContext context) {
        this.examples = examples;
        this.parameters = parameters;
        this.fits = fits;
        this.context = context;
        target = examples.target();
        quantile = NORMAL.inverseSurvivalProbability((1 - parameters.get(LinearRegression.CONFIDENCE)) / 2);
    }

    void add(final Result.Builder result) {
        warn(result);
        if (isJoint()) {
            metrics(result, fits.getFirst());
        }
        if (target.isBinary()) {
            sentences(result, fits.getFirst());
        }
        result.part(coefficients());
        if (fits.getFirst().terms().width() > 0) {
            result.part(effects());
        }
        if (target.isBinary()) {
            features(result);
        }
    }

    /** Whether all classes were learned at once, and not each against all others. */
    private boolean isJoint() {
        return fits.size() == target.classes().size() - 1;
    }

    private String name(final int fit) {
        return target.classes().get(isJoint() ? fit + 1 : fit);
    }

    private void warn(final Result.Builder result) {
        final var first = fits.getFirst();
        Warnings.terms(result, first.terms(), examples, first.rows().length);
        final var separating = new LinkedHashSet<Message>();
        final var dropped = new LinkedHashSet<Message>();
        boolean converged = true;
        for (final var fit : fits) {
            Arrays.stream(fit.separating()).mapToObj(fit.terms()::title).forEach(separating::add);
            if (fit.iterations() > 0) {
                IntStream.range(0, fit.kept().length).filter(term -> !fit.kept()[term]).mapToObj(fit.terms()::title).forEach(dropped::add);
            }
            converged &= fit.converged();
        }
        if (!separating.isEmpty()) {
            result.warn("logistic.separated", Messages.of("logistic.separated", Warnings.listed(separating)));
        }
        if (!dropped.isEmpty()) {
            result.warn("linear.collinear", Messages.of("linear.collinear", Warnings.listed(dropped)));
        }
        if (!converged) {
            result.warn("logistic.not-converged", Messages.of("logistic.not-converged"));
        }
        if (parameters.get(LogisticRegression.PENALTY) > 0) {
            result.warn("logistic.penalty", Messages.of("logistic.penalty"));
        }
    }

    private static void metric(final Result.Builder result, final String name, final double value) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("logistic.metric." + name), Trail.NONE);
        }
    }

    private void metrics(final Result.Builder result, final LogisticFit fit) {
        final int parameters = fit.parameters() * fits.size();
        metric(result, "log-likelihood", fit.logLikelihood());
        metric(result, "deviance", -2 * fit.logLikelihood());
        metric(result, "null-deviance", -2 * fit.nullLikelihood());
        metric(result, "aic", 2 * parameters - 2 * fit.logLikelihood());
        metric(result, "mcfadden-r2", 1 - fit.logLikelihood() / fit.nullLikelihood());
        final double statistic = Math.max(0, 2 * (fit.logLikelihood() - fit.nullLikelihood()));
        metric(result, "likelihood-ratio", statistic);
        if (fit.parameters() > 1 && !fit.isSeparated()) {
            metric(result, "likelihood-ratio-p-value", ChiSquaredDistribution.of((double) parameters - fits.size()).survivalProbability(statistic));
        }
        metric(result, "passes", fit.iterations());
    }

    private void sentences(final Result.Builder result, final LogisticFit fit) {
        IntStream.range(0, fit.kept().length).filter(term -> p(fit.coefficients()[term], fit.errors()[term]) < SURE).boxed()
                .sorted(Comparator.comparingDouble((Integer term) -> -Math.abs(fit.coefficients()[term] / fit.errors()[term]))).limit(NAMED)
                .forEach(term -> result.say(sentence(fit, term)));
    }

    private Message sentence(final LogisticFit fit, final int term) {
        final var terms = fit.terms();
        final double coefficient = fit.coefficients()[term];
        final double half = quantile * fit.errors()[term];
        final var key = terms.level(term) == Terms.NUMBER ? "logistic.effect.number" : "logistic.effect.category";
        return Messages.of(key, terms.encoding().title(terms.owner(term)), target.said(1), Shown.number(Math.exp(coefficient)),
                Shown.number(Math.exp(coefficient - half)), Shown.number(Math.exp(coefficient + half)), Warnings.level(terms, term),
                Warnings.reference(terms, term));
    }

    private static double p(final double coefficient, final double error) {
        return error > 0 ? Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(coefficient / error))) : Double.NaN;
    }

    private TablePart coefficients() {
        final var classes = new ArrayList<String>();
        final var names = new ArrayList<Message>();
        final int each = fits.getFirst().terms().width() + 1;
        final var values = new double[7][each * fits.size()];
        for (final double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        for (int f = 0; f < fits.size(); f++) {
            final var fit = fits.get(f);
            for (int i = 0; i < each; i++) {
                classes.add(name(f));
                names.add(i == 0 ? Message.name("(intercept)") : fit.terms().title(i - 1));
                if (i == 0) {
                    line(values, f * each, fit.intercept(), fit.interceptError());
                } else if (fit.kept()[i - 1]) {
                    line(values, f * each + i, fit.coefficients()[i - 1], fit.errors()[i - 1]);
                }
            }
        }
        final var table = new TableBuilder(Messages.TEXTS, "logistic");
        if (!target.isBinary()) {
            table.texts("class", classes).valuesOf(target.name());
        }
        return table.messages("term", names).numbers("coefficient", values[0]).numbers("standard-error", values[1]).numbers("z", values[2])
                .numbers("p", Meaning.PROBABILITY, values[3]).numbers("odds-ratio", values[4]).numbers("lower", values[5]).numbers("upper", values[6])
                .build("coefficients");
    }

    private void line(final double[][] values, final int at, final double coefficient, final double error) {
        values[0][at] = coefficient;
        values[1][at] = error;
        values[2][at] = coefficient / error;
        values[3][at] = p(coefficient, error);
        values[4][at] = Math.exp(coefficient);
        values[5][at] = Math.exp(coefficient - quantile * error);
        values[6][at] = Math.exp(coefficient + quantile * error);
    }

    /** The largest coefficients per standard deviation, for each class. */
    private BarsPart effects() {
        final var terms = fits.getFirst().terms();
        final var order = IntStream.range(0, terms.width()).boxed().sorted(Comparator.comparingDouble((Integer term) -> -fits.stream()
                .mapToDouble(fit -> Math.abs(fit.coefficients()[term])).max().orElse(0) * terms.deviation(term))).limit(SHOWN).toList();
        return new BarsPart("effects", Messages.of("linear.effects"), order.stream().map(terms::title).toList(),
                IntStream.range(0, fits.size()).mapToObj(f -> Message.value(target.name(), name(f))).toList(),
                Messages.of("logistic.effects.value"),
                fits.stream().map(fit -> order.stream().mapToDouble(term -> fit.coefficients()[term] * terms.deviation(term)).toArray())
                        .toArray(double[][]::new));
    }

    /** Whether a feature with all its terms can be done without, by the likelihood without it. */
    private void features(final Result.Builder result) {
        final var fit = fits.getFirst();
        final var terms = fit.terms();
        final var owners = IntStream.range(0, terms.width()).filter(term -> fit.kept()[term]).map(terms::owner).distinct().toArray();
        final double work = STEPS * fit.rows().length * Math.pow(terms.width() + 2.0, 2) / 2 * owners.length;
        if (fit.isSeparated() || !fit.converged() || parameters.get(LogisticRegression.PENALTY) > 0 || work > WORK || owners.length == 0) {
            return;
        }
        final var names = new ArrayList<String>();
        final var values = new double[3][owners.length];
        for (int i = 0; i < owners.length; i++) {
            final int owner = owners[i];
            final var without = new LogisticSolver(examples, fit.rows(), terms.without(owner), 1, context).fit(0);
            final double freedom = (double) fit.parameters() - without.parameters();
            final double statistic = Math.max(0, 2 * (fit.logLikelihood() - without.logLikelihood()));
            names.add(terms.encoding().name(owner));
            values[0][i] = without.isSeparated() ? Double.NaN : statistic;
            values[1][i] = freedom;
            values[2][i] = freedom > 0 && !without.isSeparated() ? ChiSquaredDistribution.of(freedom).survivalProbability(statistic) : Double.NaN;
        }
        result.part(new TableBuilder(Messages.TEXTS, "logistic").columns("feature", names).numbers("likelihood-ratio", values[0]).numbers("freedom", values[1])
                .numbers("p-ratio", Meaning.PROBABILITY, values[2]).build("features"));
    }
}
