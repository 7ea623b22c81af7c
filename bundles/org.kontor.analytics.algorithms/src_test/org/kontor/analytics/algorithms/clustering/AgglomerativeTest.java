// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TreePart;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class AgglomerativeTest {

    private static final Agglomerative METHOD = new Agglomerative();
    private static final LocalRun RUN = new LocalRun(Progress.NONE, 42, 1, 6L << 30, Runnable::run);

    private static Parameters with(final String... given) {
        final var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < given.length; i += 2) {
            texts.put(given[i], given[i + 1]);
        }
        return Parameters.of(METHOD.descriptor().parameters(), texts);
    }

    /** scipy and R, on the flowers. */
    @ParameterizedTest
    @CsvSource({"single,.8638786773076584,1.6401219467", "complete,.7269856836284624,7.0851958336", "average,.8769561464741983,4.0626826861",
        "ward,.8728283153305715,32.4476069996", "centroid,.8767630896971059,3.9740040262", "median,.73825728118114,4.3050437779",
        "weighted,.867976648611241,4.4972825085"})
    void agreesWithScipy(final String linkage, final double cophenetic, final double last) {
        final var result = METHOD.run(Clouds.flowers(false), with("linkage", linkage), RUN);
        assertEquals(cophenetic, result.metric("cophenetic-correlation"), 1e-12);
        assertEquals(last, result.metric("last-height"), 1e-9);
    }

    @Test
    void agreementWithTheSpeciesIsThatOfScikitLearn() {
        final var result = METHOD.run(Clouds.flowers(true), with("linkage", "ward", "resamples", "10"), RUN);
        assertEquals(.7311985567707746, result.metric("adjusted-rand"), 1e-12);
        assertTrue(result.metric("stability") > .5 && result.metric("stability") < 1);
    }

    /** Every merge looks at all pairs; distances between clusters by their definitions where these need no recursion. */
    private static double[] heights(final double[][] rows, final String linkage) {
        final int count = rows.length;
        final var distance = new double[count][count];
        final var sizes = new double[count];
        Arrays.fill(sizes, 1);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double sum = 0;
                for (int d = 0; d < rows[i].length; d++) {
                    sum += (rows[i][d] - rows[j][d]) * (rows[i][d] - rows[j][d]);
                }
                distance[i][j] = sum;
            }
        }
        final var heights = new double[count - 1];
        for (int step = 0; step < heights.length; step++) {
            int one = -1;
            int two = -1;
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count; j++) {
                    if (sizes[i] > 0 && sizes[j] > 0 && (one < 0 || distance[i][j] < distance[one][two])) {
                        one = i;
                        two = j;
                    }
                }
            }
            heights[step] = Math.sqrt(distance[one][two]);
            for (int k = 0; k < count; k++) {
                if (sizes[k] > 0 && k != one && k != two) {
                    final double a = distance[one][k];
                    final double b = distance[two][k];
                    final double s = sizes[one];
                    final double t = sizes[two];
                    final double merged = switch (linkage) {
                        case "single" -> Math.min(a, b);
                        case "complete" -> Math.max(a, b);
                        case "average" -> Math.pow((s * Math.sqrt(a) + t * Math.sqrt(b)) / (s + t), 2);
                        case "weighted" -> Math.pow((Math.sqrt(a) + Math.sqrt(b)) / 2, 2);
                        case "ward" -> ((s + sizes[k]) * a + (t + sizes[k]) * b - sizes[k] * distance[one][two]) / (s + t + sizes[k]);
                        case "centroid" -> (s * a + t * b) / (s + t) - s * t * distance[one][two] / ((s + t) * (s + t));
                        default -> a / 2 + b / 2 - distance[one][two] / 4;
                    };
                    distance[two][k] = merged;
                    distance[k][two] = merged;
                }
            }
            sizes[two] += sizes[one];
            sizes[one] = 0;
        }
        return heights;
    }

    private static double[] found(final double[][] rows, final String linkage) {
        final var points = Clouds.points(rows);
        final var different = DistinctPoints.of(points, () -> { });
        final var merges = Agglomerative.tree(linkage, different, RUN, merged -> { }).merges();
        final var heights = new double[rows.length - 1];
        System.arraycopy(merges.heights(), 0, heights, heights.length - merges.count(), merges.count());
        return heights;
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "complete", "average", "weighted", "ward", "centroid", "median"})
    void mergesAtTheHeightsOfLookingAtAllPairs(final String linkage) {
        for (int seed = 0; seed < 12; seed++) {
            final int count = 40 + 37 * seed;
            final var rows = Clouds.rows(seed, count, 1 + seed % 5, 0);
            assertArrayEquals(heights(rows, linkage), found(rows, linkage), 1e-9, linkage + ' ' + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "complete"})
    void equalDistancesDoNotMatterWhereTheyCannot(final String linkage) {
        for (int seed = 0; seed < 5; seed++) {
            final var rows = Clouds.rows(seed, 300, 2, linkage.equals("single") ? .5 : 1e-3);
            assertArrayEquals(heights(rows, linkage), found(rows, linkage), 1e-9);
        }
    }

    @Test
    void equalRowsMergeFirst() {
        final var random = new SplittableRandom(3);
        final var rows = new double[120][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i < 40 ? new double[] {random.nextDouble(), random.nextDouble()} : rows[random.nextInt(40)].clone();
        }
        for (final var linkage : new String[] {"single", "complete", "average", "ward", "centroid"}) {
            assertArrayEquals(heights(rows, linkage), found(rows, linkage), 1e-9, linkage);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "average", "ward", "median"})
    void threadsDoNotMatter(final String linkage) {
        final var data = Clouds.dataset(Clouds.rows(9, 2_500, 3, .01));
        final var expected = METHOD.run(data, with("linkage", linkage, "k", "7"), RUN);
        try (var pool = Executors.newFixedThreadPool(4)) {
            final var found = METHOD.run(data, with("linkage", linkage, "k", "7"), new LocalRun(Progress.NONE, 42, 5, 6L << 30, pool));
            assertArrayEquals(Clouds.labels(expected), Clouds.labels(found));
            assertEquals(expected.metric("cophenetic-correlation"), found.metric("cophenetic-correlation"));
            assertArrayEquals(tree(expected).heights(), tree(found).heights());
        }
    }

    private static TreePart tree(final Result result) {
        return (TreePart) result.part("dendrogram").orElseThrow();
    }

    @Test
    void aHeightCutsAsTheNumberOfClustersThere() {
        final var data = Clouds.flowers(false);
        for (final var linkage : new String[] {"ward", "centroid", "average"}) {
            final var byNumber = METHOD.run(data, with("linkage", linkage, "k", "4"), RUN);
            final double[] heights = ((SeriesPart) byNumber.part("heights").orElseThrow()).lines().getFirst().values();
            final double between = (heights[2] + heights[3]) / 2;
            final var byHeight = METHOD.run(data, with("linkage", linkage, "height", String.valueOf(between)), RUN);
            assertArrayEquals(Clouds.labels(byNumber), Clouds.labels(byHeight));
        }
    }

    @Test
    void thePictureShowsTheUpperMerges() {
        final var result = METHOD.run(Clouds.dataset(Clouds.rows(4, 5_000, 2, 0)), with("linkage", "ward"), RUN);
        final var tree = tree(result);
        assertEquals(2 * Dendrograms.LEAVES - 1, tree.parents().length);
        assertEquals(5_000, tree.sizes()[0]);
        double leaves = 0;
        for (int node = 0; node < tree.parents().length; node++) {
            final int parent = node;
            leaves += Arrays.stream(tree.parents()).noneMatch(each -> each == parent) ? tree.sizes()[node] : 0;
        }
        assertEquals(5_000, leaves);
        assertEquals(result.metric("last-height"), tree.heights()[0]);
    }

    @Test
    void aSampleOfManyRowsTellsTheCorrelationWell() {
        final var rows = Clouds.rows(5, 6_000, 3, 0);
        final var tree = Agglomerative.tree("ward", DistinctPoints.of(Clouds.points(rows), () -> { }), RUN, merged -> { });
        assertTrue(tree.isSampled());
        final var fewer = Agglomerative.tree("ward", DistinctPoints.of(Clouds.points(Arrays.copyOf(rows, 5_000)), () -> { }), RUN, merged -> { });
        assertEquals(fewer.copheneticCorrelation(RUN), tree.copheneticCorrelation(RUN), .03);
    }

    @Test
    void refusesWhatItHasNoMemoryFor() {
        final var data = Clouds.dataset(Clouds.rows(6, 20_001, 2, 0));
        final var refused = METHOD.applicability(data, with("linkage", "average"));
        assertEquals("agglomerative.too-many", refused.obstacles().getFirst().code());
        assertTrue(METHOD.applicability(data, with("linkage", "ward")).possible());
        final var few = new LocalRun(Progress.NONE, 42, 1, 1L << 24, Runnable::run);
        final var half = Clouds.dataset(Clouds.rows(6, 5_000, 2, 0));
        assertEquals("analytics.memory", assertThrows(ProblemException.class, () -> METHOD.run(half, with("linkage", "average"), few)).problem().code());
        assertEquals("agglomerative.height",
                assertThrows(ProblemException.class, () -> METHOD.run(half, with("height", "1e-9"), RUN)).problem().code());
        assertEquals("kmeans.too-few-points",
                METHOD.applicability(Clouds.dataset(new double[] {1}, new double[] {1}), with("k", "2")).obstacles().getFirst().code());
    }

    @Test
    void aSingleRowIsATreeOfItsOwn() {
        final var result = METHOD.run(Clouds.dataset(new double[] {1, 2}), with("k", "1"), RUN);
        assertArrayEquals(new int[] {1}, Clouds.labels(result));
        final var equal = METHOD.run(Clouds.dataset(new double[] {1, 2}, new double[] {1, 2}), with("height", "1"), RUN);
        assertArrayEquals(new int[] {1, 1}, Clouds.labels(equal));
    }
}
