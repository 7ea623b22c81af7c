// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** Whether a number is larger in some groups than in others. */
final class NumberComparison {

    private final Column column;
    private final Categories groups;
    private final String wanted;
    private final RunContext context;
    private final double[] counts;
    private final double[] means;
    /** Sums of squares of the distances from the mean of the group. */
    private final double[] squares;
    private long missing;

    NumberComparison(final Column column, final Categories groups, final String wanted, final RunContext context) {
        this.column = column;
        this.groups = groups;
        this.wanted = wanted;
        this.context = context;
        counts = new double[groups.size()];
        means = new double[groups.size()];
        squares = new double[groups.size()];
    }

    Comparison result() {
        final var block = new double[Frame.BLOCK];
        pass(block, (group, value) -> {
            counts[group]++;
            means[group] += value;
        });
        for (int g = 0; g < counts.length; g++) {
            means[g] = counts[g] == 0 ? Double.NaN : means[g] / counts[g];
        }
        missing = 0;
        pass(block, (group, value) -> squares[group] += (value - means[group]) * (value - means[group]));
        final int[] tested = IntStream.range(0, counts.length).filter(g -> counts[g] > 1).toArray();
        final double within = IntStream.of(tested).mapToDouble(g -> squares[g]).sum();
        final boolean varies = tested.length > 1 && (within > 0 || IntStream.of(tested).anyMatch(g -> means[g] != means[tested[0]]));
        if (!varies) {
            return new Comparison(column.name(), "none", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, all(), missing, lines());
        }
        // a group without any spread would weigh without end
        final boolean even = IntStream.of(tested).allMatch(g -> squares[g] > 0);
        if (wanted.equals(SegmentComparison.MEANS) && even) {
            return welch(tested);
        }
        return wanted.equals(SegmentComparison.ANOVA) && within > 0 ? anova(tested, within) : kruskal();
    }

    private long all() {
        long sum = 0;
        for (final double count : counts) {
            sum += (long) count;
        }
        return sum;
    }

    private void pass(final double[] block, final Each each) {
        for (int from = 0; from < column.rows(); from += Frame.BLOCK) {
            context.checkCancelled();
            final int count = Math.min(Frame.BLOCK, column.rows() - from);
            column.numbers(from, count, block, 0);
            for (int i = 0; i < count; i++) {
                final int group = groups.codes()[from + i];
                if (group >= 0 && Double.isNaN(block[i])) {
                    missing++;
                } else if (group >= 0) {
                    each.accept(group, block[i]);
                }
            }
        }
    }

    /** Means, whatever the spread of each group (Welch 1951); of two groups it is Welch's t test, squared. */
    private Comparison welch(final int[] tested) {
        double total = 0;
        double middle = 0;
        for (final int g : tested) {
            total += weight(g);
            middle += weight(g) * means[g];
        }
        middle /= total;
        double between = 0;
        double unsure = 0;
        for (final int g : tested) {
            between += weight(g) * (means[g] - middle) * (means[g] - middle);
            final double part = 1 - weight(g) / total;
            unsure += part * part / (counts[g] - 1);
        }
        final double k = tested.length;
        final double f = between / (k - 1) / (1 + 2 * (k - 2) * unsure / (k * k - 1));
        return tested("welch", f, k - 1, (k * k - 1) / (3 * unsure), tested);
    }

    private double weight(final int group) {
        return counts[group] * (counts[group] - 1) / squares[group];
    }

    private Comparison anova(final int[] tested, final double within) {
        final double rows = IntStream.of(tested).mapToDouble(g -> counts[g]).sum();
        final double others = rows - tested.length;
        return tested("anova", between(tested) / (tested.length - 1) / (within / others), tested.length - 1, others, tested);
    }

    private double between(final int[] tested) {
        double rows = 0;
        double sum = 0;
        for (final int g : tested) {
            rows += counts[g];
            sum += counts[g] * means[g];
        }
        double between = 0;
        for (final int g : tested) {
            between += counts[g] * (means[g] - sum / rows) * (means[g] - sum / rows);
        }
        return between;
    }

    private Comparison tested(final String test, final double f, final double freedom, final double others, final int[] tested) {
        final double p = Double.isFinite(f) ? FDistribution.of(freedom, others).survivalProbability(f) : 0;
        final double between = between(tested);
        final double within = IntStream.of(tested).mapToDouble(g -> squares[g]).sum();
        return new Comparison(column.name(), test, f, freedom, others, p, between / (between + within), all(), missing, lines());
    }

    private Comparison kruskal() {
        final var ranks = new RankSums(column, groups, context);
        final int present = (int) IntStream.range(0, counts.length).filter(g -> counts[g] > 0).count();
        final double statistic = ranks.statistic(counts);
        final double p = ChiSquaredDistribution.of(present - 1.0).survivalProbability(statistic);
        return new Comparison(column.name(), "kruskal", statistic, present - 1.0, Double.NaN, p, Math.min(1, statistic / (all() - 1)), all(), missing, lines());
    }

    private List<Comparison.Line> lines() {
        double rows = 0;
        double sum = 0;
        for (int g = 0; g < counts.length; g++) {
            rows += counts[g];
            sum += counts[g] == 0 ? 0 : counts[g] * means[g];
        }
        final var lines = new ArrayList<Comparison.Line>();
        for (int g = 0; g < counts.length; g++) {
            if (counts[g] > 0) {
                lines.add(line(g, rows, sum));
            }
        }
        return lines;
    }

    private Comparison.Line line(final int group, final double rows, final double sum) {
        final double others = rows - counts[group];
        final double rest = others > 0 ? (sum - counts[group] * means[group]) / others : Double.NaN;
        double apart = 0;
        for (int g = 0; g < counts.length; g++) {
            apart += g == group || counts[g] == 0 ? 0 : squares[g] + counts[g] * (means[g] - rest) * (means[g] - rest);
        }
        final double deviation = counts[group] > 1 ? Math.sqrt(squares[group] / (counts[group] - 1)) : Double.NaN;
        final double freedom = rows - 2;
        final double pooled = Math.sqrt((squares[group] + apart) / freedom);
        double difference = Double.NaN;
        double p = Double.NaN;
        if (counts[group] > 1 && others > 1 && pooled > 0) {
            // Hedges' correction for few rows
            difference = (means[group] - rest) / pooled * (1 - 3 / (4 * freedom - 1));
            final double own = squares[group] / (counts[group] - 1) / counts[group];
            final double other = apart / (others - 1) / others;
            final double t = (means[group] - rest) / Math.sqrt(own + other);
            final double free = (own + other) * (own + other) / (own * own / (counts[group] - 1) + other * other / (others - 1));
            p = Math.min(1, 2 * TDistribution.of(free).survivalProbability(Math.abs(t)));
        }
        return new Comparison.Line(group, "", counts[group], means[group], deviation, rest, difference, p);
    }

    /** Something done with the value of a row. */
    @FunctionalInterface
    private interface Each {

        void accept(int group, double value);
    }
}
