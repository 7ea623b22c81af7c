// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.statistics.inference.FisherExactTest;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;

/** Turns counts into a result. */
final class ChiSquareReport {

    /** Below this expected count the approximation is doubtful. */
    private static final double SMALL = 5;
    /** Up to this total the exact test of four cells is done at once. */
    private static final double MOST_FISHER = 1e7;
    private static final int MOST_SENTENCES = 6;
    private static final int FEW = 30;

    private final Parameters parameters;
    private final Counting counting;
    private final ContingencyTable table;
    private final List<Warning> advice;
    private final RunContext context;
    private final String feature;
    private final String target;

    ChiSquareReport(final Dataset data, final Parameters parameters, final Counting counting, final List<Warning> advice, final RunContext context) {
        this.parameters = parameters;
        this.counting = counting;
        table = counting.table();
        this.advice = advice;
        this.context = context;
        feature = data.column(Role.FEATURES).name();
        target = data.column(Role.TARGET).name();
    }

    Result result() {
        final var result = Result.builder();
        advice.forEach(each -> result.warn(each.code(), each.text()));
        final boolean yates = parameters.get(ChiSquare.YATES) && table.degreesOfFreedom() == 1;
        final double statistic = table.statistic(yates);
        final double p = table.pValue(statistic);
        final boolean small = table.leastExpected() < SMALL;
        metric(result, "chi-square", statistic, new Trail(List.of(new Trail.Step(Messages.of("chi-square.step.pearson"), table.statistic(false)),
                new Trail.Step(Messages.of(yates ? "chi-square.step.yates" : "chi-square.step.plain"), statistic))));
        metric(result, "degrees-of-freedom", table.degreesOfFreedom(), Trail.NONE);
        metric(result, "p-value", p, Trail.NONE);
        final double exact = exact(result, small);
        metric(result, "cramers-v", table.cramersV(), Trail.NONE);
        metric(result, "total", table.total(), Trail.NONE);
        metric(result, "least-expected", table.leastExpected(), Trail.NONE);
        oddsRatio(result);
        say(result, Double.isNaN(exact) ? p : exact);
        if (small && Double.isNaN(exact)) {
            result.warn("chi-square.small", Messages.of("chi-square.small", table.cellsBelow(SMALL), SMALL, table.leastExpected()));
        } else if (small) {
            result.warn("chi-square.small-exact", Messages.of("chi-square.small-exact", table.cellsBelow(SMALL), SMALL));
        }
        if (table.total() < FEW) {
            result.warn("statistics.few", Messages.of("statistics.few", table.total(), FEW));
        }
        result.part(matrix("observed", false, table::count));
        result.part(matrix("expected", false, table::expected));
        result.part(matrix("residuals", true, table::residual));
        result.part(shares());
        result.part(cells());
        return result.build();
    }

    private static void metric(final Result.Builder result, final String name, final double value, final Trail trail) {
        result.metric(name, value, Messages.of("chi-square.metric." + name), trail);
    }

    /** {@return the exact p-value where one is wanted and possible, else NaN} */
    private double exact(final Result.Builder result, final boolean small) {
        final var wanted = parameters.get(ChiSquare.EXACT);
        final boolean auto = wanted.equals(ChiSquare.AUTO);
        if (wanted.equals(ChiSquare.NEVER) || auto && !small || !table.isWhole()) {
            return Double.NaN;
        }
        final boolean four = table.rows() == 2 && table.columns() == 2;
        if (wanted.equals(ChiSquare.FISHER) || auto && four && table.total() <= MOST_FISHER) {
            final var counts = new int[][] {{(int) table.count(0, 0), (int) table.count(0, 1)}, {(int) table.count(1, 0), (int) table.count(1, 1)}};
            final double p = Math.min(1, FisherExactTest.withDefaults().test(counts).getPValue());
            metric(result, "p-fisher", p, Trail.NONE);
            return p;
        }
        final double p = new RandomTables(table).pValue(parameters.get(ChiSquare.TABLES).intValue(), context);
        metric(result, "p-monte-carlo", p, Trail.NONE);
        return p;
    }

    private void oddsRatio(final Result.Builder result) {
        if (table.rows() == 2 && table.columns() == 2) {
            final double ratio = table.count(0, 0) * table.count(1, 1) / (table.count(0, 1) * table.count(1, 0));
            if (Double.isFinite(ratio)) {
                metric(result, "odds-ratio", ratio, Trail.NONE);
            }
        }
    }

    private void say(final Result.Builder result, final double p) {
        final boolean related = p < parameters.get(ChiSquare.LEVEL);
        result.say(Messages.of(related ? "chi-square.related" : "chi-square.unrelated", Message.column(feature), Message.column(target),
                PValues.shown(p), table.total()));
        if (related) {
            result.say(Messages.of("chi-square.strength", Messages.of("chi-square.strength." + strength()), table.cramersV()));
            sentences(result);
        }
    }

    /** Cohen's limits of the effect size w, which is V times the root of the smaller number of categories less one. */
    private String strength() {
        final double effect = table.cramersV() * Math.sqrt(Math.min(table.rows(), table.columns()) - 1.0);
        return effect < .1 ? "hardly" : effect < .3 ? "weak" : effect < .5 ? "medium" : "strong";
    }

    /** The cells that are further off than chance explains when so many are looked at, the furthest first. */
    private void sentences(final Result.Builder result) {
        final double limit = PValues.normalLimit(parameters.get(ChiSquare.LEVEL) / (table.rows() * table.columns()));
        // of two categories, what one has too many of the other has too few of
        final boolean two = table.rows() == 2 || table.columns() == 2;
        final var cells = new ArrayList<int[]>();
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                final double residual = table.residual(i, j);
                if (residual > limit || !two && residual < -limit) {
                    cells.add(new int[] {i, j});
                }
            }
        }
        cells.sort(Comparator.comparingDouble(cell -> -Math.abs(table.residual(cell[0], cell[1]))));
        for (final int[] cell : cells.subList(0, Math.min(MOST_SENTENCES, cells.size()))) {
            final double residual = table.residual(cell[0], cell[1]);
            result.say(Messages.of(residual > 0 ? "chi-square.more" : "chi-square.fewer", counting.rows().get(cell[0]), counting.columns().get(cell[1]),
                    table.count(cell[0], cell[1]), table.expected(cell[0], cell[1]), residual));
        }
    }

    private MatrixPart matrix(final String name, final boolean signed, final Cell value) {
        final var values = new double[table.rows()][table.columns()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = value.at(i, j);
            }
        }
        return new MatrixPart(name, Messages.of("chi-square." + name), Message.column(feature), Message.column(target), counting.rows(), counting.columns(),
                Messages.of("chi-square." + name + ".value"), values, signed);
    }

    /** How each category of the feature is made up. */
    private BarsPart shares() {
        final var values = new double[table.columns()][table.rows()];
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                values[j][i] = table.count(i, j) / table.rowSum(i);
            }
        }
        return new BarsPart("shares", Messages.of("chi-square.shares", Message.column(target), Message.column(feature)), counting.rows(), counting.columns(),
                Messages.of("chi-square.share.value"), values, Meaning.SHARE);
    }

    private TablePart cells() {
        final int cells = table.rows() * table.columns();
        final var first = new ArrayList<Message>();
        final var second = new ArrayList<Message>();
        final var numbers = new double[5][cells];
        for (int at = 0; at < cells; at++) {
            final int i = at / table.columns();
            final int j = at % table.columns();
            first.add(counting.rows().get(i));
            second.add(counting.columns().get(j));
            final double expected = table.expected(i, j);
            numbers[0][at] = table.count(i, j);
            numbers[1][at] = expected;
            numbers[2][at] = table.residual(i, j);
            numbers[3][at] = (table.count(i, j) - expected) * (table.count(i, j) - expected) / expected;
            numbers[4][at] = table.count(i, j) / table.rowSum(i);
        }
        return new TableBuilder(Messages.TEXTS, "chi-square").messages("feature", first).messages("target", second)
                .numbers("observed", Meaning.COUNT, numbers[0]).numbers("expected", numbers[1]).numbers("residual", numbers[2])
                .numbers("contribution", numbers[3]).numbers("share", Meaning.SHARE, numbers[4]).build("cells");
    }

    /** A number for a cell. */
    @FunctionalInterface
    private interface Cell {

        double at(int row, int column);
    }
}
