// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.analytics.run.Randomness;

/** Answers certified by NIST (Statistical Reference Datasets, in the public domain), and random problems solved another way. */
class LeastSquaresTest {

    /** Filip, y and x by turns. */
    private static final double[] FILIP = {
            0.8116, -6.860120914, 0.9072, -4.324130045, 0.9052, -4.358625055, 0.9039, -4.358426747, 0.8053, -6.955852379,
            0.8377, -6.661145254, 0.8667, -6.355462942, 0.8809, -6.118102026, 0.7975, -7.115148017, 0.8162, -6.815308569,
            0.8515, -6.519993057, 0.8766, -6.204119983, 0.8885, -5.853871964, 0.8859, -6.109523091, 0.8959, -5.79832982,
            0.8913, -5.482672118, 0.8959, -5.171791386, 0.8971, -4.851705903, 0.9021, -4.517126416, 0.909, -4.143573228,
            0.9139, -3.709075441, 0.9199, -3.499489089, 0.8692, -6.300769497, 0.8872, -5.953504836, 0.89, -5.642065153,
            0.891, -5.031376979, 0.8977, -4.680685696, 0.9035, -4.329846955, 0.9078, -3.928486195, 0.7675, -8.56735134,
            0.7705, -8.363211311, 0.7713, -8.107682739, 0.7736, -7.823908741, 0.7775, -7.522878745, 0.7841, -7.218819279,
            0.7971, -6.920818754, 0.8329, -6.628932138, 0.8641, -6.323946875, 0.8804, -5.991399828, 0.7668, -8.781464495,
            0.7633, -8.663140179, 0.7678, -8.473531488, 0.7697, -8.247337057, 0.77, -7.971428747, 0.7749, -7.676129393,
            0.7796, -7.352812702, 0.7897, -7.072065318, 0.8131, -6.774174009, 0.8498, -6.478861916, 0.8741, -6.159517513,
            0.8061, -6.835647144, 0.846, -6.53165267, 0.8751, -6.224098421, 0.8856, -5.910094889, 0.8919, -5.598599459,
            0.8934, -5.290645224, 0.894, -4.974284616, 0.8957, -4.64454848, 0.9047, -4.290560426, 0.9129, -3.885055584,
            0.9209, -3.408378962, 0.9219, -3.13200249, 0.7739, -8.726767166, 0.7681, -8.66695597, 0.7665, -8.511026475,
            0.7703, -8.165388579, 0.7702, -7.886056648, 0.7761, -7.588043762, 0.7809, -7.283412422, 0.7961, -6.995678626,
            0.8253, -6.691862621, 0.8602, -6.392544977, 0.8809, -6.067374056, 0.8301, -6.684029655, 0.8664, -6.378719832,
            0.8834, -6.065855188, 0.8898, -5.752272167, 0.8964, -5.132414673, 0.8963, -4.811352704, 0.9074, -4.098269308,
            0.9119, -3.66174277, 0.9228, -3.2644011};

    /** What Wampler 3 to 5 add to the polynomial, times 1, 100 and 10,000. */
    private static final double[] NOISE = {759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 2523, -2048,
            2048, -2048, 759};

    private static LeastSquares polynomial(final double[] x, final double[] y, final int degree) {
        final var design = new double[x.length * (degree + 1)];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= degree; j++) {
                design[i * (degree + 1) + j] = Math.pow(x[i], j);
            }
        }
        return LeastSquares.of(design, x.length, degree + 1, y);
    }

    private static double[] standardErrors(final LeastSquares solved, final int rows) {
        final int rank = solved.rank();
        final double variance = solved.residualSquares() / (rows - rank);
        final var inverse = solved.inverse();
        final var errors = new double[rank];
        Arrays.setAll(errors, k -> Math.sqrt(variance * inverse[k * rank + k]));
        return errors;
    }

    private static void near(final double[] expected, final double[] found, final double part) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], part * Math.abs(expected[i]), "number " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 100, 10_000})
    void wamplersPolynomialsAreFound(final double noise) {
        final var x = new double[21];
        final var y = new double[21];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = 1 + i + Math.pow(i, 2) + Math.pow(i, 3) + Math.pow(i, 4) + Math.pow(i, 5) + noise * NOISE[i];
        }
        final var solved = polynomial(x, y, 5);
        near(new double[] {1, 1, 1, 1, 1, 1}, solved.coefficients(), 1e-9);
        assertEquals(83_554_268 * noise * noise, solved.residualSquares(), 1e-8 * noise * noise + 1e-12);
        if (noise == 1) {
            near(new double[] {2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752, .112324854679312},
                    standardErrors(solved, 21), 1e-13);
        }
    }

    @Test
    void smallCoefficientsOfAPolynomialAreFound() {
        final var x = new double[21];
        final var y = new double[21];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = Math.round(1e5 * (1 + .1 * i + .01 * i * i + .001 * Math.pow(i, 3) + .0001 * Math.pow(i, 4) + .00001 * Math.pow(i, 5))) / 1e5;
        }
        near(new double[] {1, .1, .01, .001, .0001, .00001}, polynomial(x, y, 5).coefficients(), 1e-9);
    }

    /** The powers, rounded to double precision, have an exact solution that agrees with the certified one to 7.6 digits: no method finds more. */
    @Test
    void filipIsSolvedAsFarAsItsPowersCanBeWritten() {
        final var x = new double[FILIP.length / 2];
        final var y = new double[x.length];
        Arrays.setAll(x, i -> FILIP[2 * i + 1]);
        Arrays.setAll(y, i -> FILIP[2 * i]);
        final var solved = polynomial(x, y, 10);
        assertEquals(11, solved.rank());
        near(new double[] {-1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349, -75.1242017393757, -10.8753180355343,
                -1.06221498588947, -.670191154593408e-1, -.246781078275479e-2, -.402962525080404e-4}, solved.coefficients(), 1e-7);
        assertEquals(.795851382172941e-3, solved.residualSquares(), 1e-12);
        near(new double[] {298.084530995537, 559.779865474950, 466.477572127796, 227.204274477751, 71.6478660875927, 15.2897178747400, 2.23691159816033,
                .221624321934227, .142363763154724e-1, .535617408889821e-3, .896632837373868e-5}, standardErrors(solved, 82), 1e-6);
    }

    @Test
    void longleyIsSolved() {
        final double[] design = {
            1, 83.0, 234289, 2356, 1590, 107608, 1947, 1, 88.5, 259426, 2325, 1456, 108632, 1948, 1, 88.2, 258054, 3682, 1616, 109773, 1949,
            1, 89.5, 284599, 3351, 1650, 110929, 1950, 1, 96.2, 328975, 2099, 3099, 112075, 1951, 1, 98.1, 346999, 1932, 3594, 113270, 1952,
            1, 99.0, 365385, 1870, 3547, 115094, 1953, 1, 100.0, 363112, 3578, 3350, 116219, 1954, 1, 101.2, 397469, 2904, 3048, 117388, 1955,
            1, 104.6, 419180, 2822, 2857, 118734, 1956, 1, 108.4, 442769, 2936, 2798, 120445, 1957, 1, 110.8, 444546, 4681, 2637, 121950, 1958,
            1, 112.6, 482704, 3813, 2552, 123366, 1959, 1, 114.2, 502601, 3931, 2514, 125368, 1960, 1, 115.7, 518173, 4806, 2572, 127852, 1961,
            1, 116.9, 554894, 4007, 2827, 130081, 1962};
        final double[] target = {60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551};
        final var solved = LeastSquares.of(design, 16, 7, target);
        near(new double[] {-3482258.63459582, 15.0618722713733, -.358191792925910e-1, -2.02022980381683, -1.03322686717359, -.511041056535807e-1,
                1829.15146461355}, solved.coefficients(), 1e-12);
        near(new double[] {890420.383607373, 84.9149257747669, .334910077722432e-1, .488399681651699, .214274163161675, .226073200069370, 455.478499142212},
                standardErrors(solved, 16), 1e-11);
        assertEquals(836424.055505915, solved.residualSquares(), 1e-6);
    }

    @Test
    void aColumnThatIsMadeOfOthersIsLeftOutAndNamed() {
        final var random = Randomness.of(1, 1);
        final int rows = 40;
        final var design = new double[rows * 5];
        final var target = new double[rows];
        for (int i = 0; i < rows; i++) {
            design[i * 5] = 1;
            design[i * 5 + 1] = random.nextDouble() * 1e6;
            design[i * 5 + 2] = random.nextDouble();
            design[i * 5 + 3] = 3 - design[i * 5 + 1] + 7 * design[i * 5 + 2];
            design[i * 5 + 4] = random.nextDouble() * 1e-9;
            target[i] = 2 + design[i * 5 + 1] - design[i * 5 + 2] + 1e9 * design[i * 5 + 4];
        }
        final var solved = LeastSquares.of(design, rows, 5, target);
        assertEquals(4, solved.rank());
        assertArrayEquals(new int[] {0, 1, 2, 4}, solved.columns());
        assertEquals(0, solved.coefficients()[3]);
        near(new double[] {2, 1, -1, 0, 1e9}, solved.coefficients(), 1e-9);
    }

    @Test
    void fewerRowsThanColumnsAndNothingAtAllAreSolved() {
        final var two = LeastSquares.of(new double[] {1, 2, 3, 1, 5, 4}, 2, 3, new double[] {3, 6});
        assertEquals(2, two.rank());
        assertArrayEquals(new double[] {1, 1, 0}, two.coefficients(), 1e-14);
        assertEquals(0, LeastSquares.of(new double[0], 0, 3, new double[0]).rank());
        assertArrayEquals(new double[] {0, 0}, LeastSquares.of(new double[4], 2, 2, new double[] {1, 2}).coefficients());
        assertEquals(5, LeastSquares.of(new double[4], 2, 2, new double[] {1, 2}).residualSquares());
    }

    @Test
    void residualsAreOrthogonalToAllColumns() {
        final var random = Randomness.of(7, 7);
        for (int again = 0; again < 50; again++) {
            final int rows = 3 + random.nextInt(60);
            final int width = 1 + random.nextInt(Math.min(rows, 8));
            final var design = new double[rows * width];
            final var target = new double[rows];
            Arrays.setAll(design, i -> random.nextDouble() - .3);
            Arrays.setAll(target, i -> random.nextDouble());
            final var solved = LeastSquares.of(design, rows, width, target);
            assertEquals(width, solved.rank());
            final var residuals = solved.residuals();
            for (int j = 0; j < width; j++) {
                double sum = 0;
                for (int i = 0; i < rows; i++) {
                    sum += design[i * width + j] * residuals[i];
                }
                assertEquals(0, sum, 1e-12);
            }
            assertTrue(Math.abs(target[0] - residuals[0] - dot(design, solved.coefficients(), width)) < 1e-12);
        }
    }

    private static double dot(final double[] design, final double[] coefficients, final int width) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += design[j] * coefficients[j];
        }
        return sum;
    }
}
