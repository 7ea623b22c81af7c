// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.parameter.Numbers;
import org.kontor.analytics.parameter.NumbersParameter;
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.core.problem.ProblemException;

/** How the text of a setting is a table, and a table its text. A list of numbers is a table of one column. */
sealed interface RowsFormat {

    /** What stands above the columns; at least one. */
    List<String> titles();

    /** Whether cells are numbers. */
    boolean numbers();

    /** Whether the order of the rows is the person's. */
    boolean ordered();

    /** The text of the preset. */
    String preset();

    /** The rows of a text, each with a cell for every title; those of the preset where the text cannot be read. */
    List<String[]> rows(String text);

    /** The text of rows; lines without any text are left out. */
    String text(List<String[]> rows);

    /**
     * @param descriptor of the method
     * @param parameter  its setting
     * @return the format
     */
    static RowsFormat of(final AlgorithmDescriptor descriptor, final TableParameter parameter) {
        final var words = new HashMap<String, String>();
        parameter.preset().forEach(row -> row.forEach(cell -> words.put(cell, descriptor.cell(parameter, cell).text())));
        return new Texts(parameter, parameter.columns().stream().map(column -> descriptor.label(parameter, column).text()).toList(), words);
    }

    /**
     * @param parameter the setting
     * @param text      its text of the moment
     * @param features  the names of the columns that are calculated with, which rows of numbers stand for
     * @return the format
     */
    static RowsFormat of(final NumbersParameter parameter, final String text, final List<String> features) {
        if (parameter.most() == 1) {
            return new OneList(parameter);
        }
        final int widest = read(parameter, text).stream().mapToInt(row -> row.length).max().orElse(1);
        return new Points(parameter, IntStream.range(0, Math.max(widest, features.size())).mapToObj(index -> index < features.size() ? features.get(index)
                : Messages.text("rows.number", index + 1)).toList());
    }

    private static List<double[]> read(final NumbersParameter parameter, final String text) {
        Numbers numbers;
        try {
            numbers = parameter.parse(text);
        } catch (ProblemException unreadable) {
            numbers = parameter.preset();
        }
        return IntStream.range(0, numbers.rows()).mapToObj(numbers::row).toList();
    }

    private static String plain(final double number) {
        final var plain = BigDecimal.valueOf(number).stripTrailingZeros();
        return plain.scale() < -6 ? plain.toString() : plain.toPlainString();
    }

    private static boolean isBlank(final String[] row) {
        return Arrays.stream(row).allMatch(String::isBlank);
    }

    /** Rows of texts; those of the preset are shown in the person's language and kept as they are. */
    record Texts(TableParameter parameter, List<String> titles, Map<String, String> words) implements RowsFormat {

        @Override
        public boolean numbers() {
            return false;
        }

        @Override
        public boolean ordered() {
            return true;
        }

        @Override
        public String preset() {
            return parameter.format(parameter.preset());
        }

        @Override
        public List<String[]> rows(final String text) {
            List<List<String>> rows;
            try {
                rows = parameter.parse(text);
            } catch (ProblemException unreadable) {
                rows = parameter.preset();
            }
            return rows.stream().map(row -> row.stream().map(cell -> words.getOrDefault(cell, cell)).toArray(String[]::new)).toList();
        }

        private String kept(final String cell) {
            return words.entrySet().stream().filter(word -> word.getValue().equals(cell)).map(Map.Entry::getKey).findFirst().orElse(cell);
        }

        @Override
        public String text(final List<String[]> rows) {
            return parameter.format(rows.stream().filter(row -> !isBlank(row)).map(row -> Arrays.stream(row).map(String::strip).map(this::kept).toList()).toList());
        }
    }

    /** One row of numbers, which stand one below the other. */
    record OneList(NumbersParameter parameter) implements RowsFormat {

        @Override
        public List<String> titles() {
            return List.of(Messages.text("rows.value"));
        }

        @Override
        public boolean numbers() {
            return true;
        }

        @Override
        public boolean ordered() {
            return !parameter.increasing();
        }

        @Override
        public String preset() {
            return parameter.format(parameter.preset());
        }

        @Override
        public List<String[]> rows(final String text) {
            return read(parameter, text).stream().flatMap(row -> Arrays.stream(row).mapToObj(number -> new String[] {plain(number)})).toList();
        }

        @Override
        public String text(final List<String[]> rows) {
            return rows.stream().filter(row -> !isBlank(row)).map(row -> row[0].strip()).collect(Collectors.joining(","));
        }
    }

    /** Rows of numbers. */
    record Points(NumbersParameter parameter, List<String> titles) implements RowsFormat {

        @Override
        public boolean numbers() {
            return true;
        }

        @Override
        public boolean ordered() {
            return true;
        }

        @Override
        public String preset() {
            return parameter.format(parameter.preset());
        }

        @Override
        public List<String[]> rows(final String text) {
            final var rows = new ArrayList<String[]>();
            for (final var row : read(parameter, text)) {
                rows.add(Stream.concat(Arrays.stream(row).mapToObj(RowsFormat::plain), Stream.generate(() -> "")).limit(titles.size()).toArray(String[]::new));
            }
            return rows;
        }

        /** A row ends with its last number; a cell without one before that is refused as such. */
        @Override
        public String text(final List<String[]> rows) {
            return rows.stream().filter(row -> !isBlank(row)).map(row -> String.join(",", row).replaceAll("[,\\s]+$", "")).collect(Collectors.joining(";"));
        }
    }
}
