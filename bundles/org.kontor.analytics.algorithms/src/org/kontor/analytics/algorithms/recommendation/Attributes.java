// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.run.RunContext;

/**
 * What is known of items, as the dimensions of a space: one for each category of a column (several of them may stand between bars), one for
 * each column of numbers from its least to its largest value, and one for each word of a text, the rarer the longer (TF-IDF, G. Salton and
 * C. Buckley, 1988). The words of one text have the length 1 together.
 */
final class Attributes {

    private static final char BAR = '|';

    /** What a dimension is. */
    private enum Kind { CATEGORY, NUMBER, WORD }

    /**
     * A dimension.
     *
     * @param column the name of the column
     * @param value  the category or word; empty for numbers
     * @param low    the least number, or the weight of a word
     * @param high   the largest number
     */
    private record Dimension(Kind kind, String column, String value, double low, double high) {
    }

    private final List<Dimension> dimensions = new ArrayList<>();
    private final Map<String, Map<String, Integer>> places = new HashMap<>();

    /** Values of some dimensions, which increase. */
    record Vector(int[] dimension, double[] value) {

        static final Vector NOTHING = new Vector(new int[0], new double[0]);
    }

    private Attributes() {
    }

    /** {@return the space of what is known of items; empty without such columns} */
    static Attributes of(final Dataset data, final int[] rows, final RunContext context) {
        final var space = new Attributes();
        for (final var name : data.names(Role.FEATURES)) {
            final var column = data.frame().column(name);
            if (column instanceof final TextColumn texts) {
                final var values = new TreeMap<String, Integer>();
                for (final int row : rows) {
                    categories(texts.text(row)).forEach(value -> values.merge(value, 1, Integer::sum));
                }
                values.keySet().forEach(value -> space.add(new Dimension(Kind.CATEGORY, name, value, 0, 0)));
            } else {
                space.addNumber(column, rows);
            }
            context.checkCancelled();
        }
        data.find(Role.TEXT).ifPresent(column -> space.addWords(column, rows, context));
        return space;
    }

    private void add(final Dimension dimension) {
        places.computeIfAbsent(dimension.column + '\n' + dimension.kind, unseen -> new LinkedHashMap<>()).put(dimension.value, dimensions.size());
        dimensions.add(dimension);
    }

    private void addNumber(final Column column, final int[] rows) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (final int row : rows) {
            final double value = column.number(row);
            if (Math.abs(value) <= Double.MAX_VALUE / 4) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low < high) {
            add(new Dimension(Kind.NUMBER, column.name(), "", low, high));
        }
    }

    private void addWords(final Column column, final int[] rows, final RunContext context) {
        final var documents = new TreeMap<String, Integer>();
        int count = 0;
        for (final int row : rows) {
            if (count++ % 256 == 0) {
                context.checkCancelled();
            }
            words(column.text(row)).keySet().forEach(word -> documents.merge(word, 1, Integer::sum));
        }
        for (final var entry : documents.entrySet()) {
            add(new Dimension(Kind.WORD, column.name(), entry.getKey(), Math.log((1.0 + rows.length) / (1 + entry.getValue())) + 1, 0));
        }
    }

    private static List<String> categories(final String text) {
        final var found = new ArrayList<String>();
        int from = 0;
        while (from <= text.length()) {
            final int bar = text.indexOf(BAR, from);
            final var each = text.substring(from, bar < 0 ? text.length() : bar).strip();
            if (!each.isEmpty() && !found.contains(each)) {
                found.add(each);
            }
            from = bar < 0 ? text.length() + 1 : bar + 1;
        }
        return found;
    }

    /** Words in small letters with how often they occur; of Chinese, which has no blanks, single characters and pairs of them. */
    private static Map<String, Integer> words(final String text) {
        final var found = new TreeMap<String, Integer>();
        final var word = new StringBuilder();
        String before = "";
        final int[] letters = text.toLowerCase(Locale.ROOT).codePoints().toArray();
        for (int i = 0; i <= letters.length; i++) {
            final boolean chinese = i < letters.length && Character.UnicodeScript.of(letters[i]) == Character.UnicodeScript.HAN;
            if (i < letters.length && !chinese && Character.isLetterOrDigit(letters[i])) {
                word.appendCodePoint(letters[i]);
                before = "";
                continue;
            }
            if (!word.isEmpty()) {
                found.merge(word.toString(), 1, Integer::sum);
                word.setLength(0);
            }
            final var own = chinese ? Character.toString(letters[i]) : "";
            if (chinese) {
                found.merge(own, 1, Integer::sum);
                if (!before.isEmpty()) {
                    found.merge(before + own, 1, Integer::sum);
                }
            }
            before = own;
        }
        return found;
    }

    int count() {
        return dimensions.size();
    }

    boolean isEmpty() {
        return dimensions.isEmpty();
    }

    /** {@return what a dimension is called} */
    Message said(final int dimension) {
        final var each = dimensions.get(dimension);
        final var column = Message.column(each.column);
        return each.kind == Kind.CATEGORY ? Message.join(": ", List.of(column, Message.value(each.column, each.value)))
                : each.kind == Kind.WORD ? Message.name(each.value) : column;
    }

    /** {@return what a row says of its item, as far as it says anything that is known} */
    Vector vector(final Frame frame, final int row) {
        final var values = new TreeMap<Integer, Double>();
        places.forEach((key, known) -> {
            final int end = key.lastIndexOf('\n');
            final var kind = Kind.valueOf(key.substring(end + 1));
            final var column = frame.find(key.substring(0, end));
            if (column.isEmpty() || column.get().isMissing(row) || (kind == Kind.NUMBER) != (column.get().type() != ColumnType.TEXT)) {
                return;
            }
            switch (kind) {
                case CATEGORY -> categories(column.get().text(row)).stream().map(known::get).filter(place -> place != null)
                        .forEach(place -> values.put(place, 1.0));
                case NUMBER -> {
                    final var only = dimensions.get(known.get(""));
                    final double share = (column.get().number(row) - only.low) / (only.high - only.low);
                    values.put(known.get(""), Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share)));
                }
                case WORD -> addWords(words(column.get().text(row)), known, values);
            }
        });
        values.values().removeIf(value -> value == 0);
        return new Vector(values.keySet().stream().mapToInt(Integer::intValue).toArray(), values.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void addWords(final Map<String, Integer> words, final Map<String, Integer> known, final Map<Integer, Double> values) {
        double squares = 0;
        final var found = new TreeMap<Integer, Double>();
        for (final var word : words.entrySet()) {
            final var place = known.get(word.getKey());
            if (place != null) {
                final double weight = word.getValue() * dimensions.get(place).low;
                found.put(place, weight);
                squares += weight * weight;
            }
        }
        final double length = Math.sqrt(squares);
        found.forEach((place, weight) -> values.put(place, weight / length));
    }

    /** {@return the space as a table} */
    Frame state() {
        return Frame.of(TextColumn.of("kind", dimensions.stream().map(each -> each.kind.name()).toList()),
                TextColumn.of("column", dimensions.stream().map(Dimension::column).toList()),
                TextColumn.of("value", dimensions.stream().map(Dimension::value).toList()),
                NumberColumn.of("low", dimensions.stream().mapToDouble(Dimension::low).toArray()),
                NumberColumn.of("high", dimensions.stream().mapToDouble(Dimension::high).toArray()));
    }

    /** {@return the space of a table}
     *
     * @throws RuntimeException where it is not one
     */
    static Attributes of(final Frame state) {
        final var space = new Attributes();
        for (int i = 0; i < state.rows(); i++) {
            space.add(new Dimension(Kind.valueOf(state.column("kind").text(i)), state.column("column").text(i), state.column("value").text(i),
                    state.column("low").number(i), state.column("high").number(i)));
        }
        return space;
    }
}
