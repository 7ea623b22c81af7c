// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/** What can be told from the merges of clusters: which rows are together at a cut, and how true the tree is to the distances. */
final class Dendrogram {

    /** Up to so many points, distances in the tree and between points are compared for all pairs. */
    static final int EXACT = 5_000;
    /** So many rows are drawn where there are more. */
    static final int SAMPLE = 3_000;
    private static final long STREAM = 0x53L << 32;

    private final DistinctPoints all;
    private final Merges merges;
    /** The points side by side as the tree has them. */
    private final int[] order;
    /** The merge that brought each place of the order together with the next one. */
    private final int[] joint;

    Dendrogram(final DistinctPoints all, final Merges merges) {
        this.all = all;
        this.merges = merges;
        final int points = all.count();
        order = new int[points];
        joint = new int[Math.max(0, points - 1)];
        final var first = new int[merges.count()];
        for (int i = merges.count() - 1; i >= 0; i--) {
            final int left = merges.left()[i];
            final int right = merges.right()[i];
            final int middle = first[i] + points(left);
            place(left, first[i], first);
            place(right, middle, first);
            joint[middle - 1] = i;
        }
        if (points == 1) {
            order[0] = 0;
        }
    }

    private void place(final int cluster, final int at, final int[] first) {
        if (cluster < all.count()) {
            order[at] = cluster;
        } else {
            first[cluster - all.count()] = at;
        }
    }

    /** How many points, not rows, each cluster has; found when first asked for. */
    private int[] pointsOf;

    private int points(final int cluster) {
        if (pointsOf == null) {
            pointsOf = new int[merges.count()];
            for (int i = 0; i < pointsOf.length; i++) {
                pointsOf[i] = count(merges.left()[i]) + count(merges.right()[i]);
            }
        }
        return count(cluster);
    }

    private int count(final int cluster) {
        return cluster < all.count() ? 1 : pointsOf[cluster - all.count()];
    }

    static long memory(final long points) {
        return points * 40 + Math.min(points, EXACT) * 64;
    }

    Merges merges() {
        return merges;
    }

    DistinctPoints points() {
        return all;
    }

    /** {@return how many clusters are left by the merges up to a height, none of which rests on a higher one} */
    int clusters(final double height) {
        int merged = 0;
        final var highest = highest();
        for (final double each : highest) {
            merged += each <= height ? 1 : 0;
        }
        return all.count() - merged;
    }

    /** The height of each merge or, where that is higher, of one that it rests on. */
    private double[] highest() {
        final var highest = merges.heights().clone();
        for (int i = 0; i < highest.length; i++) {
            highest[i] = Math.max(highest[i], Math.max(highest(highest, merges.left()[i]), highest(highest, merges.right()[i])));
        }
        return highest;
    }

    private double highest(final double[] of, final int cluster) {
        return cluster < all.count() ? 0 : of[cluster - all.count()];
    }

    /** {@return the cluster of each row where so many are left, numbered from 0 in the order of their first rows} */
    int[] labels(final int clusters) {
        final var done = new boolean[merges.count()];
        Arrays.fill(done, 0, all.count() - clusters, true);
        return labels(done);
    }

    /** {@return the cluster of each row at a height, numbered from 0 in the order of their first rows} */
    int[] labels(final double height) {
        final var highest = highest();
        final var done = new boolean[highest.length];
        for (int i = 0; i < done.length; i++) {
            done[i] = highest[i] <= height;
        }
        return labels(done);
    }

    private int[] labels(final boolean[] done) {
        final int points = all.count();
        final var cluster = new int[points + done.length];
        for (int i = done.length - 1; i >= 0; i--) {
            final int name = cluster[points + i] > 0 ? cluster[points + i] : done[i] ? points + i + 1 : 0;
            cluster[merges.left()[i]] = name;
            cluster[merges.right()[i]] = name;
        }
        final var numbers = new int[points + done.length + 1];
        final var labels = new int[all.rows()];
        int next = 0;
        for (int row = 0; row < labels.length; row++) {
            final int point = all.of()[row];
            final int name = cluster[point] > 0 ? cluster[point] - 1 : point;
            if (numbers[name] == 0) {
                numbers[name] = ++next;
            }
            labels[row] = numbers[name] - 1;
        }
        return labels;
    }

    boolean isSampled() {
        return all.count() > EXACT;
    }

    /**
     * How well distances in the tree agree with those between rows (Sokal and Rohlf, The comparison of dendrograms by objective methods, 1962).
     *
     * @return Pearson's correlation; NaN where it is not defined
     */
    double copheneticCorrelation(final RunContext context) {
        final var weights = weights(context);
        final var chosen = Arrays.stream(order).filter(point -> weights[point] > 0).toArray();
        if (chosen.length < 2) {
            return Double.NaN;
        }
        final var between = joints(weights, chosen.length);
        final double middle = merges.heights()[merges.count() - 1] / 2;
        final var coordinates = new Distances(all.points().width(), chosen.length);
        coordinates.gather(all.points(), chosen, chosen.length);
        final boolean single = Arrays.stream(chosen).allMatch(point -> weights[point] == 1);
        final int each = all.points().rowsPerTask(chosen.length);
        final var parts = new Moments[Math.ceilDiv(chosen.length, each)];
        context.parallel(parts.length, task -> {
            final var moments = new Moments(middle);
            final var apart = new double[chosen.length];
            final var joined = new double[chosen.length];
            final var times = new double[chosen.length];
            final var center = new double[all.points().width()];
            for (int i = task * each; i < Math.min(chosen.length, (task + 1) * each); i++) {
                System.arraycopy(all.points().values(), chosen[i] * center.length, center, 0, center.length);
                coordinates.squared(context.kernels().distances(), center, 0, i, apart);
                roots(apart, i, middle);
                int highest = -1;
                for (int other = i - 1; other >= 0; other--) {
                    highest = Math.max(highest, between[other]);
                    joined[other] = merges.heights()[highest] - middle;
                }
                if (single) {
                    moments.add(apart, joined, i);
                } else {
                    for (int other = 0; other < i; other++) {
                        times[other] = (double) weights[chosen[i]] * weights[chosen[other]];
                    }
                    moments.add(apart, joined, times, i);
                }
            }
            parts[task] = moments;
        });
        final var total = new Moments(middle);
        for (final var part : parts) {
            total.add(part);
        }
        for (final int point : chosen) {
            total.addEqual(.5 * weights[point] * (weights[point] - 1.0));
        }
        return total.correlation();
    }

    private static void roots(final double[] squared, final int count, final double middle) {
        for (int i = 0; i < count; i++) {
            squared[i] = Math.sqrt(squared[i]) - middle;
        }
    }

    /** How many rows of each point are compared. */
    private int[] weights(final RunContext context) {
        if (!isSampled()) {
            return all.sizes();
        }
        final var rows = new int[SAMPLE];
        Samples.draw(all.rows(), rows, context.randomness(STREAM));
        final var weights = new int[all.count()];
        for (final int row : rows) {
            weights[all.of()[row]]++;
        }
        return weights;
    }

    /** The merge that brought each chosen point together with the next one. */
    private int[] joints(final int[] weights, final int chosen) {
        final var between = new int[chosen - 1];
        int next = -1;
        int highest = -1;
        for (int place = 0; place < order.length; place++) {
            if (weights[order[place]] > 0) {
                if (next >= 0) {
                    between[next] = highest;
                }
                next++;
                highest = -1;
            }
            if (place < joint.length) {
                highest = Math.max(highest, joint[place]);
            }
        }
        return between;
    }

    /** Sums of two quantities, their squares and product, measured from a middle, so that little is lost by rounding. */
    private static final class Moments {

        private final double middle;
        private double weight;
        private double one;
        private double two;
        private double oneSquared;
        private double twoSquared;
        private double product;

        Moments(final double middle) {
            this.middle = middle;
        }

        /** Adds pairs that are measured from the middle already. */
        void add(final double[] first, final double[] second, final int count) {
            double sumOne = one;
            double sumTwo = two;
            double squaresOne = oneSquared;
            double squaresTwo = twoSquared;
            double products = product;
            for (int i = 0; i < count; i++) {
                final double a = first[i];
                final double b = second[i];
                sumOne += a;
                sumTwo += b;
                squaresOne += a * a;
                squaresTwo += b * b;
                products += a * b;
            }
            weight += count;
            one = sumOne;
            two = sumTwo;
            oneSquared = squaresOne;
            twoSquared = squaresTwo;
            product = products;
        }

        /** The same with how often each pair counts. */
        void add(final double[] first, final double[] second, final double[] times, final int count) {
            for (int i = 0; i < count; i++) {
                add(first[i], second[i], times[i]);
            }
        }

        private void add(final double a, final double b, final double times) {
            weight += times;
            one += times * a;
            two += times * b;
            oneSquared += times * a * a;
            twoSquared += times * b * b;
            product += times * a * b;
        }

        /** Adds so many pairs of equal rows, which are at no distance. */
        void addEqual(final double times) {
            add(-middle, -middle, times);
        }

        void add(final Moments other) {
            weight += other.weight;
            one += other.one;
            two += other.two;
            oneSquared += other.oneSquared;
            twoSquared += other.twoSquared;
            product += other.product;
        }

        double correlation() {
            final double first = oneSquared - one * one / weight;
            final double second = twoSquared - two * two / weight;
            final double correlation = (product - one * two / weight) / Math.sqrt(first * second);
            return first > 0 && second > 0 && Double.isFinite(correlation) ? Math.max(-1, Math.min(1, correlation)) : Double.NaN;
        }
    }
}
