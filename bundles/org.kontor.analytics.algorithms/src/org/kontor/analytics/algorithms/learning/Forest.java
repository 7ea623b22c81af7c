// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.List;

import org.kontor.analytics.run.RunContext;

/** Many trees, each learned from rows drawn with replacement and from some features at each node, that answer together. */
final class Forest implements Learner {

    private static final long DRAW = 0xF0E57L << 20;

    /**
     * When trees end.
     *
     * @param trees    how many there are
     * @param features how many features are looked at for each question
     * @param depth    how many questions are asked at most
     * @param least    how much weight each leaf has at least, a row counting one on average
     */
    record Limits(int trees, int features, int depth, double least) {
    }

    /** Trees, and which rows each was learned from: bit r of {@code drawn[tree][r / 64]}. */
    record Grown(TreePredictor predictor, long[][] drawn) {
    }

    private final Limits limits;
    private Grown last;

    Forest(final Limits limits) {
        this.limits = limits;
    }

    @Override
    public Predictor learn(final Examples examples, final int[] rows, final RunContext context) {
        last = grow(examples, rows, context);
        return last.predictor();
    }

    /** {@return what was grown last; the trees that did not see a row answer for it honestly} */
    Grown last() {
        return last;
    }

    private Grown grow(final Examples examples, final int[] rows, final RunContext context) {
        final var bins = Bins.of(examples, rows, context);
        double weights = 0;
        for (final int row : rows) {
            weights += examples.weight(row);
        }
        final double mean = weights > 0 ? weights / rows.length : 1;
        final boolean numbers = !examples.target().isClasses();
        final double middle = numbers ? examples.baseline(rows)[0] : 0;
        double most = 0;
        for (int i = 0; numbers && i < rows.length; i++) {
            most = Math.max(most, Math.abs(examples.target().values()[rows[i]] - middle));
        }
        final double scale = most > 0 ? most : 1;
        final var trees = new Tree[limits.trees()];
        final var drawn = new long[limits.trees()][Math.ceilDiv(examples.count(), Long.SIZE)];
        context.parallel(trees.length, t -> trees[t] = new ForestTree(examples, bins, limits, middle, scale, context, context.randomness(DRAW + t))
                .grow(rows, mean, drawn[t]));
        return new Grown(new TreePredictor(List.of(trees), new double[examples.target().outputs()], 1.0 / trees.length, TreePredictor.Link.IDENTITY), drawn);
    }

    static long memory(final long rows, final long width, final Limits limits, final long outputs) {
        final long threads = 4;
        final double leaves = Math.min(rows / Math.max(1, limits.least()) + 1, Math.pow(2, Math.min(60, limits.depth())));
        final long perNode = 60 + 8 * outputs;
        return Bins.memory(rows, width) + threads * rows * 44 + limits.trees() * (rows / 8 + 2000 + (long) (2 * leaves * perNode));
    }
}
