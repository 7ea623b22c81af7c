// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.NormalDistribution;

import org.kontor.analytics.result.Message;

/** Probabilities of a difference by chance. */
final class PValues {

    private static final double LEAST_SHOWN = 1e-4;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private PValues() {
    }

    /** {@return “p = 0.0123” or “p below 0.0001”} */
    static Message shown(final double p) {
        return p < LEAST_SHOWN ? Messages.of("statistics.p.least", LEAST_SHOWN) : Messages.of("statistics.p", p);
    }

    /** {@return how many standard deviations chance exceeds, up or down, with this probability} */
    static double normalLimit(final double level) {
        return NORMAL.inverseSurvivalProbability(level / 2);
    }

    /** Holm's correction: the probability that any of the true hypotheses is rejected stays below the level. NaN stays as it is. */
    static double[] holm(final double[] p) {
        final var corrected = p.clone();
        final int[] order = order(p);
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, Math.min(1, (order.length - rank) * p[order[rank]]));
            corrected[order[rank]] = largest;
        }
        return corrected;
    }

    /** Benjamini and Hochberg's correction: the share of false ones among those found stays below the level. NaN stays as it is. */
    static double[] benjaminiHochberg(final double[] p) {
        final var corrected = p.clone();
        final int[] order = order(p);
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            least = Math.min(least, p[order[rank - 1]] * order.length / rank);
            corrected[order[rank - 1]] = least;
        }
        return corrected;
    }

    private static int[] order(final double[] p) {
        return IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed().sorted(Comparator.comparingDouble((Integer i) -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
