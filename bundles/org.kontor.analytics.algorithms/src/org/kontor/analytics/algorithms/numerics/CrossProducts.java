// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.kernel.MatrixKernels;
import org.kontor.analytics.run.RunContext;

/**
 * The products of all pairs of columns of a matrix, added up over its rows: X'X. The same bits for any number of threads. Columns should be
 * centered before, so that large means take nothing from small differences.
 *
 * @since 0.1
 */
public final class CrossProducts {

    private static final int MOST_STRIPES = 64;
    private static final long STRIPE_BYTES = 32L << 20;
    private static final int STRIP = MatrixKernels.STRIP;
    /** Values that are worked on together should stay in a near cache. */
    private static final int VALUES = 32_768;
    private static final int LEAST_ROWS = 64;
    private static final int MOST_ROWS = 1_024;
    /** So many values are read together: a long piece of each column, which memory gives faster than many short ones. */
    private static final int READ = 65_536;
    /** Rows so far apart that they are in each other's way in the caches. */
    private static final int CROWDED = 64;

    private final RowReader source;
    private final int rows;
    private final int width;
    private final int padded;
    private final int chunk;
    private final int block;
    private final Queue<double[]> buffers = new ConcurrentLinkedQueue<>();

    private CrossProducts(final RowReader source, final int rows, final int width) {
        this.source = source;
        this.rows = rows;
        this.width = width;
        padded = padded(width);
        chunk = chunk(width);
        block = block(width);
    }

    private static int padded(final int width) {
        final int strips = Math.ceilDiv(width, STRIP) * STRIP;
        return strips > CROWDED && strips % CROWDED == 0 ? strips + STRIP : strips;
    }

    private static int chunk(final int width) {
        return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, VALUES / Math.max(1, width)));
    }

    private static int block(final int width) {
        final int chunk = chunk(width);
        return chunk * Math.max(1, READ / padded(width) / chunk);
    }

    private static int stripes(final int rows, final int width) {
        final long each = 8L * padded(width) * padded(width);
        return (int) Math.min(Math.ceilDiv(rows, Frame.BLOCK), Math.max(1, Math.min(MOST_STRIPES, STRIPE_BYTES / Math.max(1, each))));
    }

    /**
     * How much memory it takes.
     *
     * @param rows  how many rows
     * @param width how many columns
     * @return bytes
     */
    public static long memory(final int rows, final int width) {
        final long square = 8L * padded(width) * padded(width);
        return square * (1 + stripes(rows, width)) + 8L * 8 * (block(width) + STRIP) * padded(width);
    }

    /**
     * Multiplies and adds up.
     *
     * @param source  the matrix
     * @param rows    how many rows
     * @param width   how many columns
     * @param context who runs it
     * @return row by row, {@code width} rows and columns, symmetric to the last bit
     */
    public static double[] of(final RowReader source, final int rows, final int width, final RunContext context) {
        return new CrossProducts(source, rows, width).sum(context);
    }

    private double[] sum(final RunContext context) {
        final int stripes = stripes(rows, width);
        final var parts = new double[stripes][];
        final int blocks = Math.ceilDiv(rows, Frame.BLOCK);
        context.parallel(stripes, stripe -> {
            final int from = (int) ((long) blocks * stripe / stripes) * Frame.BLOCK;
            final int to = (int) Math.min(rows, (long) blocks * (stripe + 1) / stripes * Frame.BLOCK);
            parts[stripe] = stripe(from, to, context);
        });
        final var all = new double[width * width];
        for (final var part : parts) {
            for (int i = 0; i < width; i++) {
                for (int j = i; j < width; j++) {
                    all[i * width + j] += part[i * padded + j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                all[i * width + j] = all[j * width + i];
            }
        }
        return all;
    }

    private double[] stripe(final int from, final int to, final RunContext context) {
        final var sums = new double[padded * padded];
        final var free = buffers.poll();
        // columns beyond the last one stay zero
        final var values = free == null ? new double[padded * block] : free;
        final var some = new double[STRIP * padded];
        final var kernels = context.kernels().matrices();
        for (int first = from; first < to; first += block) {
            final int read = Math.min(block, to - first);
            source.read(first, read, values, padded, 1);
            for (int at = 0; at < read; at += chunk) {
                final int count = Math.min(chunk, read - at);
                for (int i = 0; i < padded; i += STRIP) {
                    context.checkCancelled();
                    Arrays.fill(some, 0);
                    kernels.addProducts(values, values, at * padded, count, padded, i, some, 0);
                    for (int k = 0; k < STRIP; k++) {
                        add(some, k * padded, sums, (i + k) * padded, i);
                    }
                }
            }
        }
        buffers.add(values);
        return sums;
    }

    private void add(final double[] some, final int at, final double[] sums, final int to, final int first) {
        for (int j = first; j < padded; j++) {
            sums[to + j] += some[at + j];
        }
    }
}
