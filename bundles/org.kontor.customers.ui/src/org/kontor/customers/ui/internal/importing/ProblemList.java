// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.kontor.exchange.ImportReport;
import org.kontor.exchange.RowProblem;

/** The findings about single rows as they are listed: filtered by what they are, in the order of a column. Knows no widgets. */
final class ProblemList {

    /** What the list can be sorted by. */
    enum Column { ROW, COLUMN, VALUE, PROBLEM, SUGGESTION }

    private List<RowProblem> all = List.of();
    private List<RowProblem> shown = List.of();
    private Map<String, Long> counts = Map.of();
    private Set<String> codes = Set.of();
    private Column order = Column.ROW;
    private boolean descending;

    void take(final ImportReport report) {
        all = report.problems();
        counts = new TreeMap<>(report.problemCounts());
        if (!counts.keySet().containsAll(codes)) {
            codes = Set.of();
        }
        arrange();
    }

    /** How many there are of each code; those beyond the listed ones too. */
    Map<String, Long> counts() {
        return counts;
    }

    long found() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param only the codes to show; empty for all */
    void filter(final Set<String> only) {
        codes = Set.copyOf(new HashSet<>(only));
        arrange();
    }

    Set<String> filter() {
        return codes;
    }

    /** Sorts by a column; by the same one again turns the order round. */
    void sort(final Column column) {
        descending = column == order && !descending;
        order = column;
        arrange();
    }

    Column order() {
        return order;
    }

    boolean descending() {
        return descending;
    }

    List<RowProblem> shown() {
        return shown;
    }

    List<RowProblem> all() {
        return all;
    }

    private void arrange() {
        final var list = new ArrayList<>(all.stream().filter(problem -> codes.isEmpty() || codes.contains(problem.code())).toList());
        final var words = Collator.getInstance();
        final Comparator<RowProblem> comparator = switch (order) {
            case ROW -> Comparator.comparingLong(RowProblem::row);
            case COLUMN -> Comparator.comparing(RowProblem::column, words);
            case VALUE -> Comparator.comparing(RowProblem::value, words);
            case PROBLEM -> Comparator.comparing(RowProblem::message, words);
            case SUGGESTION -> Comparator.comparing(RowProblem::suggestion, words);
        };
        list.sort(descending ? comparator.reversed() : comparator);
        shown = list;
    }
}
