// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.analytics.run.RunContext;

/**
 * Points once more, rounded to half as many bits, around a point in their middle and in a unit that suits them. They stand in tiles,
 * coordinate by coordinate, and tell cheaply which centers cannot be the nearest of a point.
 */
final class RoundedPoints {

    /** So many points are in a tile. */
    static final int TILE = 1024;
    /** From one coordinate to the next; places a power of two apart would drive each other out of the cache. */
    static final int STRIDE = TILE + 16;
    /** The relative error of a rounding. */
    static final float ROUNDING = 0x1p-24f;
    /** An error is taken so many times, because it is added and subtracted with rounded numbers. */
    static final float SURE = 1.001f;
    /** More than the relative error of adding three numbers and of a root. */
    private static final double HAIR = 0x1p-20;
    /** What roundings near zero add at most. */
    private static final float TINY = 1e-37f;
    private static final int SAMPLE = 1000;
    private static final int FOUR = 4;
    /** Lengths whose squares are not so large have distances whose squares are finite. */
    private static final float WIDE = 1e30f;
    private static final double SMALLEST = 1e-130;
    private static final double LARGEST = 1e120;

    /** Tile by tile; coordinate j of point t is {@code values[(tile * width + j) * STRIDE + t]}. */
    final float[] values;
    /** The square of the length of each point. */
    final float[] lengths;
    /** The greatest of each tile. */
    private final float[] longest;
    private final int count;
    private final int width;
    private final double[] middle;
    private final double unit;
    private final float error;
    /** Null until they are needed. */
    private PointGroups groups;

    /**
     * What is measured to tell centers apart: for each center the square of its length and minus twice its coordinates.
     *
     * @param factors one center after the other
     * @param longest the greatest square of a length
     */
    record Centers(float[] factors, float longest) {
    }

    /** Gives a coordinate of a point. */
    @FunctionalInterface
    interface Coordinate {

        double of(int row, int j);
    }

    /** Of points that are still to be taken. */
    RoundedPoints(final int count, final int width, final Coordinate of) {
        this.count = count;
        this.width = width;
        middle = new double[width];
        unit = unit(of);
        // coordinates, products and sums are each rounded; a few more for the lengths and for what is lost in double numbers
        error = unit == 0 ? Float.POSITIVE_INFINITY : (width + 8) * ROUNDING;
        final int tiles = Math.ceilDiv(count, TILE);
        values = new float[Math.multiplyExact(tiles * STRIDE, width)];
        lengths = new float[tiles * TILE];
        longest = new float[tiles];
    }

    RoundedPoints(final Points points, final RunContext context) {
        this(points.count(), points.width(), (row, j) -> points.values()[row * points.width() + j]);
        final int each = 16 * TILE;
        context.parallel(Math.ceilDiv(count, each), task -> {
            final var block = new double[TILE];
            final int end = Math.min(count, (task + 1) * each);
            for (int from = task * each; from < end; from += TILE) {
                final int taken = Math.min(TILE, end - from);
                for (int j = 0; j < width; j++) {
                    for (int t = 0; t < taken; t++) {
                        block[t] = points.values()[(from + t) * width + j];
                    }
                    take(from, j, block, taken);
                }
            }
            finish(task * each, end);
        });
    }

    /**
     * Takes a coordinate of some points, which are in one tile.
     *
     * @param from  the first point
     * @param block the coordinate of each
     * @param taken how many points
     */
    void take(final int from, final int j, final double[] block, final int taken) {
        final int at = (from / TILE * width + j) * STRIDE + from % TILE;
        final double origin = middle[j];
        final double scale = unit;
        for (int t = 0; t < taken; t++) {
            values[at + t] = (float) ((block[t] - origin) * scale);
        }
    }

    /** Measures the points of some tiles, once they are taken. */
    void finish(final int from, final int to) {
        final var squares = new float[TILE];
        final var column = new float[TILE];
        for (int start = from; start < to; start += TILE) {
            final int taken = Math.min(TILE, to - start);
            Arrays.fill(squares, 0);
            for (int j = 0; j < width; j++) {
                System.arraycopy(values, (start / TILE * width + j) * STRIDE, column, 0, taken);
                addSquares(column, squares, taken);
            }
            System.arraycopy(squares, 0, lengths, start, taken);
            longest[start / TILE] = longest(squares, taken);
        }
    }

    private static void addSquares(final float[] column, final float[] squares, final int count) {
        for (int t = 0; t < count; t++) {
            squares[t] += column[t] * column[t];
        }
    }

    static boolean fits(final long points, final long width) {
        return memory(points, width) / Float.BYTES < Integer.MAX_VALUE;
    }

    /** {@return whether measuring them is so much faster that it pays to measure more of them} */
    static boolean pay(final RunContext context) {
        return context.kernels().distances() != VectorKernels.plain().distances();
    }

    static long memory(final long points, final long width) {
        return Math.ceilDiv(points, TILE) * STRIDE * (width + 1) * Float.BYTES;
    }

    /**
     * Settles the middle of some of the points, and returns a power of two that makes their distances from it about one at most; 0 where the
     * squares of exact distances may vanish or become infinite, which rounded numbers would not tell.
     */
    private double unit(final Coordinate of) {
        final int step = Math.max(1, count / SAMPLE);
        final int taken = Math.ceilDiv(count, step);
        for (int row = 0; row < count; row += step) {
            for (int j = 0; j < width; j++) {
                middle[j] += of.of(row, j) / taken;
            }
        }
        double farthest = 0;
        for (int row = 0; row < count; row += step) {
            for (int j = 0; j < width; j++) {
                farthest = Math.max(farthest, Math.abs(of.of(row, j) - middle[j]));
            }
        }
        return farthest > SMALLEST && farthest < LARGEST ? Math.scalb(1.0, -Math.getExponent(farthest)) : 0;
    }

    /**
     * Lays some points as all of a tile are.
     *
     * @param rows of the points
     * @param from where they begin
     * @param to   where they end, {@link #TILE} later at most
     * @param into gets their coordinates
     * @param at   where the tile begins
     */
    void lay(final Points points, final int[] rows, final int from, final int to, final float[] into, final int at) {
        int j = 0;
        for (; j + FOUR <= width; j += FOUR) {
            four(points.values(), rows, from, to, j, into, at + j * STRIDE);
        }
        for (; j < width; j++) {
            for (int t = 0; t < to - from; t++) {
                into[at + j * STRIDE + t] = (float) ((points.values()[rows[from + t] * width + j] - middle[j]) * unit);
            }
        }
    }

    private void four(final double[] all, final int[] rows, final int from, final int to, final int j, final float[] into, final int at) {
        final double first = middle[j];
        final double second = middle[j + 1];
        final double third = middle[j + 2];
        final double fourth = middle[j + 3];
        final double scale = unit;
        for (int t = 0; t < to - from; t++) {
            final int row = rows[from + t] * width + j;
            into[at + t] = (float) ((all[row] - first) * scale);
            into[at + STRIDE + t] = (float) ((all[row + 1] - second) * scale);
            into[at + 2 * STRIDE + t] = (float) ((all[row + 2] - third) * scale);
            into[at + 3 * STRIDE + t] = (float) ((all[row + 3] - fourth) * scale);
        }
    }

    private static float longest(final float[] squares, final int count) {
        float most = 0;
        for (int t = 0; t < count; t++) {
            most = squares[t] > most ? squares[t] : most;
        }
        return most;
    }

    /** {@return one point, rounded as all are} */
    float[] point(final double[] rows, final int from) {
        final var point = new float[width];
        for (int j = 0; j < width; j++) {
            point[j] = (float) ((rows[from + j] - middle[j]) * unit);
        }
        return point;
    }

    /** {@return what squares of distances are multiplied with; too small or too large for a float where the points are} */
    double scale() {
        return unit * unit;
    }

    /** {@return the square of a distance in the unit of rounded points} */
    float square(final double squared) {
        return (float) (squared * scale());
    }

    /** {@return whether all squares of distances are such that rounded numbers tell them} */
    boolean isNarrow() {
        boolean narrow = unit > 0;
        for (final float each : longest) {
            narrow &= each < WIDE;
        }
        return narrow;
    }

    /** {@return the same points, in groups that lie together} */
    PointGroups groups(final Points points, final RunContext context) {
        if (groups == null) {
            groups = new PointGroups(points, this, context);
        }
        return groups;
    }

    Centers centers(final double[] centers) {
        final int count = centers.length / width;
        final var factors = new float[count * (width + 1)];
        float longest = 0;
        for (int c = 0; c < count; c++) {
            double square = 0;
            for (int j = 0; j < width; j++) {
                final double value = (centers[c * width + j] - middle[j]) * unit;
                square += value * value;
                factors[c * (width + 1) + 1 + j] = (float) (-2 * value);
            }
            factors[c * (width + 1)] = (float) square;
            longest = Math.max(longest, (float) square);
        }
        return new Centers(factors, longest);
    }

    /**
     * How wrong what is measured for a point of a tile is, at most; infinite or not a number where nothing is certain. A scalar product is at
     * most half the sum of the squares of both lengths.
     */
    float error(final int tile, final Centers centers) {
        return error * (2 * (centers.longest() + 1.01f * longest[tile])) + TINY;
    }

    /**
     * Turns the squares of lengths of points into distances from centers, in the unit of rounded points.
     *
     * @param values what was measured
     * @param error  added to it: {@link #SURE} times {@link #error} for a bound from above, the same below zero for one from below
     */
    static void distances(final float[] lengths, final float[] values, final float error, final int count) {
        for (int t = 0; t < count; t++) {
            final float square = values[t] + lengths[t] + error;
            lengths[t] = (float) Math.sqrt(square > 0 ? square : 0);
        }
    }

    /** {@return what {@link #distances} from above are multiplied with to be certainly not too small} */
    double above() {
        return (1 + HAIR) / unit;
    }

    /** {@return what {@link #distances} from below are multiplied with to be certainly not too large} */
    double below() {
        return (1 - HAIR) / unit;
    }
}
