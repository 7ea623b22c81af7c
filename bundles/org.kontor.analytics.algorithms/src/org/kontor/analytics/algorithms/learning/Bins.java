// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Features as bytes: numbers by ranges that hold about the same number of rows each, categories by their slots. Where a feature has few
 * different values each is a range of its own, so nothing is lost.
 *
 * @param codes    {@code codes[feature][row]}: the range, {@link #MISSING} for a missing number; or the slot of a category
 * @param edges    the limits of the ranges: range b ends at {@code edges[feature][b]}, which belongs to it; null for categories
 * @param category whether a feature has categories
 * @param sizes    how many codes a feature has, that for missing numbers apart
 */
record Bins(byte[][] codes, double[][] edges, boolean[] category, int[] sizes) {

    /** How many codes there are. */
    static final int ALL = 256;
    /** The code of a missing number. */
    static final int MISSING = ALL - 1;
    /** Ranges are found from so many rows at most. */
    private static final int SAMPLE = 1 << 16;
    private static final int STEP = 128;

    /**
     * Finds ranges and puts all rows into them.
     *
     * @param rows the rows that decide about the ranges
     */
    static Bins of(final Examples examples, final int[] rows, final RunContext context) {
        final var features = examples.features();
        final var edges = new double[features.width()][];
        final var codes = new byte[features.width()][];
        final var category = new boolean[features.width()];
        final var sizes = new int[features.width()];
        context.parallel(features.width(), j -> {
            category[j] = examples.encoding().isCategory(j);
            edges[j] = category[j] ? null : edges(features.columns()[j], rows, context);
            sizes[j] = category[j] ? examples.encoding().categories(j).size() + 2 : edges[j].length + 1;
        });
        final int blocks = Math.ceilDiv(features.rows(), 16 * Frame.BLOCK);
        for (int j = 0; j < codes.length; j++) {
            codes[j] = new byte[features.rows()];
        }
        context.parallel(blocks * features.width(), task -> {
            final int j = task % features.width();
            final int from = task / features.width() * 16 * Frame.BLOCK;
            final int until = Math.min(features.rows(), from + 16 * Frame.BLOCK);
            if (category[j]) {
                final var column = features.columns()[j];
                for (int i = from; i < until; i++) {
                    codes[j][i] = (byte) Tree.slot(column[i]);
                }
            } else {
                code(features.columns()[j], edges[j], codes[j], from, until);
            }
        });
        return new Bins(codes, edges, category, sizes);
    }

    private static double[] edges(final double[] column, final int[] rows, final RunContext context) {
        final int step = Math.max(1, Math.ceilDiv(rows.length, SAMPLE));
        final var values = new double[Math.ceilDiv(rows.length, step)];
        int count = 0;
        for (int i = 0; i < rows.length; i += step) {
            final double value = column[rows[i]];
            if (value == value) {
                values[count++] = value + 0.0;
            }
        }
        context.checkCancelled();
        Arrays.sort(values, 0, count);
        int different = count == 0 ? 0 : 1;
        for (int i = 1; i < count; i++) {
            different += values[i] != values[i - 1] ? 1 : 0;
        }
        final var edges = new double[MISSING - 1];
        int found = 0;
        for (int i = 1; i < count && found < edges.length; i++) {
            // with few values every gap is an edge, else the gaps at which a range is full
            final boolean full = different <= MISSING || (long) i * MISSING >= (long) (found + 1) * count;
            if (values[i] != values[i - 1] && full) {
                edges[found++] = CartSplit.between(values[i - 1], values[i]);
            }
        }
        return Arrays.copyOf(edges, found);
    }

    /** The number of edges below each value, by halving without branches. */
    private static void code(final double[] column, final double[] edges, final byte[] into, final int from, final int until) {
        final var limits = new double[ALL];
        Arrays.fill(limits, Double.POSITIVE_INFINITY);
        System.arraycopy(edges, 0, limits, 0, edges.length);
        for (int i = from; i < until; i++) {
            final double value = column[i];
            int at = 0;
            for (int half = STEP; half > 0; half >>= 1) {
                at += limits[at + half - 1] < value ? half : 0;
            }
            into[i] = (byte) (value == value ? at : MISSING);
        }
    }

    int width() {
        return codes.length;
    }

    /** {@return the number up to which the ranges until this one reach; all known numbers for the last one} */
    double threshold(final int feature, final int bin) {
        return bin < edges[feature].length ? edges[feature][bin] : Tree.KNOWN;
    }

    /** {@return how many bytes the codes of data take} */
    static long memory(final long rows, final long width) {
        return rows * width + width * (SAMPLE * 8L + ALL * 16);
    }
}
