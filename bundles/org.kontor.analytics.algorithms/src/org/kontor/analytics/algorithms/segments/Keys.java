// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.segments;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.RunContext;

/**
 * Whose rows are whose: each row has a number that rows with the same value share.
 *
 * @param codes one for each row; -1 where there is no value
 * @param count more than any code
 * @since 0.1
 */
public record Keys(int[] codes, int count) {

    /**
     * Numbers the rows of a column: texts have the codes of their dictionary, other values are numbered in the order in which they first appear.
     *
     * @param column  any column
     * @param context asked whether to stop
     * @return the numbers
     */
    public static Keys of(final Column column, final RunContext context) {
        final var codes = new int[column.rows()];
        if (column instanceof final TextColumn texts) {
            context.parallel(Math.ceilDiv(codes.length, Frame.BLOCK), block -> {
                for (int i = block * Frame.BLOCK; i < Math.min(codes.length, (block + 1) * Frame.BLOCK); i++) {
                    codes[i] = texts.code(i);
                }
            });
            return new Keys(codes, texts.dictionary().size());
        }
        return numbered(column, codes, context);
    }

    private static Keys numbered(final Column column, final int[] codes, final RunContext context) {
        long[] values = new long[1 << 12];
        int[] numbers = new int[values.length];
        int count = 0;
        for (int i = 0; i < codes.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (column.isMissing(i)) {
                codes[i] = TextColumn.ABSENT;
                continue;
            }
            final long value = bits(column, i);
            int place = place(value, values, numbers);
            if (numbers[place] == 0) {
                if (++count * 2 > values.length) {
                    final long[] before = values;
                    final int[] known = numbers;
                    values = new long[2 * before.length];
                    numbers = new int[values.length];
                    for (int old = 0; old < before.length; old++) {
                        if (known[old] != 0) {
                            final int moved = place(before[old], values, numbers);
                            values[moved] = before[old];
                            numbers[moved] = known[old];
                        }
                    }
                    place = place(value, values, numbers);
                }
                values[place] = value;
                numbers[place] = count;
            }
            codes[i] = numbers[place] - 1;
        }
        return new Keys(codes, count);
    }

    private static int place(final long value, final long[] values, final int[] numbers) {
        final long mixed = value * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & values.length - 1;
        while (numbers[place] != 0 && values[place] != value) {
            place = place + 1 & values.length - 1;
        }
        return place;
    }

    private static long bits(final Column column, final int row) {
        return switch (column) {
            case final IntegerColumn integers -> integers.integer(row);
            case final InstantColumn instants -> instants.micros(row);
            case final DateColumn dates -> dates.day(row);
            case final FlagColumn flags -> flags.flag(row) ? 1 : 0;
            // both zeros are the same number
            case final NumberColumn numbers -> Double.doubleToLongBits(numbers.number(row) + 0.0);
            case final TextColumn texts -> texts.code(row);
        };
    }
}
