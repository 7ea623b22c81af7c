// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.run.RunContext;

/** Trees one after the other, each of which mends what those before it left wrong. */
final class Boosting implements Learner {

    private static final long HOLD = 0xB0057L << 20;
    /** Of so many rows one decides when to stop. */
    private static final int PART = 10;
    /** So many rounds without any gain end it. */
    private static final int PATIENCE = 10;

    /**
     * How it goes on and when it ends.
     *
     * @param rounds         how many trees there are, for each class where there are more than two
     * @param rate           how much of its answer each tree gives
     * @param leaves         how many leaves each tree has at most
     * @param depth          how many questions each tree asks at most
     * @param least          how many rows each leaf has at least, about
     * @param regularization is added to the weight of each leaf: the more, the more careful its answer
     * @param stopping       whether it ends when rows that are held out for that get no better
     */
    record Limits(int rounds, double rate, int leaves, int depth, int least, double regularization, boolean stopping) {
    }

    private final Limits limits;
    private double[] fitted;

    Boosting(final Limits limits) {
        this.limits = limits;
    }

    @Override
    public Predictor learn(final Examples examples, final int[] all, final RunContext context) {
        final var target = examples.target();
        final var link = !target.isClasses() ? TreePredictor.Link.IDENTITY : target.isBinary() ? TreePredictor.Link.LOGISTIC : TreePredictor.Link.SOFTMAX;
        final int width = link == TreePredictor.Link.SOFTMAX ? target.outputs() : 1;
        final var parts = limits.stopping() && all.length >= 2 * PART ? parts(examples, all, context) : new int[][] {all, new int[0]};
        final var rows = parts[0];
        final var base = base(examples, rows, width);
        final var bins = Bins.of(examples, rows, context);
        final var grower = new BoostedTree(bins, rows, limits, context);
        final var gradients = new Gradients(examples, rows, link);
        final var scores = repeated(base, examples.count());
        final var stop = parts[1].length == 0 ? null : new Stop(examples, parts[1], link, repeated(base, parts[1].length));
        final var trees = new ArrayList<Tree>();
        for (int round = 0; round < limits.rounds(); round++) {
            for (int k = 0; k < width; k++) {
                final int score = k;
                gradients.update(scores, width, k, context);
                trees.add(grower.grow(gradients, (row, value) -> scores[row * width + score] += value));
            }
            if (stop != null && stop.after(trees, width, context)) {
                break;
            }
        }
        fitted = rows.length == examples.count() ? scores : null;
        return new TreePredictor(stop == null ? trees : trees.subList(0, Math.max(1, stop.best) * width), base, 1, link);
    }

    @Override
    public double[] fitted() {
        return fitted;
    }

    private static double[] repeated(final double[] base, final int times) {
        final var all = new double[base.length * times];
        Arrays.setAll(all, i -> base[i % base.length]);
        return all;
    }

    /** The scores that give every row the shares of the classes, or the mean. */
    private static double[] base(final Examples examples, final int[] rows, final int width) {
        final var shares = examples.baseline(rows);
        if (!examples.target().isClasses()) {
            return shares;
        }
        final double least = 1.0 / (rows.length + 2.0);
        final var base = new double[width];
        for (int k = 0; k < width; k++) {
            final double share = Math.min(1 - least, Math.max(least, shares[width == 1 ? 1 : k]));
            base[k] = width == 1 ? Math.log(share / (1 - share)) : Math.log(share);
        }
        return base;
    }

    /** The rows to learn from, and those that decide when to stop: the last ones in time, or some drawn at random. */
    private static int[][] parts(final Examples examples, final int[] all, final RunContext context) {
        final int held = all.length / PART;
        final int[] order;
        if (examples.times() != null) {
            order = Order.ascending(Arrays.stream(all).mapToDouble(row -> examples.times()[row]).toArray(), context::checkCancelled);
        } else {
            order = context.randomness(HOLD).permutation(all.length);
        }
        return new int[][] {IntStream.range(0, all.length - held).map(i -> all[order[i]]).sorted().toArray(),
            IntStream.range(all.length - held, all.length).map(i -> all[order[i]]).sorted().toArray()};
    }

    /** Watches rows that are not learned from. */
    private static final class Stop {

        private final Examples examples;
        private final int[] rows;
        private final TreePredictor.Link link;
        private final double[] scores;
        private final double[] answers;
        private final Quality quality;
        private double least = Double.POSITIVE_INFINITY;
        private int best;
        private int rounds;

        Stop(final Examples examples, final int[] rows, final TreePredictor.Link link, final double[] scores) {
            this.examples = examples;
            this.rows = rows;
            this.link = link;
            this.scores = scores;
            answers = new double[rows.length * examples.target().outputs()];
            quality = new Quality(examples.target(), Arrays.stream(rows).mapToDouble(row -> examples.target().values()[row]).toArray(),
                    Arrays.stream(rows).mapToDouble(examples::weight).toArray(), answers, () -> { });
        }

        /** {@return whether to stop after another round} */
        boolean after(final List<Tree> trees, final int width, final RunContext context) {
            context.checkCancelled();
            rounds++;
            double loss = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int k = 0; k < width; k++) {
                    final var tree = trees.get(trees.size() - width + k);
                    scores[i * width + k] += tree.value(tree.leafOf(examples.features().columns(), rows[i]), 0);
                }
                TreePredictor.answer(link, width, scores, i * width, answers, i * examples.target().outputs());
                loss += examples.weight(rows[i]) * (examples.target().isClasses() ? quality.loss(i) : quality.squared(i));
            }
            if (loss < least) {
                least = loss;
                best = rounds;
            }
            return rounds >= best + PATIENCE;
        }
    }

    static long memory(final long rows, final long width, final Limits limits, final long outputs) {
        final long trees = outputs > 2 ? limits.rounds() * outputs : limits.rounds();
        return Bins.memory(rows, width) + rows * (56 + 8 * outputs + BoostedTree.memory(width)) + width * (Bins.ALL * 24L) + (limits.leaves() / 2 + 2L) * width * Bins.ALL * 8
                + trees * Math.min(2L * limits.leaves(), 2 * rows / limits.least() + 2) * 60;
    }
}
