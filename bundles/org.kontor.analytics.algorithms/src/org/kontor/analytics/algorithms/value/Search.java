// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.algorithms.numerics.QuasiNewton;

/**
 * A search for the most likely parameters, given as logarithms, that always ends with some: where the data has no maximum at finite ones, as
 * where nobody seems to stop, a weak assumption about their size is added.
 *
 * @param point the logarithms
 * @param kind  how they were found
 * @param away  the numbers of parameters that went beyond all bounds without the assumption
 * @param steps how many steps it took
 */
record Search(double[] point, Kind kind, List<Integer> away, int steps) {

    /** e to this is as much as no bound for parameters of data that is scaled to 1. */
    private static final double BOUND = 11;
    private static final QuasiNewton.Settings FINE = new QuasiNewton.Settings(1e-12, 400, 2, BOUND);
    private static final QuasiNewton.Settings SKETCH = new QuasiNewton.Settings(1e-6, 200, 2, BOUND);
    /** The standard deviation of the assumption about each logarithm. */
    private static final double WIDTH = 2;

    /** How parameters were found. */
    enum Kind {
        /** They are the most likely ones. */
        FOUND,
        /** They are the most likely ones with a weak assumption about their size. */
        HELD,
        /** The search was stopped by its limit of steps or of precision; they are the best that were seen. */
        BEST_SEEN
    }

    /**
     * Searches.
     *
     * @param all       the mean over customers
     * @param sketch    the same on a sample; null where that is not worth it
     * @param starts    where to start; the first is what the assumption is around
     * @param customers how many there are
     */
    static Search of(final QuasiNewton.Objective all, final QuasiNewton.Objective sketch, final double[][] starts, final double customers) {
        int steps = 0;
        if (sketch != null) {
            final var rough = QuasiNewton.minimum(sketch, starts[0], SKETCH);
            if (rough.stop().found()) {
                final var fine = QuasiNewton.minimum(all, rough.point(), rough.inverse(), FINE);
                if (fine.stop().found()) {
                    return new Search(fine.point(), Kind.FOUND, List.of(), fine.steps());
                }
            }
        }
        final var away = new ArrayList<Integer>();
        for (final double[] start : starts) {
            final var found = QuasiNewton.minimum(all, start, FINE);
            steps += found.steps();
            if (found.stop().found()) {
                return new Search(found.point(), Kind.FOUND, List.of(), steps);
            }
            for (int j = 0; j < start.length && start == starts[0]; j++) {
                if (Math.abs(found.point()[j]) > .75 * BOUND) {
                    away.add(j);
                }
            }
        }
        final var held = QuasiNewton.minimum(held(all, starts[0], customers), starts[0], FINE);
        return new Search(held.point(), held.stop().found() ? Kind.HELD : Kind.BEST_SEEN, List.copyOf(away), steps + held.steps());
    }

    /** The likelihood with a normal distribution of each logarithm around the start, which counts as one more observation would. */
    private static QuasiNewton.Objective held(final QuasiNewton.Objective all, final double[] around, final double customers) {
        final double strength = 1 / (WIDTH * WIDTH * customers);
        return (point, gradient) -> {
            double value = all.value(point, gradient);
            for (int j = 0; j < point.length; j++) {
                final double off = point[j] - around[j];
                value += .5 * strength * off * off;
                gradient[j] += strength * off;
            }
            return value;
        };
    }
}
