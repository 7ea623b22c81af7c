// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Ranks sentences by how much they have in common with others that have much in common, and leaves out what was said already. */
final class SentenceRanking {

    /** So many sentences are compared each with each; of more, those nearest to all together. */
    static final int MOST = 1_000;

    private static final double DAMPING = .85;
    private static final int ROUNDS = 100;
    private static final double ENOUGH = 1e-10;

    private final TfIdf values;
    private final int[] sentences;
    private final float[][] alike;
    private final double[] scores;

    /** @param pause called again and again, so that a run can be stopped */
    SentenceRanking(final TfIdf values, final int from, final int to, final Runnable pause) {
        this.values = values;
        sentences = to - from <= MOST ? IntStream.range(from, to).toArray() : central(from, to, pause);
        alike = new float[sentences.length][sentences.length];
        for (int i = 0; i < sentences.length; i++) {
            pause.run();
            for (int j = i + 1; j < sentences.length; j++) {
                alike[i][j] = (float) cosine(sentences[i], sentences[j]);
                alike[j][i] = alike[i][j];
            }
        }
        scores = scores(pause);
    }

    /** The columns of a sentence stand in no order, so they are looked up in a list sorted once. */
    private double cosine(final int one, final int other) {
        double sum = 0;
        int i = values.starts()[one];
        int j = values.starts()[other];
        while (i < values.starts()[one + 1] && j < values.starts()[other + 1]) {
            final int mine = values.ids()[i];
            final int theirs = values.ids()[j];
            if (mine == theirs) {
                sum += values.values()[i++] * values.values()[j++];
            } else if (mine < theirs) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    private int[] central(final int from, final int to, final Runnable pause) {
        final var middle = new double[values.columns()];
        for (int s = from; s < to; s++) {
            if (s % MOST == 0) {
                pause.run();
            }
            for (int i = values.starts()[s]; i < values.starts()[s + 1]; i++) {
                middle[values.ids()[i]] += values.values()[i];
            }
        }
        final var near = new double[to - from];
        for (int s = from; s < to; s++) {
            if (s % MOST == 0) {
                pause.run();
            }
            for (int i = values.starts()[s]; i < values.starts()[s + 1]; i++) {
                near[s - from] += values.values()[i] * middle[values.ids()[i]];
            }
        }
        final var sorted = near.clone();
        Arrays.sort(sorted);
        pause.run();
        final double least = sorted[sorted.length - MOST];
        final var kept = new ArrayList<Integer>();
        for (int pass = 0; pass < 2; pass++) {
            for (int s = from; s < to && kept.size() < MOST; s++) {
                if (pass == 0 ? near[s - from] > least : near[s - from] == least) {
                    kept.add(s);
                }
            }
        }
        return kept.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private double[] scores(final Runnable pause) {
        final int count = sentences.length;
        final var sums = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                sums[i] += alike[i][j];
            }
        }
        double[] ranks = new double[count];
        Arrays.fill(ranks, 1.0 / Math.max(1, count));
        for (int round = 0; round < ROUNDS; round++) {
            pause.run();
            final var next = new double[count];
            Arrays.fill(next, (1 - DAMPING) / Math.max(1, count));
            for (int i = 0; i < count; i++) {
                if (sums[i] > 0) {
                    final double share = DAMPING * ranks[i] / sums[i];
                    for (int j = 0; j < count; j++) {
                        next[j] += share * alike[i][j];
                    }
                } else {
                    next[i] += DAMPING * ranks[i];
                }
            }
            double moved = 0;
            for (int i = 0; i < count; i++) {
                moved += Math.abs(next[i] - ranks[i]);
            }
            ranks = next;
            if (moved < ENOUGH) {
                break;
            }
        }
        return ranks;
    }

    /** A sentence that was chosen, and how much of all attention it has. */
    record Chosen(int sentence, double score) {
    }

    /** {@return the best sentences in the order of the text, none of which is more alike another than allowed} */
    List<Chosen> best(final int most, final double redundancy) {
        final var order = IntStream.range(0, sentences.length).boxed()
                .sorted((one, other) -> scores[one] == scores[other] ? Integer.compare(one, other) : Double.compare(scores[other], scores[one])).toList();
        final var kept = new ArrayList<Integer>();
        for (final int each : order) {
            if (kept.size() < most && kept.stream().noneMatch(before -> alike[each][before] > redundancy)) {
                kept.add(each);
            }
        }
        return kept.stream().sorted().map(each -> new Chosen(sentences[each], scores[each])).toList();
    }
}
