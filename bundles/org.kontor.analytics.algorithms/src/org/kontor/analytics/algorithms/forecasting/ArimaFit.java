// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.run.Randomness;

/** An ARIMA model with its best weights. Values are kept as logarithms where that was wanted, and in a scale in which they are about 1. */
final class ArimaFit implements Fit {

    private static final String[] NAMES = {"ar-", "ma-", "sar-", "sma-"};

    private final double[] series;
    private final boolean logarithms;
    private final double scale;
    private final ArimaOrder order;
    private final ArimaSearch search;
    private final double[] differences;
    private final int count;

    /**
     * @param series     the values that were differenced
     * @param logarithms whether they are logarithms
     * @param scale      what the values were divided by
     * @param search     has found the best weights
     */
    ArimaFit(final double[] series, final boolean logarithms, final double scale, final ArimaSearch search) {
        this.series = series;
        this.logarithms = logarithms;
        this.scale = scale;
        this.search = search;
        order = search.order;
        differences = order.differences();
        count = series.length - order.lost();
    }

    @Override
    public String model() {
        return order.title() + (logarithms ? " of logarithms" : "");
    }

    @Override
    public Forecast forecast(final int horizon, final Randomness randomness) {
        final double[] changes = search.filter().ahead(horizon);
        final double[] all = Arrays.copyOf(series, series.length + horizon);
        for (int h = 0; h < horizon; h++) {
            double value = changes[h] + search.mean;
            for (int i = 1; i < differences.length; i++) {
                value -= differences[i] * all[series.length + h - i];
            }
            all[series.length + h] = value;
        }
        final double[] mean = Arrays.copyOfRange(all, series.length, all.length);
        final double variance = search.filter().squares() / Math.max(1, count - order.parameters()) * (1 + (double) order.parameters() / count);
        final double[] psi = psi(horizon);
        final var deviations = new double[horizon];
        double sum = 0;
        for (int h = 0; h < horizon; h++) {
            sum += psi[h] * psi[h];
            deviations[h] = Math.sqrt(variance * sum);
        }
        final var forecast = Forecast.normal(mean, deviations);
        return logarithms ? forecast.map(Math::exp) : forecast.times(h -> scale);
    }

    /** {@return how much an error weighs so many steps later, differences included} */
    private double[] psi(final int horizon) {
        final var whole = new double[search.ar.length + differences.length];
        for (int i = 0; i <= search.ar.length; i++) {
            for (int j = 0; j < differences.length; j++) {
                whole[i + j] += (i == 0 ? 1 : -search.ar[i - 1]) * differences[j];
            }
        }
        final var psi = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            psi[h] = h == 0 ? 1 : h <= search.ma.length ? search.ma[h - 1] : 0;
            for (int i = 1; i <= Math.min(h, whole.length - 1); i++) {
                psi[h] -= whole[i] * psi[h - i];
            }
        }
        return psi;
    }

    @Override
    public double[] fitted() {
        final double[] errors = search.filter().errors();
        final var fitted = new double[series.length];
        for (int t = 0; t < fitted.length; t++) {
            final double expected = t < order.lost() ? Double.NaN : series[t] - errors[t - order.lost()];
            fitted[t] = logarithms ? Math.exp(expected) : expected * scale;
        }
        return fitted;
    }

    @Override
    public List<Learned> numbers() {
        final var numbers = new ArrayList<Learned>();
        final double[][] weights = search.weights();
        for (int part = 0; part < weights.length; part++) {
            for (int i = 0; i < weights[part].length; i++) {
                numbers.add(new Learned(NAMES[part] + (i + 1), weights[part][i]));
            }
        }
        if (order.constant()) {
            // a seasonal difference takes a season's worth of the slope
            final double slope = search.mean * scale / (order.sd() > 0 ? order.cycle() : 1);
            numbers.add(new Learned(order.d() + order.sd() > 0 ? "drift" : "mean", slope));
        }
        final double deviance = search.deviance() + 2 * count * Math.log(scale);
        final double known = order.parameters() + 1;
        numbers.add(new Learned("sigma2", search.filter().squares() / count * scale * scale));
        numbers.add(new Learned("log-likelihood", -.5 * deviance));
        numbers.add(new Learned("aic", deviance + 2 * known));
        numbers.add(new Learned("aicc", deviance + 2 * known * count / (count - known - 1)));
        return numbers;
    }
}
