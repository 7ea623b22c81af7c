// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

/** How far forecasts were from what came. Values that are not defined, such as a share of nothing, are {@code NaN}. */
final class Accuracy {

    private static final double PERCENT = 100;

    private int count;
    private double squares;
    private double absolutes;
    private double shares;
    private int shared;
    private double symmetric;
    private double scaled;
    private int scales;
    private int in80;
    private int in95;

    /**
     * Adds one value.
     *
     * @param actual   what came
     * @param forecast what was forecast
     * @param step     the step ahead, from 0
     * @param scale    the mean error of the naive forecast in the history; 0 where it is not defined
     */
    void add(final double actual, final Forecast forecast, final int step, final double scale) {
        final double expected = forecast.mean()[step];
        final double error = Math.abs(actual - expected);
        count++;
        squares += error * error;
        absolutes += error;
        if (actual != 0) {
            shares += error / Math.abs(actual);
            shared++;
        }
        final double both = Math.abs(actual) + Math.abs(expected);
        symmetric += both > 0 ? 2 * error / both : 0;
        if (scale > 0) {
            scaled += error / scale;
            scales++;
        }
        in80 += actual >= forecast.low80()[step] && actual <= forecast.high80()[step] ? 1 : 0;
        in95 += actual >= forecast.low95()[step] && actual <= forecast.high95()[step] ? 1 : 0;
    }

    /** Adds all that another one has. */
    void add(final Accuracy other) {
        count += other.count;
        squares += other.squares;
        absolutes += other.absolutes;
        shares += other.shares;
        shared += other.shared;
        symmetric += other.symmetric;
        scaled += other.scaled;
        scales += other.scales;
        in80 += other.in80;
        in95 += other.in95;
    }

    int count() {
        return count;
    }

    double rmse() {
        return count == 0 ? Double.NaN : Math.sqrt(squares / count);
    }

    double mae() {
        return count == 0 ? Double.NaN : absolutes / count;
    }

    double mape() {
        return shared == 0 ? Double.NaN : PERCENT * shares / shared;
    }

    double smape() {
        return count == 0 ? Double.NaN : PERCENT * symmetric / count;
    }

    double mase() {
        return scales == 0 ? Double.NaN : scaled / scales;
    }

    double coverage80() {
        return count == 0 ? Double.NaN : (double) in80 / count;
    }

    double coverage95() {
        return count == 0 ? Double.NaN : (double) in95 / count;
    }
}
