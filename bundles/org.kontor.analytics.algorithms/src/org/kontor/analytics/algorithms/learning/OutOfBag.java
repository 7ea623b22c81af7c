// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Map;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/** A forest of which only the trees answer for a row that were not learned from it. For the rows it was learned from; not kept. */
final class OutOfBag implements Predictor {

    private static final int TASK = 2048;

    private final Tree[] trees;
    private final long[][] drawn;
    private final int width;

    OutOfBag(final Forest.Grown grown) {
        trees = grown.predictor().trees().toArray(Tree[]::new);
        drawn = grown.drawn();
        width = grown.predictor().scores();
    }

    private boolean knows(final int tree, final int row) {
        return (drawn[tree][row >> 6] >>> row & 1) != 0;
    }

    /** {@return whether a row has a tree that was not learned from it} */
    boolean[] answered(final int rows) {
        final var answered = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            for (int t = 0; t < trees.length && !answered[row]; t++) {
                answered[row] = !knows(t, row);
            }
        }
        return answered;
    }

    @Override
    public int scores() {
        return width;
    }

    @Override
    public double[] score(final Features features, final int[] rows, final RunContext context) {
        final var scores = new double[rows.length * width];
        context.parallel(Math.ceilDiv(rows.length, TASK), task -> {
            final int until = Math.min(rows.length, (task + 1) * TASK);
            final var counts = new int[TASK];
            for (int t = 0; t < trees.length; t++) {
                context.checkCancelled();
                for (int i = task * TASK; i < until; i++) {
                    if (!knows(t, rows[i])) {
                        counts[i - task * TASK]++;
                        final int leaf = trees[t].leafOf(features.columns(), rows[i]);
                        for (int k = 0; k < width; k++) {
                            scores[i * width + k] += trees[t].value(leaf, k);
                        }
                    }
                }
            }
            for (int i = task * TASK; i < until; i++) {
                for (int k = 0; k < width; k++) {
                    scores[i * width + k] /= Math.max(1, counts[i - task * TASK]);
                }
            }
        });
        return scores;
    }

    @Override
    public void answer(final double[] scores, final int from, final double[] answer, final int to) {
        System.arraycopy(scores, from, answer, to, width);
    }

    @Override
    public double[] contributions(final Features features, final int row, final int score) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(final Map<String, String> facts, final Map<String, Frame> tables) {
        throw new UnsupportedOperationException();
    }
}
