// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.run.RunContext;

/**
 * Which rows are held out while which others are learned from. With times, what is held out happened later than what is learned from; else
 * rows of one group stay together; else each fold has its part of each class.
 *
 * @param training the rows to learn from, increasing
 * @param held     the rows to answer for, increasing
 */
record Folds(int[] training, int[] held) {

    private static final long DEAL = 0xF01DL << 32;

    /** How rows were divided. */
    enum Scheme {
        /** By class. */
        STRATIFIED,
        /** By group. */
        GROUPED,
        /** By time. */
        TIME,
        /** At random. */
        RANDOM
    }

    static Scheme scheme(final Examples examples) {
        if (examples.times() != null) {
            return Scheme.TIME;
        }
        if (examples.groups() != null) {
            return Scheme.GROUPED;
        }
        return examples.target().isClasses() ? Scheme.STRATIFIED : Scheme.RANDOM;
    }

    /**
     * Divides rows.
     *
     * @param examples the rows
     * @param folds    into how many parts, 2 or more
     * @param holdout  whether only one part is held out, once: the last one in time, or one of those dealt
     * @param context  whose seed decides
     * @return the folds, none of them without rows on either side; empty where there are too few rows
     */
    static List<Folds> of(final Examples examples, final int folds, final boolean holdout, final RunContext context) {
        return switch (scheme(examples)) {
            case TIME -> inTime(examples, folds, holdout, context);
            case GROUPED -> dealt(grouped(examples, folds, context), folds, holdout);
            case STRATIFIED -> dealt(stratified(examples, folds, context), folds, holdout);
            case RANDOM -> {
                final var order = context.randomness(DEAL).permutation(examples.count());
                final var part = new int[order.length];
                for (int i = 0; i < order.length; i++) {
                    part[order[i]] = i % folds;
                }
                yield dealt(part, folds, holdout);
            }
        };
    }

    private static List<Folds> dealt(final int[] part, final int folds, final boolean holdout) {
        final var all = new ArrayList<Folds>();
        for (int fold = 0; fold < (holdout ? 1 : folds); fold++) {
            final int number = fold;
            add(all, IntStream.range(0, part.length).filter(row -> part[row] != number).toArray(),
                    IntStream.range(0, part.length).filter(row -> part[row] == number).toArray());
        }
        return all;
    }

    private static void add(final List<Folds> all, final int[] training, final int[] held) {
        if (training.length > 0 && held.length > 0) {
            all.add(new Folds(training, held));
        }
    }

    private static int[] stratified(final Examples examples, final int folds, final RunContext context) {
        final var order = context.randomness(DEAL).permutation(examples.count());
        final var part = new int[order.length];
        // classes follow each other, so that no fold gets one row more of each
        int next = 0;
        for (int k = 0; k < examples.target().classes().size(); k++) {
            for (final int row : order) {
                if (examples.target().code(row) == k) {
                    part[row] = next++ % folds;
                }
            }
            context.checkCancelled();
        }
        return part;
    }

    private static int[] grouped(final Examples examples, final int folds, final RunContext context) {
        final int[] groups = examples.groups();
        final var sizes = new int[Arrays.stream(groups).max().orElse(-1) + 1];
        for (final int group : groups) {
            sizes[group]++;
        }
        final var partOf = new int[sizes.length];
        final var rows = new long[folds];
        for (final int group : context.randomness(DEAL).permutation(sizes.length)) {
            int least = 0;
            for (int fold = 1; fold < folds; fold++) {
                least = rows[fold] < rows[least] ? fold : least;
            }
            partOf[group] = least;
            rows[least] += sizes[group];
        }
        context.checkCancelled();
        return Arrays.stream(groups).map(group -> partOf[group]).toArray();
    }

    /** Of folds + 1 parts in the order of time each but the first is held out once, and all before it are learned from. */
    private static List<Folds> inTime(final Examples examples, final int folds, final boolean holdout, final RunContext context) {
        final double[] times = examples.times();
        final var order = Order.ascending(times, context::checkCancelled);
        final int parts = holdout ? folds : folds + 1;
        final var limits = new int[parts + 1];
        for (int part = 1; part <= parts; part++) {
            int limit = (int) ((long) order.length * part / parts);
            // what happened at the same time stays together
            while (limit > limits[part - 1] && limit < order.length && times[order[limit]] == times[order[limit - 1]]) {
                limit++;
            }
            limits[part] = Math.max(limit, limits[part - 1]);
        }
        final var all = new ArrayList<Folds>();
        for (int part = holdout ? parts - 1 : 1; part < parts; part++) {
            add(all, sorted(order, 0, limits[part]), sorted(order, limits[part], limits[part + 1]));
        }
        return all;
    }

    private static int[] sorted(final int[] order, final int from, final int until) {
        final var some = Arrays.copyOfRange(order, from, until);
        Arrays.sort(some);
        return some;
    }
}
