// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.run.Randomness;
import org.kontor.analytics.run.RunContext;

/**
 * K-means++ (Arthur and Vassilvitskii, The Advantages of Careful Seeding, 2007), each next center the best of a few drawn ones. Points stand in
 * {@link PointGroups} that lie together: a segment whose points are all nearer to their centers than a new one can be is not looked at.
 */
final class CarefulSeeding {

    private final Points points;
    private final RoundedPoints rounded;
    private final int clusters;
    /** So many candidates are drawn for each center. */
    private final int trials;
    private final RunContext context;
    private final Randomness randomness;
    private final DistanceKernels kernels;
    private final double[] centers;
    private int chosen;
    private final Segments segments;
    private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();

    /** What a thread needs. */
    private record Scratch(int[] places, float[] candidates, int[] which, float[] sums) {
    }

    CarefulSeeding(final Points points, final RoundedPoints rounded, final int clusters, final RunContext context, final Randomness randomness) {
        this.points = points;
        this.rounded = rounded;
        this.clusters = clusters;
        trials = trials(clusters);
        this.context = context;
        this.randomness = randomness;
        kernels = context.kernels().distances();
        centers = new double[clusters * points.width()];
        segments = new Segments(points, rounded, rounded.groups(points, context), context);
    }

    /** {@return how many candidates are drawn for each center but the first} */
    static int trials(final int clusters) {
        return 2 + (int) Math.log(clusters);
    }

    Seeding.Start from(final int first) {
        add(first);
        final var candidates = new int[trials];
        while (chosen < clusters) {
            for (int t = 0; t < trials; t++) {
                candidates[t] = segments.row(segments.draw(randomness.nextDouble()));
            }
            add(candidates);
        }
        return new Seeding.Start(centers, segments.nearestOfRows());
    }

    private Scratch scratch() {
        final var waiting = idle.poll();
        return waiting == null ? new Scratch(new int[PointGroups.MOST], new float[trials * points.width()], new int[trials], new float[trials]) : waiting;
    }

    /** Takes the row that leaves the least sum of squares as a center, the first of several. */
    private void add(final int... rows) {
        final var drawn = new float[rows.length][];
        final var apart = new double[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            drawn[t] = rounded.point(points.values(), rows[t] * points.width());
            apart[t] = segments.apart(rows[t]);
        }
        final var left = left(drawn, apart);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < rows.length; t++) {
            double total = 0;
            for (int segment = 0; segment < left.length; segment++) {
                total += left[segment] == null ? segments.potential(segment) : left[segment][t];
            }
            if (total < least) {
                least = total;
                best = t;
            }
        }
        final int taken = best;
        final int number = chosen++;
        System.arraycopy(points.values(), rows[taken] * points.width(), centers, number * points.width(), points.width());
        context.parallel(segments.count(), segment -> {
            if (segments.reaches(segment, apart[taken])) {
                final var scratch = scratch();
                segments.add(kernels, segment, centers, number, drawn[taken], left[segment][taken], scratch.places);
                idle.add(scratch);
            }
        });
    }

    /** {@return what each candidate would leave of each segment; null where none of them reaches} */
    private double[][] left(final float[][] drawn, final double[][] apart) {
        final int width = points.width();
        final var left = new double[segments.count()][];
        context.parallel(left.length, segment -> {
            final var scratch = scratch();
            int reaching = 0;
            for (int t = 0; t < drawn.length; t++) {
                if (segments.reaches(segment, apart[t])) {
                    System.arraycopy(drawn[t], 0, scratch.candidates, reaching * width, width);
                    scratch.which[reaching++] = t;
                }
            }
            if (reaching > 0) {
                left[segment] = new double[drawn.length];
                Arrays.fill(left[segment], segments.potential(segment));
                segments.potentials(kernels, segment, scratch.candidates, reaching, scratch.sums);
                for (int r = 0; r < reaching; r++) {
                    left[segment][scratch.which[r]] = scratch.sums[r];
                }
            }
            idle.add(scratch);
        });
        return left;
    }
}
