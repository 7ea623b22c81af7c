// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.stream.IntStream;

/**
 * A part of very many rows, which shows where the likelihood of all is about the largest, and how it is curved there: a larger part costs more,
 * and a smaller one more passes over all rows afterwards.
 */
final class LogisticPart {

    /** So many rows of a part are enough to know where to begin in it. */
    static final int FIRST = 4_096;

    private static final int MOST = 32_768;
    private static final int LEAST = 16_384;
    private static final int VALUES = 1 << 24;
    /** So many rows follow each other, because memory gives them together. */
    private static final int RUN = 64;

    private LogisticPart() {
    }

    /** {@return how many rows it has} */
    static int size(final int width) {
        return Math.clamp(VALUES / Math.max(1, width) / RUN * RUN, LEAST, MOST);
    }

    /** {@return bytes that it takes} */
    static long memory(final int width) {
        return 8L * size(width) * width + LogisticLikelihood.memory(size(width), width);
    }

    /** {@return short runs of rows, evenly spread} */
    static int[] of(final int[] all, final int count) {
        final int runs = count / RUN;
        return IntStream.range(0, count).map(i -> all[(int) ((long) all.length * (i / RUN) / runs) + i % RUN]).toArray();
    }
}
