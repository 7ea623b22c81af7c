// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.function.IntConsumer;

import org.kontor.analytics.run.RunContext;

/**
 * Complete, average and weighted linkage, by a matrix of distances which are updated by the formulas of Lance and Williams (A general theory of
 * classificatory sorting strategies, 1967). A chain goes from neighbour to nearest neighbour until two are each other's nearest (Murtagh, A
 * survey of recent advances in hierarchical clustering algorithms, 1983); these merges bring nothing nearer to others, so their order does not
 * matter.
 */
final class ChainLinkage {

    private static final int CHECKS = 63;

    private final String linkage;
    private final GrowingMatrix matrix;
    private final Merges.Log log;
    private final RunContext context;
    /** Is told how many merges were made. */
    private final IntConsumer step;

    /** @param log merges that were made already, if any */
    ChainLinkage(final String linkage, final GrowingMatrix matrix, final Merges.Log log, final RunContext context, final IntConsumer step) {
        this.linkage = linkage;
        this.matrix = matrix;
        this.context = context;
        this.step = step;
        this.log = log;
    }

    Merges.Log log() {
        final var chain = new int[matrix.active + 1];
        int length = 0;
        int first = 0;
        while (matrix.active > 1) {
            if (length == 0) {
                while (!matrix.isThere(first)) {
                    first++;
                }
                chain[length++] = first;
            }
            final int tip = chain[length - 1];
            final int before = length > 1 ? chain[length - 2] : -1;
            final int nearest = matrix.nearest(tip);
            if (before >= 0 && matrix.at(tip, before) <= matrix.at(tip, nearest)) {
                length -= 2;
                merge(Math.max(tip, before), Math.min(tip, before));
                if (matrix.isFull()) {
                    final var moved = matrix.compact();
                    for (int i = 0; i < length; i++) {
                        chain[i] = moved[chain[i]];
                    }
                    first = 0;
                }
            } else {
                chain[length++] = nearest;
            }
        }
        return log;
    }

    private void merge(final int one, final int other) {
        log.add(matrix.point[one], matrix.point[other], matrix.at(one, other));
        final double[] from = matrix.row(other);
        final double[] into = matrix.row(one);
        switch (linkage) {
            case Agglomerative.COMPLETE -> farther(from, into, matrix.end());
            case Agglomerative.AVERAGE -> mean(from, matrix.sizes[other], into, matrix.sizes[one], matrix.end());
            case Agglomerative.WEIGHTED -> mean(from, 1, into, 1, matrix.end());
            default -> throw new IllegalArgumentException(linkage);
        }
        matrix.merge(one, other);
        if ((log.count() & CHECKS) == 0) {
            context.checkCancelled();
            step.accept(log.count());
        }
    }

    private static void farther(final double[] other, final double[] into, final int count) {
        for (int i = 0; i < count; i++) {
            into[i] = Math.max(other[i], into[i]);
        }
    }

    private static void mean(final double[] other, final double one, final double[] into, final double two, final int count) {
        final double all = one + two;
        for (int i = 0; i < count; i++) {
            into[i] = (one * other[i] + two * into[i]) / all;
        }
    }
}
