// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

import java.util.Arrays;

/** Distances in plain Java, a function at a time. */
final class PlainDistances implements DistanceKernels {

    @Override
    public void least(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] factors,
            final int functions, final float[] least, final float[] second, final int[] which) {
        Arrays.fill(least, 0, count, Float.POSITIVE_INFINITY);
        Arrays.fill(second, 0, count, Float.POSITIVE_INFINITY);
        Arrays.fill(which, 0, count, 0);
        final var values = new float[count];
        for (int c = 0; c < functions; c++) {
            final int from = c * (width + 1);
            Arrays.fill(values, factors[from]);
            for (int j = 0; j < width; j++) {
                addMultiple(values, factors[from + 1 + j], tile, tileFrom + j * stride);
            }
            take(values, c, least, second, which);
        }
    }

    private static void addMultiple(final float[] values, final float factor, final float[] tile, final int at) {
        for (int t = 0; t < values.length; t++) {
            values[t] += factor * tile[at + t];
        }
    }

    private static void take(final float[] values, final int number, final float[] least, final float[] second, final int[] which) {
        for (int t = 0; t < values.length; t++) {
            final float value = values[t];
            if (value < least[t]) {
                second[t] = least[t];
                least[t] = value;
                which[t] = number;
            } else if (value < second[t]) {
                second[t] = value;
            }
        }
    }
}
