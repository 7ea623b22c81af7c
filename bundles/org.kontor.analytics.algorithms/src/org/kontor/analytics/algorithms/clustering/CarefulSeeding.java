// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.run.Randomness;
import org.kontor.analytics.run.RunContext;

/**
 * K-means++ (Arthur and Vassilvitskii, The Advantages of Careful Seeding, 2007), each next center the best of a few drawn ones. Points stand in
 * {@link Segments} of one cluster each, which are sorted anew now and then: a segment whose points are all nearer to their centers than a new one
 * can be is not looked at. Which candidate is the best is told by rounded points; what each point is from its nearest center is exact, and so are its
 * chances to be drawn.
 */
final class CarefulSeeding {

    private static final int FIRST_SORT = 8;
    /** Centers have to become so many times as many before points are sorted anew. */
    private static final int AGAIN = 3;

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
    private Segments segments;
    private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();

    /** What a thread needs. */
    private record Scratch(int[] places, float[] candidates, int[] which, float[] sums) {
    }

    CarefulSeeding(final Points points, final RoundedPoints rounded, final int clusters, final RunContext context, final Randomness randomness) {
        this.points = points;
        this.rounded = rounded;
        this.clusters = clusters;
        trials = 2 + (int) Math.log(clusters);
        this.context = context;
        this.randomness = randomness;
        kernels = context.kernels().distances();
        centers = new double[clusters * points.width()];
    }

    Seeding.Start from(final int first) {
        System.arraycopy(points.values(), first * points.width(), centers, 0, points.width());
        chosen = 1;
        segments = Segments.of(points, rounded, centers, context);
        int sort = FIRST_SORT;
        while (chosen < clusters) {
            final var candidates = new int[trials];
            for (int t = 0; t < trials; t++) {
                candidates[t] = segments.draw(randomness.nextDouble());
            }
            add(best(candidates));
            if (chosen == sort && chosen < clusters) {
                segments = segments.sorted(chosen, context);
                sort *= AGAIN;
            }
        }
        return new Seeding.Start(centers, segments.nearestOfRows());
    }

    private Scratch scratch() {
        final var waiting = idle.poll();
        return waiting == null ? new Scratch(new int[Segments.MOST], new float[trials * points.width()], new int[trials], new float[trials]) : waiting;
    }

    /** {@return the place of the candidate that leaves the least sum of squares, the first of several} */
    private int best(final int[] candidates) {
        final int width = points.width();
        final var drawn = new float[candidates.length][];
        final var apart = new double[candidates.length][];
        for (int t = 0; t < candidates.length; t++) {
            final int at = segments.order[candidates[t]] * width;
            drawn[t] = rounded.point(points.values(), at);
            apart[t] = apart(at);
        }
        final var left = new double[segments.count()][];
        context.parallel(left.length, segment -> {
            final var scratch = scratch();
            int reaching = 0;
            for (int t = 0; t < candidates.length; t++) {
                if (segments.reaches(segment, apart[t])) {
                    System.arraycopy(drawn[t], 0, scratch.candidates, reaching * width, width);
                    scratch.which[reaching++] = t;
                }
            }
            if (reaching > 0) {
                left[segment] = new double[candidates.length];
                Arrays.fill(left[segment], segments.potential(segment));
                segments.potentials(kernels, segment, scratch.candidates, reaching, scratch.sums);
                for (int r = 0; r < reaching; r++) {
                    left[segment][scratch.which[r]] = scratch.sums[r] / segments.unit;
                }
            }
            idle.add(scratch);
        });
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < candidates.length; t++) {
            double total = 0;
            for (int segment = 0; segment < left.length; segment++) {
                total += left[segment] == null ? segments.potential(segment) : left[segment][t];
            }
            if (total < least) {
                least = total;
                best = t;
            }
        }
        return candidates[best];
    }

    /** The squares of the distances from a point to all centers, a little less. */
    private double[] apart(final int at) {
        final int width = points.width();
        final var all = new Points(centers, null, chosen, width);
        final var point = Arrays.copyOfRange(points.values(), at, at + width);
        final var apart = new double[chosen];
        for (int c = 0; c < chosen; c++) {
            apart[c] = all.squared(c, point, 0) * Bounds.SHRINK;
        }
        return apart;
    }

    private void add(final int place) {
        final int width = points.width();
        final int at = segments.order[place] * width;
        final var apart = apart(at);
        final float[] center = rounded.point(points.values(), at);
        final int number = chosen++;
        System.arraycopy(points.values(), at, centers, number * width, width);
        context.parallel(segments.count(), segment -> {
            if (segments.reaches(segment, apart)) {
                final var scratch = scratch();
                segments.add(kernels, segment, centers, number, center, scratch.places);
                idle.add(scratch);
            }
        });
    }
}
