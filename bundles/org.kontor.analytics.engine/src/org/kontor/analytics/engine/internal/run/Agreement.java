// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.HashMap;
import java.util.Map;

import org.kontor.analytics.frame.Column;

/** How alike two groupings of the same rows are. */
final class Agreement {

    private Agreement() {
    }

    /** {@return the adjusted Rand index (Hubert and Arabie 1985): 1 for the same groups under any names, about 0 by chance} */
    static double adjustedRand(final Column one, final Column two) {
        final Map<String, Integer> ones = new HashMap<>();
        final Map<String, Integer> twos = new HashMap<>();
        final Map<Long, Long> cells = new HashMap<>();
        final Map<Integer, Long> rows = new HashMap<>();
        final Map<Integer, Long> columns = new HashMap<>();
        for (int row = 0; row < one.rows(); row++) {
            final int i = ones.computeIfAbsent(one.text(row), unseen -> ones.size());
            final int j = twos.computeIfAbsent(two.text(row), unseen -> twos.size());
            cells.merge((long) i << 32 | j, 1L, Long::sum);
            rows.merge(i, 1L, Long::sum);
            columns.merge(j, 1L, Long::sum);
        }
        final double together = pairs(cells.values());
        final double first = pairs(rows.values());
        final double second = pairs(columns.values());
        final double all = one.rows() * (one.rows() - 1.0) / 2;
        final double expected = all == 0 ? 0 : first * second / all;
        final double most = (first + second) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(final Iterable<Long> counts) {
        double sum = 0;
        for (final long count : counts) {
            sum += count * (count - 1.0) / 2;
        }
        return sum;
    }
}
