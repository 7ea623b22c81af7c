// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.core.problem.Problem;

/**
 * The categories of two columns, counted.
 *
 * @param rows      the categories of the feature that occur
 * @param columns   the categories of the target that occur
 * @param table     how often they come together; null where there are obstacles
 * @param left      rows that were left out, because a category or count is missing
 * @param obstacles why there is no table
 */
record Counting(List<Message> rows, List<Message> columns, ContingencyTable table, int left, List<Problem> obstacles) {

    private static final double LARGEST = 1e15;

    static Counting of(final Dataset data, final boolean missingCounts, final Runnable pause) {
        final var one = data.column(Role.FEATURES);
        final var two = data.column(Role.TARGET);
        final var obstacles = new ArrayList<Problem>();
        final var value = data.find(Role.VALUE);
        final var weight = data.find(Role.WEIGHT);
        if (value.isPresent() && weight.isPresent()) {
            obstacles.add(Messages.problem("chi-square.two-counts", value.get().name(), weight.get().name()));
        }
        if (one.name().equals(two.name())) {
            obstacles.add(Messages.problem("chi-square.same", one.name()));
        }
        final var first = Categories.of(one, ChiSquare.MOST, pause);
        final var second = Categories.of(two, ChiSquare.MOST, pause);
        if (first.isEmpty()) {
            obstacles.add(Messages.problem("statistics.many-categories", one.name(), ChiSquare.MOST));
        }
        if (second.isEmpty()) {
            obstacles.add(Messages.problem("statistics.many-categories", two.name(), ChiSquare.MOST));
        }
        return obstacles.isEmpty() ? count(one, first.get(), two, second.get(), value.or(() -> weight), missingCounts, pause) : failed(obstacles);
    }

    private static Counting failed(final List<Problem> obstacles) {
        return new Counting(List.of(), List.of(), null, 0, List.copyOf(obstacles));
    }

    private static Counting count(final Column one, final Categories first, final Column two, final Categories second, final Optional<Column> amounts,
            final boolean missingCounts, final Runnable pause) {
        // the last row and column are for missing categories
        final var counts = new double[first.size() + 1][second.size() + 1];
        int left = 0;
        for (int i = 0; i < one.rows(); i++) {
            if (i % Frame.BLOCK == 0) {
                pause.run();
            }
            final int row = first.codes()[i] < 0 ? first.size() : first.codes()[i];
            final int column = second.codes()[i] < 0 ? second.size() : second.codes()[i];
            final double amount = amounts.isPresent() ? amounts.get().number(i) : 1;
            if (amount < 0 || amount > LARGEST) {
                return failed(List.of(Messages.problem("chi-square.counts", amounts.orElseThrow().name())));
            }
            if (Double.isNaN(amount) || !missingCounts && (row == first.size() || column == second.size())) {
                left++;
            } else {
                counts[row][column] += amount;
            }
        }
        return table(one, first, two, second, counts, left);
    }

    private static Counting table(final Column one, final Categories first, final Column two, final Categories second, final double[][] counts,
            final int left) {
        final var rows = new ArrayList<Integer>();
        final var columns = new ArrayList<Integer>();
        for (int i = 0; i < counts.length; i++) {
            double sum = 0;
            for (final double count : counts[i]) {
                sum += count;
            }
            if (sum > 0) {
                rows.add(i);
            }
        }
        for (int j = 0; j < counts[0].length; j++) {
            double sum = 0;
            for (final double[] row : counts) {
                sum += row[j];
            }
            if (sum > 0) {
                columns.add(j);
            }
        }
        if (rows.isEmpty()) {
            return failed(List.of(Messages.problem("chi-square.empty")));
        }
        if (rows.size() < 2 || columns.size() < 2) {
            return failed(List.of(Messages.problem("chi-square.one-category", rows.size() < 2 ? one.name() : two.name())));
        }
        final var occupied = new double[rows.size()][columns.size()];
        for (int i = 0; i < occupied.length; i++) {
            for (int j = 0; j < occupied[i].length; j++) {
                occupied[i][j] = counts[rows.get(i)][columns.get(j)];
            }
        }
        return new Counting(titles(rows, first, one.name()), titles(columns, second, two.name()), new ContingencyTable(occupied), left, List.of());
    }

    private static List<Message> titles(final List<Integer> codes, final Categories of, final String column) {
        return codes.stream().map(code -> code == of.size() ? Messages.of("statistics.missing") : Message.value(column, of.names().get(code))).toList();
    }
}
