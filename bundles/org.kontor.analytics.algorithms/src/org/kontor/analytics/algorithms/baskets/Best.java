// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** Picks the best of many by their numbers, the best first; of those alike, those with the lower numbers. */
final class Best {

    private final int[] heap;
    private final Order order;
    private int size;

    /** Tells which of two is better. */
    interface Order {
        /** {@return negative where the one is better, positive where the other is, 0 where they are alike} */
        int compare(int one, int other);
    }

    private Best(final int most, final Order order) {
        heap = new int[most];
        this.order = order;
    }

    /**
     * @param count how many there are
     * @param most  how many are wanted
     * @param order which is better
     */
    static int[] of(final int count, final int most, final Order order, final RunContext context) {
        final var best = new Best(Math.min(count, most), order);
        for (int i = 0; i < count && best.heap.length > 0; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            best.offer(i);
        }
        return best.sorted();
    }

    private boolean worse(final int one, final int other) {
        final int compared = order.compare(one, other);
        return compared > 0 || compared == 0 && one > other;
    }

    /** The worst of those kept is at the top. */
    private void offer(final int number) {
        if (size < heap.length) {
            int at = size++;
            while (at > 0 && worse(number, heap[at - 1 >> 1])) {
                heap[at] = heap[at - 1 >> 1];
                at = at - 1 >> 1;
            }
            heap[at] = number;
        } else if (worse(heap[0], number)) {
            sink(number);
        }
    }

    private void sink(final int number) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            child += child + 1 < size && worse(heap[child + 1], heap[child]) ? 1 : 0;
            if (!worse(heap[child], number)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = number;
    }

    private int[] sorted() {
        final var sorted = new int[size];
        while (size > 0) {
            sorted[size - 1] = heap[0];
            final int last = heap[--size];
            sink(last);
        }
        return sorted;
    }
}
