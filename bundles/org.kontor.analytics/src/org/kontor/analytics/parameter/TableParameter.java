// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small table of texts that people edit, such as rules with names. Written with {@code |} between cells and {@code ;} between rows; a
 * backslash before one of the three takes it as it is.
 *
 * @param name    the name
 * @param columns the stable names of its columns
 * @param preset  the rows where nobody gives any; each has a cell for every column
 * @since 0.1
 */
public record TableParameter(String name, List<String> columns, List<List<String>> preset) implements Parameter<List<List<String>>> {

    public TableParameter {
        columns = List.copyOf(columns);
        preset = preset.stream().map(List::copyOf).toList();
        final int width = columns.size();
        if (preset.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException(name + " is preset to " + preset);
        }
    }

    @Override
    public String kind() {
        return "table";
    }

    @Override
    public String range() {
        return String.join("|", columns);
    }

    @Override
    public List<List<String>> parse(final String text) {
        final List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        final var cell = new StringBuilder();
        boolean taken = false;
        for (int i = 0; i < text.length(); i++) {
            final char letter = text.charAt(i);
            if (taken) {
                cell.append(letter);
                taken = false;
            } else if (letter == '\\') {
                taken = true;
            } else if (letter == '|' || letter == ';') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (letter == ';') {
                    rows.add(List.copyOf(row));
                    row = new ArrayList<>();
                }
            } else {
                cell.append(letter);
            }
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            row.add(cell.toString().strip());
            rows.add(List.copyOf(row));
        }
        final var value = List.copyOf(rows);
        check(value);
        return value;
    }

    @Override
    public String format(final List<List<String>> value) {
        return value.stream().map(row -> row.stream().map(TableParameter::escaped).collect(Collectors.joining("|"))).collect(Collectors.joining(";"));
    }

    private static String escaped(final String cell) {
        return cell.replace("\\", "\\\\").replace("|", "\\|").replace(";", "\\;");
    }

    @Override
    public void check(final List<List<String>> value) {
        for (final var row : value) {
            if (row.size() != columns.size()) {
                throw Refusal.outOfRange(this, String.join("|", row));
            }
        }
    }
}
