// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.internal.AnalyticsProblems;
import org.kontor.core.problem.ProblemException;

/**
 * A table in columns of equal length. Immutable and safe for any thread; frames made from others share their values.
 *
 * @since 0.1
 */
public final class Frame {

    /** How many rows are worked on at a time wherever the order of additions decides about the last bit of a sum. */
    public static final int BLOCK = 4_096;

    private final Map<String, Column> columns;
    private final int rows;

    private Frame(final Map<String, Column> columns, final int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * A frame of given columns.
     *
     * @param columns of equal length and different names
     * @return the frame
     * @throws IllegalArgumentException where lengths differ or a name occurs twice
     */
    public static Frame of(final List<? extends Column> columns) {
        final var named = new LinkedHashMap<String, Column>();
        final int rows = columns.isEmpty() ? 0 : columns.getFirst().rows();
        for (final var column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(column.name() + " has " + column.rows() + " rows instead of " + rows);
            }
            if (named.putIfAbsent(column.name(), column) != null) {
                throw new IllegalArgumentException("two columns are called " + column.name());
            }
        }
        return new Frame(named, rows);
    }

    /**
     * A frame of given columns.
     *
     * @param columns of equal length and different names
     * @return the frame
     * @throws IllegalArgumentException where lengths differ or a name occurs twice
     */
    public static Frame of(final Column... columns) {
        return of(List.of(columns));
    }

    static String checkedName(final String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column needs a name");
        }
        return name;
    }

    /**
     * How many rows there are.
     *
     * @return 0 or more
     */
    public int rows() {
        return rows;
    }

    /**
     * The columns in their order.
     *
     * @return unmodifiable
     */
    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /**
     * A column by its name.
     *
     * @param name the name, upper and lower case as it is written
     * @return the column, or empty
     */
    public Optional<Column> find(final String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /**
     * A column that has to be there.
     *
     * @param name the name
     * @return the column
     * @throws ProblemException where there is none ({@code analytics.no-column}, with the names there are)
     */
    public Column column(final String name) {
        return find(name).orElseThrow(() -> AnalyticsProblems.of("analytics.no-column", name, String.join(", ", columns.keySet())).asException());
    }

    /**
     * Some columns.
     *
     * @param names which, in the order wanted
     * @return the frame
     * @throws ProblemException where one is not there
     */
    public Frame select(final List<String> names) {
        return of(names.stream().map(this::column).toList());
    }

    /**
     * This frame with more columns; those with a name that is there already take its place.
     *
     * @param more of {@link #rows()} rows
     * @return the frame
     */
    public Frame with(final List<? extends Column> more) {
        final var all = new LinkedHashMap<>(columns);
        more.forEach(column -> all.put(column.name(), column));
        return of(new ArrayList<>(all.values()));
    }

    /**
     * Some rows of all columns.
     *
     * @param wanted which, in the order wanted; one may occur several times
     * @return the frame
     */
    public Frame take(final int[] wanted) {
        final var taken = new LinkedHashMap<String, Column>();
        columns.forEach((name, column) -> taken.put(name, column.take(wanted)));
        return new Frame(taken, wanted.length);
    }

    /**
     * Numbers of several columns side by side, row by row: value j of row i is at {@code i * names.size() + j}.
     *
     * @param names which columns, none of texts
     * @return a new array of {@code rows() * names.size()} numbers, {@code NaN} where a value is missing
     * @throws ProblemException where a column is not there, or has texts
     */
    public double[] matrix(final List<String> names) {
        final int width = names.size();
        final var matrix = new double[Math.multiplyExact(rows, width)];
        final var block = new double[BLOCK];
        for (int j = 0; j < width; j++) {
            final var column = column(names.get(j));
            for (int from = 0; from < rows; from += BLOCK) {
                final int count = Math.min(BLOCK, rows - from);
                column.numbers(from, count, block, 0);
                for (int i = 0; i < count; i++) {
                    matrix[(from + i) * width + j] = block[i];
                }
            }
        }
        return matrix;
    }

    @Override
    public String toString() {
        return rows + " rows of " + Arrays.toString(columns.keySet().toArray());
    }
}
