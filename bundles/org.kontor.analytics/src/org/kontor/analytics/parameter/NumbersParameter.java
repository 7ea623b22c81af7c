// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import java.util.StringJoiner;

/**
 * Rows of real numbers. Written with commas between numbers and semicolons between rows: {@code 1,2;10,2}.
 *
 * @param name       the name
 * @param preset     the value where nobody gives one
 * @param most       how many rows are allowed
 * @param increasing whether the numbers of a row must grow from one to the next
 * @since 0.1
 */
public record NumbersParameter(String name, Numbers preset, int most, boolean increasing) implements Parameter<Numbers> {

    public NumbersParameter {
        if (!allows(preset, most, increasing)) {
            throw new IllegalArgumentException(name + " is preset to " + preset);
        }
    }

    @Override
    public String kind() {
        return "numbers";
    }

    @Override
    public String range() {
        return most == 1 ? "a,b,…" : "a,b,…;c,d,…";
    }

    @Override
    public Numbers parse(final String text) {
        if (text.isBlank()) {
            return Numbers.NONE;
        }
        final var lines = text.strip().split(";");
        final var rows = new double[lines.length][];
        for (int i = 0; i < lines.length; i++) {
            final var cells = lines[i].split(",");
            rows[i] = new double[cells.length];
            for (int j = 0; j < cells.length; j++) {
                try {
                    rows[i][j] = Double.parseDouble(cells[j].strip());
                } catch (NumberFormatException notOne) {
                    throw Refusal.unreadable(this, cells[j].strip());
                }
            }
        }
        final var value = Numbers.of(rows);
        check(value);
        return value;
    }

    @Override
    public String format(final Numbers value) {
        final var all = new StringJoiner(";");
        for (int i = 0; i < value.rows(); i++) {
            final var row = new StringJoiner(",");
            for (final double number : value.row(i)) {
                row.add(Double.toString(number));
            }
            all.add(row.toString());
        }
        return all.toString();
    }

    @Override
    public void check(final Numbers value) {
        if (!allows(value, most, increasing)) {
            throw Refusal.outOfRange(this, format(value));
        }
    }

    private static boolean allows(final Numbers value, final int most, final boolean increasing) {
        boolean allowed = value.rows() <= most;
        for (int i = 0; i < value.rows(); i++) {
            double before = Double.NEGATIVE_INFINITY;
            for (final double number : value.row(i)) {
                allowed &= !Double.isNaN(number) && !Double.isInfinite(number) && (!increasing || number > before);
                before = number;
            }
        }
        return allowed;
    }
}
