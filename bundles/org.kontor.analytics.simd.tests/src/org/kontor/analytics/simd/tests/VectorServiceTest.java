// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.kernel.DistanceKernels;
import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.analytics.kit.Compatibility;
import org.kontor.analytics.kit.KnownAnswers;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;
import org.osgi.framework.Constants;

/** The kernels as a service, and what methods find with them. */
class VectorServiceTest {

    private static final int WIDTH = 7;
    private static final int ROWS = 30_011;

    private VectorKernels vector;

    @BeforeEach
    void find() {
        vector = Services.get(Services.kernels());
    }

    @Test
    void theBundleOffersThem() {
        final var reference = Services.kernels();
        assertEquals("org.kontor.analytics.simd", reference.getBundle().getSymbolicName());
        assertEquals(100, reference.getProperty(Constants.SERVICE_RANKING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "10", "100"})
    void kmeansFindsTheSameBits(final String clusters) {
        final var parameters = Map.of("k", clusters, "restarts", "2", "max-iterations", "12");
        assertSame(run("kmeans", parameters, VectorKernels.plain()), run("kmeans", parameters, vector));
    }

    /** Kernels that say something else are found out, so the test above can fail, and the kernels of a run are in use. */
    @Test
    void wrongKernelsAreNoticed() {
        final var parameters = Map.of("k", "10", "restarts", "2", "max-iterations", "12");
        final var plain = run("kmeans", parameters, VectorKernels.plain());
        final var wrong = run("kmeans", parameters, new Shifted());
        assertThrows(AssertionError.class, () -> assertSame(plain, wrong));
    }

    /** Names the function after the least. */
    private record Shifted() implements VectorKernels {

        @Override
        public String name() {
            return "shifted";
        }

        @Override
        public DistanceKernels distances() {
            return new ShiftedDistances(VectorKernels.plain().distances());
        }
    }

    private record ShiftedDistances(DistanceKernels plain) implements DistanceKernels {

        @Override
        public void least(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] factors,
                final int functions, final float[] least, final float[] second, final int[] which) {
            plain.least(tile, tileFrom, stride, count, width, factors, functions, least, second, which);
            for (int t = 0; t < count; t++) {
                which[t] = (which[t] + 1) % functions;
            }
        }

        @Override
        public int open(final float[] least, final float[] second, final int[] which, final int[] labels, final int from, final int count, final float gap,
                final int[] places) {
            return plain.open(least, second, which, labels, from, count, gap, places);
        }

        @Override
        public int doubtful(final float[] upper, final float[] lower, final int[] labels, final int from, final int count, final float[] moved,
                final float[] half, final int[] places) {
            return plain.doubtful(upper, lower, labels, from, count, moved, half, places);
        }

        @Override
        public void potentials(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] centers,
                final int number, final float[] known, final float[] weights, final int from, final float[] sums) {
            plain.potentials(tile, tileFrom, stride, count, width, centers, number, known, weights, from, sums);
        }

        @Override
        public int approach(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] center,
                final int number, final float near, final float[] known, final int[] nearest, final int from, final int[] places) {
            return plain.approach(tile, tileFrom, stride, count, width, center, number, near, known, nearest, from, places);
        }

        @Override
        public void totals(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] others,
                final int othersFrom, final int number, final float[] sums) {
            plain.totals(tile, tileFrom, stride, count, width, others, othersFrom, number, sums);
        }

        @Override
        public void squares(final double[][] columns, final int count, final double[] center, final int from, final double[] squares) {
            plain.squares(columns, count, center, from, squares);
        }

        @Override
        public void addDistances(final double[][] columns, final int count, final double[] center, final int from, final double times,
                final double[] sums) {
            plain.addDistances(columns, count, center, from, times, sums);
        }
    }

    /** The kit holds every method to the same bits with these kernels. */
    @ParameterizedTest
    @ValueSource(strings = {"kmeans", "hdbscan", "agglomerative", "pca", "linear-regression", "logistic-regression"})
    void methodsPassTheKitWithThem(final String method) throws Throwable {
        final var algorithm = Services.algorithm(method);
        final var cases = KnownAnswers.of(method).stream().map(KnownAnswers.Known::question).limit(1).toList();
        int run = 0;
        for (final var check : Compatibility.checks(algorithm, cases)) {
            if (check.name().startsWith("kernels") || check.name().startsWith("known answer")) {
                check.body().execute();
                run++;
            }
        }
        assertTrue(run > 1, run + " checks");
    }

    private static void assertSame(final Result expected, final Result actual) {
        assertEquals(expected.metrics(), actual.metrics());
        final var one = expected.table("assignments").orElseThrow().frame();
        final var other = actual.table("assignments").orElseThrow().frame();
        for (final var column : one.columns()) {
            if (column.type().isNumeric()) {
                assertArrayEquals(bits(column), bits(other.column(column.name())), column.name());
            }
        }
    }

    private static long[] bits(final Column column) {
        final var values = new double[column.rows()];
        column.numbers(0, values.length, values, 0);
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static Result run(final String method, final Map<String, String> given, final VectorKernels kernels) {
        final var algorithm = Services.algorithm(method);
        return algorithm.run(clouds(), Parameters.of(algorithm.descriptor().parameters(), given),
                new LocalRun(Progress.NONE, 7, 1, 1L << 30, Runnable::run, kernels));
    }

    private static Dataset clouds() {
        final var random = new SplittableRandom(5);
        final var columns = new Column[WIDTH];
        final var names = new ArrayList<String>();
        final var cloud = new int[ROWS];
        Arrays.setAll(cloud, i -> random.nextInt(12));
        for (int j = 0; j < WIDTH; j++) {
            final var values = new double[ROWS];
            final double spread = random.nextDouble(1, 5);
            Arrays.setAll(values, i -> Math.sin(cloud[i] * 7.3 + names.size()) * 10 + spread * random.nextGaussian());
            columns[j] = NumberColumn.of("x" + j, values);
            names.add("x" + j);
        }
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, List.copyOf(names)));
    }
}
