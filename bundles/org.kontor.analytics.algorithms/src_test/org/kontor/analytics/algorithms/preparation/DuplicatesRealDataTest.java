// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.SharedData;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** The data sets of Febrl, whose identifiers say which rows are one person. */
class DuplicatesRealDataTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    private static Dataset people(final String file) throws IOException {
        final var lines = SharedData.lines("febrl/" + file);
        final var names = List.of(lines.getFirst().split(", *", -1));
        final var columns = new ArrayList<Column>();
        for (int c = 0; c < names.size(); c++) {
            final int column = c;
            columns.add(TextColumn.of(names.get(c), lines.stream().skip(1).filter(line -> !line.isBlank())
                    .map(line -> line.split(", *", -1)[column].strip())
                    .map(text -> text.isEmpty() ? null : text).toList()));
        }
        return new Dataset(Frame.of(columns), Map.of(Role.ID, List.of("rec_id"), Role.FEATURES, names.subList(1, names.size())));
    }

    /** rec-223-dup-0 is the person 223. */
    private static String person(final String id) {
        return id.split("-")[1];
    }

    private static double pairs(final Map<String, Integer> sizes) {
        return sizes.values().stream().mapToDouble(size -> size * (size - 1.0) / 2).sum();
    }

    /** Precision, recall and their harmonic mean over pairs of rows in one group. */
    private static double[] quality(final Dataset data, final Result result) {
        final var table = result.table("groups").orElseThrow().frame();
        final var truth = new HashMap<String, Integer>();
        final var found = new HashMap<String, Integer>();
        final var both = new HashMap<String, Integer>();
        for (int row = 0; row < data.rows(); row++) {
            truth.merge(person(data.frame().column("rec_id").text(row)), 1, Integer::sum);
        }
        for (int row = 0; row < table.rows(); row++) {
            found.merge(table.column("group").text(row), 1, Integer::sum);
            both.merge(table.column("group").text(row) + ' ' + person(table.column("id").text(row)), 1, Integer::sum);
        }
        final double precision = pairs(both) / pairs(found);
        final double recall = pairs(both) / pairs(truth);
        return new double[] {precision, recall, 2 * precision * recall / (precision + recall), pairs(truth)};
    }

    private static double[] quality(final String file, final Map<String, String> parameters) throws IOException {
        final var duplicates = new Duplicates();
        final var data = people(file);
        final var result = duplicates.run(data, Parameters.of(duplicates.descriptor().parameters(), parameters), RUN);
        return quality(data, result);
    }

    @Test
    void peopleOfTheFirstSetAreFoundWithoutTuning() throws IOException {
        assertTrue(quality("dataset1.csv", Map.of())[2] >= .998);
    }

    @Test
    void blockingOnFiveKeysMissesNobody() throws IOException {
        final var keys = "surname|same||;given_name|same||;date_of_birth|same||;soc_sec_id|same||;postcode|same||";
        assertTrue(quality("dataset1.csv", Map.of("keys", keys))[2] >= .998);
    }

    @Test
    void agreedWeightsDoAsWell() throws IOException {
        assertTrue(quality("dataset1.csv", Map.of("weights", "agreed"))[2] >= .998);
    }

    @Test
    void peopleWithSeveralDuplicatesAreFoundToo() throws IOException {
        assertTrue(quality("dataset3.csv", Map.of())[2] >= .99);
    }
}
