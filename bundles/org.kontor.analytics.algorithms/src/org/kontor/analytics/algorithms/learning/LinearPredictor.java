// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.run.RunContext;

/**
 * Scores that are sums: what all rows have in common, and something for each feature. A category that was never seen, and a missing number,
 * add nothing.
 */
final class LinearPredictor implements Predictor {

    /** What a score means. */
    enum Link {
        /** The number itself. */
        NUMBER,
        /** The log odds of the second of two classes. */
        LOGIT,
        /** The log odds of each class against all others. */
        ONE_VS_REST,
        /** The log odds of each class against the first. */
        SOFTMAX
    }

    private static final String LINK = "link";
    private static final String SCORES = "scores";
    private static final String SLOPES = "linear-slopes";
    private static final String EFFECTS = "linear-effects";
    private static final double LARGEST = 1e300;

    private final Link link;
    private final int scores;
    private final int width;
    private final double[] bases;
    private final double[] means;
    /** {@code slopes[score * width + feature]}. */
    private final double[] slopes;
    /** {@code effects[score * width + feature][code + 2]} of categories, null for numbers. */
    private final double[][] effects;

    private LinearPredictor(final Link link, final int scores, final int width, final double[] bases, final double[] means, final double[] slopes,
            final double[][] effects) {
        this.link = link;
        this.scores = scores;
        this.width = width;
        this.bases = bases;
        this.means = means;
        this.slopes = slopes;
        this.effects = effects;
    }

    /**
     * Puts coefficients into words about features.
     *
     * @param terms        what they belong to
     * @param bases        the score of each kind where every term is at its mean
     * @param coefficients {@code coefficients[score][term]}, per unit of the term
     */
    static LinearPredictor of(final Link link, final Terms terms, final double[] bases, final double[][] coefficients) {
        final int width = terms.encoding().width();
        final var means = new double[width];
        final var slopes = new double[bases.length * width];
        final var effects = new double[bases.length * width][];
        for (int s = 0; s < bases.length; s++) {
            for (int j = 0; j < width; j++) {
                if (terms.encoding().isCategory(j)) {
                    effects[s * width + j] = new double[terms.encoding().categories(j).size() + 2];
                }
            }
            for (int term = 0; term < terms.width(); term++) {
                final int feature = terms.owner(term);
                final double coefficient = coefficients[s][term];
                if (terms.level(term) == Terms.NUMBER) {
                    means[feature] = terms.mean(term);
                    slopes[s * width + feature] = coefficient;
                } else {
                    final var each = effects[s * width + feature];
                    each[terms.level(term) + 2] += coefficient;
                    for (int code = 0; code < each.length; code++) {
                        each[code] -= coefficient * terms.mean(term);
                    }
                }
            }
            forget(terms, effects, s * width);
        }
        return new LinearPredictor(link, bases.length, width, bases, means, slopes, effects);
    }

    /** A category that has neither a term nor is the reference was not seen: it adds nothing. */
    private static void forget(final Terms terms, final double[][] effects, final int at) {
        for (int j = 0; j < terms.encoding().width(); j++) {
            final var each = effects[at + j];
            if (each != null) {
                final var known = new boolean[each.length];
                for (int term = 0; term < terms.width(); term++) {
                    if (terms.owner(term) == j) {
                        known[terms.level(term) + 2] = true;
                    }
                }
                if (terms.reference(j) != Terms.NUMBER) {
                    known[terms.reference(j) + 2] = true;
                }
                for (int code = 0; code < each.length; code++) {
                    each[code] = known[code] ? each[code] : 0;
                }
            }
        }
    }

    @Override
    public int scores() {
        return scores;
    }

    @Override
    public double[] score(final Features features, final int[] rows, final RunContext context) {
        final var all = new double[rows.length * scores];
        context.parallel(Math.ceilDiv(rows.length, Frame.BLOCK), block -> {
            final int from = block * Frame.BLOCK;
            final int to = Math.min(rows.length, from + Frame.BLOCK);
            for (int s = 0; s < scores; s++) {
                context.checkCancelled();
                for (int i = from; i < to; i++) {
                    all[i * scores + s] = bases[s];
                }
                for (int j = 0; j < width; j++) {
                    add(features.columns()[j], rows, from, to, s, j, all);
                }
                for (int i = from; i < to; i++) {
                    all[i * scores + s] = limited(all[i * scores + s]);
                }
            }
        });
        return all;
    }

    private void add(final double[] column, final int[] rows, final int from, final int to, final int score, final int feature, final double[] into) {
        final var each = effects[score * width + feature];
        final double slope = slopes[score * width + feature];
        if (each != null) {
            for (int i = from; i < to; i++) {
                final double value = column[rows[i]];
                into[i * scores + score] += each[value != value ? 0 : (int) value + 2];
            }
        } else if (slope != 0) {
            for (int i = from; i < to; i++) {
                final double part = slope * (column[rows[i]] - means[feature]);
                into[i * scores + score] += part != part ? 0 : part;
            }
        }
    }

    private static double limited(final double score) {
        return Double.isNaN(score) ? 0 : Math.max(-LARGEST, Math.min(LARGEST, score));
    }

    @Override
    public void answer(final double[] values, final int from, final double[] answer, final int to) {
        switch (link) {
            case NUMBER -> answer[to] = values[from];
            case LOGIT -> {
                answer[to + 1] = probability(values[from]);
                answer[to] = probability(-values[from]);
            }
            case SOFTMAX -> {
                double largest = Double.NEGATIVE_INFINITY;
                for (int s = 0; s < scores; s++) {
                    largest = Math.max(largest, values[from + s]);
                }
                double sum = 0;
                for (int s = 0; s < scores; s++) {
                    answer[to + s] = Math.exp(values[from + s] - largest);
                    sum += answer[to + s];
                }
                for (int s = 0; s < scores; s++) {
                    answer[to + s] /= sum;
                }
            }
            case ONE_VS_REST -> {
                double sum = 0;
                for (int s = 0; s < scores; s++) {
                    answer[to + s] = probability(values[from + s]);
                    sum += answer[to + s];
                }
                for (int s = 0; s < scores; s++) {
                    answer[to + s] = sum > 0 ? answer[to + s] / sum : 1.0 / scores;
                }
            }
        }
    }

    static double probability(final double logit) {
        if (logit >= 0) {
            return 1 / (1 + Math.exp(-logit));
        }
        final double odds = Math.exp(logit);
        return odds / (1 + odds);
    }

    @Override
    public double[] contributions(final Features features, final int row, final int score) {
        final var parts = new double[width + 1];
        parts[width] = bases[score];
        for (int j = 0; j < width; j++) {
            final double value = features.value(row, j);
            final var each = effects[score * width + j];
            parts[j] = each != null ? each[value != value ? 0 : (int) value + 2] : limited(slopes[score * width + j] * (value - means[j]));
        }
        return parts;
    }

    @Override
    public void save(final Map<String, String> facts, final Map<String, Frame> tables) {
        facts.put(LINK, link.name());
        facts.put(SCORES, String.valueOf(scores));
        tables.put("linear-bases", Frame.of(NumberColumn.of("base", bases)));
        tables.put("linear-means", Frame.of(NumberColumn.of("mean", means)));
        tables.put(SLOPES, Frame.of(NumberColumn.of("slope", slopes)));
        final var owners = new ArrayList<Integer>();
        final var values = new ArrayList<Double>();
        for (int at = 0; at < effects.length; at++) {
            if (effects[at] != null) {
                for (final double effect : effects[at]) {
                    owners.add(at);
                    values.add(effect);
                }
            }
        }
        tables.put(EFFECTS, Frame.of(IntegerColumn.of("owner", owners.stream().mapToLong(Integer::intValue).toArray()),
                NumberColumn.of("effect", values.stream().mapToDouble(Double::doubleValue).toArray())));
    }

    /**
     * What {@link #save} kept.
     *
     * @throws RuntimeException where it was not kept so
     */
    static LinearPredictor restore(final LearnedModel.Kept kept) {
        final int scores = Integer.parseInt(kept.facts().get(SCORES));
        final int width = kept.encoding().width();
        final var effects = new double[scores * width][];
        final var table = kept.tables().get(EFFECTS);
        final var counts = new int[effects.length];
        for (int at = 0; at < effects.length; at++) {
            if (kept.encoding().isCategory(at % width)) {
                effects[at] = new double[kept.encoding().categories(at % width).size() + 2];
            }
        }
        for (int i = 0; i < table.rows(); i++) {
            final int at = (int) table.column("owner").number(i);
            effects[at][counts[at]++] = table.column("effect").number(i);
        }
        final var slopes = numbers(kept.tables().get(SLOPES), "slope");
        final var bases = numbers(kept.tables().get("linear-bases"), "base");
        final var means = numbers(kept.tables().get("linear-means"), "mean");
        if (slopes.length != scores * width || bases.length != scores || means.length != width) {
            throw new IllegalArgumentException(slopes.length + " slopes");
        }
        return new LinearPredictor(Link.valueOf(kept.facts().get(LINK)), scores, width, bases, means, slopes, effects);
    }

    static double[] numbers(final Frame frame, final String name) {
        final var values = new double[frame.rows()];
        frame.column(name).numbers(0, values.length, values, 0);
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(name);
        }
        return values;
    }
}
