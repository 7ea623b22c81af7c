// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

import java.util.Arrays;

/** Distances in plain Java, a function at a time. */
final class PlainDistances implements DistanceKernels {

    private static final int FOUR = 4;

    @Override
    public void least(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] factors,
            final int functions, final float[] least, final float[] second, final int[] which) {
        Arrays.fill(least, 0, count, Float.POSITIVE_INFINITY);
        Arrays.fill(second, 0, count, Float.POSITIVE_INFINITY);
        Arrays.fill(which, 0, count, 0);
        final var values = new float[count];
        for (int c = 0; c < functions; c++) {
            final int from = c * (width + 1);
            Arrays.fill(values, factors[from]);
            for (int j = 0; j < width; j++) {
                addMultiple(values, factors[from + 1 + j], tile, tileFrom + j * stride);
            }
            take(values, c, least, second, which);
        }
    }

    private static void addMultiple(final float[] values, final float factor, final float[] tile, final int at) {
        for (int t = 0; t < values.length; t++) {
            values[t] = Math.fma(factor, tile[at + t], values[t]);
        }
    }

    private static void take(final float[] values, final int number, final float[] least, final float[] second, final int[] which) {
        for (int t = 0; t < values.length; t++) {
            final float value = values[t];
            if (value < least[t]) {
                second[t] = least[t];
                least[t] = value;
                which[t] = number;
            } else if (value < second[t]) {
                second[t] = value;
            }
        }
    }

    @Override
    public int open(final float[] least, final float[] second, final int[] which, final int[] labels, final int from, final int count, final float gap,
            final int[] places) {
        int found = 0;
        for (int t = 0; t < count; t++) {
            final int other = which[t] ^ labels[from + t];
            final int clear = second[t] - least[t] > gap ? 1 : 0;
            places[found] = t;
            found += (other | -other) >>> 31 | 1 - clear;
        }
        return found;
    }

    @Override
    public int doubtful(final float[] upper, final float[] lower, final int[] labels, final int from, final int count, final float[] moved,
            final float[] half, final int[] places) {
        int found = 0;
        for (int t = 0; t < count; t++) {
            final int label = labels[from + t];
            places[found] = t;
            found += lower[from + t] - upper[from + t] > moved[label] | half[label] > upper[from + t] ? 0 : 1;
        }
        return found;
    }

    @Override
    public void potentials(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] centers, final int number,
            final float[] known, final float[] weights, final int from, final float[] sums) {
        final var columns = Columns.of(tile, tileFrom, stride, count, width);
        System.arraycopy(known, from, columns.most, 0, count);
        final float[] squares = columns.squares;
        final var beside = new float[SUMS];
        for (int c = 0; c < number; c++) {
            squares(columns.all, centers, c * width, squares, count);
            lesser(columns.most, squares, count);
            if (weights != null) {
                for (int t = 0; t < count; t++) {
                    squares[t] *= weights[from + t];
                }
            }
            Arrays.fill(beside, 0);
            final int whole = count / SUMS * SUMS;
            for (int t = 0; t < whole; t += SUMS) {
                for (int lane = 0; lane < SUMS; lane++) {
                    beside[lane] += squares[t + lane];
                }
            }
            for (int t = whole; t < count; t++) {
                beside[t - whole] += squares[t];
            }
            for (int half = SUMS / 2; half > 0; half /= 2) {
                for (int lane = 0; lane < half; lane++) {
                    beside[lane] += beside[lane + half];
                }
            }
            sums[c] = beside[0];
        }
    }

    @Override
    public int approach(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] center, final int number,
            final float near, final float[] known, final int[] nearest, final int from, final int[] places) {
        final var columns = Columns.of(tile, tileFrom, stride, count, width);
        final float[] squares = columns.squares;
        squares(columns.all, center, 0, squares, count);
        int found = 0;
        for (int t = 0; t < count; t++) {
            if (!(squares[t] > near)) {
                places[found++] = t;
            } else if (squares[t] < known[from + t]) {
                known[from + t] = squares[t];
                nearest[from + t] = number;
            }
        }
        return found;
    }

    @Override
    public void totals(final float[] tile, final int tileFrom, final int stride, final int count, final int width, final float[] others, final int othersFrom,
            final int number, final float[] sums) {
        final var columns = Columns.of(tile, tileFrom, stride, count, width);
        Arrays.fill(sums, 0, count, 0);
        for (int other = 0; other < number; other++) {
            squares(columns.all, others, othersFrom + other * width, columns.squares, count);
            addRoots(columns.squares, sums, count);
        }
    }

    private static void addRoots(final float[] squares, final float[] sums, final int count) {
        for (int t = 0; t < count; t++) {
            sums[t] += (float) Math.sqrt(squares[t]);
        }
    }

    @Override
    public void squares(final double[][] columns, final int count, final double[] center, final int from, final double[] squares) {
        Arrays.fill(squares, 0, count, 0);
        int j = 0;
        for (; j + FOUR <= columns.length; j += FOUR) {
            addFour(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], center, from + j, squares, count);
        }
        for (; j < columns.length; j++) {
            addOne(columns[j], center[from + j], squares, count);
        }
    }

    private static void addFour(final double[] first, final double[] second, final double[] third, final double[] fourth, final double[] center, final int at,
            final double[] into, final int count) {
        final double a = center[at];
        final double b = center[at + 1];
        final double c = center[at + 2];
        final double d = center[at + 3];
        for (int t = 0; t < count; t++) {
            final double one = first[t] - a;
            final double two = second[t] - b;
            final double three = third[t] - c;
            final double four = fourth[t] - d;
            into[t] = into[t] + one * one + two * two + three * three + four * four;
        }
    }

    private static void addOne(final double[] values, final double center, final double[] into, final int count) {
        for (int t = 0; t < count; t++) {
            final double difference = values[t] - center;
            into[t] += difference * difference;
        }
    }

    @Override
    public void addDistances(final double[][] columns, final int count, final double[] center, final int from, final double times, final double[] sums) {
        final var squares = new double[count];
        squares(columns, count, center, from, squares);
        addRoots(squares, times, sums, count);
    }

    private static void addRoots(final double[] squares, final double times, final double[] sums, final int count) {
        for (int t = 0; t < count; t++) {
            sums[t] += times * Math.sqrt(squares[t]);
        }
    }

    /** Copies of a tile, which are read and written at the same places only: that lets the compiler use vectors. A thread keeps its own. */
    private static final class Columns {

        private static final ThreadLocal<Columns> OWN = ThreadLocal.withInitial(Columns::new);

        private float[][] all = new float[0][];
        private float[] most = new float[0];
        private float[] squares = new float[0];

        static Columns of(final float[] tile, final int tileFrom, final int stride, final int count, final int width) {
            final var columns = OWN.get();
            if (columns.all.length != width || columns.squares.length < count) {
                columns.all = new float[width][stride];
                columns.most = new float[stride];
                columns.squares = new float[stride];
            }
            for (int j = 0; j < width; j++) {
                System.arraycopy(tile, tileFrom + j * stride, columns.all[j], 0, count);
            }
            return columns;
        }
    }

    private static void lesser(final float[] most, final float[] values, final int count) {
        for (int t = 0; t < count; t++) {
            values[t] = most[t] < values[t] ? most[t] : values[t];
        }
    }

    private static void squares(final float[][] columns, final float[] centers, final int center, final float[] into, final int count) {
        Arrays.fill(into, 0, count, 0);
        int j = 0;
        for (; j + FOUR <= columns.length; j += FOUR) {
            addFour(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], centers, center + j, into, count);
        }
        for (; j < columns.length; j++) {
            addOne(columns[j], centers[center + j], into, count);
        }
    }

    private static void addFour(final float[] first, final float[] second, final float[] third, final float[] fourth, final float[] centers, final int center,
            final float[] into, final int count) {
        final float c1 = centers[center];
        final float c2 = centers[center + 1];
        final float c3 = centers[center + 2];
        final float c4 = centers[center + 3];
        for (int t = 0; t < count; t++) {
            final float d1 = first[t] - c1;
            final float d2 = second[t] - c2;
            final float d3 = third[t] - c3;
            final float d4 = fourth[t] - c4;
            into[t] = Math.fma(d4, d4, Math.fma(d3, d3, Math.fma(d2, d2, Math.fma(d1, d1, into[t]))));
        }
    }

    private static void addOne(final float[] values, final float center, final float[] into, final int count) {
        for (int t = 0; t < count; t++) {
            final float difference = values[t] - center;
            into[t] = Math.fma(difference, difference, into[t]);
        }
    }
}
