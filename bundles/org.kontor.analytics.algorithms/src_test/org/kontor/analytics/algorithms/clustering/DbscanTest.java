// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class DbscanTest {

    private static final Dbscan DBSCAN = new Dbscan();
    private static final LocalRun RUN = new LocalRun(Progress.NONE, 42, 1, 1L << 30, Runnable::run);

    private static Dataset rows(final double[]... rows) {
        final List<Column> columns = new ArrayList<>();
        for (int j = 0; j < rows[0].length; j++) {
            final int column = j;
            columns.add(NumberColumn.of("x" + j, Arrays.stream(rows).mapToDouble(row -> row[column]).toArray()));
        }
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, columns.stream().map(Column::name).toList()));
    }

    private static Parameters with(final double eps, final int enough) {
        return Parameters.of(DBSCAN.descriptor().parameters(), Map.of("eps", String.valueOf(eps), "min-points", String.valueOf(enough)));
    }

    private static int[] labels(final Result result) {
        final var column = result.table("assignments").orElseThrow().frame().column("cluster");
        final var labels = new int[column.rows()];
        Arrays.setAll(labels, i -> (int) column.number(i));
        return labels;
    }

    private static double[][] clouds(final long seed, final int count, final int width) {
        final var random = new SplittableRandom(seed);
        final var rows = new double[count][width];
        for (int i = 0; i < count; i++) {
            final double middle = random.nextInt(4) * 3;
            final boolean outlier = random.nextInt(10) == 0;
            for (int j = 0; j < width; j++) {
                // values of one digit, so that there are equal points and distances that are the reach exactly
                final double value = outlier ? random.nextDouble(-3, 15) : middle + random.nextGaussian() * .6;
                rows[i][j] = Math.rint(value * 10) / 10;
            }
        }
        return rows;
    }

    /** The method as its authors wrote it down: row after row, cluster after cluster. */
    private static int[] byTheBook(final double[][] rows, final double eps, final int enough) {
        final List<List<Integer>> near = new ArrayList<>();
        for (final double[] one : rows) {
            final var all = new ArrayList<Integer>();
            for (int i = 0; i < rows.length; i++) {
                double sum = 0;
                for (int j = 0; j < one.length; j++) {
                    sum += (one[j] - rows[i][j]) * (one[j] - rows[i][j]);
                }
                if (sum <= eps * eps) {
                    all.add(i);
                }
            }
            near.add(all);
        }
        final var labels = new int[rows.length];
        Arrays.fill(labels, -1);
        int clusters = 0;
        for (int i = 0; i < rows.length; i++) {
            if (labels[i] == -1 && near.get(i).size() >= enough) {
                clusters++;
                labels[i] = clusters;
                final var queue = new ArrayDeque<>(List.of(i));
                while (!queue.isEmpty()) {
                    for (final int next : near.get(queue.poll())) {
                        if (labels[next] == -1) {
                            labels[next] = clusters;
                            if (near.get(next).size() >= enough) {
                                queue.add(next);
                            }
                        }
                    }
                }
            }
        }
        return labels;
    }

    @ParameterizedTest
    @CsvSource({"1,300,1,0.1,4", "2,700,2,0.3,5", "3,900,2,1,30", "4,900,3,0.7,6", "5,1200,5,1.2,8", "6,500,8,2,5", "7,400,2,50,5", "8,400,2,0.05,1",
        "9,17,3,1,2", "10,3000,2,0.2,10", "11,1,2,1,1", "12,1,2,1,2", "13,2500,4,0.8,12",
        // leaves of a tree that are not equally full
        "14,33,2,1,4", "15,65,2,1,4", "16,1030,2,0.3,5", "17,2060,9,2.5,5"})
    void findsWhatTheBookFinds(final long seed, final int count, final int width, final double eps, final int enough) {
        final var rows = clouds(seed, count, width);
        assertArrayEquals(byTheBook(rows, eps, enough), labels(DBSCAN.run(rows(rows), with(eps, enough), RUN)));
    }

    @Test
    void threadsDoNotMatter() {
        final var rows = rows(clouds(20, 20_000, 3));
        final var expected = labels(DBSCAN.run(rows, with(.3, 6), RUN));
        for (final int threads : new int[] {2, 7}) {
            try (var pool = Executors.newFixedThreadPool(threads)) {
                assertArrayEquals(expected, labels(DBSCAN.run(rows, with(.3, 6), new LocalRun(Progress.NONE, 42, threads, 1L << 30, pool))));
            }
        }
        assertTrue(Arrays.stream(expected).max().orElseThrow() > 3);
    }

    @Test
    void saysWhenTheReachTellsNothing() {
        final var rows = rows(clouds(30, 500, 2));
        assertEquals("dbscan.one", DBSCAN.run(rows, with(100, 5), RUN).warnings().getFirst().code());
        assertEquals("dbscan.none", DBSCAN.run(rows, with(1e-9, 5), RUN).warnings().getFirst().code());
    }

    @Test
    void refusesWhatHasNoDistance() {
        assertEquals("clusters.missing-values",
                assertThrows(ProblemException.class, () -> DBSCAN.run(rows(new double[][] {{1}, {Double.NaN}}), with(1, 2), RUN)).problem().code());
        assertEquals("clusters.too-large", assertThrows(ProblemException.class,
                () -> DBSCAN.run(rows(new double[][] {{1}, {Double.POSITIVE_INFINITY}}), with(1, 2), RUN)).problem().code());
    }
}
