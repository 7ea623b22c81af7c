// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * The triangle R of X = QR for a matrix with many rows and few columns, without keeping Q: rows are turned in blocks, and the triangles of
 * blocks are turned again (Demmel and others, Communication-optimal parallel and sequential QR, 2012). As exact as one QR of all rows; the
 * same bits for any number of threads.
 *
 * @since 0.1
 */
public final class TallQr {

    private static final int MOST_STRIPES = 16;
    private static final int LEAST_ROWS = 256;

    private TallQr() {
    }

    private static int stripes(final int rows) {
        return Math.max(1, Math.min(MOST_STRIPES, Math.ceilDiv(rows, Frame.BLOCK)));
    }

    private static int chunk(final int width) {
        return Math.max(LEAST_ROWS, 2 * width);
    }

    /**
     * How much memory it takes.
     *
     * @param rows  how many rows
     * @param width how many columns
     * @return bytes
     */
    public static long memory(final int rows, final int width) {
        return 8L * width * (stripes(rows) * (long) width + 8L * (2L * chunk(width) + width));
    }

    /**
     * Turns a matrix into a triangle.
     *
     * @param source  the matrix
     * @param rows    how many rows
     * @param width   how many columns
     * @param context who runs it
     * @return row by row, {@code width} rows and columns, zeros below the diagonal
     */
    public static double[] of(final RowReader source, final int rows, final int width, final RunContext context) {
        final int stripes = stripes(rows);
        final int blocks = Math.ceilDiv(rows, Frame.BLOCK);
        final var parts = new double[stripes][];
        context.parallel(stripes, stripe -> {
            final int from = (int) ((long) blocks * stripe / stripes) * Frame.BLOCK;
            final int to = (int) Math.min(rows, (long) blocks * (stripe + 1) / stripes * Frame.BLOCK);
            parts[stripe] = stripe(source, from, to, width, context);
        });
        double[] all = parts[0];
        for (int stripe = 1; stripe < stripes; stripe++) {
            final var both = new double[2 * width * width];
            put(all, width, both, 2 * width, 0);
            put(parts[stripe], width, both, 2 * width, width);
            all = turned(both, 2 * width, width, context);
        }
        return all;
    }

    private static double[] stripe(final RowReader source, final int from, final int to, final int width, final RunContext context) {
        final int chunk = chunk(width);
        var triangle = new double[width * width];
        final var read = new double[chunk * width];
        for (int first = from; first < to; first += chunk) {
            final int count = Math.min(chunk, to - first);
            source.read(first, count, read, 1, chunk);
            final int height = width + count;
            final var both = new double[height * width];
            put(triangle, width, both, height, 0);
            for (int j = 0; j < width; j++) {
                System.arraycopy(read, j * chunk, both, j * height + width, count);
            }
            triangle = turned(both, height, width, context);
        }
        return triangle;
    }

    private static void put(final double[] triangle, final int width, final double[] columns, final int height, final int at) {
        for (int j = 0; j < width; j++) {
            for (int i = 0; i <= j; i++) {
                columns[j * height + at + i] = triangle[i * width + j];
            }
        }
    }

    private static double[] turned(final double[] columns, final int height, final int width, final RunContext context) {
        final var reflections = Reflections.of(columns, height, width, -1, context::checkCancelled);
        final var triangle = new double[width * width];
        for (int j = 0; j < width; j++) {
            for (int i = 0; i <= j; i++) {
                triangle[i * width + j] = reflections.triangle(i, j);
            }
        }
        return triangle;
    }
}
