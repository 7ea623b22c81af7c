// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.RunContext;

/** Reads the features of a table once: row by row, and while they are at hand, how they spread and rounded as well. */
final class PointReader {

    private static final int FOUR = 4;

    private final Column[] columns;
    private final int rows;
    private final int width;
    private final double[] values;
    private final double[] weights;
    private final Spread.Sums[] sums;
    private final RoundedPoints rounded;
    private final RunContext context;

    /** What a thread needs: values of four columns, how they spread. */
    private record Scratch(double[][] blocks, Lanes lanes) {
    }

    private PointReader(final Dataset data, final boolean spreads, final boolean rounds, final RunContext context) {
        columns = data.names(Role.FEATURES).stream().map(data.frame()::column).toArray(Column[]::new);
        rows = data.rows();
        width = columns.length;
        this.context = context;
        values = new double[Math.multiplyExact(rows, width)];
        weights = weights(data);
        final int blocks = Math.ceilDiv(rows, Frame.BLOCK);
        sums = spreads ? new Spread.Sums[blocks] : null;
        rounded = rounds ? new RoundedPoints(rows, width, (row, j) -> columns[j].number(row)) : null;
        context.parallel(blocks, this::read);
    }

    /**
     * What was read.
     *
     * @param spread  of all points, whatever they weigh
     * @param rounded the same points; null where nobody asked for them
     */
    record All(Points points, Spread spread, RoundedPoints rounded) {
    }

    static Points points(final Dataset data, final RunContext context) {
        final var reader = new PointReader(data, false, false, context);
        return new Points(reader.values, reader.weights, reader.rows, reader.width);
    }

    static All all(final Dataset data, final boolean rounds, final RunContext context) {
        final var reader = new PointReader(data, true, rounds, context);
        return new All(new Points(reader.values, reader.weights, reader.rows, reader.width), Spread.of(reader.sums, reader.width), reader.rounded);
    }

    static double[] weights(final Dataset data) {
        return data.find(Role.WEIGHT).map(column -> {
            final var weights = new double[data.rows()];
            column.numbers(0, weights.length, weights, 0);
            return weights;
        }).orElse(null);
    }

    private void read(final int block) {
        final var scratch = new Scratch(new double[Math.min(width, FOUR)][Lanes.COUNT], new Lanes());
        final int from = block * Frame.BLOCK;
        final int to = Math.min(rows, from + Frame.BLOCK);
        if (sums != null) {
            sums[block] = new Spread.Sums(width);
        }
        for (int j = 0; j < width; j += FOUR) {
            read(j, from, to, scratch.blocks());
        }
        for (int j = 0; j < width && sums != null; j++) {
            spread(j, from, to, sums[block], scratch);
        }
        if (rounded != null) {
            rounded.finish(from, to);
        }
    }

    private void read(final int j, final int start, final int end, final double[][] blocks) {
        final int taken = Math.min(FOUR, width - j);
        for (int from = start; from < end; from += Lanes.COUNT) {
            final int count = Math.min(Lanes.COUNT, end - from);
            for (int c = 0; c < taken; c++) {
                columns[j + c].numbers(from, count, blocks[c], 0);
            }
            lay(blocks, taken, count, from * width + j);
        }
    }

    /** Once more from the processor's cache, so that the sums of one column are at work at a time. */
    private void spread(final int j, final int start, final int end, final Spread.Sums into, final Scratch scratch) {
        final double[] block = scratch.blocks()[0];
        for (int from = start; from < end; from += Lanes.COUNT) {
            final int count = Math.min(Lanes.COUNT, end - from);
            columns[j].numbers(from, count, block, 0);
            if (from == start) {
                scratch.lanes().begin(block[0]);
            }
            scratch.lanes().take(block, count);
            if (rounded != null) {
                rounded.take(from, j, block, count);
            }
        }
        into.join(j, scratch.lanes());
    }

    /** Columns become rows; four at a time, which shares the writing. */
    private void lay(final double[][] blocks, final int taken, final int count, final int from) {
        if (taken == FOUR) {
            final double[] first = blocks[0];
            final double[] second = blocks[1];
            final double[] third = blocks[2];
            final double[] fourth = blocks[3];
            for (int i = 0, at = from; i < count; i++, at += width) {
                values[at] = first[i];
                values[at + 1] = second[i];
                values[at + 2] = third[i];
                values[at + 3] = fourth[i];
            }
            return;
        }
        for (int c = 0; c < taken; c++) {
            for (int i = 0; i < count; i++) {
                values[from + i * width + c] = blocks[c][i];
            }
        }
    }
}
