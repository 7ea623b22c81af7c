// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.segments.Keys;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.run.RunContext;

/** Users or items, numbered in the order of their names, so that the order of rows decides nothing. Numbers are in their own order. */
final class Names {

    /** Somebody or something that nobody knows. */
    static final int UNKNOWN = -1;

    private final String column;
    private final String[] names;
    private final Map<String, Integer> numbers;

    private Names(final String column, final String[] names) {
        this.column = column;
        this.names = names;
        numbers = HashMap.newHashMap(names.length);
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i);
        }
    }

    static Names of(final List<String> names) {
        return new Names("", names.toArray(String[]::new));
    }

    /** {@return the column of the data where they stand; empty where nobody knows it any more} */
    Optional<String> column() {
        return column.isEmpty() ? Optional.empty() : Optional.of(column);
    }

    /** {@return a name, which people may call otherwise} */
    Message said(final int number) {
        return column().map(known -> Message.value(known, name(number))).orElseGet(() -> Message.name(name(number)));
    }

    /** Names with the number of each row. */
    record Numbered(Names names, int[] rows) {
    }

    /** Numbers the rows of a column that count. */
    static Numbered of(final Column column, final boolean[] counts, final RunContext context) {
        final var keys = Keys.of(column, context);
        final var first = new int[keys.count()];
        Arrays.fill(first, UNKNOWN);
        for (int row = 0; row < counts.length; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int code = keys.codes()[row];
            if (counts[row] && code >= 0 && first[code] < 0) {
                first[code] = row;
            }
        }
        final int[] codes = IntStream.range(0, first.length).filter(code -> first[code] >= 0).toArray();
        final var texts = new String[first.length];
        for (final int code : codes) {
            texts[code] = column.text(first[code]);
        }
        final boolean numeric = column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER;
        final var ordered = IntStream.of(codes).boxed().sorted((one, other) -> {
            final int order = numeric ? Double.compare(column.number(first[one]), column.number(first[other])) : 0;
            return order == 0 ? texts[one].compareTo(texts[other]) : order;
        }).mapToInt(Integer::intValue).toArray();
        context.checkCancelled();
        final var number = new int[first.length];
        Arrays.fill(number, UNKNOWN);
        final var names = new String[ordered.length];
        for (int i = 0; i < ordered.length; i++) {
            number[ordered[i]] = i;
            names[i] = texts[ordered[i]];
        }
        final var rows = new int[counts.length];
        Arrays.setAll(rows, row -> keys.codes()[row] < 0 ? UNKNOWN : number[keys.codes()[row]]);
        return new Numbered(new Names(column.name(), names), rows);
    }

    /** {@return the number of each row of another column; {@link #UNKNOWN} where there is no value or an unknown one} */
    int[] find(final Column column, final RunContext context) {
        final var found = new int[column.rows()];
        final int[] codes = column instanceof final TextColumn texts ? new int[texts.dictionary().size()] : new int[0];
        Arrays.fill(codes, Integer.MIN_VALUE);
        for (int row = 0; row < found.length; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (column.isMissing(row)) {
                found[row] = UNKNOWN;
            } else if (column instanceof final TextColumn texts) {
                final int code = texts.code(row);
                codes[code] = codes[code] == Integer.MIN_VALUE ? find(texts.text(row)) : codes[code];
                found[row] = codes[code];
            } else {
                found[row] = find(column.text(row));
            }
        }
        return found;
    }

    int find(final String name) {
        return numbers.getOrDefault(name, UNKNOWN);
    }

    int count() {
        return names.length;
    }

    String name(final int number) {
        return names[number];
    }

    List<String> all() {
        return List.of(names);
    }
}
