// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

/** The least of many numbers, the largest of them first (a heap). */
final class Nearest {

    private final double[] found;

    /** @param count how many are kept; at least 1 */
    Nearest(final int count) {
        found = new double[count];
        clear();
    }

    void clear() {
        Arrays.fill(found, Double.POSITIVE_INFINITY);
    }

    /** {@return the largest of those kept; infinite as long as they are fewer} */
    double last() {
        return found[0];
    }

    /** Keeps a number in the place of the largest, where it is less. */
    void offer(final double value) {
        if (value < found[0]) {
            replace(value);
        }
    }

    private void replace(final double value) {
        int at = 0;
        for (int child = 1; child < found.length; child = 2 * at + 1) {
            if (child + 1 < found.length && found[child + 1] > found[child]) {
                child++;
            }
            if (found[child] <= value) {
                break;
            }
            found[at] = found[child];
            at = child;
        }
        found[at] = value;
    }
}
