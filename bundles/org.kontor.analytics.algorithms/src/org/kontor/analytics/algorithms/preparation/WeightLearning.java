// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.kontor.analytics.run.RunContext;

/**
 * Learns without examples how often duplicates and others have each answer (expectation and maximisation, Winkler 1988): how often others
 * have it comes from pairs drawn by chance, of which hardly any are duplicates, and how often duplicates have it from the pairs that are
 * compared.
 */
final class WeightLearning {

    /** So many pairs are looked at, about. */
    private static final int SAMPLE = 1_000_000;
    private static final int DRAWN = 400_000;
    private static final int DRAWN_PER_TASK = 4_000;
    private static final int MOST_ROUNDS = 60;
    private static final double ENOUGH = 1e-7;
    /** What is known of each kind beforehand counts as much as so many pairs. */
    private static final double PRIOR_AMONG = 10;
    private static final double PRIOR_BETWEEN = 50;
    /** It counts at least as much as this part of all duplicates, or another kind of likeness than that of duplicates might be learned. */
    private static final double PRIOR_SHARE = 1;
    /**
     * Duplicates are not the same at most so many times as often as was known before; else people who share a name, and a mail address that is
     * made of it, would be learned as duplicates, because they are many.
     */
    private static final double MOST_DIFFERENT = 2;
    /** Of all pairs with an answer, at least this part are no duplicates. */
    private static final double LEAST_OTHERS = .1;
    private static final int ANSWERS = Kind.LEVELS + 1;
    private static final long STREAM = 0xD0L << 32;

    private final Records records;
    private final Candidates candidates;
    private final RunContext context;
    private final int width;
    private final double all;

    /** Answers of pairs and how many pairs have them. */
    private record Patterns(long[] answers, double[] counts) {
    }

    WeightLearning(final Records records, final Candidates candidates, final RunContext context) {
        this.records = records;
        this.candidates = candidates;
        this.context = context;
        width = records.width();
        all = records.count() * (records.count() - 1.0) / 2;
    }

    /** {@return weights as one would set them without looking at the data} */
    Weights agreed() {
        return new Weights(records, -Weights.log2(Math.max(2, records.count())), before(true), before(false), false);
    }

    private double[][] before(final boolean among) {
        return IntStream.range(0, width).mapToObj(c -> IntStream.range(0, Kind.LEVELS)
                .mapToDouble(level -> among ? records.values(c).kind().among(level) : records.values(c).kind().between(level)).toArray())
                .toArray(double[][]::new);
    }

    Weights learned() {
        final var patterns = patterns();
        final var chance = chance();
        double[][] among = before(true);
        double[][] between = between(chance, new double[width][Kind.LEVELS]);
        double matches = .1 * records.count();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            context.checkCancelled();
            final double prior = prior(matches);
            final var weights = new double[width][Kind.LEVELS];
            for (int c = 0; c < width; c++) {
                for (int level = 0; level < Kind.LEVELS; level++) {
                    weights[c][level] = Math.log(among[c][level] / between[c][level]);
                }
            }
            final var answers = new double[width][Kind.LEVELS];
            double found = 0;
            for (int i = 0; i < patterns.answers().length; i++) {
                double sum = prior * Math.log(2);
                long rest = patterns.answers()[i];
                for (int c = 0; c < width; c++) {
                    final int level = (int) (rest % ANSWERS);
                    rest /= ANSWERS;
                    sum += level < Kind.LEVELS ? weights[c][level] : 0;
                }
                final double expected = patterns.counts()[i] / (1 + Math.exp(-sum));
                found += expected;
                rest = patterns.answers()[i];
                for (int c = 0; c < width; c++) {
                    final int level = (int) (rest % ANSWERS);
                    rest /= ANSWERS;
                    if (level < Kind.LEVELS) {
                        answers[c][level] += expected;
                    }
                }
            }
            final boolean settled = Math.abs(found - matches) <= ENOUGH * (1 + found);
            matches = found;
            among = among(answers);
            between = between(chance, answers);
            if (settled) {
                break;
            }
        }
        return new Weights(records, prior(matches), among, between, true);
    }

    private double prior(final double matches) {
        // more pairs than records would be another kind of likeness than that of duplicates
        final double share = (Math.min(Math.min(matches, records.count()), all) + 1) / (all + 2.0 * records.count() + 1);
        return Weights.weight(share);
    }

    private double[][] among(final double[][] answers) {
        final var among = new double[width][Kind.LEVELS];
        for (int c = 0; c < width; c++) {
            final double sum = Arrays.stream(answers[c]).sum();
            final double known = Math.max(PRIOR_AMONG, PRIOR_SHARE * sum);
            for (int level = 0; level < Kind.LEVELS; level++) {
                among[c][level] = (answers[c][level] + known * records.values(c).kind().among(level)) / (sum + known);
            }
            among[c][Kind.SAME] = 1;
            for (int level = Kind.CLOSE; level < Kind.LEVELS; level++) {
                among[c][level] = Math.min(among[c][level], MOST_DIFFERENT * records.values(c).kind().among(level));
                among[c][Kind.SAME] -= among[c][level];
            }
        }
        return among;
    }

    /** What pairs drawn by chance have, without the duplicates among them. */
    private double[][] between(final double[][] chance, final double[][] answers) {
        final var between = new double[width][Kind.LEVELS];
        for (int c = 0; c < width; c++) {
            double sum = 0;
            for (int level = 0; level < Kind.LEVELS; level++) {
                final double others = Math.max(LEAST_OTHERS * chance[c][level], chance[c][level] - answers[c][level]);
                between[c][level] = others + PRIOR_BETWEEN * records.values(c).kind().between(level);
                sum += between[c][level];
            }
            for (int level = 0; level < Kind.LEVELS; level++) {
                between[c][level] /= sum;
            }
        }
        return between;
    }

    private long pattern(final int one, final int other) {
        long pattern = 0;
        for (int c = width - 1; c >= 0; c--) {
            final int mine = records.value(one, c);
            final int theirs = records.value(other, c);
            final int level = mine == Values.NONE || theirs == Values.NONE ? Kind.LEVELS : Similarity.level(records.values(c), mine, theirs);
            pattern = pattern * ANSWERS + level;
        }
        return pattern;
    }

    /** The answers of compared pairs, or of every so manieth task of them. */
    private Patterns patterns() {
        final int step = Math.max(1, candidates.tasks() * 16_384 / SAMPLE);
        final int tasks = Math.ceilDiv(candidates.tasks(), step);
        final List<Map<Long, int[]>> found = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            found.add(new HashMap<>());
        }
        context.parallel(tasks, task -> candidates.each(task * step,
                (one, other) -> found.get(task).computeIfAbsent(pattern(one, other), unseen -> new int[1])[0]++));
        final var together = new TreeMap<Long, long[]>();
        found.forEach(each -> {
            context.checkCancelled();
            each.forEach((pattern, count) -> together.computeIfAbsent(pattern, unseen -> new long[1])[0] += count[0]);
        });
        final double times = tasks == 0 ? 1 : (double) candidates.tasks() / tasks;
        return new Patterns(together.keySet().stream().mapToLong(Long::longValue).toArray(),
                together.values().stream().mapToDouble(count -> count[0] * times).toArray());
    }

    /** How many of all pairs have each answer: counted where records are few, else estimated; that values are the same is always counted. */
    private double[][] chance() {
        final boolean few = records.count() <= Blocking.FEW;
        final int tasks = few ? records.count() : DRAWN / DRAWN_PER_TASK;
        final var found = new long[tasks][width][ANSWERS];
        context.parallel(tasks, task -> {
            if (few) {
                for (int other = task + 1; other < records.count(); other++) {
                    count(found[task], task, other);
                }
            } else {
                final var random = context.randomness(STREAM + task);
                for (int i = 0; i < DRAWN_PER_TASK; i++) {
                    final int one = random.nextInt(records.count());
                    final int other = random.nextInt(records.count());
                    if (one != other) {
                        count(found[task], one, other);
                    }
                }
            }
        });
        final var chance = new double[width][Kind.LEVELS];
        for (int c = 0; c < width; c++) {
            final int column = c;
            final var counts = IntStream.range(0, ANSWERS)
                    .mapToDouble(level -> Arrays.stream(found).mapToLong(each -> each[column][level]).sum()).toArray();
            double same = 0;
            double present = 0;
            for (final int count : records.counts(c)) {
                same += count * (count - 1.0) / 2;
                present += count;
            }
            final double pairs = present * (present - 1) / 2;
            final double others = counts[Kind.CLOSE] + counts[Kind.ALIKE] + counts[Kind.DIFFERENT];
            chance[c][Kind.SAME] = same;
            for (int level = Kind.CLOSE; level < Kind.LEVELS; level++) {
                chance[c][level] = others == 0 ? 0 : (pairs - same) * counts[level] / others;
            }
        }
        return chance;
    }

    private void count(final long[][] into, final int one, final int other) {
        for (int c = 0; c < width; c++) {
            final int mine = records.value(one, c);
            final int theirs = records.value(other, c);
            into[c][mine == Values.NONE || theirs == Values.NONE ? Kind.LEVELS : Similarity.level(records.values(c), mine, theirs)]++;
        }
    }
}
