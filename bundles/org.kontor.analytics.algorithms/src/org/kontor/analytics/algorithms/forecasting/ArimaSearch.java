// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;

import org.kontor.analytics.algorithms.numerics.BoundedQuasiNewton;

/**
 * Finds the weights of one ARIMA model: first those with the least conditional squares, then the likeliest. Weights are searched for as
 * partial correlations between -1 and 1, of which every choice is stationary and invertible. For one thread.
 */
final class ArimaSearch implements BoundedQuasiNewton.Objective {

    private static final double STEP = 1e-5;
    /** Correlations of up to .9993. */
    private static final double FARTHEST = 4;
    /** Roots nearer to 1 than this belong to a series that should be differenced once more, or once less. */
    private static final double NEAR = 1.01;
    private static final BoundedQuasiNewton.Settings QUICK = new BoundedQuasiNewton.Settings(1e-3, 1e-5, 30);
    private static final BoundedQuasiNewton.Settings GOOD = new BoundedQuasiNewton.Settings(1e-4, 1e-6, 60);
    private static final BoundedQuasiNewton.Settings EXACT = new BoundedQuasiNewton.Settings(1e-9, 1e-12, 200);

    final ArimaOrder order;
    final double[] ar;
    final double[] ma;
    double mean;
    private final double[] series;
    private final double[] centred;
    private final double[] conditional;
    private final double[][] parts;
    private final double spread;
    private final ArmaFilter filter;
    private final Runnable pause;
    private boolean exact;
    private double[] best;
    private double value = Double.POSITIVE_INFINITY;

    /**
     * @param order  the model
     * @param series the differences
     * @param pause  called again and again
     */
    ArimaSearch(final ArimaOrder order, final double[] series, final Runnable pause) {
        this.order = order;
        this.series = series;
        this.pause = pause;
        final int longestAr = order.ar() + order.sar() * order.cycle();
        final int longestMa = order.ma() + order.sma() * order.cycle();
        ar = new double[longestAr];
        ma = new double[longestMa];
        centred = new double[series.length];
        conditional = new double[series.length];
        parts = new double[][] {new double[order.ar()], new double[order.ma()], new double[order.sar()], new double[order.sma()]};
        filter = new ArmaFilter(longestAr, longestMa, series.length);
        double sum = 0;
        for (final double each : series) {
            sum += each / series.length;
        }
        double squares = 0;
        for (final double each : series) {
            squares += (each - sum) * (each - sum) / series.length;
        }
        spread = Math.max(Math.sqrt(squares / series.length), 1e-9);
        best = new double[order.parameters()];
        if (order.constant()) {
            best[best.length - 1] = sum / spread;
        }
    }

    /** {@return whether there are enough values for the model} */
    static boolean isPossible(final ArimaOrder order, final int count) {
        return count - order.lost() - order.parameters() - 2 > 0 && count - order.lost() > Math.max(order.ar() + order.sar() * order.cycle(), 2);
    }

    /** Looks for weights that are good enough to compare models. */
    void quickly() {
        exact = false;
        look(QUICK);
        exact = true;
        value = Double.POSITIVE_INFINITY;
        look(GOOD);
    }

    /** Goes on as far as the numbers allow. */
    void exactly() {
        look(EXACT);
        value(best);
    }

    private void look(final BoundedQuasiNewton.Settings settings) {
        final var upper = new double[best.length];
        final var lower = new double[best.length];
        final var scale = new double[best.length];
        Arrays.fill(upper, FARTHEST);
        Arrays.fill(lower, -FARTHEST);
        Arrays.fill(scale, .3);
        if (order.constant()) {
            upper[best.length - 1] = Double.POSITIVE_INFINITY;
            lower[best.length - 1] = Double.NEGATIVE_INFINITY;
            scale[best.length - 1] = 1;
        }
        final var found = BoundedQuasiNewton.minimum(this, best, new BoundedQuasiNewton.Box(lower, upper, scale), settings);
        if (found.value() < value) {
            value = found.value();
            best = found.point();
        }
    }

    private void unpack(final double[] point) {
        int at = 0;
        for (int part = 0; part < parts.length; part++) {
            final double[] weights = parts[part];
            for (int i = 0; i < weights.length; i++) {
                final double correlation = Math.tanh(point[at++]);
                // Durbin and Levinson: from partial correlations to weights
                for (int j = 0; j < i / 2 + i % 2; j++) {
                    final double one = weights[j];
                    final double two = weights[i - 1 - j];
                    weights[j] = one - correlation * two;
                    weights[i - 1 - j] = two - correlation * one;
                    if (j == i - 1 - j) {
                        weights[j] = one - correlation * one;
                    }
                }
                weights[i] = correlation;
            }
        }
        multiply(parts[0], parts[2], ar);
        multiply(parts[1], parts[3], ma);
        for (int i = 0; i < ma.length; i++) {
            ma[i] = -ma[i];
        }
        mean = order.constant() ? point[at] * spread : 0;
    }

    /** (1 - a_1 B - ...)(1 - s_1 B^m - ...) = 1 - into_1 B - ... */
    private void multiply(final double[] near, final double[] far, final double[] into) {
        Arrays.fill(into, 0);
        for (int j = 0; j <= far.length; j++) {
            for (int i = 0; i <= near.length; i++) {
                final int lag = i + j * order.cycle();
                if (lag > 0) {
                    into[lag - 1] -= (i == 0 ? 1 : -near[i - 1]) * (j == 0 ? 1 : -far[j - 1]);
                }
            }
        }
    }

    @Override
    public double value(final double[] point) {
        pause.run();
        unpack(point);
        for (int t = 0; t < series.length; t++) {
            centred[t] = series[t] - mean;
        }
        return exact ? filter.deviance(centred, ar, ma) : conditionalSquares();
    }

    private double conditionalSquares() {
        double sum = 0;
        for (int t = 0; t < centred.length; t++) {
            double error = 0;
            if (t >= ar.length) {
                error = centred[t];
                for (int i = 0; i < ar.length; i++) {
                    error -= ar[i] * centred[t - 1 - i];
                }
                for (int i = 0; i < Math.min(t, ma.length); i++) {
                    error -= ma[i] * conditional[t - 1 - i];
                }
            }
            conditional[t] = error;
            sum += error * error;
        }
        return Math.log(sum / Math.max(1, centred.length - ar.length) + 1e-24);
    }

    @Override
    public void gradient(final double[] point, final double[] gradient) {
        final double[] moved = point.clone();
        for (int i = 0; i < point.length; i++) {
            moved[i] = point[i] + STEP;
            final double above = value(moved);
            moved[i] = point[i] - STEP;
            final double slope = (above - value(moved)) / (2 * STEP);
            gradient[i] = Double.isFinite(slope) ? slope : 0;
            moved[i] = point[i];
        }
    }

    /** {@return twice the negative logarithm of the likelihood} */
    double deviance() {
        return series.length * (value + Math.log(2 * Math.PI) + 1);
    }

    /** {@return the corrected criterion of Akaike; infinite where the model is close to a unit root} */
    double criterion() {
        unpack(best);
        for (int part = 0; part < parts.length; part++) {
            if (isNearUnity(parts[part], part < 2 ? 1 : order.cycle())) {
                return Double.POSITIVE_INFINITY;
            }
        }
        final double known = order.parameters() + 1;
        return deviance() + 2 * known * series.length / (series.length - known - 1);
    }

    /** Whether the weights, drawn a little apart, are no longer stationary (Schur's test). */
    private static boolean isNearUnity(final double[] weights, final int lag) {
        final double[] left = weights.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] *= Math.pow(NEAR, (i + 1.0) * lag);
        }
        for (int size = left.length; size > 0; size--) {
            final double last = left[size - 1];
            if (!(Math.abs(last) < 1)) {
                return true;
            }
            final double[] before = left.clone();
            for (int i = 0; i < size - 1; i++) {
                left[i] = (before[i] + last * before[size - 2 - i]) / (1 - last * last);
            }
        }
        return false;
    }

    /** {@return weights of near values, near errors, far values and far errors, as they are published} */
    double[][] weights() {
        final var found = new double[parts.length][];
        for (int part = 0; part < parts.length; part++) {
            final double sign = part % 2 == 0 ? 1 : -1;
            found[part] = Arrays.stream(parts[part]).map(weight -> sign * weight).toArray();
        }
        return found;
    }

    ArmaFilter filter() {
        return filter;
    }
}
