// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.run.RunContext;

/**
 * How features become numbers, the same for all rows and for ever: categories are coded in the order of their texts, so that the codes do
 * not depend on the order of rows. It knows nothing of the target, so rows that are held out may take part in it.
 */
final class Encoding {

    /** So many categories of a feature are told apart, the most frequent ones. */
    static final int MOST = 254;
    private static final String NAMES = "features";
    private static final String CATEGORIES = "categories";

    private final List<String> names;
    private final List<ColumnType> types;
    private final List<List<String>> categories;
    private final List<Map<String, Integer>> codes;

    private Encoding(final List<String> names, final List<ColumnType> types, final List<List<String>> categories) {
        this.names = List.copyOf(names);
        this.types = List.copyOf(types);
        this.categories = categories.stream().map(List::copyOf).toList();
        codes = new ArrayList<>();
        for (final var known : this.categories) {
            final var byText = new HashMap<String, Integer>();
            known.forEach(text -> byText.put(text, byText.size()));
            codes.add(byText);
        }
    }

    static Encoding of(final Dataset data, final RunContext context) {
        final var names = data.names(Role.FEATURES);
        final var types = new ArrayList<ColumnType>();
        final var categories = new ArrayList<List<String>>();
        for (final var name : names) {
            final var column = data.frame().column(name);
            types.add(column.type());
            categories.add(column instanceof final TextColumn texts ? frequent(texts, context) : List.of());
        }
        return new Encoding(names, types, categories);
    }

    private static List<String> frequent(final TextColumn column, final RunContext context) {
        final var counts = new long[column.dictionary().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (!column.isMissing(row)) {
                counts[column.code(row)]++;
            }
        }
        // frequent ones first, by counting; texts are read only for those that may be kept
        final long least = Arrays.stream(counts).sorted().skip(Math.max(0, counts.length - MOST)).findFirst().orElse(0);
        context.checkCancelled();
        final var kept = IntStream.range(0, counts.length).filter(code -> counts[code] > 0 && counts[code] > least).mapToObj(column.dictionary()::text)
                .collect(ArrayList<String>::new, List::add, List::addAll);
        final var edge = IntStream.range(0, counts.length).filter(code -> counts[code] > 0 && counts[code] == least).limit(100_000)
                .mapToObj(column.dictionary()::text).sorted().limit(MOST - kept.size()).toList();
        kept.addAll(edge);
        kept.sort(Comparator.naturalOrder());
        return kept;
    }

    int width() {
        return names.size();
    }

    String name(final int feature) {
        return names.get(feature);
    }

    List<String> names() {
        return names;
    }

    /** {@return the column of a feature} */
    Message title(final int feature) {
        return Message.column(name(feature));
    }

    ColumnType type(final int feature) {
        return types.get(feature);
    }

    boolean isCategory(final int feature) {
        return types.get(feature) == ColumnType.TEXT;
    }

    /** {@return the categories of a feature in the order of their codes; empty for numbers} */
    List<String> categories(final int feature) {
        return categories.get(feature);
    }

    /** {@return the features of all rows of the data} */
    Features encode(final Dataset data, final RunContext context) {
        final int rows = data.rows();
        final var columns = new double[width()][];
        final var given = names.stream().map(data.frame()::column).toArray(Column[]::new);
        context.parallel(given.length, j -> {
            if (given[j] instanceof final NumberColumn numbers) {
                columns[j] = numbers.shared();
                return;
            }
            columns[j] = new double[rows];
            if (isCategory(j)) {
                code(given[j], codes.get(j), columns[j], context);
                return;
            }
            for (int from = 0; from < rows; from += Frame.BLOCK) {
                given[j].numbers(from, Math.min(Frame.BLOCK, rows - from), columns[j], from);
                context.checkCancelled();
            }
        });
        return new Features(columns, rows);
    }

    private static void code(final Column column, final Map<String, Integer> known, final double[] into, final RunContext context) {
        final var cached = new int[column instanceof final TextColumn texts ? texts.dictionary().size() : 0];
        for (int row = 0; row < into.length; row++) {
            if (row % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (column.isMissing(row)) {
                into[row] = Double.NaN;
            } else if (column instanceof final TextColumn texts) {
                final int code = texts.code(row);
                if (cached[code] == 0) {
                    cached[code] = known.getOrDefault(texts.dictionary().text(code), Features.OTHER) + 2;
                }
                into[row] = cached[code] - 2;
            } else {
                into[row] = known.getOrDefault(column.text(row), Features.OTHER);
            }
        }
    }

    /** {@return a value in words, which people may call otherwise} */
    Message said(final int feature, final double value) {
        return isCategory(feature) ? Message.value(name(feature), text(feature, value)) : Message.name(text(feature, value));
    }

    /** {@return a value in words} */
    String text(final int feature, final double value) {
        if (Double.isNaN(value)) {
            return "?";
        }
        return switch (types.get(feature)) {
            case TEXT -> value < 0 ? "…" : categories.get(feature).get((int) value);
            case FLAG -> value == 0 ? "false" : value == 1 ? "true" : Shown.number(value);
            case DATE -> Shown.day(value);
            case INSTANT -> Shown.moment(value);
            case NUMBER, INTEGER -> Shown.number(value);
        };
    }

    void save(final Map<String, Frame> tables) {
        tables.put(NAMES, Frame.of(TextColumn.of("name", names), TextColumn.of("type", types.stream().map(ColumnType::key).toList())));
        final var texts = new ArrayList<String>();
        final var owners = new ArrayList<Long>();
        for (int j = 0; j < width(); j++) {
            for (final var text : categories.get(j)) {
                texts.add(text);
                owners.add((long) j);
            }
        }
        tables.put(CATEGORIES, Frame.of(IntegerColumn.of("feature", owners.stream().mapToLong(Long::longValue).toArray()), TextColumn.of("category", texts)));
    }

    /**
     * What {@link #save} kept.
     *
     * @throws RuntimeException where it was not kept so
     */
    static Encoding restore(final Map<String, Frame> tables) {
        final var table = tables.get(NAMES);
        final var names = new ArrayList<String>();
        final var types = new ArrayList<ColumnType>();
        final var categories = new ArrayList<List<String>>();
        for (int j = 0; j < table.rows(); j++) {
            final var type = table.column("type").text(j);
            names.add(table.column("name").text(j));
            types.add(Arrays.stream(ColumnType.values()).filter(each -> each.key().equals(type)).findFirst().orElseThrow());
            categories.add(new ArrayList<>());
        }
        final var known = tables.get(CATEGORIES);
        for (int i = 0; i < known.rows(); i++) {
            categories.get((int) known.column("feature").number(i)).add(known.column("category").text(i));
        }
        return new Encoding(names, types, categories);
    }
}
