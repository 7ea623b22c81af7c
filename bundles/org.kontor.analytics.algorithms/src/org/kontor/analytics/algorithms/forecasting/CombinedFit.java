// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.kontor.analytics.run.Randomness;

/** The mean of what several methods learned of one series. */
record CombinedFit(List<Fit> members) implements Fit {

    CombinedFit {
        members = List.copyOf(members);
    }

    @Override
    public String model() {
        return members.stream().map(Fit::model).collect(Collectors.joining(" + "));
    }

    @Override
    public Forecast forecast(final int horizon, final Randomness randomness) {
        final var forecasts = members.stream().map(each -> each.forecast(horizon, randomness)).filter(Forecast::isFinite).toList();
        if (forecasts.isEmpty()) {
            return members.getFirst().forecast(horizon, randomness);
        }
        return new Forecast(mean(forecasts.stream().map(Forecast::mean).toList(), horizon), mean(forecasts.stream().map(Forecast::low80).toList(), horizon),
                mean(forecasts.stream().map(Forecast::high80).toList(), horizon), mean(forecasts.stream().map(Forecast::low95).toList(), horizon),
                mean(forecasts.stream().map(Forecast::high95).toList(), horizon));
    }

    private static double[] mean(final List<double[]> values, final int length) {
        final var mean = new double[length];
        Arrays.setAll(mean, i -> values.stream().mapToDouble(each -> each[i]).sum() / values.size());
        return mean;
    }

    @Override
    public double[] fitted() {
        final var all = members.stream().map(Fit::fitted).toList();
        return mean(all, all.getFirst().length);
    }

    @Override
    public List<Learned> numbers() {
        return List.of();
    }
}
