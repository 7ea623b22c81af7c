// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;

/**
 * The coefficients b for which the sum of the squares of y - X b is least, by Householder QR with corrections in higher precision (Björck,
 * Iterative refinement of linear least squares solutions, 1967). A column that is a combination of columns before it, as far as can be
 * told, is left out and named. Immutable.
 *
 * @since 0.1
 */
public final class LeastSquares {

    /** A column of which no larger part is left when the ones before it are taken out says nothing of its own. */
    public static final double TOLERANCE = 1e-11;

    private static final int CORRECTIONS = 4;

    private final Reflections reflections;
    private final double[] scales;
    private final double[] coefficients;
    private final double[] residuals;

    private LeastSquares(final Reflections reflections, final double[] scales, final double[] coefficients, final double[] residuals) {
        this.reflections = reflections;
        this.scales = scales;
        this.coefficients = coefficients;
        this.residuals = residuals;
    }

    /**
     * Solves a problem.
     *
     * @param design X row by row: value j of row i is at {@code i * width + j}; finite. An intercept is a column of ones
     * @param rows   how many rows, 0 or more; there may be fewer than columns
     * @param width  how many columns
     * @param target y, finite
     * @return the solution
     */
    public static LeastSquares of(final double[] design, final int rows, final int width, final double[] target) {
        return of(design, rows, width, target, TOLERANCE, () -> { });
    }

    /**
     * Solves a large problem.
     *
     * @param design    X row by row, finite
     * @param rows      how many rows
     * @param width     how many columns
     * @param target    y, finite
     * @param tolerance see {@link #TOLERANCE}; 0 leaves out columns of nothing but zeros alone
     * @param pause     called before each pass over a column, so that the work can be stopped
     * @return the solution
     */
    public static LeastSquares of(final double[] design, final int rows, final int width, final double[] target, final double tolerance,
            final Runnable pause) {
        final var scales = scales(design, rows, width);
        final var columns = new double[rows * width];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                columns[j * rows + i] = design[i * width + j] / scales[j];
            }
        }
        final var reflections = Reflections.of(columns.clone(), rows, width, tolerance, pause);
        final var work = new Correction(reflections, columns, rows, target, pause);
        work.first();
        int corrections = 0;
        while (corrections < CORRECTIONS && work.again()) {
            corrections++;
        }
        final var coefficients = new double[width];
        for (int k = 0; k < reflections.rank(); k++) {
            coefficients[reflections.column(k)] = work.solution[k] / scales[reflections.column(k)];
        }
        return new LeastSquares(reflections, scales, coefficients, work.residuals);
    }

    /** Powers of two near the largest values of columns, so that nothing overflows and no bit is lost. */
    private static double[] scales(final double[] design, final int rows, final int width) {
        final var scales = new double[width];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                scales[j] = Math.max(scales[j], Math.abs(design[i * width + j]));
            }
        }
        for (int j = 0; j < width; j++) {
            scales[j] = scales[j] == 0 ? 1 : Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, Math.getExponent(scales[j])));
        }
        return scales;
    }

    /**
     * How many columns say something of their own.
     *
     * @return 0 to the number of columns
     */
    public int rank() {
        return reflections.rank();
    }

    /**
     * The columns that say something of their own.
     *
     * @return increasing
     */
    public int[] columns() {
        final var all = new int[rank()];
        Arrays.setAll(all, reflections::column);
        return all;
    }

    /**
     * The solution.
     *
     * @return one for each column, 0 for those that were left out
     */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * What is not explained: y - X b.
     *
     * @return one for each row
     */
    public double[] residuals() {
        return residuals.clone();
    }

    /**
     * The sum of the squares of what is not explained.
     *
     * @return 0 or more
     */
    public double residualSquares() {
        double sum = 0;
        for (final double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }

    /**
     * The inverse of X'X of the columns that say something of their own: times the variance of the residuals the covariance of their
     * coefficients.
     *
     * @return row by row, {@link #rank()} rows and columns in the order of {@link #columns()}
     */
    public double[] inverse() {
        final int rank = rank();
        final var inverse = Triangles.inverseOfProduct(reflections.triangle(), rank, () -> { });
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                inverse[i * rank + j] = inverse[i * rank + j] / scales[reflections.column(i)] / scales[reflections.column(j)];
            }
        }
        return inverse;
    }

    /** Solution and residuals together, corrected by what their equations miss, worked out with twice the digits. */
    private static final class Correction {

        private final Reflections reflections;
        private final double[] columns;
        private final int rows;
        private final double[] target;
        private final Runnable pause;
        private final int rank;
        private final double[] solution;
        private final double[] residuals;
        private double before = Double.POSITIVE_INFINITY;

        Correction(final Reflections reflections, final double[] columns, final int rows, final double[] target, final Runnable pause) {
            this.reflections = reflections;
            this.columns = columns;
            this.rows = rows;
            this.target = target;
            this.pause = pause;
            rank = reflections.rank();
            solution = new double[rank];
            residuals = new double[rows];
        }

        void first() {
            pause.run();
            final var turned = Arrays.copyOf(target, rows);
            reflections.turn(turned);
            System.arraycopy(turned, 0, solution, 0, rank);
            reflections.solve(solution);
            Arrays.fill(turned, 0, rank, 0);
            reflections.turnBack(turned);
            System.arraycopy(turned, 0, residuals, 0, rows);
        }

        /** {@return whether another correction may help} */
        boolean again() {
            final var missing = new double[rows];
            for (int i = 0; i < rows; i++) {
                if (i % Frame.BLOCK == 0) {
                    pause.run();
                }
                final var sum = new Accurate();
                sum.add(target[i]);
                sum.add(-residuals[i]);
                for (int k = 0; k < rank; k++) {
                    sum.subtract(columns[reflections.column(k) * rows + i], solution[k]);
                }
                missing[i] = sum.value();
            }
            final var along = new double[rank];
            for (int k = 0; k < rank; k++) {
                pause.run();
                final var sum = new Accurate();
                final int at = reflections.column(k) * rows;
                for (int i = 0; i < rows; i++) {
                    sum.subtract(columns[at + i], residuals[i]);
                }
                along[k] = sum.value();
            }
            reflections.solveTransposed(along);
            pause.run();
            reflections.turn(missing);
            final var change = new double[rank];
            for (int k = 0; k < rank; k++) {
                change[k] = missing[k] - along[k];
                missing[k] = along[k];
            }
            reflections.solve(change);
            final double part = largest(change) / Math.max(largest(solution), Double.MIN_NORMAL);
            // where corrections do not get smaller fast there is nothing left to correct, or nothing can be corrected
            if (!(part < before / 2)) {
                return false;
            }
            before = part;
            pause.run();
            reflections.turnBack(missing);
            for (int k = 0; k < rank; k++) {
                solution[k] += change[k];
            }
            for (int i = 0; i < rows; i++) {
                residuals[i] += missing[i];
            }
            return part > Math.ulp(1.0);
        }

        private static double largest(final double[] values) {
            double largest = 0;
            for (final double value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            return largest;
        }
    }

    /** A sum with twice the digits (Ogita, Rump, Oishi, Accurate sum and dot product, 2005). */
    private static final class Accurate {

        private double high;
        private double low;

        void add(final double value) {
            final double sum = high + value;
            final double part = sum - high;
            low += high - (sum - part) + (value - part);
            high = sum;
        }

        void subtract(final double one, final double two) {
            final double product = -one * two;
            low += Math.fma(-one, two, -product);
            add(product);
        }

        double value() {
            return high + low;
        }
    }
}
