// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Rows as they are compared. Rows that are the same in all columns are one record with copies; rows without any value are none. Records are
 * numbered in the order of their first rows.
 */
final class Records {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final List<String> names;
    private final Values[] values;
    private final int[] recordOf;
    private final int[] firstRow;
    private final int[] copies;
    private final int[] ids;

    Records(final List<Column> columns, final Kind[] kinds, final RunContext context) {
        names = columns.stream().map(Column::name).toList();
        values = new Values[kinds.length];
        for (int c = 0; c < values.length; c++) {
            values[c] = new Values(columns.get(c), kinds[c], context);
            context.progress().worked(1);
        }
        final int rows = columns.getFirst().rows();
        recordOf = new int[rows];
        final var first = new int[rows];
        final int count = collapse(rows, first, context);
        firstRow = Arrays.copyOf(first, count);
        copies = new int[count];
        for (final int record : recordOf) {
            if (record >= 0) {
                copies[record]++;
            }
        }
        ids = new int[Math.multiplyExact(count, values.length)];
        context.parallel(Math.ceilDiv(count, Frame.BLOCK), block -> {
            for (int record = block * Frame.BLOCK; record < Math.min(count, (block + 1) * Frame.BLOCK); record++) {
                for (int c = 0; c < values.length; c++) {
                    ids[record * values.length + c] = values[c].of(firstRow[record]);
                }
            }
        });
        for (final var each : values) {
            context.checkCancelled();
            each.take(new int[0]);
        }
    }

    private int collapse(final int rows, final int[] first, final RunContext context) {
        final var hashes = new long[rows];
        context.parallel(Math.ceilDiv(rows, Frame.BLOCK), block -> {
            for (int row = block * Frame.BLOCK; row < Math.min(rows, (block + 1) * Frame.BLOCK); row++) {
                long hash = 0;
                boolean some = false;
                for (final var each : values) {
                    hash = (hash ^ each.of(row)) * MIX;
                    hash ^= hash >>> 29;
                    some |= each.of(row) != Values.NONE;
                }
                hashes[row] = hash;
                recordOf[row] = some ? 0 : Values.NONE;
            }
        });
        final int slots = Integer.highestOneBit(Math.max(8, rows)) * 4;
        final var table = new int[slots];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (recordOf[row] == Values.NONE) {
                continue;
            }
            int slot = (int) (hashes[row] * MIX >>> 33) & slots - 1;
            while (table[slot] != 0 && !same(first[table[slot] - 1], row)) {
                slot = slot + 1 & slots - 1;
            }
            if (table[slot] == 0) {
                first[count++] = row;
                table[slot] = count;
            }
            recordOf[row] = table[slot] - 1;
        }
        return count;
    }

    private boolean same(final int row, final int other) {
        for (final var each : values) {
            if (each.of(row) != each.of(other)) {
                return false;
            }
        }
        return true;
    }

    static long memory(final long rows, final long columns) {
        return rows * (8 + 4 * 6 + columns * 4);
    }

    int count() {
        return firstRow.length;
    }

    int width() {
        return values.length;
    }

    String name(final int column) {
        return names.get(column);
    }

    List<String> names() {
        return names;
    }

    Values values(final int column) {
        return values[column];
    }

    /** {@return the value of a record in a column, or {@link Values#NONE}} */
    int value(final int record, final int column) {
        return ids[record * values.length + column];
    }

    int firstRow(final int record) {
        return firstRow[record];
    }

    /** {@return the record of a row, or {@link Values#NONE} for a row without values} */
    int recordOf(final int row) {
        return recordOf[row];
    }

    int rows() {
        return recordOf.length;
    }

    /** {@return how many rows the record stands for} */
    int copies(final int record) {
        return copies[record];
    }

    /** {@return how many values the record has} */
    int filled(final int record) {
        int filled = 0;
        for (int c = 0; c < values.length; c++) {
            filled += value(record, c) == Values.NONE ? 0 : 1;
        }
        return filled;
    }

    /** {@return how many records have each value of a column} */
    int[] counts(final int column) {
        final var counts = new int[values[column].count()];
        for (int record = 0; record < count(); record++) {
            final int value = value(record, column);
            if (value != Values.NONE) {
                counts[value]++;
            }
        }
        return counts;
    }
}
