// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.prepare.CellValue;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;

/** Reads the rows of a plan. */
final class Rows {

    private Rows() {
    }

    /** {@return the rows that the filter leaves, with the columns that the plan uses and no others} */
    static Dataset read(final Sources sources, final Optional<Store> store, final Plan plan, final Progress progress) {
        final var source = sources.source(plan.source());
        final var input = new SourceInput(store, plan.sourceOptions());
        if (source.needsStore()) {
            input.requireStore();
        }
        final var wanted = new LinkedHashSet<>(plan.columns());
        plan.filter().forEach(condition -> wanted.add(condition.column()));
        final var known = source.columns(input).stream().map(SourceColumn::name).toList();
        for (final var name : wanted) {
            if (!known.contains(name)) {
                throw EngineProblems.of("analytics.no-column", name, String.join(", ", known)).asException();
            }
        }
        final var names = List.copyOf(wanted);
        final Frame frame;
        try {
            frame = source.load(input, names, progress);
        } catch (OutOfMemoryError full) {
            throw EngineProblems.of("analytics.memory-data", megabytes(Runtime.getRuntime().maxMemory())).asException(full);
        }
        if (!frame.columns().stream().map(Column::name).toList().equals(names)) {
            throw EngineProblems.of("analytics.source-nonsense", plan.source()).asException();
        }
        final var left = filtered(frame, plan.filter()).select(List.copyOf(plan.columns()));
        return new Dataset(left, plan.roles());
    }

    /** As digits alone: people type the number into options. */
    static String megabytes(final long bytes) {
        return Long.toString((bytes + (1 << 20) - 1) >> 20);
    }

    private static Frame filtered(final Frame frame, final List<Condition> filter) {
        if (filter.isEmpty()) {
            return frame;
        }
        final var tests = new ArrayList<IntPredicate>();
        filter.forEach(condition -> tests.add(test(frame.column(condition.column()), condition)));
        final var rows = IntStream.range(0, frame.rows()).filter(row -> tests.stream().allMatch(test -> test.test(row))).toArray();
        return rows.length == frame.rows() ? frame : frame.take(rows);
    }

    private static IntPredicate test(final Column column, final Condition condition) {
        return switch (condition.comparison()) {
            case PRESENT -> row -> !column.isMissing(row);
            case ABSENT -> column::isMissing;
            case CONTAINS -> {
                final var part = condition.value().toLowerCase(Locale.ROOT);
                yield row -> !column.isMissing(row) && column.text(row).toLowerCase(Locale.ROOT).contains(part);
            }
            default -> column instanceof final TextColumn texts ? texts(texts, condition) : numbers(column, condition);
        };
    }

    private static IntPredicate texts(final TextColumn column, final Condition condition) {
        final var holds = new boolean[column.dictionary().size()];
        for (int code = 0; code < holds.length; code++) {
            holds[code] = holds(condition.comparison(), column.dictionary().text(code).compareTo(condition.value()));
        }
        return row -> column.code(row) < 0 ? condition.comparison() == Condition.Comparison.NOT_EQUAL : holds[column.code(row)];
    }

    private static IntPredicate numbers(final Column column, final Condition condition) {
        final double value = CellValue.number(column, condition.value());
        return row -> column.isMissing(row) ? condition.comparison() == Condition.Comparison.NOT_EQUAL
                : holds(condition.comparison(), Double.compare(column.number(row), value));
    }

    private static boolean holds(final Condition.Comparison comparison, final int order) {
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            default -> throw new IllegalStateException(comparison.name());
        };
    }
}
