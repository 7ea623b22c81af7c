// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * Whether clusters stay when some rows are left out: parts of the rows are clustered anew, and the agreement with what all rows gave is the
 * mean adjusted Rand index (after Hennig, Cluster-wise assessment of cluster stability, 2007).
 */
final class Resampling {

    /** Such a part of the rows is drawn each time, without repetition. */
    private static final double PART = .8;
    private static final long STREAM = 0x54L << 32;

    private final Points points;
    private final int[] labels;
    private final int most;
    private final RunContext context;

    /**
     * @param most how many rows are drawn at most
     */
    Resampling(final Points points, final int[] labels, final int most, final RunContext context) {
        this.points = points;
        this.labels = labels;
        this.most = most;
        this.context = context;
    }

    /** Clusters some rows again. */
    @FunctionalInterface
    interface Again {

        /** {@return the cluster of each row, or null where these rows cannot be clustered so} */
        int[] labels(Points part, int clusters);
    }

    /** {@return the mean agreement; NaN where nothing was drawn} */
    double stability(final int times, final Again again) {
        double sum = 0;
        int counted = 0;
        final int clusters = times == 0 ? 0 : (int) Arrays.stream(labels).filter(label -> label >= 0).distinct().count();
        for (int draw = 0; draw < times; draw++) {
            context.checkCancelled();
            final var rows = new int[(int) Math.min(most, Math.ceil(PART * points.count()))];
            Samples.draw(points.count(), rows, context.randomness(STREAM | draw));
            final var found = again.labels(points.take(rows), clusters);
            if (found != null) {
                final var before = new int[rows.length];
                // noise is a part as well
                Arrays.setAll(before, i -> labels[rows[i]] + 1);
                final double agreement = Agreement.adjustedRand(found, before);
                if (!Double.isNaN(agreement)) {
                    sum += agreement;
                    counted++;
                }
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }
}
