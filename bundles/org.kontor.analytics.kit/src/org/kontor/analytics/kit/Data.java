// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;

/** Turns the data of a case into larger, smaller and odder data. */
final class Data {

    private Data() {
    }

    private static Case with(final Case each, final String what, final Frame frame) {
        return each.on(what, each.data().on(frame));
    }

    static Case repeated(final Case each, final int rows) {
        final int count = each.data().rows();
        final var all = new int[Math.max(count, rows)];
        Arrays.setAll(all, i -> i % count);
        return with(each, rows + " rows", each.data().frame().take(all));
    }

    static Case rows(final Case each, final String what, final int rows) {
        final var first = new int[rows];
        Arrays.setAll(first, i -> i);
        return with(each, what, each.data().frame().take(first));
    }

    static Case constant(final Case each) {
        return with(each, "all rows the same", each.data().frame().take(new int[each.data().rows()]));
    }

    /** Every so manieth value of each column is missing, in other rows for each. */
    static Case holes(final Case each, final int every) {
        final var columns = new ArrayList<Column>();
        for (final var column : each.data().frame().columns()) {
            final int shift = columns.size();
            columns.add(without(column, row -> (row + shift) % every == 0));
        }
        return with(each, every == 1 ? "all values missing" : "values missing", Frame.of(columns));
    }

    private static Column without(final Column column, final IntPredicate hole) {
        final int rows = column.rows();
        final var bits = new long[Math.ceilDiv(rows, Long.SIZE)];
        for (int i = 0; i < rows; i++) {
            if (column.isMissing(i) || hole.test(i)) {
                bits[i >> 6] |= 1L << i;
            }
        }
        final var missing = Missing.of(bits);
        return switch (column) {
            case final NumberColumn numbers -> {
                final var values = numbers.values();
                for (int i = 0; i < rows; i++) {
                    values[i] = missing.at(i) ? Double.NaN : values[i];
                }
                yield NumberColumn.of(column.name(), values);
            }
            case final IntegerColumn integers -> {
                final var values = new long[rows];
                Arrays.setAll(values, integers::integer);
                yield IntegerColumn.of(column.name(), values, missing);
            }
            case final FlagColumn flags -> {
                final var values = new boolean[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = flags.flag(i);
                }
                yield FlagColumn.of(column.name(), values, missing);
            }
            case final DateColumn dates -> {
                final var values = new int[rows];
                Arrays.setAll(values, dates::day);
                yield DateColumn.of(column.name(), values, missing);
            }
            case final InstantColumn instants -> {
                final var values = new long[rows];
                Arrays.setAll(values, instants::micros);
                yield InstantColumn.of(column.name(), values, missing);
            }
            case final TextColumn texts -> {
                final var codes = new int[rows];
                Arrays.setAll(codes, i -> missing.at(i) ? TextColumn.ABSENT : texts.code(i));
                yield TextColumn.of(column.name(), codes, texts.dictionary());
            }
        };
    }

    /** The first value of each column of numbers is another one. */
    static Case extreme(final Case each, final double value) {
        final List<Column> columns = new ArrayList<>();
        for (final var column : each.data().frame().columns()) {
            if (column instanceof final NumberColumn numbers && column.rows() > 0) {
                final var values = numbers.values();
                values[0] = value;
                columns.add(NumberColumn.of(column.name(), values));
            } else {
                columns.add(column);
            }
        }
        return with(each, "with " + value, Frame.of(columns));
    }
}
