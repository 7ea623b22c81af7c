// SPDX-License-Identifier: EPL-2.0

package com.example.insight.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.kit.CompatibilityTest;
import org.kontor.analytics.kit.Providers;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.progress.Progress;

/** The compatibility kit with the answers that it knows for the method, and the method itself, plainly written, as the judge of every bit. */
class TreeKMeansTest extends CompatibilityTest {

    private static final int ROWS = 3_000;
    private static final int WIDTH = 3;
    private static final int CLUSTERS = 12;

    @Override
    protected Algorithm algorithm() {
        return Providers.provider(TreeKMeansTest.class, "kmeans");
    }

    /** Rows on a coarse grid, so that many are as near to one center as to another. */
    private static double[][] rows() {
        final var random = Randomness.of(5, 0);
        final var rows = new double[ROWS][WIDTH];
        for (final double[] row : rows) {
            for (int j = 0; j < WIDTH; j++) {
                row[j] = random.nextInt(9) + (random.nextInt(3) == 0 ? random.nextDouble() : 0);
            }
        }
        return rows;
    }

    private Result run(final double[][] rows) {
        final var columns = new Column[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
            final var values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                values[i] = rows[i][j];
            }
            columns[j] = NumberColumn.of("x" + j, values);
        }
        final var centers = new StringJoiner(";");
        for (int c = 0; c < CLUSTERS; c++) {
            centers.add(rows[c][0] + "," + rows[c][1] + ',' + rows[c][2]);
        }
        final var data = new Dataset(Frame.of(columns), Map.of(Role.FEATURES, List.of("x0", "x1", "x2")));
        final var given = Map.of("k", String.valueOf(CLUSTERS), "init", "given", "centers", centers.toString(), "tolerance", "0");
        return algorithm().run(data, Parameters.of(algorithm().descriptor().parameters(), given), new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run));
    }

    /** S. Lloyd, 1982, from the first rows: every distance is measured. */
    private static int[] lloyd(final double[][] rows, final double[][] centers) {
        final var labels = new int[rows.length];
        for (boolean changed = true; changed;) {
            changed = false;
            for (int i = 0; i < rows.length; i++) {
                int nearest = 0;
                for (int c = 1; c < centers.length; c++) {
                    nearest = squared(rows[i], centers[c]) < squared(rows[i], centers[nearest]) ? c : nearest;
                }
                changed |= labels[i] != nearest;
                labels[i] = nearest;
            }
            final var counts = new int[centers.length];
            final var sums = new double[centers.length][WIDTH];
            for (int i = 0; i < rows.length; i++) {
                counts[labels[i]]++;
                for (int j = 0; j < WIDTH; j++) {
                    sums[labels[i]][j] += rows[i][j];
                }
            }
            for (int c = 0; c < centers.length; c++) {
                for (int j = 0; j < WIDTH; j++) {
                    centers[c][j] = sums[c][j] / counts[c];
                }
            }
        }
        return labels;
    }

    private static double squared(final double[] row, final double[] center) {
        double sum = 0;
        for (int j = 0; j < WIDTH; j++) {
            sum += (row[j] - center[j]) * (row[j] - center[j]);
        }
        return sum;
    }

    @Test
    void everyBitIsThatOfThePlainMethod() {
        final var rows = rows();
        final var centers = new double[CLUSTERS][];
        for (int c = 0; c < CLUSTERS; c++) {
            centers[c] = rows[c].clone();
        }
        final var labels = lloyd(rows, centers);
        final var result = run(rows);
        final var numbers = new HashMap<Integer, Integer>();
        final var found = result.table("assignments").orElseThrow().frame().column("cluster");
        for (int i = 0; i < ROWS; i++) {
            final int number = numbers.computeIfAbsent(labels[i], unseen -> numbers.size() + 1);
            assertEquals(number, (int) found.number(i), "row " + i);
        }
        final var table = result.table("centers").orElseThrow().frame();
        numbers.forEach((label, number) -> {
            final var center = new double[WIDTH];
            for (int j = 0; j < WIDTH; j++) {
                center[j] = table.column("x" + j).number(number - 1);
            }
            assertArrayEquals(centers[label], center, "cluster " + number);
        });
    }
}
