// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.kontor.analytics.run.Randomness;

/** The mean of several methods, or the one that forecast the end of the series best. */
final class AutoForecaster implements Forecaster {

    private static final int LEAST = 12;
    private static final long STREAM = 0xA070L;

    private final List<Forecaster> members = new ArrayList<>();
    private final boolean choose;

    /**
     * @param choose whether one is chosen for each series; else all are averaged
     * @param arima  whether ARIMA takes part
     */
    AutoForecaster(final boolean choose, final boolean arima) {
        this.choose = choose;
        members.add(new EtsForecaster(new EtsModel.Choice("ZZZ", Optional.empty(), false)));
        members.add((series, cycle, pause) -> new ThetaFit(series, cycle));
        if (arima) {
            members.add(new ArimaForecaster(ArimaForecaster.Wish.AUTOMATIC));
        }
    }

    @Override
    public Fit fit(final double[] series, final int cycle, final Runnable pause) {
        if (choose && series.length >= LEAST) {
            return chosen(series, cycle, pause);
        }
        final var fits = new ArrayList<Fit>();
        for (final var member : members) {
            pause.run();
            fits.add(member.fit(series, cycle, pause));
        }
        return new CombinedFit(fits);
    }

    private Fit chosen(final double[] series, final int cycle, final Runnable pause) {
        final int held = Math.min(Math.max(cycle, 4), series.length / 4);
        final double[] known = Arrays.copyOf(series, series.length - held);
        final boolean constant = Arrays.stream(known).allMatch(value -> value == known[0]);
        final List<Forecaster> all = new ArrayList<>(members);
        all.add((values, length, stop) -> new NaiveFit(values, length));
        Forecaster best = all.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (final var member : constant ? List.<Forecaster>of() : all) {
            pause.run();
            final double[] forecast = member.fit(known, cycle, pause).forecast(held, Randomness.of(held, STREAM)).mean();
            double error = 0;
            for (int h = 0; h < held; h++) {
                error += Math.abs(forecast[h] - series[known.length + h]);
            }
            if (error < least) {
                least = error;
                best = member;
            }
        }
        return best.fit(series, cycle, pause);
    }
}
