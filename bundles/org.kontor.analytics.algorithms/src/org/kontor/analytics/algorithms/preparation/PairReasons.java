// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.result.Message;

/** Says why two records are taken for one thing, or are not. */
final class PairReasons {

    private static final String[] SIGNS = {" =", " ≈", " ~", " ≠"};
    private static final String[] WORDS = {"same", "close", "alike", "different"};
    private static final int MOST_WORDS = 4;

    private final Records records;
    private final Weights weights;

    PairReasons(final Records records, final Weights weights) {
        this.records = records;
        this.weights = weights;
    }

    /** {@return the columns in which both have a value, what weighs most first} */
    private List<Integer> order(final int one, final int other) {
        return IntStream.range(0, records.width())
                .filter(c -> records.value(one, c) != Values.NONE && records.value(other, c) != Values.NONE).boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -Math.abs(weights.of(records, c, one, other))).thenComparingInt(c -> c)).toList();
    }

    private int level(final int column, final int one, final int other) {
        return Similarity.level(records.values(column), records.value(one, column), records.value(other, column));
    }

    /** {@return signs that every language has, such as {@code surname = +9.1; day ≠ -4}} */
    Message text(final int one, final int other) {
        return Message.join("; ", order(one, other).stream().map(c -> {
            final double weight = Math.rint(weights.of(records, c, one, other) * 10) / 10;
            return Message.join("", List.of(Message.column(records.name(c)), Message.name(SIGNS[level(c, one, other)] + (weight > 0 ? " +" : " ") + weight)));
        }).toList());
    }

    /** {@return how near two records are in a column, 0 to 1; NaN where one has no value} */
    double nearness(final int column, final int one, final int other) {
        final int mine = records.value(one, column);
        final int theirs = records.value(other, column);
        return mine == Values.NONE || theirs == Values.NONE ? Double.NaN : Similarity.share(records.values(column), mine, theirs);
    }

    /** {@return the same in words, what weighs most} */
    Message words(final int one, final int other) {
        Message all = null;
        for (final int c : order(one, other).stream().limit(MOST_WORDS).toList()) {
            final var word = Messages.of("duplicates.reason." + WORDS[level(c, one, other)], Message.column(records.name(c)));
            all = all == null ? word : Messages.of("duplicates.reasons", all, word);
        }
        return all == null ? Messages.of("duplicates.reason.none") : all;
    }

    /** {@return which column decides most} */
    Message strongest() {
        int best = 0;
        for (int c = 1; c < records.width(); c++) {
            best = weights.weight(c, Kind.SAME) > weights.weight(best, Kind.SAME) ? c : best;
        }
        return Messages.of("duplicates.summary.strongest", Message.column(records.name(best)), weights.weight(best, Kind.SAME));
    }
}
