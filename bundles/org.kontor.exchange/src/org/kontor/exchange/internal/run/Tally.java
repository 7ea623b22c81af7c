// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.exchange.ImportReport;
import org.kontor.exchange.RowProblem;
import org.kontor.exchange.Severity;
import org.kontor.exchange.ValueFinding;

/** Counts and findings of some rows. Not safe for several threads; handed from the planning to the writing thread with its batch. */
final class Tally {

    static final int MAX_LISTED = 10_000;

    long created;
    long updated;
    long unchanged;
    long alreadyThere;
    long skipped;
    long refused;
    long errors;
    long warnings;
    private final Map<String, Long> records = new LinkedHashMap<>();
    private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
    private final Map<String, Long> blanks = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();

    long rows() {
        return created + updated + unchanged + skipped + refused;
    }

    void record(final String type) {
        records.merge(type, 1L, Long::sum);
    }

    void sum(final String target, final BigDecimal value) {
        sums.merge(target, value, BigDecimal::add);
    }

    void blank(final String target) {
        blanks.merge(target, 1L, Long::sum);
    }

    void found(final String code, final Severity severity) {
        counts.merge(code, 1L, Long::sum);
        errors += severity == Severity.ERROR ? 1 : 0;
        warnings += severity == Severity.WARNING ? 1 : 0;
    }

    void list(final RowProblem problem) {
        problems.add(problem);
    }

    void add(final Tally more) {
        created += more.created;
        updated += more.updated;
        unchanged += more.unchanged;
        alreadyThere += more.alreadyThere;
        skipped += more.skipped;
        refused += more.refused;
        errors += more.errors;
        warnings += more.warnings;
        more.records.forEach((type, count) -> records.merge(type, count, Long::sum));
        more.sums.forEach((target, sum) -> sums.merge(target, sum, BigDecimal::add));
        more.blanks.forEach((target, count) -> blanks.merge(target, count, Long::sum));
        more.counts.forEach((code, count) -> counts.merge(code, count, Long::sum));
        for (final var problem : more.problems) {
            if (problems.size() < MAX_LISTED) {
                problems.add(problem);
            }
        }
    }

    ImportReport report(final List<ValueFinding> values) {
        return new ImportReport(rows(), created, updated, unchanged, alreadyThere, skipped, refused, records, sums, blanks, problems,
                counts, errors, warnings, values);
    }
}
