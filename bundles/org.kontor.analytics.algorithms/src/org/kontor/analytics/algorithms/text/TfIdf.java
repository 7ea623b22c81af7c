// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * Texts as rows of numbers: how often a run is in a text, less the more texts have it, each row of length 1. Runs that are in fewer texts than
 * asked for are left out; the others are numbered anew in their order.
 *
 * @param kept   the run of {@link Grams} that each column stands for
 * @param idf    what each column is multiplied with: ln((1 + n) / (1 + texts with it)) + 1
 * @param starts where each text begins in {@code ids} and {@code values}
 */
record TfIdf(int[] kept, double[] idf, int[] starts, int[] ids, double[] values) {

    private static final int TEXTS_PER_TASK = 512;
    private static final int LOGARITHMS = 64;
    private static final double[] DAMPED = new double[LOGARITHMS];

    static {
        Arrays.setAll(DAMPED, count -> count == 0 ? 0 : 1 + Math.log(count));
    }

    /** {@return all texts with the figures of these texts themselves} */
    static TfIdf of(final Grams grams, final int least, final boolean damped, final RunContext context) {
        final var each = new double[grams.texts()];
        Arrays.fill(each, 1);
        return of(grams, each, grams.frequency(), least, damped, context);
    }

    /** {@return all texts with the figures of those that count, each so often as it counts} */
    static TfIdf of(final Grams grams, final double[] times, final int least, final boolean damped, final RunContext context) {
        final var frequency = new int[grams.vocabulary().size()];
        for (int d = 0; d < grams.texts(); d++) {
            if (d % TEXTS_PER_TASK == 0) {
                context.checkCancelled();
            }
            if (times[d] > 0) {
                for (int i = grams.starts()[d]; i < grams.starts()[d + 1]; i++) {
                    frequency[grams.ids()[i]] += (int) times[d];
                }
            }
        }
        return of(grams, times, frequency, least, damped, context);
    }

    private static TfIdf of(final Grams grams, final double[] times, final int[] frequency, final int least, final boolean damped, final RunContext context) {
        final int texts = grams.texts();
        final double all = Arrays.stream(times).sum();
        final var numbers = new int[grams.vocabulary().size()];
        final var kept = new int[numbers.length];
        int count = 0;
        for (int id = 0; id < numbers.length; id++) {
            numbers[id] = frequency[id] >= least ? count : Vocabulary.NONE;
            if (numbers[id] >= 0) {
                kept[count++] = id;
            }
        }
        final var idf = new double[count];
        for (int c = 0; c < count; c++) {
            idf[c] = Math.log((1 + all) / (1.0 + frequency[kept[c]])) + 1;
        }
        context.checkCancelled();
        final int tasks = Math.ceilDiv(texts, TEXTS_PER_TASK);
        final var starts = new int[texts + 1];
        context.parallel(tasks, task -> {
            for (int d = task * TEXTS_PER_TASK; d < Math.min(texts, (task + 1) * TEXTS_PER_TASK); d++) {
                for (int i = grams.starts()[d]; i < grams.starts()[d + 1]; i++) {
                    starts[d + 1] += numbers[grams.ids()[i]] >= 0 ? 1 : 0;
                }
            }
        });
        for (int d = 0; d < texts; d++) {
            starts[d + 1] += starts[d];
        }
        final var ids = new int[starts[texts]];
        final var values = new double[ids.length];
        context.parallel(tasks, task -> {
            for (int d = task * TEXTS_PER_TASK; d < Math.min(texts, (task + 1) * TEXTS_PER_TASK); d++) {
                int at = starts[d];
                for (int i = grams.starts()[d]; i < grams.starts()[d + 1]; i++) {
                    final int number = numbers[grams.ids()[i]];
                    if (number >= 0) {
                        ids[at] = number;
                        values[at++] = weight(grams.counts()[i], damped) * idf[number];
                    }
                }
                normalize(values, starts[d], at);
            }
        });
        return new TfIdf(Arrays.copyOf(kept, count), idf, starts, ids, values);
    }

    /** {@return how much a run counts that is so often in a text} */
    static double weight(final int count, final boolean damped) {
        if (!damped) {
            return count;
        }
        return count < LOGARITHMS ? DAMPED[count] : 1 + Math.log(count);
    }

    static void normalize(final double[] values, final int from, final int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += values[i] * values[i];
        }
        final double length = Math.sqrt(squares);
        for (int i = from; i < to && length > 0; i++) {
            values[i] /= length;
        }
    }

    int texts() {
        return starts.length - 1;
    }

    int columns() {
        return kept.length;
    }
}
