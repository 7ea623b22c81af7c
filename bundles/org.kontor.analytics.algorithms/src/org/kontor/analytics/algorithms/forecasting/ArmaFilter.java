// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;

/**
 * The exact likelihood of a stationary series by the Kalman filter, in the form of Chandrasekhar (Morf, Sidhu and Kailath 1974; Mélard 1984):
 * what is not known of the state shrinks by a matrix of rank one at each step, so that a step costs as much as the state is long, not its
 * square. For one thread; the arrays are used again and again.
 */
final class ArmaFilter {

    /** Below this the filter knows its state as well as it ever will. */
    private static final double SETTLED = 1e-13;
    private static final double SINGULAR = 1e-14;
    private static final double LARGEST = 1e12;
    /** Nothing is more exact than this, so that a series without any noise has a likelihood too. */
    private static final double EXACT = 1e-24;
    private static final double LEAST_VARIANCE = .5;
    /** So many logarithms are taken at once. */
    private static final int TOGETHER = 16;

    private final int size;
    private final double[] phi;
    private final double[] theta;
    private final double[] state;
    private final double[] gain;
    private final double[] shrinking;
    private final double[] cross;
    private final double[] psi;
    private final double[] covariances;
    private final double[][] matrix;
    private final double[] errors;
    private double squares;
    private double logs;

    /**
     * @param ar    the longest distance of past values
     * @param ma    the longest distance of past errors
     * @param count how many values there are
     */
    ArmaFilter(final int ar, final int ma, final int count) {
        size = Math.max(1, Math.max(ar, ma + 1));
        phi = new double[size];
        theta = new double[size];
        state = new double[size];
        gain = new double[size];
        shrinking = new double[size];
        cross = new double[size];
        psi = new double[size];
        covariances = new double[ar + 1];
        matrix = new double[ar + 1][ar + 2];
        errors = new double[count];
    }

    /**
     * Runs a series through the filter.
     *
     * @param series the values, the mean taken away
     * @param ar     the weights of past values
     * @param ma     the weights of past errors
     * @return twice the negative logarithm of the likelihood for each value, up to a constant; infinite where the model is not stationary
     */
    double deviance(final double[] series, final double[] ar, final double[] ma) {
        Arrays.fill(phi, 0);
        Arrays.fill(theta, 0);
        System.arraycopy(ar, 0, phi, 0, ar.length);
        System.arraycopy(ma, 0, theta, 0, ma.length);
        final double first = start(ar.length);
        if (!(first >= 1 - 1e-9) || !(first < LARGEST)) {
            return Double.POSITIVE_INFINITY;
        }
        double variance = first;
        double rank = -1 / first;
        Arrays.fill(state, 0);
        squares = 0;
        logs = 0;
        boolean settled = false;
        double product = 1;
        for (int t = 0; t < series.length; t++) {
            final double error = series[t] - state[0];
            squares += error * error / variance;
            product *= variance;
            if ((t & TOGETHER - 1) == 0) {
                logs += Math.log(product);
                product = 1;
            }
            errors[t] = error;
            final double part = error / variance;
            final double head = state[0];
            for (int i = 0; i < size - 1; i++) {
                state[i] = phi[i] * head + state[i + 1] + gain[i] * part;
            }
            state[size - 1] = phi[size - 1] * head + gain[size - 1] * part;
            if (!settled) {
                final double lead = shrinking[0];
                final double step = rank * lead;
                final double next = variance + step * lead;
                rank += step * step / variance;
                for (int i = 0; i < size; i++) {
                    final double moved = phi[i] * lead + (i + 1 < size ? shrinking[i + 1] : 0);
                    gain[i] += moved * step;
                    shrinking[i] = moved - gain[i] * lead / next;
                }
                variance = next;
                settled = variance - 1 < SETTLED && Math.abs(step * lead) < SETTLED;
                if (!(variance > LEAST_VARIANCE)) {
                    return Double.POSITIVE_INFINITY;
                }
            }
        }
        logs += Math.log(product);
        return Math.log(squares / series.length + EXACT) + logs / series.length;
    }

    /**
     * Begins with what is known of a stationary series that nobody has seen: fills the gain of the first step.
     *
     * @return the variance of the series, in variances of the error
     */
    private double start(final int ar) {
        // weights of past errors if there were no past values
        for (int j = 0; j < size; j++) {
            psi[j] = j == 0 ? 1 : theta[j - 1];
            for (int i = 0; i < Math.min(j, ar); i++) {
                psi[j] += phi[i] * psi[j - 1 - i];
            }
        }
        if (!solve(ar)) {
            return Double.NaN;
        }
        // element i of the state is what values and errors so far say of the value i steps ahead
        cross[0] = covariances[0];
        for (int i = 1; i < size; i++) {
            double sum = 0;
            for (int j = i; j < size; j++) {
                sum += (j < ar ? phi[j] * covariances[j - i + 1] : 0) + theta[j - 1] * psi[j - i];
            }
            cross[i] = sum;
        }
        for (int i = 0; i < size; i++) {
            gain[i] = phi[i] * cross[0] + (i + 1 < size ? cross[i + 1] : 0);
            shrinking[i] = gain[i];
        }
        return cross[0];
    }

    /** Fills the covariances of the series at distances 0 to its longest; false where they do not exist. */
    private boolean solve(final int order) {
        // c(k) - phi_1 c(k-1) - ... = sum of theta_j psi_(j-k), for k = 0 .. order
        final int count = order + 1;
        for (int k = 0; k < count; k++) {
            Arrays.fill(matrix[k], 0);
            matrix[k][k] += 1;
            for (int i = 0; i < order; i++) {
                matrix[k][Math.abs(k - 1 - i)] -= phi[i];
            }
            double sum = 0;
            for (int j = k; j < size; j++) {
                sum += (j == 0 ? 1 : theta[j - 1]) * psi[j - k];
            }
            matrix[k][matrix.length] = sum;
        }
        for (int k = 0; k < count; k++) {
            if (!eliminate(k, count)) {
                return false;
            }
        }
        for (int k = count - 1; k >= 0; k--) {
            double sum = matrix[k][matrix.length];
            for (int j = k + 1; j < count; j++) {
                sum -= matrix[k][j] * covariances[j];
            }
            covariances[k] = sum / matrix[k][k];
        }
        return true;
    }

    private boolean eliminate(final int k, final int count) {
        int pivot = k;
        for (int i = k + 1; i < count; i++) {
            pivot = Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k]) ? i : pivot;
        }
        final double[] row = matrix[pivot];
        matrix[pivot] = matrix[k];
        matrix[k] = row;
        if (!(Math.abs(row[k]) > SINGULAR)) {
            return false;
        }
        for (int i = k + 1; i < count; i++) {
            final double factor = matrix[i][k] / row[k];
            if (factor != 0) {
                for (int j = k; j < count; j++) {
                    matrix[i][j] -= factor * row[j];
                }
                matrix[i][matrix.length] -= factor * row[matrix.length];
            }
        }
        return true;
    }

    /** {@return the sum of squared errors of the last run, each divided by its variance} */
    double squares() {
        return squares;
    }

    /** {@return the errors of one step of the last run} */
    double[] errors() {
        return errors.clone();
    }

    /** {@return what the last run expects of the values after the last one} */
    double[] ahead(final int horizon) {
        final var values = new double[horizon];
        final double[] at = state.clone();
        for (int h = 0; h < horizon; h++) {
            values[h] = at[0];
            final double head = at[0];
            for (int i = 0; i < size; i++) {
                at[i] = phi[i] * head + (i + 1 < size ? at[i + 1] : 0);
            }
        }
        return values;
    }
}
