// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;

/**
 * The different values of a column, each with a number: texts in the order of their letters, others by size.
 *
 * @param names what they are called
 * @param codes the number of the value of each row, -1 where it is missing
 */
record Categories(List<String> names, int[] codes) {

    /**
     * Reads a column.
     *
     * @param most how many different values there may be
     * @return empty where there are more
     */
    static Optional<Categories> of(final Column column, final int most, final Runnable pause) {
        return column instanceof final TextColumn texts ? ofTexts(texts, most, pause) : ofNumbers(column, most, pause);
    }

    private static Optional<Categories> ofTexts(final TextColumn column, final int most, final Runnable pause) {
        final var dictionary = column.dictionary();
        final var numbers = new int[dictionary.size()];
        Arrays.fill(numbers, -1);
        final var used = new int[most];
        int count = 0;
        for (int i = 0; i < column.rows(); i++) {
            pause(i, pause);
            final int code = column.code(i);
            if (code != TextColumn.ABSENT && numbers[code] < 0) {
                if (count == most) {
                    return Optional.empty();
                }
                numbers[code] = count;
                used[count++] = code;
            }
        }
        final var order = IntStream.range(0, count).boxed().sorted(Comparator.comparing(each -> dictionary.text(used[each]))).toList();
        for (int rank = 0; rank < count; rank++) {
            numbers[used[order.get(rank)]] = rank;
        }
        final var codes = new int[column.rows()];
        for (int i = 0; i < codes.length; i++) {
            pause(i, pause);
            final int code = column.code(i);
            codes[i] = code == TextColumn.ABSENT ? -1 : numbers[code];
        }
        return Optional.of(new Categories(order.stream().map(each -> dictionary.text(used[each])).toList(), codes));
    }

    private static Optional<Categories> ofNumbers(final Column column, final int most, final Runnable pause) {
        final var known = new HashMap<Double, Integer>();
        final var values = new double[most];
        final var texts = new String[most];
        final var codes = new int[column.rows()];
        for (int i = 0; i < codes.length; i++) {
            pause(i, pause);
            // 0 and -0 are one value
            final double value = column.number(i) + 0.0;
            Integer code = Double.isNaN(value) ? Integer.valueOf(-1) : known.get(value);
            if (code == null) {
                if (known.size() == most) {
                    return Optional.empty();
                }
                code = known.size();
                values[code] = value;
                texts[code] = column.text(i);
                known.put(value, code);
            }
            codes[i] = code;
        }
        final int count = known.size();
        final var order = IntStream.range(0, count).boxed().sorted(Comparator.comparingDouble(each -> values[each])).toList();
        final var ranks = new int[count];
        for (int rank = 0; rank < count; rank++) {
            ranks[order.get(rank)] = rank;
        }
        for (int i = 0; i < codes.length; i++) {
            pause(i, pause);
            codes[i] = codes[i] < 0 ? -1 : ranks[codes[i]];
        }
        return Optional.of(new Categories(order.stream().map(each -> texts[each]).toList(), codes));
    }

    private static void pause(final int row, final Runnable pause) {
        if (row % Frame.BLOCK == 0) {
            pause.run();
        }
    }

    int size() {
        return names.size();
    }
}
