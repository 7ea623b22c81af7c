// SPDX-License-Identifier: EPL-2.0

package com.example.insight.clusters;

import java.util.Arrays;

import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/** The best of several starts; all of them walk down the same tree. */
final class Search {

    /** Tells the random numbers of different numbers of clusters apart. */
    private static final int STARTS = 20;

    private final Points points;
    private final Parameters parameters;
    private final RunContext context;
    private final Cells cells;
    private final double tolerance;

    /**
     * What was found.
     *
     * @param labels the cluster of each row, from 0 in the order of their first rows
     */
    record Found(int clusters, int[] labels, double[] centers, double inertia, int iterations, boolean converged) {
    }

    Search(final Points points, final Parameters parameters, final RunContext context) {
        this.points = points;
        this.parameters = parameters;
        this.context = context;
        cells = new Cells(points, context);
        tolerance = parameters.get(TreeKMeans.TOLERANCE) * variance();
    }

    /** {@return the mean of the variances of all features} */
    private double variance() {
        double sum = 0;
        for (int j = 0; j < points.width(); j++) {
            final int feature = j;
            final double mean = points.sum(context, (from, to) -> squares(feature, from, to, Double.NaN)) / points.count();
            sum += points.sum(context, (from, to) -> squares(feature, from, to, mean)) / points.count();
        }
        return sum / points.width();
    }

    /** {@return the sum of values, or of the squares of their distances from a mean} */
    private double squares(final int feature, final int from, final int to, final double mean) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            final double value = points.values()[i * points.width() + feature];
            sum += Double.isNaN(mean) ? value : (value - mean) * (value - mean);
        }
        return sum;
    }

    Found best(final int clusters) {
        final boolean given = parameters.get(TreeKMeans.INIT).equals(TreeKMeans.GIVEN) && clusters == parameters.get(TreeKMeans.K);
        final long starts = given ? 1 : parameters.get(TreeKMeans.RESTARTS);
        Filtering best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < starts; start++) {
            context.checkCancelled();
            final var filtering = new Filtering(points, cells, given ? given() : seeded(clusters, (long) clusters << STARTS | start), context);
            filtering.run(parameters.get(TreeKMeans.MAX_ITERATIONS), tolerance);
            final double inertia = filtering.inertia();
            if (best == null || inertia < least) {
                best = filtering;
                least = inertia;
            }
            context.progress().worked(1);
        }
        return numbered(best, least, clusters);
    }

    private double[] seeded(final int clusters, final long stream) {
        final var seeding = new Seeding(points, clusters, context, stream);
        return parameters.get(TreeKMeans.INIT).equals("random") ? seeding.random() : seeding.careful();
    }

    private double[] given() {
        final var rows = parameters.get(TreeKMeans.CENTERS);
        final var centers = new double[rows.rows() * points.width()];
        for (int c = 0; c < rows.rows(); c++) {
            System.arraycopy(rows.row(c), 0, centers, c * points.width(), points.width());
        }
        return centers;
    }

    private Found numbered(final Filtering best, final double inertia, final int clusters) {
        final int width = points.width();
        final var number = new int[clusters];
        Arrays.fill(number, -1);
        int next = 0;
        for (final int label : best.labels()) {
            if (number[label] < 0) {
                number[label] = next++;
            }
        }
        final var centers = new double[clusters * width];
        for (int c = 0; c < clusters; c++) {
            number[c] = number[c] < 0 ? next++ : number[c];
            System.arraycopy(best.centers(), c * width, centers, number[c] * width, width);
        }
        final var labels = new int[points.count()];
        Arrays.setAll(labels, i -> number[best.labels()[i]]);
        return new Found(clusters, labels, centers, inertia, best.iterations(), best.converged());
    }
}
