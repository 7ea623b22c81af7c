// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What an import did, or would do. Every row read is counted in exactly one of {@code created}, {@code updated}, {@code unchanged},
 * {@code skipped} and {@code refused}.
 *
 * @param rows          how many rows were read
 * @param created       rows that became a record, or a part of one such as an order line
 * @param updated       rows that changed a record
 * @param unchanged     rows whose record has these values already, rows of an earlier, interrupted run included
 * @param alreadyThere  how many of {@code unchanged} an earlier, interrupted run of the same file imported
 * @param skipped       rows left out by choice
 * @param refused       rows left out because something is wrong with them
 * @param records       how many records of each type were made, parts and referenced records included; by record type name
 * @param sums          the sum over the imported rows of each mapped number, by target name
 * @param blanks        how many imported or refused rows name no record, by target name, for mapped references
 * @param problems      the first 10,000 findings, errors and warnings before notes of the same row
 * @param problemCounts how many findings there are in all, by code
 * @param errors        how many findings are errors
 * @param warnings      how many findings are warnings
 * @param values        unknown and near-miss values, most frequent first; at most 1,000
 * @since 0.1
 */
public record ImportReport(long rows, long created, long updated, long unchanged, long alreadyThere, long skipped, long refused,
        Map<String, Long> records, Map<String, BigDecimal> sums, Map<String, Long> blanks, List<RowProblem> problems,
        Map<String, Long> problemCounts, long errors, long warnings, List<ValueFinding> values) {

    public ImportReport {
        records = Map.copyOf(records);
        sums = Map.copyOf(sums);
        blanks = Map.copyOf(blanks);
        problems = List.copyOf(problems);
        problemCounts = Map.copyOf(problemCounts);
        values = List.copyOf(values);
    }
}
