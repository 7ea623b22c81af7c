// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.run.RunContext;

/**
 * Answers by one tree or many. With leaves of one value for each score every tree adds to every score; else tree t adds to score t modulo
 * their number.
 */
final class TreePredictor implements Predictor {

    private static final String TREES = "trees";
    private static final String BASE = "base";
    private static final String LINK = "link";
    private static final String FACTOR = "factor";
    /** Rows that one task scores. */
    private static final int TASK = 2048;

    /** How scores become answers. */
    enum Link {
        /** They are the answers. */
        IDENTITY,
        /** One score is the log odds of the second of two classes. */
        LOGISTIC,
        /** Scores are the logarithms of something proportional to the probabilities. */
        SOFTMAX
    }

    private final List<Tree> trees;
    private final double[] base;
    private final double factor;
    private final Link link;

    /**
     * @param trees  at least one
     * @param base   what the scores are before any tree is asked
     * @param factor what the values of the leaves are multiplied by
     */
    TreePredictor(final List<Tree> trees, final double[] base, final double factor, final Link link) {
        this.trees = List.copyOf(trees);
        this.base = base;
        this.factor = factor;
        this.link = link;
    }

    List<Tree> trees() {
        return trees;
    }

    @Override
    public int scores() {
        return base.length;
    }

    private boolean isJoint() {
        return trees.getFirst().outputs() == base.length;
    }

    @Override
    public double[] score(final Features features, final int[] rows, final RunContext context) {
        final int width = base.length;
        final var scores = new double[Math.multiplyExact(rows.length, width)];
        final var all = trees.toArray(Tree[]::new);
        final boolean joint = isJoint();
        context.parallel(Math.ceilDiv(rows.length, TASK), task -> {
            final int until = Math.min(rows.length, (task + 1) * TASK);
            final var leaves = new int[until - task * TASK];
            // tree by tree, so that a tree stays in the cache for all rows of the task
            for (int t = 0; t < all.length; t++) {
                context.checkCancelled();
                final var tree = all[t];
                tree.leavesOf(features.columns(), rows, task * TASK, until, leaves);
                for (int i = task * TASK; i < until; i++) {
                    final int leaf = leaves[i - task * TASK];
                    if (joint) {
                        for (int k = 0; k < width; k++) {
                            scores[i * width + k] += tree.value(leaf, k);
                        }
                    } else {
                        scores[i * width + t % width] += tree.value(leaf, 0);
                    }
                }
            }
            for (int i = task * TASK; i < until; i++) {
                for (int k = 0; k < width; k++) {
                    scores[i * width + k] = base[k] + factor * scores[i * width + k];
                }
            }
        });
        return scores;
    }

    @Override
    public void answer(final double[] scores, final int from, final double[] answer, final int to) {
        answer(link, base.length, scores, from, answer, to);
    }

    static void answer(final Link link, final int width, final double[] scores, final int from, final double[] answer, final int to) {
        switch (link) {
            case IDENTITY -> System.arraycopy(scores, from, answer, to, width);
            case LOGISTIC -> {
                answer[to + 1] = 1 / (1 + Math.exp(-scores[from]));
                answer[to] = 1 - answer[to + 1];
            }
            case SOFTMAX -> {
                double most = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < width; k++) {
                    most = Math.max(most, scores[from + k]);
                }
                double sum = 0;
                for (int k = 0; k < width; k++) {
                    answer[to + k] = Math.exp(scores[from + k] - most);
                    sum += answer[to + k];
                }
                for (int k = 0; k < width; k++) {
                    answer[to + k] /= sum;
                }
            }
        }
    }

    @Override
    public double[] contributions(final Features features, final int row, final int score) {
        final var found = new double[features.width() + 1];
        double common = 0;
        for (int t = 0; t < trees.size(); t++) {
            if (isJoint() || t % base.length == score) {
                final int output = isJoint() ? score : 0;
                TreeShap.add(trees.get(t), output, features, row, factor, found);
                common += trees.get(t).expected(output);
            }
        }
        found[features.width()] = base[score] + factor * common;
        return found;
    }

    @Override
    public void save(final Map<String, String> facts, final Map<String, Frame> tables) {
        facts.put(LINK, link.name().toLowerCase(Locale.ROOT));
        facts.put(FACTOR, Double.toString(factor));
        tables.put(BASE, Frame.of(NumberColumn.of(BASE, base.clone())));
        tables.put(TREES, TreeFrames.frame(trees));
    }

    /** {@return what {@link #save} kept} */
    static TreePredictor restore(final LearnedModel.Kept kept) {
        final var base = ((NumberColumn) kept.tables().get(BASE).column(BASE)).values();
        final var link = Link.valueOf(kept.facts().get(LINK).toUpperCase(Locale.ROOT));
        final var table = kept.tables().get(TREES);
        final boolean joint = table.find("value-" + (base.length - 1)).isPresent();
        final var trees = TreeFrames.trees(table, joint ? base.length : 1);
        final int width = kept.encoding().width();
        for (final var tree : trees) {
            for (int node = 0; node < tree.size(); node++) {
                if (tree.feature(node) >= width) {
                    throw new IllegalArgumentException("feature " + tree.feature(node) + " of " + width);
                }
            }
        }
        if (link == Link.LOGISTIC ? base.length != 1 || !kept.target().isBinary() : base.length != kept.target().outputs()) {
            throw new IllegalArgumentException(link + " of " + Arrays.toString(base));
        }
        return new TreePredictor(trees, base, Double.parseDouble(kept.facts().get(FACTOR)), link);
    }
}
