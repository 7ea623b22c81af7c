// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Simulated customers. */
final class Buyers {

    private Buyers() {
    }

    /** A gamma variate of scale 1 (G. Marsaglia, W. W. Tsang, A Simple Method for Generating Gamma Variables, 2000). */
    static double gamma(final double shape, final SplittableRandom random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        final double d = shape - 1.0 / 3;
        final double c = 1 / Math.sqrt(9 * d);
        while (true) {
            final double z = random.nextGaussian();
            final double v = Math.pow(1 + c * z, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < .5 * z * z + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** The times of purchases after the first. */
    static List<Double> purchases(final BetaGeometric process, final double age, final SplittableRandom random) {
        final double rate = gamma(process.r(), random) / process.alpha();
        final double one = gamma(process.a(), random);
        final double stop = one / (one + gamma(process.b(), random));
        final var times = new ArrayList<Double>();
        double now = 0;
        if (process.early() == 1 && random.nextDouble() < stop) {
            return times;
        }
        while (true) {
            now -= Math.log(1 - random.nextDouble()) / rate;
            if (!(now <= age)) {
                return times;
            }
            times.add(now);
            if (random.nextDouble() < stop) {
                return times;
            }
        }
    }

    static Histories histories(final BetaGeometric process, final int customers, final double age, final long seed) {
        final var random = new SplittableRandom(seed);
        final var x = new double[customers];
        final var tx = new double[customers];
        final var ages = new double[customers];
        for (int i = 0; i < customers; i++) {
            ages[i] = age * (.6 + .4 * random.nextInt(20) / 20);
            final var times = purchases(process, ages[i], random);
            x[i] = times.size();
            tx[i] = times.isEmpty() ? 0 : times.getLast();
        }
        return new Histories(customers, new int[customers], x, tx, ages, null, null, null, Double.NaN, null, 0, 7, new Histories.Rows(0, 0, 0));
    }
}
