// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** Pairs of records that are one thing, or may be, in the order of their records. */
final class Pairs {

    private static final int FIRST = 16;

    private final int[] one;
    private final int[] other;
    private final double[] weight;
    private final long compared;

    /** What a task found. */
    private static final class Found {
        private int[] one = new int[FIRST];
        private int[] other = new int[FIRST];
        private int count;
        private long compared;

        void add(final int first, final int second) {
            if (count == one.length) {
                one = Arrays.copyOf(one, 2 * count);
                other = Arrays.copyOf(other, 2 * count);
            }
            one[count] = first;
            other[count++] = second;
        }
    }

    private Pairs(final int[] one, final int[] other, final double[] weight, final long compared) {
        this.one = one;
        this.other = other;
        this.weight = weight;
        this.compared = compared;
    }

    /** {@return the most pairs that are kept of so many records} */
    static long most(final long records) {
        return 200_000 + 4 * records;
    }

    static long memory(final long records) {
        return most(records) * (2 * 4 * 3 + 8);
    }

    /** {@return the pairs that reach a weight} */
    static Pairs of(final Records records, final Candidates candidates, final Weights weights, final double least, final RunContext context) {
        final var found = new Found[candidates.tasks()];
        final var total = new AtomicLong();
        final long most = most(records.count());
        final int step = Math.max(1, candidates.tasks() / 100);
        for (int from = 0; from < found.length; from += step) {
            final int first = from;
            context.parallel(Math.min(step, found.length - from), task -> {
                final var mine = new Found();
                candidates.each(first + task, (record, partner) -> {
                    mine.compared++;
                    if (weights.reaches(records, record, partner, least)) {
                        mine.add(record, partner);
                    }
                });
                found[first + task] = mine;
                if (total.addAndGet(mine.count) > most) {
                    throw Messages.problem("duplicates.too-many", most).asException();
                }
            });
            context.progress().worked(1);
        }
        return together(found, Math.toIntExact(total.get()), records, weights, context);
    }

    private static Pairs together(final Found[] found, final int count, final Records records, final Weights weights, final RunContext context) {
        // a counting sort by the second record, then by the first, gives the order of records whatever keys they were found by
        var one = new int[count];
        var other = new int[count];
        int size = 0;
        long compared = 0;
        for (final var each : found) {
            context.checkCancelled();
            System.arraycopy(each.one, 0, one, size, each.count);
            System.arraycopy(each.other, 0, other, size, each.count);
            size += each.count;
            compared += each.compared;
        }
        for (int pass = 0; pass < 2; pass++) {
            context.checkCancelled();
            final var by = pass == 0 ? other : one;
            final var next = new int[records.count() + 1];
            for (final int record : by) {
                next[record + 1]++;
            }
            for (int i = 0; i < records.count(); i++) {
                next[i + 1] += next[i];
            }
            final var sortedOne = new int[count];
            final var sortedOther = new int[count];
            for (int i = 0; i < count; i++) {
                final int place = next[by[i]]++;
                sortedOne[place] = one[i];
                sortedOther[place] = other[i];
            }
            one = sortedOne;
            other = sortedOther;
        }
        final var first = one;
        final var second = other;
        final var weight = new double[count];
        context.parallel(Math.ceilDiv(count, Frame.BLOCK), block -> {
            for (int i = block * Frame.BLOCK; i < Math.min(count, (block + 1) * Frame.BLOCK); i++) {
                weight[i] = weights.of(records, first[i], second[i]);
            }
        });
        return new Pairs(first, second, weight, compared);
    }

    int count() {
        return one.length;
    }

    int one(final int pair) {
        return one[pair];
    }

    int other(final int pair) {
        return other[pair];
    }

    double weight(final int pair) {
        return weight[pair];
    }

    /** {@return how many pairs were looked at} */
    long compared() {
        return compared;
    }
}
