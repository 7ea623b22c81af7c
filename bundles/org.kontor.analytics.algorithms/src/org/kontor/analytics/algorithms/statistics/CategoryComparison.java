// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.statistics.distribution.NormalDistribution;

import org.kontor.analytics.frame.Frame;

/** Whether categories are spread differently over groups. */
final class CategoryComparison {

    static final String TEST = "chi-square";

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private CategoryComparison() {
    }

    static Comparison of(final String feature, final Categories categories, final Categories groups, final Runnable pause) {
        final var counts = new double[groups.size()][categories.size()];
        long rows = 0;
        long missing = 0;
        for (int i = 0; i < groups.codes().length; i++) {
            if (i % Frame.BLOCK == 0) {
                pause.run();
            }
            if (groups.codes()[i] >= 0) {
                if (categories.codes()[i] < 0) {
                    missing++;
                } else {
                    counts[groups.codes()[i]][categories.codes()[i]]++;
                    rows++;
                }
            }
        }
        final var present = new ArrayList<Integer>();
        final var seen = new ArrayList<Integer>();
        for (int g = 0; g < groups.size(); g++) {
            double sum = 0;
            for (final double count : counts[g]) {
                sum += count;
            }
            if (sum > 0) {
                present.add(g);
            }
        }
        for (int c = 0; c < categories.size(); c++) {
            double sum = 0;
            for (final double[] row : counts) {
                sum += row[c];
            }
            if (sum > 0) {
                seen.add(c);
            }
        }
        if (present.size() < 2 || seen.size() < 2) {
            return new Comparison(feature, "none", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, rows, missing, List.of());
        }
        final var dense = new double[present.size()][seen.size()];
        for (int i = 0; i < dense.length; i++) {
            for (int j = 0; j < dense[i].length; j++) {
                dense[i][j] = counts[present.get(i)][seen.get(j)];
            }
        }
        final var table = new ContingencyTable(dense);
        final double statistic = table.statistic(false);
        return new Comparison(feature, TEST, statistic, table.degreesOfFreedom(), Double.NaN, table.pValue(statistic), table.cramersV(), rows, missing,
                lines(table, present, seen, categories));
    }

    private static List<Comparison.Line> lines(final ContingencyTable table, final List<Integer> groups, final List<Integer> seen,
            final Categories categories) {
        final var lines = new ArrayList<Comparison.Line>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j < seen.size(); j++) {
                final double others = table.total() - table.rowSum(i);
                final double residual = table.residual(i, j);
                lines.add(new Comparison.Line(groups.get(i), categories.names().get(seen.get(j)), table.rowSum(i), table.count(i,
                        j) / table.rowSum(i), Double.NaN,
                        others > 0 ? (table.columnSum(j) - table.count(i, j)) / others : Double.NaN, residual,
                        Double.isNaN(residual) ? Double.NaN : Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(residual)))));
            }
        }
        return lines;
    }
}
