// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.frame.Frame;

/**
 * Points without repetition. Equal rows are always merged first, at a distance of nothing, so trees of clusters are made of different points
 * that stand for several rows each.
 *
 * @param points the different points, in the order of the last row of each; without weights
 * @param of     the number of the point of each row
 * @param sizes  how many rows each point stands for
 */
record DistinctPoints(Points points, int[] of, int[] sizes) {

    static DistinctPoints of(final Points all, final Runnable pause) {
        final var of = new int[all.count()];
        final int found = number(all, of, all.count(), pause);
        final var last = new int[found];
        for (int row = 0; row < of.length; row++) {
            last[of[row]] = row;
        }
        final var order = new int[found];
        int next = 0;
        final int width = all.width();
        final var values = new double[found * width];
        for (int row = 0; row < of.length; row++) {
            if (last[of[row]] == row) {
                System.arraycopy(all.values(), row * width, values, next * width, width);
                order[of[row]] = next++;
            }
        }
        final var sizes = new int[found];
        for (int row = 0; row < of.length; row++) {
            of[row] = order[of[row]];
            sizes[of[row]]++;
        }
        return new DistinctPoints(new Points(values, null, found, width), of, sizes);
    }

    /** {@return how many different points there are, or one more than a limit} */
    static int count(final Points all, final int limit, final Runnable pause) {
        return number(all, null, limit, pause);
    }

    private static int number(final Points all, final int[] into, final int limit, final Runnable pause) {
        final int size = Integer.highestOneBit(Math.max(1, Math.min(all.count(), limit))) << 2;
        final var rows = new int[size];
        final var numbers = new int[into == null ? 0 : size];
        int found = 0;
        for (int i = 0; i < all.count() && found <= limit; i++) {
            if (i % Frame.BLOCK == 0) {
                pause.run();
            }
            int place = all.hash(i) & size - 1;
            while (rows[place] != 0 && !all.same(rows[place] - 1, i)) {
                place = place + 1 & size - 1;
            }
            if (rows[place] == 0) {
                rows[place] = i + 1;
                if (into != null) {
                    numbers[place] = found;
                }
                found++;
            }
            if (into != null) {
                into[i] = numbers[place];
            }
        }
        return found;
    }

    int count() {
        return sizes.length;
    }

    int rows() {
        return of.length;
    }

    static long memory(final long rows, final long width) {
        return rows * (8 * width + 12 + 4 * 8);
    }
}
