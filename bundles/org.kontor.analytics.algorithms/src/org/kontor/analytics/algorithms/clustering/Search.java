// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/** The best of several starts. */
final class Search {

    private final Points points;
    private final Parameters parameters;
    private final RunContext context;
    private final Spread spread;
    private final ExactSums.Units units;
    private final double tolerance;
    /** Whether measuring rounded points spares enough of measuring the exact ones. */
    private final boolean screens;
    /** Null until they are needed. */
    private RoundedPoints rounded;

    Search(final Points points, final Parameters parameters, final RunContext context) {
        this(new PointReader.All(points, Spread.of(points.unweighted(), context), null), parameters, context);
    }

    Search(final PointReader.All read, final Parameters parameters, final RunContext context) {
        points = read.points();
        spread = read.spread();
        rounded = read.rounded();
        this.parameters = parameters;
        this.context = context;
        units = ExactSums.Units.of(points, spread);
        screens = RoundedPoints.fits(points.count(), points.width()) && RoundedPoints.pay(context);
        final double relative = parameters.get(KMeans.TOLERANCE);
        tolerance = relative == 0 ? 0 : relative * spread.variance();
    }

    /** {@return whether rounded points are going to be used} */
    static boolean rounds(final Dataset data, final Parameters parameters, final RunContext context) {
        return RoundedPoints.fits(data.rows(), data.names(Role.FEATURES).size())
                && (RoundedPoints.pay(context) || parameters.get(KMeans.INIT).equals(KMeans.CAREFUL));
    }

    /**
     * What was found.
     *
     * @param labels    the cluster of each row, from 0 in the order of their first rows
     * @param squared   the square of the distance of each row to its center
     * @param centers   row by row
     * @param means     of the rows of each cluster; null where rows weigh
     * @param runs      how often it was started
     */
    record Found(int clusters, int[] labels, double[] squared, double[] centers, double[] means, double inertia, int iterations, boolean converged, int runs) {
    }

    long steps(final int k, final IntegerParameter from, final IntegerParameter to) {
        final long ranges = Math.max(0, parameters.get(to) - parameters.get(from) + 1);
        final boolean within = k >= parameters.get(from) && k <= parameters.get(to);
        return runs() * (ranges + (within ? 0 : 1));
    }

    int runs() {
        return parameters.get(KMeans.INIT).equals(KMeans.GIVEN) ? 1 : parameters.get(KMeans.RESTARTS).intValue();
    }

    /** {@return how all rows spread, whatever they weigh} */
    Spread spread() {
        return spread;
    }

    Found best(final int clusters) {
        final var given = parameters.get(KMeans.CENTERS);
        final boolean isGiven = parameters.get(KMeans.INIT).equals(KMeans.GIVEN) && given.rows() == clusters;
        final int runs = isGiven ? 1 : parameters.get(KMeans.RESTARTS).intValue();
        Lloyd best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int run = 0; run < runs; run++) {
            context.checkCancelled();
            final var start = isGiven ? given() : seeded(clusters, (long) clusters << 20 | run);
            final var lloyd = new Lloyd(points, units, screens ? rounded() : null, start.centers(), start.guess(), context);
            lloyd.run(parameters.get(KMeans.MAX_ITERATIONS).intValue(), tolerance);
            final double inertia = lloyd.inertia();
            if (best == null || inertia < least) {
                best = lloyd;
                least = inertia;
            }
            context.progress().worked(1);
        }
        return inOrder(best, least, clusters, runs);
    }

    private RoundedPoints rounded() {
        if (rounded == null) {
            rounded = new RoundedPoints(points, context);
        }
        return rounded;
    }

    private Seeding.Start seeded(final int clusters, final long stream) {
        final var seeding = new Seeding(points, clusters, context, stream);
        return parameters.get(KMeans.INIT).equals("random") ? seeding.random() : seeding.careful(rounded());
    }

    private Seeding.Start given() {
        final var rows = parameters.get(KMeans.CENTERS);
        final int width = points.width();
        final var centers = new double[rows.rows() * width];
        for (int c = 0; c < rows.rows(); c++) {
            System.arraycopy(rows.row(c), 0, centers, c * width, width);
        }
        return new Seeding.Start(centers, null);
    }

    private Found inOrder(final Lloyd lloyd, final double inertia, final int clusters, final int runs) {
        final int width = points.width();
        final var number = new int[clusters];
        Arrays.fill(number, -1);
        int next = 0;
        final var labels = lloyd.labels();
        final var ordered = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (number[labels[i]] < 0) {
                number[labels[i]] = next++;
            }
            ordered[i] = number[labels[i]];
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
        }
        final var centers = new double[clusters * width];
        final double[] found = lloyd.means();
        final double[] means = found == null ? null : new double[clusters * width];
        for (int c = 0; c < clusters; c++) {
            if (number[c] < 0) {
                number[c] = next++;
            }
            System.arraycopy(lloyd.centers(), c * width, centers, number[c] * width, width);
            if (means != null) {
                System.arraycopy(found, c * width, means, number[c] * width, width);
            }
        }
        return new Found(clusters, ordered, lloyd.squared(), centers, means, inertia, lloyd.iterations(), lloyd.converged(), runs);
    }
}
