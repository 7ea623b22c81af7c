// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TreePart;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

class HdbscanTest {

    private static final Hdbscan METHOD = new Hdbscan();
    private static final LocalRun RUN = new LocalRun(Progress.NONE, 42, 1, 1L << 30, Runnable::run);

    private static Parameters with(final String... given) {
        final var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < given.length; i += 2) {
            texts.put(given[i], given[i + 1]);
        }
        return Parameters.of(METHOD.descriptor().parameters(), texts);
    }

    private static double distance(final double[] one, final double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return Math.sqrt(sum);
    }

    private static double[] cores(final double[][] rows, final int samples) {
        return Arrays.stream(rows).mapToDouble(
                row -> Arrays.stream(rows).mapToDouble(other -> distance(row, other)).sorted().skip(Math.min(samples, rows.length) - 1L).findFirst().orElseThrow())
                .toArray();
    }

    /** The weight of the tree by Prim's method over all pairs. */
    private static double weight(final double[][] rows, final int samples) {
        final var core = cores(rows, samples);
        final var nearest = new double[rows.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        final var inside = new boolean[rows.length];
        double total = 0;
        int last = 0;
        for (int step = 1; step < rows.length; step++) {
            inside[last] = true;
            int next = -1;
            for (int i = 0; i < rows.length; i++) {
                if (!inside[i]) {
                    nearest[i] = Math.min(nearest[i], Math.max(distance(rows[last], rows[i]), Math.max(core[last], core[i])));
                    next = next < 0 || nearest[i] < nearest[next] ? i : next;
                }
            }
            total += nearest[next];
            last = next;
        }
        return total;
    }

    @ParameterizedTest
    @CsvSource({"1,300,2,5,0", "2,700,3,10,0", "3,900,8,4,0", "4,800,2,6,.1", "5,600,1,3,.05", "6,500,2,40,.5", "7,33,2,2,0", "8,1100,12,15,0", "9,20,2,30,0"})
    void theSpanningTreeIsTheLightest(final long seed, final int count, final int width, final int samples, final double unit) {
        final var rows = Clouds.rows(seed, count, width, unit);
        final var result = METHOD.run(Clouds.dataset(rows), with("min-samples", String.valueOf(samples), "min-cluster-size", "5"), RUN);
        final double expected = weight(rows, samples);
        assertEquals(expected, result.metric("mst-weight"), 1e-9 * expected);
    }

    /** Two clouds, one ten times as wide as the other, and rows far from both. */
    private static double[][] unequal() {
        final var random = new SplittableRandom(5);
        final var rows = new double[420][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i < 200 ? new double[] {random.nextGaussian() * .1, random.nextGaussian() * .1}
                    : i < 400 ? new double[] {10 + random.nextGaussian(), random.nextGaussian()}
                            : new double[] {random.nextDouble(-40, 60), random.nextDouble(20, 80)};
        }
        return rows;
    }

    @Test
    void findsClustersOfDifferentDensity() {
        final var result = METHOD.run(Clouds.dataset(unequal()), with("min-cluster-size", "25", "min-samples", "5"), RUN);
        final var labels = Clouds.labels(result);
        assertEquals(2, result.metric("clusters"));
        assertTrue(Arrays.stream(labels, 0, 200).filter(label -> label == 1).count() > 190);
        assertTrue(Arrays.stream(labels, 200, 400).filter(label -> label == 2).count() > 180);
        assertTrue(Arrays.stream(labels, 400, 420).allMatch(label -> label == -1));
        final var table = result.table("assignments").orElseThrow();
        final var probability = table.column(Meaning.PROBABILITY).orElseThrow();
        final var outlier = table.frame().column("outlier");
        for (int i = 0; i < labels.length; i++) {
            assertTrue(probability.number(i) >= 0 && probability.number(i) <= 1);
            assertEquals(labels[i] < 0, probability.number(i) == 0);
            assertTrue(outlier.number(i) >= 0 && outlier.number(i) <= 1);
            assertTrue(i < 400 || outlier.number(i) > .8);
        }
    }

    @Test
    void theTreeHoldsAllRows() {
        final var result = METHOD.run(Clouds.dataset(Clouds.rows(3, 3_000, 2, 0)), with("min-cluster-size", "5", "selection", "leaves"), RUN);
        final var tree = (TreePart) result.part("condensed-tree").orElseThrow();
        assertEquals(-1, tree.parents()[0]);
        assertEquals(3_000, tree.sizes()[0]);
        for (int node = 1; node < tree.parents().length; node++) {
            assertTrue(tree.parents()[node] < node && tree.heights()[node] >= tree.heights()[tree.parents()[node]]);
        }
        final var mass = METHOD.run(Clouds.dataset(Clouds.rows(3, 3_000, 2, 0)), with("min-cluster-size", "5"), RUN);
        assertTrue(result.metric("clusters") >= mass.metric("clusters"));
    }

    @Test
    void threadsDoNotMatter() {
        for (final double unit : new double[] {0, .2}) {
            final var data = Clouds.dataset(Clouds.rows(20, 12_000, 3, unit));
            final var expected = METHOD.run(data, with("min-cluster-size", "20"), RUN);
            try (var pool = Executors.newFixedThreadPool(6)) {
                final var found = METHOD.run(data, with("min-cluster-size", "20"), new LocalRun(Progress.NONE, 42, 7, 1L << 30, pool));
                assertArrayEquals(Clouds.labels(expected), Clouds.labels(found));
                assertEquals(expected.metric("mst-weight"), found.metric("mst-weight"));
                assertArrayEquals(((TreePart) expected.part("condensed-tree").orElseThrow()).heights(),
                        ((TreePart) found.part("condensed-tree").orElseThrow()).heights());
            }
        }
    }

    @Test
    void equalRowsAndGridsHaveFiniteDensities() {
        final var rows = new double[400][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i < 100 ? new double[] {7, 7} : new double[] {i % 20, i / 20};
        }
        final var result = METHOD.run(Clouds.dataset(rows), with(), RUN);
        assertTrue(Double.isFinite(result.metric("mst-weight")));
        final var tree = (TreePart) result.part("condensed-tree").orElseThrow();
        assertTrue(Arrays.stream(tree.heights()).allMatch(Double::isFinite));
        final var grid = new double[400][];
        Arrays.setAll(grid, i -> new double[] {i % 20, i / 20});
        assertEquals(0, METHOD.run(Clouds.dataset(grid), with(), RUN).metric("clusters"));
        assertEquals("hdbscan.none", METHOD.run(Clouds.dataset(grid), with(), RUN).warnings().getFirst().code());
        assertEquals(0, METHOD.run(Clouds.dataset(new double[] {1}), with(), RUN).metric("clusters"));
    }

    @Test
    void furtherRowsFindTheirCluster() {
        final var rows = unequal();
        final var result = METHOD.run(Clouds.dataset(rows), with("min-cluster-size", "25", "min-samples", "5"), RUN);
        final var model = METHOD.restore(result.model().orElseThrow().state());
        final var again = model.apply(Clouds.dataset(rows), RUN);
        final var labels = Clouds.labels(result);
        int same = 0;
        for (int i = 0; i < labels.length; i++) {
            same += again.frame().column("cluster").number(i) == labels[i] ? 1 : 0;
        }
        assertTrue(same > .97 * labels.length, same + " of " + labels.length);
        final var others = model.apply(Clouds.dataset(new double[] {0, 0}, new double[] {10, .5}, new double[] {5, 40}, new double[] {Double.NaN, 1}), RUN);
        assertEquals("1 2 -1 ", others.frame().column("cluster").text(0) + ' ' + others.frame().column("cluster").text(1) + ' '
                + others.frame().column("cluster").text(2) + ' ' + others.frame().column("cluster").text(3));
    }

    @Test
    void coresGiveFurtherRowsTheirCluster() {
        final var method = new Dbscan();
        final var rows = unequal();
        final Result result = method.run(Clouds.dataset(rows),
                Parameters.of(method.descriptor().parameters(), Map.of("eps", "1", "min-points", "8", "resamples", "5")), RUN);
        assertTrue(result.metric("stability") > .9);
        final var again = method.restore(result.model().orElseThrow().state()).apply(Clouds.dataset(rows), RUN);
        final var labels = Clouds.labels(result);
        for (int i = 0; i < labels.length; i++) {
            assertEquals(labels[i], (int) again.frame().column("cluster").number(i));
        }
    }

    @Test
    void agreementAndStabilityAreMeasuredWhereAskedFor() {
        final var result = METHOD.run(Clouds.flowers(true), with("resamples", "10"), RUN);
        assertEquals(.5681159420289855, result.metric("adjusted-rand"), 1e-12);
        assertTrue(result.metric("stability") > .8);
        assertTrue(Double.isNaN(METHOD.run(Clouds.flowers(false), with(), RUN).metric("adjusted-rand")));
    }

    @Test
    void agreementIsThatOfTheBook() {
        // the value of scikit-learn
        assertEquals(.05970149253731343, Agreement.adjustedRand(new int[] {0, 0, 0, 1, 1, 2, 3}, new int[] {0, 0, 1, 1, 1, 1, 0}), 1e-15);
        assertEquals(1, Agreement.adjustedRand(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}));
        assertEquals(-.5, Agreement.adjustedRand(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}), 1e-15);
        assertEquals(1, Agreement.adjustedRand(new int[] {0, 0, 0, 1}, new int[] {0, 0, 0, -1}));
        assertTrue(Double.isNaN(Agreement.adjustedRand(new int[] {0}, new int[] {0})));
    }
}
