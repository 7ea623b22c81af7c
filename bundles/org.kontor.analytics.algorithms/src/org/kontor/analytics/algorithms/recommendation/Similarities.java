// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * How alike users, or items, are: from 0 to 1, where 0 stands for everything that is not alike. All pairs are kept in a table where there are
 * few, else the most alike of each.
 */
final class Similarities {

    /** Up to so many all pairs are kept. */
    static final int DENSE = 3_000;
    /** Of more, so many of each. */
    static final int KEPT = 300;
    /** A task takes about so many additions. */
    private static final int WORK = 1 << 20;

    private final int count;
    private final double[] table;
    private final int[][] others;
    private final double[][] values;

    private Similarities(final int count) {
        this.count = count;
        table = count <= DENSE ? new double[count * count] : new double[0];
        others = count <= DENSE ? new int[0][] : new int[count][];
        values = count <= DENSE ? new double[0][] : new double[count][];
    }

    /** What is compared. */
    enum Kind {
        /** The angle between the values that both have. */
        COSINE,
        /** The correlation of the values that both have. */
        PEARSON,
        /** One by one more than the mean square of the differences. */
        MSD,
        /** The angle between whole rows, where a value is there or not. */
        COMMON
    }

    static long memory(final long count, final long pairs) {
        return count <= DENSE ? count * count * 12 + 8 * 8 * count * 6 : Math.min(count * KEPT, pairs) * 16 + 8 * (count * 60);
    }

    /** Similarities that are known already. */
    static Similarities of(final double[][] known) {
        final var all = new Similarities(known.length);
        for (int i = 0; i < known.length; i++) {
            System.arraycopy(known[i], 0, all.table, i * known.length, known.length);
        }
        return all;
    }

    /**
     * @param own       the rows that are compared
     * @param other     the same from the other side
     * @param least     how many values two of them need to have in common
     * @param shrinkage similarities of few common values are drawn to 0: n common values count n / (n + shrinkage)
     */
    static Similarities of(final Kind kind, final Ratings.Side own, final Ratings.Side other, final int least, final double shrinkage,
            final RunContext context) {
        final var all = new Similarities(own.count());
        final int[] tasks = tasks(own, other);
        final boolean dense = own.count() <= DENSE;
        context.parallel(tasks.length - 1, task -> {
            final var sums = new double[own.count() * width(kind)];
            final var found = new double[dense ? 0 : own.count()];
            for (int row = tasks[task]; row < tasks[task + 1]; row++) {
                add(kind, own, other, row, dense, sums);
                for (int i = dense ? row + 1 : 0; i < own.count(); i++) {
                    final double value = i == row ? 0 : value(kind, own, row, i, sums, least, shrinkage);
                    if (dense) {
                        all.table[row * all.count + i] = value;
                        all.table[i * all.count + row] = value;
                    } else {
                        found[i] = value;
                    }
                }
                Arrays.fill(sums, 0);
                if (!dense) {
                    all.keep(row, found);
                }
            }
        });
        return all;
    }

    /** Cuts rows into tasks of about the same work. */
    private static int[] tasks(final Ratings.Side own, final Ratings.Side other) {
        final var starts = new int[own.count() + 1];
        int count = 0;
        long work = 0;
        for (int row = 0; row < own.count(); row++) {
            if (work == 0) {
                starts[count++] = row;
            }
            work += own.count();
            for (int at = own.starts()[row]; at < own.starts()[row + 1]; at++) {
                work += other.starts()[own.others()[at] + 1] - other.starts()[own.others()[at]];
            }
            work = work >= WORK ? 0 : work;
        }
        starts[count] = own.count();
        return Arrays.copyOf(starts, count + 1);
    }

    private static int width(final Kind kind) {
        return switch (kind) {
            case COMMON -> 1;
            case MSD -> 2;
            case COSINE -> 4;
            case PEARSON -> 6;
        };
    }

    /** Adds up over everything that a row has in common with the others, or with those behind it. */
    private static void add(final Kind kind, final Ratings.Side own, final Ratings.Side other, final int row, final boolean behind, final double[] sums) {
        for (int at = own.starts()[row]; at < own.starts()[row + 1]; at++) {
            final int common = own.others()[at];
            final double value = own.values()[at];
            final int until = other.starts()[common + 1];
            int from = other.starts()[common];
            if (behind) {
                from = Arrays.binarySearch(other.others(), from, until, row) + 1;
            }
            switch (kind) {
                case COMMON -> {
                    for (int i = from; i < until; i++) {
                        sums[other.others()[i]]++;
                    }
                }
                case MSD -> squares(other, value, from, until, sums);
                case COSINE -> products(other, value, from, until, sums);
                case PEARSON -> moments(other, value, from, until, sums);
            }
        }
    }

    private static void squares(final Ratings.Side other, final double value, final int from, final int until, final double[] sums) {
        for (int i = from; i < until; i++) {
            final int to = 2 * other.others()[i];
            final double difference = other.values()[i] - value;
            sums[to]++;
            sums[to + 1] += difference * difference;
        }
    }

    private static void products(final Ratings.Side other, final double value, final int from, final int until, final double[] sums) {
        final double square = value * value;
        for (int i = from; i < until; i++) {
            final int to = 4 * other.others()[i];
            final double theirs = other.values()[i];
            sums[to]++;
            sums[to + 1] += value * theirs;
            sums[to + 2] += square;
            sums[to + 3] += theirs * theirs;
        }
    }

    private static void moments(final Ratings.Side other, final double value, final int from, final int until, final double[] sums) {
        final double square = value * value;
        for (int i = from; i < until; i++) {
            final int to = 6 * other.others()[i];
            final double theirs = other.values()[i];
            sums[to]++;
            sums[to + 1] += value * theirs;
            sums[to + 2] += square;
            sums[to + 3] += theirs * theirs;
            sums[to + 4] += value;
            sums[to + 5] += theirs;
        }
    }

    private static double value(final Kind kind, final Ratings.Side own, final int row, final int i, final double[] sums, final int least,
            final double shrinkage) {
        final int at = i * width(kind);
        final double n = sums[at];
        if (n < Math.max(1, least)) {
            return 0;
        }
        final double value = switch (kind) {
            case COMMON -> n / Math.sqrt((double) (own.starts()[row + 1] - own.starts()[row]) * (own.starts()[i + 1] - own.starts()[i]));
            case MSD -> 1 / (sums[at + 1] / n + 1);
            case COSINE -> ratio(sums[at + 1], sums[at + 2], sums[at + 3]);
            case PEARSON -> ratio(n * sums[at + 1] - sums[at + 4] * sums[at + 5], n * sums[at + 2] - sums[at + 4] * sums[at + 4],
                    n * sums[at + 3] - sums[at + 5] * sums[at + 5]);
        };
        return Math.max(0, value) * (n / (n + shrinkage));
    }

    /** {@return the angle; 0 where one of them has no direction, such as the correlation with a constant} */
    private static double ratio(final double product, final double one, final double other) {
        // the root of the product, so that rows that point the same way are exactly alike
        final double size = one > 0 && other > 0 ? Math.sqrt(one * other) : 0;
        return size > 0 && Double.isFinite(size) ? Math.min(1, product / size) : 0;
    }

    /** Keeps the most alike of a row; of those alike the first. */
    private void keep(final int row, final double[] found) {
        int size = 0;
        final var positive = new double[found.length];
        for (final double value : found) {
            if (value > 0) {
                positive[size++] = value;
            }
        }
        double limit = 0;
        int ties = 0;
        if (size > KEPT) {
            Arrays.sort(positive, 0, size);
            limit = positive[size - KEPT];
            int above = 0;
            for (int i = size - KEPT; i < size; i++) {
                above += positive[i] > limit ? 1 : 0;
            }
            ties = KEPT - above;
            size = KEPT;
        }
        others[row] = new int[size];
        values[row] = new double[size];
        int at = 0;
        for (int i = 0; i < found.length && at < size; i++) {
            if (found[i] > limit || found[i] == limit && limit > 0 && ties-- > 0) {
                others[row][at] = i;
                values[row][at++] = found[i];
            }
        }
    }

    int count() {
        return count;
    }

    boolean isDense() {
        return count <= DENSE;
    }

    double of(final int one, final int other) {
        if (isDense()) {
            return table[one * count + other];
        }
        final int at = Arrays.binarySearch(others[one], other);
        return at < 0 ? 0 : values[one][at];
    }

    /** {@return those that are alike with one, in their order} */
    int[] alike(final int one) {
        if (!isDense()) {
            return others[one].clone();
        }
        int size = 0;
        final var found = new int[count];
        for (int i = 0; i < count; i++) {
            if (table[one * count + i] > 0) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }
}
