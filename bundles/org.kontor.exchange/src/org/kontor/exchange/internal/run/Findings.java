// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.exchange.RowProblem;
import org.kontor.exchange.Severity;
import org.kontor.exchange.UnknownChoice;
import org.kontor.exchange.ValueFinding;
import org.kontor.exchange.internal.Messages;

/** Lists what is found about rows, in words for the first ones and as counts for all. For the planning thread. */
final class Findings {

    private static final int MAX_VALUES = 1_000;
    private static final int MAX_MADE = 200;
    private static final int MAX_LENGTH = 200;

    /** How often a value was met. */
    private static final class Met {

        private final long firstRow;
        private final String suggestion;
        private long rows;

        Met(final long firstRow, final String suggestion) {
            this.firstRow = firstRow;
            this.suggestion = suggestion;
        }
    }

    private final Map<Binding, Map<String, Met>> unknown = new IdentityHashMap<>();
    private final Map<Binding, String> labels = new IdentityHashMap<>();
    private int listed;

    /** Lists one finding; the texts of code and arguments are made only where it is still listed. */
    void add(final Tally tally, final long row, final long line, final Severity severity, final String code, final Binding binding,
            final String value, final String suggestion, final Object... more) {
        tally.found(code, severity);
        if (listed >= Tally.MAX_LISTED) {
            return;
        }
        listed++;
        final var arguments = new Object[more.length + 2];
        arguments[0] = shorten(value);
        arguments[1] = binding == null ? "" : labels.computeIfAbsent(binding, first -> first.target().label());
        System.arraycopy(more, 0, arguments, 2, more.length);
        tally.list(new RowProblem(row, line, severity, code, binding == null ? "" : binding.name(), shorten(value),
                Messages.TEXTS.get("row." + code, arguments), suggestion));
    }

    /** Lists one finding that is in words already. */
    void addWorded(final Tally tally, final long row, final long line, final Severity severity, final String code, final Binding binding,
            final String value, final String message) {
        tally.found(code, severity);
        if (listed < Tally.MAX_LISTED) {
            listed++;
            tally.list(new RowProblem(row, line, severity, code, binding == null ? "" : binding.name(), shorten(value), message, ""));
        }
    }

    /** Counts a value that names no record, and finds the one that it probably means. */
    String unknown(final Binding binding, final String value, final long row) {
        final var values = unknown.computeIfAbsent(binding, first -> new HashMap<>());
        var met = values.get(value);
        if (met == null) {
            final boolean made = binding.unknown(value) == UnknownChoice.CREATE;
            if (values.size() >= (made ? MAX_MADE : MAX_VALUES)) {
                return "";
            }
            met = new Met(row, binding.lookup().names().nearest(value).orElse(""));
            values.put(value, met);
        }
        met.rows++;
        return met.suggestion;
    }

    /** Values that name no record; of those whose record is made, only the ones that look like a misspelt name. */
    List<ValueFinding> unknownValues() {
        final var found = new ArrayList<ValueFinding>();
        unknown.forEach((binding, values) -> values.forEach((value, met) -> {
            if (binding.unknown(value) != UnknownChoice.CREATE || !met.suggestion.isEmpty()) {
                found.add(new ValueFinding(binding.target().name(), binding.name(), value, met.rows, met.firstRow, met.suggestion,
                        "unknown"));
            }
        }));
        return found;
    }

    private static String shorten(final String value) {
        return value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH - 1) + '\u2026';
    }
}
