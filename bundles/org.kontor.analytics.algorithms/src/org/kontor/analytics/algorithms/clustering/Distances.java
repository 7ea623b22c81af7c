// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.kernel.DistanceKernels;

/**
 * Distances of many points to one center at a time. The points stand coordinate by coordinate, so that one instruction of the processor
 * works on several of them; the squares are added in the order of {@link Points#squared}, to the same last bit.
 */
final class Distances {

    private static final int FOUR = 4;

    private final double[][] coordinates;

    Distances(final int width, final int most) {
        coordinates = new double[width][most];
    }

    /** Takes some of the points. */
    void gather(final Points points, final int[] rows, final int count) {
        final double[] values = points.values();
        final int width = points.width();
        int j = 0;
        for (; j + FOUR <= width; j += FOUR) {
            four(values, rows, count, width, j);
        }
        for (; j < width; j++) {
            final double[] into = coordinates[j];
            for (int t = 0; t < count; t++) {
                into[t] = values[rows[t] * width + j];
            }
        }
    }

    private void four(final double[] values, final int[] rows, final int count, final int width, final int j) {
        final double[] first = coordinates[j];
        final double[] second = coordinates[j + 1];
        final double[] third = coordinates[j + 2];
        final double[] fourth = coordinates[j + 3];
        for (int t = 0; t < count; t++) {
            final int at = rows[t] * width + j;
            first[t] = values[at];
            second[t] = values[at + 1];
            third[t] = values[at + 2];
            fourth[t] = values[at + 3];
        }
    }

    /** Writes the square of the distance of each point taken. */
    void squared(final DistanceKernels kernels, final double[] centers, final int center, final int count, final double[] into) {
        kernels.squares(coordinates, count, centers, center * coordinates.length, into);
    }

    /** Adds the distance of each point taken to a row, so many times, to a sum of its own. */
    void addTo(final DistanceKernels kernels, final Points points, final int row, final double times, final int count, final double[] sums) {
        kernels.addDistances(coordinates, count, points.values(), row * coordinates.length, times, sums);
    }
}
