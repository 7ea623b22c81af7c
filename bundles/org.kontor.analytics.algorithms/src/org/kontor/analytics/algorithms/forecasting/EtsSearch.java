// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;

import org.kontor.analytics.algorithms.forecasting.EtsModel.Component;
import org.kontor.analytics.algorithms.numerics.BoundedQuasiNewton;

/** Finds the numbers of one model of exponential smoothing that make a series likeliest. For one thread. */
final class EtsSearch implements BoundedQuasiNewton.Objective {

    /** The least and the most that smooths, as in the R package forecast, so that models mean the same. */
    private static final double LEAST = 1e-4;
    private static final double MOST = 1 - LEAST;
    private static final double LEAST_FADING = .8;
    private static final double MOST_FADING = .98;
    private static final double POSITIVE = 1e-6;
    private static final int STATES = 4;
    private static final BoundedQuasiNewton.Settings QUICK = new BoundedQuasiNewton.Settings(1e-5, 1e-7, 100);
    private static final BoundedQuasiNewton.Settings EXACT = new BoundedQuasiNewton.Settings(1e-9, 1e-14, 1_000);

    private final EtsFilter filter;
    private final EtsModel model;
    private final int cycle;
    private final double[] figure;
    private final double level;
    private final double slope;
    private final double[] backward;
    private final int size;
    private final Runnable pause;
    private double[] best;
    private double value = Double.POSITIVE_INFINITY;

    /**
     * @param series the values, about 1 in size
     * @param model  the model
     * @param start  where its states begin
     * @param pause  called again and again
     */
    EtsSearch(final double[] series, final EtsModel model, final EtsStart start, final Runnable pause) {
        this.model = model;
        this.pause = pause;
        filter = new EtsFilter(series, model, start.cycle());
        cycle = filter.cycle;
        figure = start.figure(model.season());
        level = start.level(model);
        slope = start.slope(model);
        backward = new double[6 + cycle];
        size = model.parameters(cycle);
    }

    /** Looks from one place, well enough to compare models. */
    void quickly() {
        from(QUICK, start(model.hasSeason() ? .2 : .4, .1));
    }

    /** Looks from several places and from the best one known, as well as the numbers allow. */
    void exactly() {
        for (final double alpha : new double[] {.05, .5, .95}) {
            from(QUICK, start(alpha, .05));
        }
        if (model.hasTrend() && !model.hasSeason()) {
            // without a season, a slope that turns with every value is often likelier than one that stays, and lies beyond a worse place
            from(QUICK, start(.95, .95));
            from(QUICK, start(.5, .95));
        }
        if (best != null) {
            from(EXACT, best);
        }
    }

    private void from(final BoundedQuasiNewton.Settings settings, final double[] start) {
        final var found = BoundedQuasiNewton.minimum(this, start, box(), settings);
        if (found.value() < value) {
            value = found.value();
            best = found.point();
        }
    }

    private double[] start(final double alpha, final double part) {
        final var point = new double[size];
        int at = 0;
        point[at++] = alpha;
        if (model.hasTrend()) {
            point[at++] = part;
        }
        if (model.hasSeason()) {
            point[at++] = part;
        }
        if (model.damped()) {
            point[at++] = .97;
        }
        point[at++] = level;
        if (model.hasTrend()) {
            point[at++] = slope;
        }
        for (int i = 0; i < cycle - 1; i++) {
            point[at++] = figure[i];
        }
        return point;
    }

    private BoundedQuasiNewton.Box box() {
        final var lower = new double[size];
        final var upper = new double[size];
        final var scale = new double[size];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        Arrays.fill(scale, .02);
        int at = 0;
        lower[at] = LEAST;
        upper[at] = MOST;
        scale[at++] = .2;
        for (int i = 0; i < (model.hasTrend() ? 1 : 0) + (model.hasSeason() ? 1 : 0); i++) {
            lower[at] = 0;
            upper[at] = 1;
            scale[at++] = .1;
        }
        if (model.damped()) {
            lower[at] = LEAST_FADING;
            upper[at] = MOST_FADING;
            scale[at++] = .02;
        }
        if (model.needsPositive()) {
            lower[at] = POSITIVE;
        }
        scale[at++] = .1;
        if (model.hasTrend()) {
            if (model.trend() == Component.MULTIPLIED) {
                lower[at] = POSITIVE;
            }
            scale[at++] = .01;
        }
        if (model.season() == Component.MULTIPLIED) {
            Arrays.fill(lower, at, size, POSITIVE);
        }
        return new BoundedQuasiNewton.Box(lower, upper, scale);
    }

    private EtsFilter.Weights unpack(final double[] point) {
        int at = 0;
        final double alpha = point[at++];
        double beta = 0;
        double gamma = 0;
        double phi = 1;
        if (model.hasTrend()) {
            beta = (LEAST + (alpha - LEAST) * point[at++]) / alpha;
        }
        if (model.hasSeason()) {
            gamma = LEAST + (MOST - alpha) * point[at++];
        }
        if (model.damped()) {
            phi = point[at++];
        }
        filter.levels[0] = point[at++];
        if (model.hasTrend()) {
            filter.slopes[0] = point[at++];
        }
        double sum = model.season() == Component.MULTIPLIED ? cycle : 0;
        for (int i = 0; i < cycle - 1; i++) {
            filter.seasons[i] = point[at];
            sum -= point[at++];
        }
        if (cycle > 0) {
            filter.seasons[cycle - 1] = sum;
        }
        return new EtsFilter.Weights(alpha, beta, gamma, phi);
    }

    @Override
    public double value(final double[] point) {
        pause.run();
        return filter.forward(unpack(point));
    }

    @Override
    public void gradient(final double[] point, final double[] gradient) {
        filter.backward(backward);
        int at = 0;
        final double alpha = point[at++];
        double byAlpha = backward[0];
        if (model.hasTrend()) {
            final double share = point[at];
            byAlpha += backward[1] * (share - 1) * LEAST / (alpha * alpha);
            gradient[at++] = backward[1] * (alpha - LEAST) / alpha;
        }
        if (model.hasSeason()) {
            byAlpha -= backward[2] * point[at];
            gradient[at++] = backward[2] * (MOST - alpha);
        }
        if (model.damped()) {
            gradient[at++] = backward[3];
        }
        gradient[0] = byAlpha;
        gradient[at++] = backward[STATES];
        if (model.hasTrend()) {
            gradient[at++] = backward[STATES + 1];
        }
        for (int i = 0; i < cycle - 1; i++) {
            gradient[at++] = backward[STATES + 2 + i] - backward[STATES + 1 + cycle];
        }
    }

    /** {@return twice the negative logarithm of the likelihood up to a constant, of values of size 1; infinite where nothing was found} */
    double deviance() {
        return value * filter.series.length;
    }

    /** {@return the corrected criterion of Akaike; infinite where there are too few values for the model} */
    double criterion() {
        final double known = model.parameters(cycle) + 1;
        final double left = filter.series.length - known - 1;
        return left <= 0 ? Double.POSITIVE_INFINITY : deviance() + 2 * known + 2 * known * (known + 1) / left;
    }

    EtsModel model() {
        return model;
    }

    /** Runs the filter once more with the best numbers, so that its states are those. */
    EtsFilter.Weights settle() {
        final var weights = unpack(best);
        filter.forward(weights);
        return weights;
    }

    EtsFilter filter() {
        return filter;
    }
}
