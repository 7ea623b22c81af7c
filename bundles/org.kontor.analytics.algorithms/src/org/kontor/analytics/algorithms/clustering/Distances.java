// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

/**
 * Distances of many points to one center at a time. The points stand coordinate by coordinate, so that one instruction of the processor
 * works on several of them; the squares are added in the order of {@link Points#squared}, to the same last bit.
 */
final class Distances {

    private static final int FOUR = 4;
    private static final int EIGHT = 8;

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
    void squared(final double[] centers, final int center, final int count, final double[] into) {
        final double[][] all = coordinates;
        final int width = all.length;
        final int at = center * width;
        Arrays.fill(into, 0, count, 0);
        int j = 0;
        for (; j + EIGHT <= width; j += EIGHT) {
            eight(all, j, count, centers, at + j, into);
        }
        for (; j < width; j++) {
            one(all[j], count, centers[at + j], into);
        }
    }

    private static void eight(final double[][] all, final int j, final int count, final double[] centers, final int at, final double[] into) {
        add(all[j], all[j + 1], all[j + 2], all[j + 3], count, centers[at], centers[at + 1], centers[at + 2], centers[at + 3], into);
        add(all[j + 4], all[j + 5], all[j + 6], all[j + 7], count, centers[at + 4], centers[at + 5], centers[at + 6], centers[at + 7], into);
    }

    private static void add(final double[] first, final double[] second, final double[] third, final double[] fourth, final int count, final double a,
            final double b, final double c, final double d, final double[] into) {
        for (int t = 0; t < count; t++) {
            final double one = first[t] - a;
            final double two = second[t] - b;
            final double three = third[t] - c;
            final double four = fourth[t] - d;
            into[t] = into[t] + one * one + two * two + three * three + four * four;
        }
    }

    private static void one(final double[] values, final int count, final double center, final double[] into) {
        for (int t = 0; t < count; t++) {
            final double difference = values[t] - center;
            into[t] += difference * difference;
        }
    }
}
