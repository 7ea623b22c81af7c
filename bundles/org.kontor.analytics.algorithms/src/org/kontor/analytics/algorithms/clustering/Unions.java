// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Sets that grow together (Tarjan and van Leeuwen, Worst-Case Analysis of Set Union Algorithms, 1984); for several threads at a time. */
final class Unions {

    private final AtomicIntegerArray parents;

    /** @param count how many elements there are, each a set of its own */
    Unions(final int count) {
        parents = new AtomicIntegerArray(count);
        for (int i = 0; i < count; i++) {
            parents.setPlain(i, i);
        }
    }

    /** {@return the least element of the set that an element belongs to by now} Halves the path on the way; other threads may do the same. */
    int root(final int element) {
        int at = element;
        int above = parents.get(at);
        while (above != at) {
            final int next = parents.get(above);
            if (next != above) {
                parents.compareAndSet(at, above, next);
            }
            at = above;
            above = parents.get(at);
        }
        return at;
    }

    /** {@return whether an element is known to belong to the set of another one, without looking further} */
    boolean isBelow(final int element, final int other) {
        return parents.getPlain(element) == other;
    }

    /** Makes one set of the sets of two elements; the least element stays the root, whoever comes first. */
    void unite(final int one, final int other) {
        int a = root(one);
        int b = root(other);
        while (a != b) {
            if (parents.compareAndSet(Math.max(a, b), Math.max(a, b), Math.min(a, b))) {
                return;
            }
            a = root(a);
            b = root(b);
        }
    }
}
