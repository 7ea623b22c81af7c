// SPDX-License-Identifier: EPL-2.0

package com.example.insight.clusters;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Rows of numbers.
 *
 * @param values row by row
 * @param count  how many rows
 * @param width  how many numbers each has
 */
record Points(double[] values, int count, int width) {

    /** Adds up rows from one to before another. */
    interface Part {
        double of(int from, int to);
    }

    int blocks() {
        return Math.ceilDiv(count, Frame.BLOCK);
    }

    /** {@return the square of the distance between a row and a center} */
    double squared(final int row, final double[] centers, final int center) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            final double difference = values[row * width + j] - centers[center * width + j];
            sum += difference * difference;
        }
        return sum;
    }

    /** {@return the nearest center, the first of several} */
    int nearest(final int row, final double[] centers, final int but) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centers.length / width; c++) {
            final double squared = squared(row, centers, c);
            if (c != but && squared < least) {
                least = squared;
                best = c;
            }
        }
        return best;
    }

    /** {@return a sum over all rows that is the same on any number of threads: blocks are added up in their order} */
    double sum(final RunContext context, final Part part) {
        final var parts = new double[blocks()];
        context.parallel(parts.length, block -> parts[block] = part.of(block * Frame.BLOCK, Math.min(count, (block + 1) * Frame.BLOCK)));
        double sum = 0;
        for (final double each : parts) {
            sum += each;
        }
        return sum;
    }
}
