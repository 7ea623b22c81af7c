// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.kontor.analytics.engine.FittedStep;
import org.kontor.analytics.engine.FittedStep.Learned;
import org.kontor.analytics.engine.Preparation.Prepared;
import org.kontor.analytics.engine.Step;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;

/** Takes a step that has learned what it needs. */
public final class StepRunner {

    private StepRunner() {
    }

    /** {@return the rows after the step, and which rows of the given data they are} */
    public static Prepared apply(final FittedStep fitted, final Dataset data, final boolean training) {
        return switch (fitted.step()) {
            case final Step.FillMissing fill -> changed(fitted, data, StepRunner::filled);
            case final Step.Logarithm logarithm -> changed(fitted, data,
                    (column, learned) -> mapped(column, value -> value > -1 ? Math.log1p(value) : Double.NaN));
            case final Step.Standardize standardize -> changed(fitted, data, (column, learned) -> {
                final double mean = learned.numbers().get("mean");
                final double deviation = learned.numbers().get("deviation");
                return mapped(column, value -> deviation == 0 ? 0 : (value - mean) / deviation);
            });
            case final Step.OneHot oneHot -> oneHot(fitted, data);
            case final Step.DropMissing drop -> kept(data, row -> fitted.learned().stream()
                    .noneMatch(learned -> data.frame().column(learned.column()).isMissing(row)));
            case final Step.Outliers outliers when outliers.action() == Step.Outlier.CLIP -> changed(fitted, data, (column, learned) -> {
                final double low = learned.numbers().get("low");
                final double high = learned.numbers().get("high");
                return mapped(column, value -> Math.min(high, Math.max(low, value)));
            });
            case final Step.Outliers outliers -> training ? kept(data, row -> fitted.learned().stream().allMatch(learned -> {
                final double value = data.frame().column(learned.column()).number(row);
                return !(value < learned.numbers().get("low")) && !(value > learned.numbers().get("high"));
            })) : all(data);
        };
    }

    private interface Change {
        Column of(Column column, Learned learned);
    }

    private static Prepared all(final Dataset data) {
        return new Prepared(data, IntStream.range(0, data.rows()).toArray());
    }

    private static Prepared changed(final FittedStep fitted, final Dataset data, final Change change) {
        final var columns = new ArrayList<Column>();
        fitted.learned().forEach(learned -> columns.add(change.of(data.frame().column(learned.column()), learned)));
        return all(new Dataset(data.frame().with(columns), data.roles()));
    }

    private static Column mapped(final Column column, final DoubleUnaryOperator function) {
        final var values = new double[column.rows()];
        final var block = new double[Frame.BLOCK];
        for (int from = 0; from < values.length; from += Frame.BLOCK) {
            final int count = Math.min(Frame.BLOCK, values.length - from);
            column.numbers(from, count, block, 0);
            for (int i = 0; i < count; i++) {
                values[from + i] = Double.isNaN(block[i]) ? Double.NaN : function.applyAsDouble(block[i]);
            }
        }
        return NumberColumn.of(column.name(), values);
    }

    private static Column filled(final Column column, final Learned learned) {
        if (column.missing() == 0) {
            return column;
        }
        if (column instanceof final TextColumn texts) {
            return filled(texts, learned.texts().getFirst());
        }
        final double value = learned.numbers().get("value");
        final var values = new double[column.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isMissing(row) ? value : column.number(row);
        }
        return NumberColumn.of(column.name(), values);
    }

    private static Column filled(final TextColumn column, final String text) {
        final var dictionary = column.dictionary();
        int known = 0;
        while (known < dictionary.size() && !dictionary.text(known).equals(text)) {
            known++;
        }
        final int code = known;
        final var codes = new int[column.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.code(row) < 0 ? code : column.code(row);
        }
        return TextColumn.of(column.name(), codes, code < dictionary.size() ? dictionary : new Dictionary() {
            @Override
            public int size() {
                return dictionary.size() + 1;
            }

            @Override
            public String text(final int index) {
                return index == code ? text : dictionary.text(index);
            }
        });
    }

    private static Prepared kept(final Dataset data, final IntPredicate keeps) {
        final var rows = IntStream.range(0, data.rows()).filter(keeps).toArray();
        if (rows.length == 0 && data.rows() > 0) {
            throw EngineProblems.of("analytics.nothing-left").asException();
        }
        return new Prepared(rows.length == data.rows() ? data : new Dataset(data.frame().take(rows), data.roles()), rows);
    }

    private static Prepared oneHot(final FittedStep fitted, final Dataset data) {
        var frame = data.frame();
        final var roles = new HashMap<Role, List<String>>(data.roles());
        for (final var learned : fitted.learned()) {
            final var column = (TextColumn) frame.column(learned.column());
            final var indicators = indicators(column, learned.texts());
            final var names = indicators.stream().map(Column::name).toList();
            roles.replaceAll((role, before) -> replaced(before, column.name(), names));
            frame = Frame.of(replaced(frame, column, indicators));
        }
        return all(new Dataset(frame, roles));
    }

    private static List<Column> indicators(final TextColumn column, final List<String> categories) {
        final var places = new int[column.dictionary().size()];
        for (int code = 0; code < places.length; code++) {
            places[code] = categories.indexOf(column.dictionary().text(code));
        }
        final var values = new double[categories.size()][column.rows()];
        for (int row = 0; row < column.rows(); row++) {
            final int code = column.code(row);
            if (code >= 0 && places[code] >= 0) {
                values[places[code]][row] = 1;
            }
        }
        return IntStream.range(0, values.length).<Column>mapToObj(i -> NumberColumn.of(column.name() + '=' + categories.get(i), values[i])).toList();
    }

    private static List<String> replaced(final List<String> names, final String name, final List<String> by) {
        final var all = new ArrayList<String>();
        names.forEach(each -> all.addAll(each.equals(name) ? by : List.of(each)));
        return all;
    }

    private static List<Column> replaced(final Frame frame, final Column column, final List<Column> by) {
        final var all = new ArrayList<Column>();
        frame.columns().forEach(each -> all.addAll(each == column ? by : List.of(each)));
        return all;
    }
}
