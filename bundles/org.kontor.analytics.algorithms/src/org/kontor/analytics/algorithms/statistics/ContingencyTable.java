// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** How often each of some categories comes together with each of some others; every row and every column has something in it. */
final class ContingencyTable {

    private final double[][] counts;
    private final double[] rowSums;
    private final double[] columnSums;
    private final double total;

    /**
     * @param counts 0 or more, finite
     */
    ContingencyTable(final double[][] counts) {
        this.counts = counts;
        rowSums = new double[counts.length];
        columnSums = new double[counts[0].length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columnSums.length; j++) {
                rowSums[i] += counts[i][j];
                columnSums[j] += counts[i][j];
            }
        }
        total = Arrays.stream(rowSums).sum();
    }

    int rows() {
        return rowSums.length;
    }

    int columns() {
        return columnSums.length;
    }

    double count(final int row, final int column) {
        return counts[row][column];
    }

    double rowSum(final int row) {
        return rowSums[row];
    }

    double columnSum(final int column) {
        return columnSums[column];
    }

    double total() {
        return total;
    }

    int degreesOfFreedom() {
        return (rows() - 1) * (columns() - 1);
    }

    /** {@return how often the two would come together if neither knew of the other} */
    double expected(final int row, final int column) {
        return rowSums[row] * (columnSums[column] / total);
    }

    /** {@return Pearson's statistic, with Yates's correction where wanted} */
    double statistic(final boolean yates) {
        double sum = 0;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                final double expected = expected(i, j);
                final double off = Math.abs(counts[i][j] - expected);
                final double distance = yates ? off - Math.min(.5, off) : off;
                sum += distance * distance / expected;
            }
        }
        return sum;
    }

    double pValue(final double statistic) {
        return ChiSquaredDistribution.of(degreesOfFreedom()).survivalProbability(statistic);
    }

    /** {@return Cramér's V, from 0 to 1} */
    double cramersV() {
        return Math.min(1, Math.sqrt(statistic(false) / (total * (Math.min(rows(), columns()) - 1))));
    }

    /** {@return how many standard deviations the count is off, if neither knew of the other (Haberman 1973); NaN where it cannot be off} */
    double residual(final int row, final int column) {
        final double expected = expected(row, column);
        final double variance = expected * (1 - rowSums[row] / total) * (1 - columnSums[column] / total);
        return variance > 0 ? (counts[row][column] - expected) / Math.sqrt(variance) : Double.NaN;
    }

    double leastExpected() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                least = Math.min(least, expected(i, j));
            }
        }
        return least;
    }

    int cellsBelow(final double limit) {
        int cells = 0;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                cells += expected(i, j) < limit ? 1 : 0;
            }
        }
        return cells;
    }

    /** {@return whether all counts are whole numbers that can be dealt out} */
    boolean isWhole() {
        return total <= 1e9 && Arrays.stream(counts).flatMapToDouble(Arrays::stream).allMatch(count -> count == Math.rint(count));
    }
}
