// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class KMeansTest {

    private static final KMeans KMEANS = new KMeans();
    private static final LocalRun RUN = new LocalRun(Progress.NONE, 42, 1, 1L << 30, Runnable::run);

    private static Frame iris() {
        final List<List<String>> columns = new ArrayList<>();
        final List<String> names;
        try (var reader = new BufferedReader(new InputStreamReader(KMeansTest.class.getResourceAsStream("iris.csv"), StandardCharsets.US_ASCII))) {
            names = List.of(reader.readLine().split(","));
            names.forEach(name -> columns.add(new ArrayList<>()));
            reader.lines().map(line -> line.split(",")).forEach(cells -> {
                for (int j = 0; j < cells.length; j++) {
                    columns.get(j).add(cells[j]);
                }
            });
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        final var all = new ArrayList<Column>();
        for (int j = 0; j < 4; j++) {
            all.add(NumberColumn.of(names.get(j), columns.get(j).stream().mapToDouble(Double::parseDouble).toArray()));
        }
        all.add(TextColumn.of(names.get(4), columns.get(4)));
        return Frame.of(all);
    }

    private static Dataset flowers() {
        return new Dataset(iris(), Map.of(Role.FEATURES, List.of("sepal-length", "sepal-width", "petal-length", "petal-width")));
    }

    private static Dataset six() {
        return new Dataset(Frame.of(TextColumn.of("name", List.of("a", "b", "c", "d", "e", "f")), NumberColumn.of("x", 1, 1, 1, 10, 10, 10),
                NumberColumn.of("y", 2, 4, 0, 2, 4, 0)), Map.of(Role.FEATURES, List.of("x", "y"), Role.ID, List.of("name")));
    }

    private static Parameters with(final String... given) {
        final var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < given.length; i += 2) {
            texts.put(given[i], given[i + 1]);
        }
        return Parameters.of(KMEANS.descriptor().parameters(), texts);
    }

    private static int[] clusters(final Result result) {
        final var column = result.table("assignments").orElseThrow().column(Meaning.LABEL).orElseThrow();
        final var labels = new int[column.rows()];
        Arrays.setAll(labels, i -> (int) column.number(i));
        return labels;
    }

    @ParameterizedTest
    @CsvSource({"2,152.3479517603579", "3,78.851441426146", "4,57.22847321428572", "5,46.446182051282065", "8,29.99042640692641"})
    void irisHasThePublishedInertia(final int k, final double inertia) {
        final var result = KMEANS.run(flowers(), with("k", String.valueOf(k), "restarts", "50", "tolerance", "0"), RUN);
        assertEquals(inertia, result.metric("inertia"), 1e-12 * inertia);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k-means++", "random"})
    void irisHasThePublishedFiguresWithPresets(final String init) {
        final var result = KMEANS.run(flowers(), with("init", init), RUN);
        assertEquals(78.851441426146, result.metric("inertia"), 1e-10);
        assertEquals(.5528190123564, result.metric("silhouette"), 1e-10);
        assertEquals(561.62775662962, result.metric("calinski-harabasz"), 1e-9);
        assertEquals(.6619715465007465, result.metric("davies-bouldin"), 1e-12);
        final var species = (TextColumn) iris().column("species");
        final var truth = new int[150];
        Arrays.setAll(truth, species::code);
        assertEquals(.7302382722834697, agreement(truth, clusters(result)), 1e-12);
        assertEquals(List.of("50", "62", "38"), Arrays.asList(result.table("centers").orElseThrow().frame().column("rows").text(0),
                result.table("centers").orElseThrow().frame().column("rows").text(1), result.table("centers").orElseThrow().frame().column("rows").text(2)));
    }

    /** The adjusted Rand index (Hubert and Arabie, 1985). */
    private static double agreement(final int[] one, final int[] other) {
        final var cells = new double[10][10];
        for (int i = 0; i < one.length; i++) {
            cells[one[i]][other[i]]++;
        }
        double both = 0;
        double rows = 0;
        double columns = 0;
        for (int i = 0; i < 10; i++) {
            double row = 0;
            double column = 0;
            for (int j = 0; j < 10; j++) {
                both += cells[i][j] * (cells[i][j] - 1) / 2;
                row += cells[i][j];
                column += cells[j][i];
            }
            rows += row * (row - 1) / 2;
            columns += column * (column - 1) / 2;
        }
        final double expected = rows * columns / (one.length * (one.length - 1) / 2.0);
        return (both - expected) / ((rows + columns) / 2 - expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k-means++", "random", "given"})
    void theSixPointsOfTheFoundersFallIntoTwo(final String init) {
        final var result = KMEANS.run(six(), with("k", "2", "init", init, "centers", "10,4;1,0"), RUN);
        assertEquals(16, result.metric("inertia"));
        assertEquals(.713348, result.metric("silhouette"), 5e-7);
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 2}, clusters(result));
        final var centers = result.table("centers").orElseThrow().frame();
        assertArrayEquals(new double[] {1, 2, 10, 2}, centers.matrix(List.of("x", "y")));
        assertEquals("f", result.table("assignments").orElseThrow().frame().column("id").text(5));
    }

    @Test
    void clustersAreToldInWords() {
        final var result = KMEANS.run(six(), with("k", "2"), RUN);
        final var english = result.summary().stream().map(sentence -> sentence.text(Locale.ENGLISH)).toList();
        assertEquals("Cluster 1: 3 rows (50.0%), “x” well below average (1 against 5.5).", english.get(2));
        assertEquals("簇 1：3 行（50.0%），“x”明显低于平均值（1，平均 5.5）。", result.summary().get(2).text(Locale.CHINESE));
        final var profile = (BarsPart) result.part("profile").orElseThrow();
        assertArrayEquals(new double[] {-1, 0}, profile.values()[0], 1e-15);
        final var points = (PointsPart) result.part("points").orElseThrow();
        assertEquals(6, points.all());
        assertEquals(2, points.centers().orElseThrow().rows());
    }

    @Test
    void aRangeIsComparedAndOneNumberAdvised() {
        final var result = KMEANS.run(flowers(), with("k", "3", "k-range-to", "6"), RUN);
        final var elbow = (SeriesPart) result.part("elbow").orElseThrow();
        assertArrayEquals(new double[] {2, 3, 4, 5, 6}, elbow.lines().getFirst().positions());
        assertEquals(152.3479517603579, elbow.lines().getFirst().values()[0], 1e-9);
        assertEquals(2, elbow.marks().getFirst().position());
        final var silhouettes = (SeriesPart) result.part("silhouettes").orElseThrow();
        assertEquals(result.metric("silhouette"), silhouettes.lines().getFirst().values()[1]);
        assertEquals(.6810461692117462, silhouettes.lines().getFirst().values()[0], 1e-10);
    }

    @Test
    void theModelAssignsNewRowsExplainsThemAndIsRestored() {
        final var learned = KMEANS.run(six(), with("k", "2"), RUN).model().orElseThrow();
        final var state = learned.state();
        for (final var model : List.of(learned, KMEANS.restore(state))) {
            final var fresh = new Dataset(Frame.of(NumberColumn.of("y", 2, 0, 1), NumberColumn.of("x", 4, 9, Double.NaN)), Map.of(Role.FEATURES, List.of("x", "y")));
            final var table = model.apply(fresh, RUN).frame();
            assertEquals(List.of("1", "2", ""), List.of(table.column("cluster").text(0), table.column("cluster").text(1), table.column("cluster").text(2)));
            assertEquals(3, table.column("distance").number(0));
            assertTrue(table.column("distance").isMissing(2));
            final var why = model.explain(fresh, 0);
            assertEquals("x", why.getFirst().column());
            assertEquals(36 - 9, why.getFirst().amount());
            assertEquals(0, why.getLast().amount());
            assertEquals(List.of(), model.explain(fresh, 2));
        }
        assertThrows(ProblemException.class, () -> KMEANS.restore(new org.kontor.analytics.result.ModelState("dbscan", "1.0.0", Map.of(), Map.of())));
        assertEquals("kmeans.model", assertThrows(ProblemException.class,
                () -> KMEANS.restore(new org.kontor.analytics.result.ModelState("kmeans", "1.0.0", Map.of(), Map.of()))).problem().code());
    }

    private static List<String> refused(final Dataset data, final Parameters parameters) {
        final var codes = KMEANS.applicability(data, parameters).obstacles().stream().map(problem -> {
            assertFalse(problem.sentence().contains("!"), problem.sentence());
            return problem.code();
        }).toList();
        if (!codes.isEmpty()) {
            assertEquals(codes.getFirst(), assertThrows(ProblemException.class, () -> KMEANS.run(data, parameters, RUN)).problem().code());
        }
        return codes;
    }

    private static Dataset feature(final double... values) {
        return new Dataset(Frame.of(NumberColumn.of("x", values)), Map.of(Role.FEATURES, List.of("x")));
    }

    @Test
    void whatCannotBeClusteredIsRefusedWithTheReason() {
        assertEquals(List.of("clusters.empty"), refused(feature(), with("k", "1")));
        assertEquals(List.of("kmeans.too-few-points"), refused(feature(1, 2, 1, 2, -0.0, 0.0), with("k", "4")));
        assertEquals(List.of(), refused(feature(1, 2, 1, 2, -0.0, 0.0), with("k", "3")));
        assertEquals(List.of("kmeans.too-few-points"), refused(feature(1, 2, 3), with("k", "2", "k-range-to", "4")));
        assertEquals(List.of("clusters.missing-values"), refused(feature(1, Double.NaN, 3), with("k", "2")));
        assertEquals(List.of("clusters.all-missing"), refused(feature(Double.NaN, Double.NaN), with("k", "1")));
        assertEquals(List.of("clusters.too-large"), refused(feature(1, Double.POSITIVE_INFINITY), with("k", "1")));
        assertEquals(List.of("kmeans.centers"), refused(six(), with("k", "2", "init", "given", "centers", "1,2")));
        assertEquals(List.of("kmeans.centers"), refused(six(), with("k", "2", "init", "given", "centers", "1,2;3")));
        assertEquals(List.of("analytics.wrong-type"), refused(new Dataset(six().frame(), Map.of(Role.FEATURES, List.of("name"))), with("k", "2")));
        final var weights = new Dataset(six().frame().with(List.of(NumberColumn.of("w", 1, 1, 1, 1, 1, -1))),
                Map.of(Role.FEATURES, List.of("x"), Role.WEIGHT, List.of("w")));
        assertEquals(List.of("clusters.weights"), refused(weights, with("k", "2")));
    }

    @Test
    void badScalesAndConstantsAreAdvisedAgainst() {
        final var data = new Dataset(Frame.of(NumberColumn.of("seconds", 1, 5_000, 90, 4), NumberColumn.of("rate", .1, .2, .3, .5), NumberColumn.of("one", 1, 1, 1, 1)),
                Map.of(Role.FEATURES, List.of("seconds", "rate", "one")));
        final var advice = KMEANS.applicability(data, with("k", "2")).advice();
        assertEquals(List.of("clusters.constant", "clusters.scale"), advice.stream().map(each -> each.code()).toList());
        assertTrue(KMEANS.run(data, with("k", "2"), RUN).warnings().containsAll(advice));
        assertEquals(List.of(), KMEANS.applicability(six(), with("k", "2")).advice());
    }

    @Test
    void aLargeSilhouetteIsSampledAndSaysSo() {
        final var random = new SplittableRandom(3);
        final var x = new double[30_000];
        Arrays.setAll(x, i -> i % 3 * 10 + random.nextGaussian());
        final var result = KMEANS.run(feature(x), with("restarts", "2"), RUN);
        assertTrue(result.warnings().stream().anyMatch(each -> each.code().equals("clusters.sampled")));
        final var exact = KMEANS.run(feature(Arrays.copyOf(x, Quality.EXACT)), with("restarts", "2"), RUN);
        assertEquals(List.of(), exact.warnings());
        assertEquals(exact.metric("silhouette"), result.metric("silhouette"), .01);
        assertEquals(result.metric("silhouette"), KMEANS.run(feature(x), with("restarts", "2"), RUN).metric("silhouette"));
    }
}
