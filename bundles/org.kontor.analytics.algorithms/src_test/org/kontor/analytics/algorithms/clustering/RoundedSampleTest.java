// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.kernel.VectorKernels;

/** Distances of rounded rows are right to seven digits, or are not measured so. */
class RoundedSampleTest {

    private static final DistanceKernels KERNELS = VectorKernels.plain().distances();
    private static final int CLUSTERS = 4;

    private static Points points(final double origin, final double unit) {
        final var rows = Clouds.rows(3, 700, 3, 0);
        for (final double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = origin + unit * row[j];
            }
        }
        return Clouds.points(rows);
    }

    private static int[] labels(final int count) {
        final var labels = new int[count];
        // the third has no rows
        Arrays.setAll(labels, i -> i % 7 == 0 ? 3 : i % 2);
        return labels;
    }

    private static int[] rows(final int count) {
        final var rows = new int[count / 2];
        Arrays.setAll(rows, i -> 2 * i + i % 2);
        return rows;
    }

    @Test
    void sumsAreThoseOfExactDistances() {
        for (final double unit : new double[] {1e-100, 1, 1e100}) {
            final var points = points(20 * unit, unit);
            final int[] labels = labels(points.count());
            final int[] rows = rows(points.count());
            final var sample = RoundedSample.of(points, rows, labels, CLUSTERS, unit, KERNELS);
            assertNotNull(sample, "unit " + unit);
            final double[][] sums = sample.sums(100, 50);
            assertNull(sums[2]);
            double scale = Double.NaN;
            for (int t = 0; t < 50; t++) {
                for (int c = 0; c < CLUSTERS; c++) {
                    double exact = 0;
                    for (final int row : rows) {
                        exact += labels[row] == c ? Math.sqrt(points.squared(rows[100 + t], points.values(), row)) : 0;
                    }
                    scale = Double.isNaN(scale) ? exact / sums[c][t] : scale;
                    assertEquals(exact, c == 2 ? 0 : sums[c][t] * scale, 1e-6 * exact, "row " + t + " to cluster " + c);
                }
            }
        }
    }

    @Test
    void whatIsTooCloseForRoundedNumbersIsLeft() {
        final var points = points(0, 1);
        points.values()[3 * 3] = 1e6;
        assertNull(RoundedSample.of(points, rows(points.count()), labels(points.count()), CLUSTERS, 1, KERNELS));
        assertNull(RoundedSample.of(points(0, 1), rows(points.count()), labels(points.count()), CLUSTERS, 0, KERNELS));
    }
}
