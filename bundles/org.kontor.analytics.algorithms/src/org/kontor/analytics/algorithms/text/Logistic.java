// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * Weights of columns that tell rows of one class from all others: they make half their squares plus C times the logarithmic losses of rows
 * least (as LIBLINEAR and scikit-learn count), found by Newton steps whose equations are solved by conjugate gradients (Lin, Weng and Keerthi
 * 2008). Rows are few numbers among many columns.
 */
final class Logistic {

    private static final int ROWS_PER_TASK = 512;
    private static final int COLUMNS_PER_TASK = 1_024;
    private static final int MOST_STEPS = 60;
    private static final int MOST_TURNS = 60;
    private static final int MOST_HALVINGS = 30;
    private static final double ENOUGH = 1e-5;
    private static final double ROUGHLY = .1;

    private final TfIdf data;
    private final int rows;
    private final int columns;
    private final RunContext context;
    private final int[] columnStarts;
    private final int[] columnRows;
    private final double[] columnValues;

    /** {@code weights[columns]} is what all rows have in common; it may be of any size. */
    record Found(double[] weights, boolean settled) {
    }

    Logistic(final TfIdf data, final RunContext context) {
        this.data = data;
        this.context = context;
        rows = data.texts();
        columns = data.columns();
        columnStarts = new int[columns + 1];
        columnRows = new int[data.ids().length];
        columnValues = new double[data.ids().length];
        for (int i = 0; i < data.ids().length; i++) {
            columnStarts[data.ids()[i] + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            columnStarts[c + 1] += columnStarts[c];
        }
        final var next = Arrays.copyOf(columnStarts, columns);
        for (int d = 0; d < rows; d++) {
            if (d % ROWS_PER_TASK == 0) {
                context.checkCancelled();
            }
            for (int i = data.starts()[d]; i < data.starts()[d + 1]; i++) {
                final int place = next[data.ids()[i]]++;
                columnRows[place] = d;
                columnValues[place] = data.values()[i];
            }
        }
    }

    static long memory(final long rows, final long numbers, final long columns) {
        return numbers * 12 + columns * 8 * 8 + rows * 8 * 8;
    }

    /**
     * Finds the weights.
     *
     * @param counts how often a row counts for the class, and how often against it: {@code for[row]}, {@code against[row]}; rows with neither
     *               are not looked at
     */
    Found fit(final double[] yes, final double[] no, final double c) {
        final var weights = new double[columns + 1];
        final var scores = new double[rows];
        final var residual = new double[rows];
        final var curve = new double[rows];
        final var trial = new double[rows];
        double loss = loss(weights, scores, yes, no, c);
        double first = 0;
        boolean settled = false;
        for (int step = 0; step < MOST_STEPS && !settled; step++) {
            context.parallel(Math.ceilDiv(rows, ROWS_PER_TASK), task -> {
                for (int d = task * ROWS_PER_TASK; d < Math.min(rows, (task + 1) * ROWS_PER_TASK); d++) {
                    final double p = 1 / (1 + Math.exp(-scores[d]));
                    residual[d] = c * ((yes[d] + no[d]) * p - yes[d]);
                    curve[d] = c * (yes[d] + no[d]) * p * (1 - p);
                }
            });
            final var gradient = across(residual, weights);
            final double length = Math.sqrt(dot(gradient, gradient));
            first = step == 0 ? length : first;
            if (length <= ENOUGH * Math.max(first, 1e-12) || first == 0) {
                settled = true;
                break;
            }
            final var direction = direction(gradient, curve, Math.min(ROUGHLY, Math.sqrt(length / first)) * length);
            final var along = along(direction);
            final double slope = dot(gradient, direction);
            double size = 1;
            boolean better = false;
            for (int halving = 0; halving < MOST_HALVINGS && !better; halving++) {
                for (int i = 0; i < rows; i++) {
                    trial[i] = scores[i] + size * along[i];
                }
                final var moved = weights.clone();
                for (int j = 0; j <= columns; j++) {
                    moved[j] += size * direction[j];
                }
                final double next = loss(moved, trial, yes, no, c);
                if (next <= loss + 1e-4 * size * slope) {
                    better = true;
                    loss = next;
                    System.arraycopy(moved, 0, weights, 0, moved.length);
                    System.arraycopy(trial, 0, scores, 0, rows);
                } else {
                    size /= 2;
                }
            }
            if (!better) {
                // no step is small enough to help: this is as far as numbers go
                settled = true;
            }
        }
        return new Found(weights, settled);
    }

    private double loss(final double[] weights, final double[] scores, final double[] yes, final double[] no, final double c) {
        final var sums = new double[Math.ceilDiv(rows, ROWS_PER_TASK)];
        context.parallel(sums.length, task -> {
            double sum = 0;
            for (int d = task * ROWS_PER_TASK; d < Math.min(rows, (task + 1) * ROWS_PER_TASK); d++) {
                if (yes[d] + no[d] > 0) {
                    final double score = scores[d];
                    final double soft = Math.log1p(Math.exp(-Math.abs(score)));
                    sum += yes[d] * (soft + Math.max(0, -score)) + no[d] * (soft + Math.max(0, score));
                }
            }
            sums[task] = sum;
        });
        double squares = 0;
        for (int j = 0; j < columns; j++) {
            squares += weights[j] * weights[j];
        }
        return squares / 2 + c * Arrays.stream(sums).sum();
    }

    /** {@return the scores of all rows} */
    double[] along(final double[] weights) {
        final var scores = new double[rows];
        context.parallel(Math.ceilDiv(rows, ROWS_PER_TASK), task -> {
            for (int d = task * ROWS_PER_TASK; d < Math.min(rows, (task + 1) * ROWS_PER_TASK); d++) {
                double sum = weights[columns];
                for (int i = data.starts()[d]; i < data.starts()[d + 1]; i++) {
                    sum += data.values()[i] * weights[data.ids()[i]];
                }
                scores[d] = sum;
            }
        });
        return scores;
    }

    /** {@return the sums of the rows' amounts by column, and {@code more} of the columns themselves, but not of what all rows have in common} */
    private double[] across(final double[] amounts, final double[] more) {
        final var sums = new double[columns + 1];
        context.parallel(Math.ceilDiv(columns, COLUMNS_PER_TASK), task -> {
            for (int j = task * COLUMNS_PER_TASK; j < Math.min(columns, (task + 1) * COLUMNS_PER_TASK); j++) {
                double sum = more[j];
                for (int i = columnStarts[j]; i < columnStarts[j + 1]; i++) {
                    sum += columnValues[i] * amounts[columnRows[i]];
                }
                sums[j] = sum;
            }
        });
        for (final double amount : amounts) {
            sums[columns] += amount;
        }
        return sums;
    }

    private static double dot(final double[] one, final double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** {@return the diagonal of the equations, which makes the columns alike} */
    private double[] diagonal(final double[] curve) {
        final var diagonal = new double[columns + 1];
        context.parallel(Math.ceilDiv(columns, COLUMNS_PER_TASK), task -> {
            for (int j = task * COLUMNS_PER_TASK; j < Math.min(columns, (task + 1) * COLUMNS_PER_TASK); j++) {
                double sum = 1;
                for (int i = columnStarts[j]; i < columnStarts[j + 1]; i++) {
                    sum += columnValues[i] * columnValues[i] * curve[columnRows[i]];
                }
                diagonal[j] = sum;
            }
        });
        diagonal[columns] = Math.max(1e-12, Arrays.stream(curve).sum());
        return diagonal;
    }

    private double[] direction(final double[] gradient, final double[] curve, final double enough) {
        final var diagonal = diagonal(curve);
        final var direction = new double[columns + 1];
        final var left = new double[columns + 1];
        final var eased = new double[columns + 1];
        Arrays.setAll(left, j -> -gradient[j]);
        Arrays.setAll(eased, j -> left[j] / diagonal[j]);
        final var way = eased.clone();
        double squares = dot(left, eased);
        for (int turn = 0; turn < MOST_TURNS && Math.sqrt(dot(left, left)) > enough; turn++) {
            final var along = along(way);
            for (int d = 0; d < rows; d++) {
                along[d] *= curve[d];
            }
            final var bent = across(along, way);
            final double curvature = dot(way, bent);
            if (!(curvature > 0)) {
                break;
            }
            final double size = squares / curvature;
            for (int j = 0; j <= columns; j++) {
                direction[j] += size * way[j];
                left[j] -= size * bent[j];
                eased[j] = left[j] / diagonal[j];
            }
            final double next = dot(left, eased);
            for (int j = 0; j <= columns; j++) {
                way[j] = eased[j] + next / squares * way[j];
            }
            squares = next;
        }
        return direction;
    }
}
