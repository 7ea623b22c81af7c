// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.kontor.analytics.engine.FittedStep;
import org.kontor.analytics.engine.FittedStep.Learned;
import org.kontor.analytics.engine.Step;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;

/** Learns from training rows what a step needs. */
public final class StepFitter {

    private static final int MOST_CATEGORIES = 1_000;

    private StepFitter() {
    }

    /** {@return the step with what it learned} */
    public static FittedStep fit(final Step step, final Dataset training) {
        final var learned = new ArrayList<Learned>();
        for (final var column : columns(step, training)) {
            if (!fits(step, column)) {
                throw EngineProblems.of("analytics.step", column.name(), column.type().key(), StepJson.kind(step)).asException();
            }
            learned.add(learn(step, column));
        }
        return new FittedStep(step, learned);
    }

    private static List<Column> columns(final Step step, final Dataset data) {
        return step.columns().isEmpty()
                ? data.names(Role.FEATURES).stream().map(data.frame()::column).filter(column -> fits(step, column)).toList()
                : step.columns().stream().map(data.frame()::column).toList();
    }

    private static boolean fits(final Step step, final Column column) {
        final boolean numbers = column.type().isNumeric();
        return switch (step) {
            case final Step.FillMissing fill -> fill.fill() == Step.Fill.MOST_FREQUENT || fill.fill() == Step.Fill.CONSTANT
                    || numbers && column.type() != ColumnType.FLAG;
            case final Step.DropMissing drop -> true;
            case final Step.Standardize standardize -> numbers;
            case final Step.Logarithm logarithm -> column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER;
            case final Step.OneHot oneHot -> !numbers;
            case final Step.Outliers outliers -> column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER;
        };
    }

    private static Learned learn(final Step step, final Column column) {
        return switch (step) {
            case final Step.FillMissing fill -> fill(fill, column);
            case final Step.DropMissing drop -> new Learned(column.name(), Map.of("missing", (double) column.missing()), List.of());
            case final Step.Logarithm logarithm -> new Learned(column.name(), Map.of(), List.of());
            case final Step.Standardize standardize -> {
                final double mean = present(column) ? Quantiles.mean(column) : 0;
                yield new Learned(column.name(), Map.of("mean", mean, "deviation", Quantiles.deviation(column, mean, standardize.ddof())), List.of());
            }
            case final Step.OneHot oneHot -> new Learned(column.name(), Map.of(), categories((TextColumn) column));
            case final Step.Outliers outliers -> limits(outliers, column);
        };
    }

    private static boolean present(final Column column) {
        return column.missing() < column.rows();
    }

    private static Learned fill(final Step.FillMissing fill, final Column column) {
        if (!present(column) && fill.fill() != Step.Fill.CONSTANT) {
            throw EngineProblems.of("analytics.column-empty", column.name()).asException();
        }
        return switch (fill.fill()) {
            case MEAN -> new Learned(column.name(), Map.of("value", Quantiles.mean(column)), List.of());
            case MEDIAN -> new Learned(column.name(), Map.of("value", Quantiles.of(column).at(0.5)), List.of());
            case MOST_FREQUENT -> column instanceof final TextColumn texts ? new Learned(column.name(), Map.of(), List.of(mostFrequent(texts)))
                    : new Learned(column.name(), Map.of("value", Quantiles.of(column).mostFrequent()), List.of());
            case CONSTANT -> column.type() == ColumnType.TEXT ? new Learned(column.name(), Map.of(), List.of(fill.constant()))
                    : new Learned(column.name(), Map.of("value", CellValue.number(column, fill.constant())), List.of());
        };
    }

    private static String mostFrequent(final TextColumn column) {
        final var counts = new int[column.dictionary().size()];
        final var first = new int[counts.length];
        int best = -1;
        for (int row = 0; row < column.rows(); row++) {
            final int code = column.code(row);
            if (code >= 0) {
                if (counts[code]++ == 0) {
                    first[code] = row;
                }
                if (best < 0 || counts[code] > counts[best] || counts[code] == counts[best] && first[code] < first[best]) {
                    best = code;
                }
            }
        }
        return column.dictionary().text(best);
    }

    /** In the order of their texts, so that neither rows nor codes decide about the order of the new columns. */
    private static List<String> categories(final TextColumn column) {
        final var seen = new boolean[column.dictionary().size()];
        for (int row = 0; row < column.rows(); row++) {
            if (column.code(row) >= 0) {
                seen[column.code(row)] = true;
            }
        }
        final var texts = new TreeSet<String>();
        for (int code = 0; code < seen.length; code++) {
            if (seen[code]) {
                texts.add(column.dictionary().text(code));
            }
        }
        if (texts.size() > MOST_CATEGORIES) {
            throw EngineProblems.of("analytics.categories", column.name(), texts.size(), MOST_CATEGORIES).asException();
        }
        return List.copyOf(texts);
    }

    private static Learned limits(final Step.Outliers outliers, final Column column) {
        final var values = Quantiles.of(column);
        final double low;
        final double high;
        if (outliers.fences() == Step.Fences.TUKEY) {
            final double range = values.at(0.75) - values.at(0.25);
            low = values.at(0.25) - outliers.factor() * range;
            high = values.at(0.75) + outliers.factor() * range;
        } else {
            final double reach = outliers.factor() * values.deviation();
            low = values.at(0.5) - reach;
            high = values.at(0.5) + reach;
        }
        return new Learned(column.name(), Map.of("low", low, "high", high), List.of());
    }
}
