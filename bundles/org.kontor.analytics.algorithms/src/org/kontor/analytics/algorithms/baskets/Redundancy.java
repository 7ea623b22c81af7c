// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Tells which rules say no more than one with fewer items on the left. The rules with one item fewer are looked at first, which mostly settles
 * it; only for the others is it found out, and remembered, how often the best rule among their items is right.
 */
final class Redundancy {

    /** Threads may find out the same at a time, and then the same. */
    private static final VarHandle BEST = MethodHandles.arrayElementVarHandle(double[].class);

    private final Subsets subsets;
    private final int[] count;
    private final int baskets;
    /** For each set and item on the right how often the best rule is right; 0 as long as nobody has asked. */
    private final double[] best;

    Redundancy(final Subsets subsets, final int baskets) {
        this.subsets = subsets;
        this.baskets = baskets;
        count = subsets.sets.count;
        best = new double[subsets.less.length];
    }

    /** {@return whether fewer items on the left, or none, are followed by an item of a set at least as often as all others of the set are} */
    boolean isRedundant(final int set, final int right) {
        final int start = subsets.starts[set];
        final int size = subsets.size[set];
        final double own = confidence(set, start + right);
        for (int k = 0; k < size; k++) {
            if (k != right) {
                final int part = subsets.less[start + k];
                if (confidence(part, at(part, right, k)) >= own) {
                    return true;
                }
            }
        }
        for (int k = 0; k < size; k++) {
            if (k != right && best(subsets.less[start + k], right < k ? right : right - 1) >= own) {
                return true;
            }
        }
        return false;
    }

    /** The rule with the same item on the right in a part that lacks another one. */
    private int at(final int part, final int right, final int without) {
        return subsets.starts[part] + (right < without ? right : right - 1);
    }

    private double confidence(final int set, final int rule) {
        final int left = subsets.less[rule];
        return (double) count[set] / (left == Itemsets.ROOT ? baskets : count[left]);
    }

    private double best(final int set, final int right) {
        final int start = subsets.starts[set];
        final double known = (double) BEST.getOpaque(best, start + right);
        if (known > 0) {
            return known;
        }
        double most = confidence(set, start + right);
        for (int k = 0; k < subsets.size[set] && most < 1; k++) {
            if (k != right) {
                most = Math.max(most, best(subsets.less[start + k], right < k ? right : right - 1));
            }
        }
        BEST.setOpaque(best, start + right, most);
        return most;
    }
}
