// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Exponential smoothing with the model that the corrected criterion of Akaike finds best among those that are looked at. */
final class EtsForecaster implements Forecaster {

    /** Longer seasons have too many parts to learn. */
    static final int LONGEST_CYCLE = 60;
    private static final EtsModel PLAIN = new EtsModel(false, EtsModel.Component.NONE, false, EtsModel.Component.NONE);

    private final List<EtsModel> models;

    EtsForecaster(final EtsModel.Choice choice) {
        models = choice.models();
    }

    @Override
    public Fit fit(final double[] series, final int cycle, final Runnable pause) {
        final double scale = scale(series);
        final var scaled = Arrays.stream(series).map(value -> value / scale).toArray();
        final var start = new EtsStart(scaled, cycle);
        final boolean positive = Arrays.stream(scaled).min().getAsDouble() > 1e-6;
        EtsSearch best = null;
        for (final var model : suitable(series.length, cycle, positive)) {
            final var search = new EtsSearch(scaled, model, start, pause);
            search.quickly();
            if (Double.isFinite(search.criterion()) && (best == null || search.criterion() < best.criterion())) {
                best = search;
            }
        }
        if (best == null) {
            best = new EtsSearch(scaled, PLAIN, start, pause);
        }
        best.exactly();
        return new EtsFit(best, scale);
    }

    /** A power of two, so that nothing is rounded. */
    static double scale(final double[] series) {
        double sum = 0;
        for (final double value : series) {
            sum += Math.abs(value) / series.length;
        }
        return sum > 0 ? Math.scalb(1.0, Math.getExponent(sum)) : 1;
    }

    /** Models that a series of this kind can have; a season that it is too short for is left out. */
    private List<EtsModel> suitable(final int count, final int cycle, final boolean positive) {
        final boolean seasonal = cycle > 1 && cycle <= LONGEST_CYCLE && count >= 2 * cycle;
        final var found = new ArrayList<EtsModel>();
        for (final var each : models) {
            final var model = seasonal ? each : each.withoutSeason();
            if ((positive || !model.needsPositive()) && count - model.parameters(cycle) - 2 > 0 && !found.contains(model)) {
                found.add(model);
            }
        }
        return found;
    }
}
