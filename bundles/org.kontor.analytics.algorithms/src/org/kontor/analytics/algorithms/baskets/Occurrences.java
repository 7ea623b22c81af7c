// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.kontor.analytics.run.RunContext;

/** Where the items are that are in enough baskets. They are numbered from the rarest to the most frequent, those alike by their names. */
final class Occurrences {

    /** So many baskets are worked on between two questions whether to stop. */
    private static final int PAUSE = 1 << 14;

    /** The item of each number. */
    final int[] items;
    /** In how many baskets each is. */
    final int[] counts;
    /** Where the numbers of each basket begin; one more than there are baskets. */
    final int[] starts;
    /** The numbers of each basket, increasing. */
    final int[] numbers;
    /** Where the baskets of each number begin; one more than there are numbers. */
    final int[] whereStarts;
    /** The baskets of each number, increasing. */
    final int[] where;

    Occurrences(final Baskets baskets, final int least, final RunContext context) {
        final var all = new int[baskets.names.size()];
        for (final int item : baskets.items) {
            all[item]++;
        }
        items = IntStream.range(0, all.length).filter(item -> all[item] >= least).boxed()
                .sorted(Comparator.comparingInt((Integer item) -> all[item]).thenComparing(baskets.names::get)).mapToInt(Integer::intValue).toArray();
        counts = new int[items.length];
        whereStarts = new int[items.length + 1];
        final var number = new int[all.length];
        Arrays.fill(number, -1);
        for (int i = 0; i < items.length; i++) {
            number[items[i]] = i;
            counts[i] = all[items[i]];
            whereStarts[i + 1] = whereStarts[i] + counts[i];
        }
        context.checkCancelled();
        starts = new int[baskets.count() + 1];
        where = new int[whereStarts[items.length]];
        numbers = new int[where.length];
        place(baskets, number, context);
    }

    private void place(final Baskets baskets, final int[] number, final RunContext context) {
        final var next = whereStarts.clone();
        final int count = baskets.count();
        int size = 0;
        for (int from = 0; from < count; from += PAUSE) {
            context.checkCancelled();
            size = place(baskets, number, next, from, Math.min(count, from + PAUSE), size);
        }
        // one number after the other goes into its baskets, so that each basket's are sorted
        System.arraycopy(starts, 1, starts, 0, count);
        for (int own = items.length - 1; own >= 0; own--) {
            for (int i = whereStarts[own]; i < whereStarts[own + 1]; i++) {
                numbers[--starts[where[i]]] = own;
            }
            if ((own & 63) == 0) {
                context.checkCancelled();
            }
        }
        starts[count] = size;
    }

    /** Notes the baskets of each number, and where the numbers of each basket end. */
    private int place(final Baskets baskets, final int[] number, final int[] next, final int from, final int to, final int before) {
        int size = before;
        for (int basket = from; basket < to; basket++) {
            for (int i = baskets.starts[basket]; i < baskets.starts[basket + 1]; i++) {
                final int own = number[baskets.items[i]];
                if (own >= 0) {
                    where[next[own]++] = basket;
                    size++;
                }
            }
            starts[basket + 1] = size;
        }
        return size;
    }

    /** {@return how many numbers a basket has on average, rounded up} */
    int mean() {
        return Math.ceilDiv(numbers.length, Math.max(1, starts.length - 1));
    }
}
