// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

/** Finds the largest of numbers. */
final class Selection {

    private static final int FEW = 12;

    private Selection() {
    }

    /**
     * The number that is in a given place when numbers are sorted from the largest to the smallest (C. A. R. Hoare, Algorithm 65: Find, 1961).
     *
     * @param numbers put into another order
     * @param size    how many of them count
     * @param place   1 for the largest
     */
    static double largest(final double[] numbers, final int size, final int place) {
        int low = 0;
        int high = size - 1;
        final int wanted = place - 1;
        while (low < high) {
            final double one = numbers[low];
            final double two = numbers[low + high >>> 1];
            final double three = numbers[high];
            // the middle one of three, so that sorted numbers do no harm
            final double pivot = Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
            int i = low;
            int j = high;
            while (i <= j) {
                while (numbers[i] > pivot) {
                    i++;
                }
                while (numbers[j] < pivot) {
                    j--;
                }
                if (i <= j) {
                    final double swapped = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = swapped;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                break;
            }
        }
        return numbers[wanted];
    }

    /** {@return the places of numbers from the largest to the smallest; of those alike, in their order} */
    static int[] descending(final double[] numbers) {
        final var order = new int[numbers.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        merge(numbers, order, order.clone(), 0, order.length);
        return order;
    }

    /** Sorts {@code into}; both arrays hold the same places. */
    private static void merge(final double[] numbers, final int[] into, final int[] from, final int low, final int high) {
        if (high - low <= FEW) {
            for (int i = low + 1; i < high; i++) {
                final int place = into[i];
                int at = i;
                for (; at > low && numbers[into[at - 1]] < numbers[place]; at--) {
                    into[at] = into[at - 1];
                }
                into[at] = place;
            }
            return;
        }
        final int middle = low + high >>> 1;
        merge(numbers, from, into, low, middle);
        merge(numbers, from, into, middle, high);
        int one = low;
        int two = middle;
        for (int at = low; at < high; at++) {
            into[at] = two >= high || one < middle && numbers[from[one]] >= numbers[from[two]] ? from[one++] : from[two++];
        }
    }
}
