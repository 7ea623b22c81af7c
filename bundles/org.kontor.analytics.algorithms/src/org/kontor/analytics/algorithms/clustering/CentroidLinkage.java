// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.kontor.analytics.run.RunContext;

/**
 * Centroid and median linkage, by a matrix of distances which are updated by the formulas of Lance and Williams (A general theory of
 * classificatory sorting strategies, 1967). A merge may bring clusters nearer to others, so it is always the two nearest of all that are merged.
 */
final class CentroidLinkage {

    private static final int CHECKS = 63;

    private final String linkage;
    private final DistanceMatrix matrix;
    private final Merges.Log log;
    private final RunContext context;
    /** Is told how many merges were made. */
    private final IntConsumer step;

    CentroidLinkage(final String linkage, final DistanceMatrix matrix, final RunContext context, final IntConsumer step) {
        this.linkage = linkage;
        this.matrix = matrix;
        this.context = context;
        this.step = step;
        log = new Merges.Log(matrix.active);
    }

    /**
     * Merges the two nearest of all, again and again; of several pairs the one with the lowest numbers. Each cluster knows the nearest one
     * behind it.
     */
    Merges.Log nearestFirst() {
        int[] nearest = new int[matrix.active];
        double[] distance = new double[matrix.active];
        for (int i = 0; i < nearest.length; i++) {
            find(nearest, distance, i);
            if ((i & CHECKS) == 0) {
                context.checkCancelled();
            }
        }
        while (matrix.active > 1) {
            int first = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < matrix.active; i++) {
                final int place = matrix.places[i];
                if (distance[place] < least) {
                    least = distance[place];
                    first = place;
                }
            }
            final int kept = nearest[first];
            merge(kept, first);
            if (matrix.isSparse()) {
                final var places = Arrays.copyOf(matrix.places, matrix.active);
                final var moved = matrix.compact();
                final var nearestAfter = new int[matrix.active];
                final var distanceAfter = new double[matrix.active];
                for (int i = 0; i < places.length; i++) {
                    // what is gone by now is found anew below
                    final int known = nearest[places[i]];
                    nearestAfter[i] = known < 0 || known == first ? moved[kept] : moved[known];
                    distanceAfter[i] = distance[places[i]];
                }
                nearest = nearestAfter;
                distance = distanceAfter;
                renew(nearest, distance, moved[kept], moved[kept]);
            } else {
                renew(nearest, distance, kept, first);
            }
        }
        return log;
    }

    private void find(final int[] nearest, final double[] distance, final int place) {
        nearest[place] = matrix.nearest(place, place + 1);
        distance[place] = nearest[place] < 0 ? Double.POSITIVE_INFINITY : matrix.at(place, nearest[place]);
    }

    /** Finds the nearest ones of those that had one of two clusters that were merged, and of the cluster itself. */
    private void renew(final int[] nearest, final double[] distance, final int merged, final int gone) {
        for (int i = 0; i < matrix.active; i++) {
            final int place = matrix.places[i];
            if (place > merged) {
                break;
            }
            if (place == merged || nearest[place] == merged || nearest[place] == gone) {
                find(nearest, distance, place);
            } else {
                final double value = matrix.at(place, merged);
                if (value < distance[place] || value == distance[place] && merged < nearest[place]) {
                    nearest[place] = merged;
                    distance[place] = value;
                }
            }
        }
    }

    private void merge(final int kept, final int dropped) {
        final double height = matrix.at(kept, dropped);
        log.add(matrix.point[kept], matrix.point[dropped], height);
        final double[] into = matrix.row(kept);
        final double[] other = matrix.row(dropped);
        final double one = matrix.sizes[dropped];
        final double two = matrix.sizes[kept];
        switch (linkage) {
            case Agglomerative.CENTROID -> middle(other, one, into, two, height);
            case Agglomerative.MEDIAN -> halfway(other, into, height);
            default -> throw new IllegalArgumentException(linkage);
        }
        matrix.merge(kept, dropped);
        if ((log.count() & CHECKS) == 0) {
            context.checkCancelled();
            step.accept(log.count());
        }
    }

    private static void middle(final double[] other, final double one, final double[] into, final double two, final double height) {
        final double less = one * two * height * height / (one + two);
        final double all = one + two;
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.sqrt(Math.max(0, (one * other[i] * other[i] + two * into[i] * into[i] - less) / all));
        }
    }

    private static void halfway(final double[] other, final double[] into, final double height) {
        final double less = .25 * height * height;
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.sqrt(Math.max(0, .5 * (other[i] * other[i] + into[i] * into[i]) - less));
        }
    }
}
