// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.RunContext;

/** Columns whose gaps are filled. */
final class Filled {

    private final Column[] columns;
    private final double[][] numbers;
    private final String[][] texts;
    private final long[] counts;

    Filled(final Column[] columns, final int rows) {
        this.columns = columns;
        numbers = new double[columns.length][];
        texts = new String[columns.length][];
        counts = new long[rows];
        for (int c = 0; c < columns.length; c++) {
            if (columns[c].missing() > 0 && columns[c] instanceof TextColumn) {
                texts[c] = new String[rows];
            } else if (columns[c].missing() > 0) {
                numbers[c] = new double[rows];
            }
        }
    }

    /** Fills a gap with a number; with NaN it stays one. Rows are worked on by one thread each. */
    void put(final int column, final int row, final double number) {
        numbers[column][row] = number;
        counts[row] += Double.isNaN(number) ? 0 : 1;
    }

    /** Fills a gap with a text; with an empty one it stays. */
    void put(final int column, final int row, final String text) {
        texts[column][row] = text;
        counts[row] += text.isEmpty() ? 0 : 1;
    }

    /** {@return how many gaps of each row were filled} */
    long[] counts() {
        return counts;
    }

    Column column(final int number, final RunContext context) {
        final var column = columns[number];
        if (column.missing() == 0) {
            return column;
        }
        if (column instanceof final TextColumn words) {
            return words(words, texts[number], context);
        }
        final var values = numbers[number];
        context.parallel(Math.ceilDiv(values.length, Frame.BLOCK), block -> {
            for (int row = block * Frame.BLOCK; row < Math.min(values.length, (block + 1) * Frame.BLOCK); row++) {
                values[row] = column.isMissing(row) ? values[row] : column.number(row);
            }
        });
        return switch (column.type()) {
            case DATE -> DateColumn.of(column.name(), days(values), gaps(values));
            case INSTANT -> InstantColumn.of(column.name(), micros(values), gaps(values));
            case FLAG -> FlagColumn.of(column.name(), flags(values), gaps(values));
            default -> NumberColumn.of(column.name(), values);
        };
    }

    private static Missing gaps(final double[] values) {
        final var bits = new long[Math.ceilDiv(values.length, Long.SIZE)];
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                bits[row >> 6] |= 1L << row;
            }
        }
        return Missing.of(bits);
    }

    private static int[] days(final double[] values) {
        final var days = new int[values.length];
        for (int row = 0; row < days.length; row++) {
            days[row] = (int) Math.rint(values[row]);
        }
        return days;
    }

    private static long[] micros(final double[] values) {
        final var micros = new long[values.length];
        for (int row = 0; row < micros.length; row++) {
            micros[row] = (long) Math.rint(values[row]);
        }
        return micros;
    }

    private static boolean[] flags(final double[] values) {
        final var flags = new boolean[values.length];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = values[row] > .5;
        }
        return flags;
    }

    /** A text that fills a gap gets the code it has, or a new one. */
    private static TextColumn words(final TextColumn column, final String[] filled, final RunContext context) {
        final var dictionary = column.dictionary();
        final Map<String, Integer> codes = new ConcurrentHashMap<>();
        for (int row = 0; row < filled.length; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (filled[row] != null && !filled[row].isEmpty()) {
                codes.putIfAbsent(filled[row], TextColumn.ABSENT);
            }
        }
        context.parallel(Math.ceilDiv(dictionary.size(), Frame.BLOCK), block -> {
            for (int code = block * Frame.BLOCK; code < Math.min(dictionary.size(), (block + 1) * Frame.BLOCK); code++) {
                final int known = code;
                codes.computeIfPresent(dictionary.text(code), (text, none) -> known);
            }
        });
        final var more = new HashMap<Integer, String>();
        final var all = new int[filled.length];
        for (int row = 0; row < filled.length; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            all[row] = column.code(row);
            if (filled[row] != null && !filled[row].isEmpty()) {
                all[row] = codes.computeIfPresent(filled[row], (text, code) -> code >= 0 ? code : dictionary.size() + more.size());
                if (all[row] >= dictionary.size()) {
                    more.putIfAbsent(all[row], filled[row]);
                }
            }
        }
        return TextColumn.of(column.name(), all, new Dictionary() {
            @Override
            public int size() {
                return dictionary.size() + more.size();
            }

            @Override
            public String text(final int code) {
                return code < dictionary.size() ? dictionary.text(code) : more.get(code);
            }
        });
    }
}
