// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.baskets;

import java.util.concurrent.atomic.AtomicReference;

/**
 * How likely it is that two things meet as often as they did, or more often, when they have nothing to do with each other (Fisher's exact
 * test, one-sided: the upper tail of the hypergeometric distribution).
 */
final class FisherTail {

    private static final double SMALLEST = 1e-18;

    /** Up to so many logarithms are kept for the next run. */
    private static final int KEPT = 1 << 16;
    private static final AtomicReference<double[]> BEFORE = new AtomicReference<>(new double[1]);

    /** The logarithms of the factorials. */
    private final double[] logs;
    private final int all;

    /** @param all the number of baskets */
    FisherTail(final int all) {
        this.all = all;
        final double[] known = BEFORE.get();
        logs = known.length > all ? known : logs(all);
        if (logs != known && all < KEPT) {
            BEFORE.set(logs);
        }
    }

    private static double[] logs(final int most) {
        final var logs = new double[most + 1];
        double sum = 0;
        double lost = 0;
        for (int i = 1; i <= most; i++) {
            // compensated, because a million logarithms are added up (Kahan, Further remarks on reducing truncation errors, 1965)
            final double next = Math.log(i) - lost;
            final double more = sum + next;
            lost = more - sum - next;
            sum = more;
            logs[i] = sum;
        }
        return logs;
    }

    private double choose(final int all, final int some) {
        return logs[all] - logs[some] - logs[all - some];
    }

    /** {@return the probability of at least so many baskets with both, of all with the one and the other} */
    double probability(final int both, final int one, final int other) {
        final int least = Math.max(0, one + other - all);
        if (both <= least) {
            return 1;
        }
        final int most = Math.min(one, other);
        double term = Math.exp(choose(other, both) + choose(all - other, one - both) - choose(all, one));
        double sum = 0;
        for (int i = both; i <= most; i++) {
            sum += term;
            final double factor = (double) (other - i) * (one - i) / ((i + 1.0) * ((double) all - other - one + i + 1));
            term *= factor;
            if (factor < 1 && term < SMALLEST * sum) {
                break;
            }
        }
        return Math.min(1, sum);
    }

    /** Remembers what was asked lately, because most rules of rare items have the same few counts; for one thread. */
    static final class Known {

        private static final int BITS = 12;

        private final FisherTail tail;
        private final long[] asked = new long[1 << BITS];
        private final int[] boths = new int[1 << BITS];
        private final double[] answers = new double[1 << BITS];

        Known(final FisherTail tail) {
            this.tail = tail;
        }

        double probability(final int both, final int one, final int other) {
            // no count is nothing, so that no question looks like none
            final long question = (long) one << Integer.SIZE | other;
            final int at = (int) ((question + both * 0xBF58476D1CE4E5B9L) * 0x9E3779B97F4A7C15L >>> Long.SIZE - BITS);
            if (asked[at] != question || boths[at] != both) {
                answers[at] = tail.probability(both, one, other);
                asked[at] = question;
                boths[at] = both;
            }
            return answers[at];
        }
    }
}
