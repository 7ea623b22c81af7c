// SPDX-License-Identifier: EPL-2.0

package com.example.insight.clusters;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * A k-d tree: cells of neighbouring rows, each with the box around them, halved along their longest side (J. L. Bentley, Multidimensional
 * Binary Search Trees, 1975). The left half of a cell is the next cell.
 */
final class Cells {

    /** Cells of so many rows at most are not halved. */
    private static final int SMALL = 16;
    private static final int PAUSE = 4_096;

    /** The rows of all cells, cell after cell. */
    final int[] order;
    private final Points points;
    private final RunContext context;
    private final int[] from;
    private final int[] to;
    private final int[] right;
    private final double[] low;
    private final double[] high;
    private int count;

    Cells(final Points points, final RunContext context) {
        this.points = points;
        this.context = context;
        final int most = points.count() / 4 + 1;
        order = new int[points.count()];
        Arrays.setAll(order, i -> i);
        from = new int[most];
        to = new int[most];
        right = new int[most];
        low = new double[most * points.width()];
        high = new double[most * points.width()];
        build(0, points.count());
    }

    static long memory(final long rows, final long width) {
        return rows * Integer.BYTES + (rows / 4 + 1) * (3 * Integer.BYTES + 2 * Double.BYTES * width);
    }

    int from(final int cell) {
        return from[cell];
    }

    int to(final int cell) {
        return to[cell];
    }

    boolean isSmall(final int cell) {
        return right[cell] == 0;
    }

    int right(final int cell) {
        return right[cell];
    }

    double low(final int cell, final int feature) {
        return low[cell * points.width() + feature];
    }

    double high(final int cell, final int feature) {
        return high[cell * points.width() + feature];
    }

    private int build(final int first, final int end) {
        if (end - first >= PAUSE) {
            context.checkCancelled();
        }
        final int cell = count++;
        from[cell] = first;
        to[cell] = end;
        final int longest = box(cell);
        if (end - first > SMALL && low(cell, longest) < high(cell, longest)) {
            final int middle = (first + end) >>> 1;
            halve(first, end - 1, middle, longest);
            build(first, middle);
            right[cell] = build(middle, end);
        }
        return cell;
    }

    /** {@return the feature along which the box is longest} */
    private int box(final int cell) {
        final int width = points.width();
        int longest = 0;
        for (int j = 0; j < width; j++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = from[cell]; i < to[cell]; i++) {
                final double value = points.values()[order[i] * width + j];
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            low[cell * width + j] = least;
            high[cell * width + j] = most;
            longest = most - least > high(cell, longest) - low(cell, longest) ? j : longest;
        }
        return longest;
    }

    /** Puts no greater rows before the middle and no smaller ones after it (C. A. R. Hoare, Find, 1961). */
    private void halve(final int first, final int last, final int middle, final int feature) {
        int start = first;
        int end = last;
        while (start < end) {
            final double pivot = value((start + end) >>> 1, feature);
            int i = start;
            int j = end;
            while (i <= j) {
                while (value(i, feature) < pivot) {
                    i++;
                }
                while (value(j, feature) > pivot) {
                    j--;
                }
                if (i <= j) {
                    final int row = order[i];
                    order[i++] = order[j];
                    order[j--] = row;
                }
            }
            if (middle <= j) {
                end = j;
            } else if (middle >= i) {
                start = i;
            } else {
                return;
            }
        }
    }

    private double value(final int index, final int feature) {
        return points.values()[order[index] * points.width() + feature];
    }
}
