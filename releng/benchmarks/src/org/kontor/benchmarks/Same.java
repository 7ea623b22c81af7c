// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.util.Locale;
import java.util.function.BiFunction;

/** Ways to see that both sides found the same: each gives what is not the same, or null. */
final class Same {

    private Same() {
    }

    private static String different(final String value, final Object ours, final Object theirs) {
        return String.format(Locale.ROOT, "%s %s, the peer's %s", value, ours, theirs);
    }

    /** The same to the last digit. */
    static BiFunction<Side, Side, String> exactly(final String... values) {
        return (ours, theirs) -> {
            for (final var value : values) {
                if (theirs != null && !ours.text(value).equals(theirs.text(value))) {
                    return different(value, ours.text(value), theirs.text(value));
                }
            }
            return null;
        };
    }

    /** The same but for a share of the numbers. */
    static BiFunction<Side, Side, String> nearly(final double share, final String... values) {
        return (ours, theirs) -> {
            for (final var value : values) {
                final double[] one = theirs == null ? new double[0] : ours.numbers(value);
                final double[] other = theirs == null ? one : theirs.numbers(value);
                for (int i = 0; i < one.length; i++) {
                    if (one.length != other.length || !(Math.abs(one[i] - other[i]) <= share * Math.abs(other[i]))) {
                        return different(value, one[i], other[i]);
                    }
                }
            }
            return null;
        };
    }

    /** Ours is an error, which is at most so many times that of the peer. */
    static BiFunction<Side, Side, String> notWorse(final String error, final double times) {
        return (ours, theirs) -> theirs == null || ours.number(error) <= times * theirs.number(error) ? null
                : different(error, ours.text(error), theirs.text(error));
    }

    /** Ours is good, and at most so much less good than the peer. */
    static BiFunction<Side, Side, String> asGood(final String good, final double less) {
        return (ours, theirs) -> theirs == null || ours.number(good) >= theirs.number(good) - less ? null
                : different(good, ours.text(good), theirs.text(good));
    }

    /** At least so good, whoever else there is. */
    static BiFunction<Side, Side, String> atLeast(final String good, final double least) {
        return (ours, theirs) -> ours.number(good) >= least ? null : good + ' ' + ours.text(good) + " is below " + least;
    }

    @SafeVarargs
    static BiFunction<Side, Side, String> all(final BiFunction<Side, Side, String>... each) {
        return (ours, theirs) -> {
            for (final var same : each) {
                final var difference = same.apply(ours, theirs);
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        };
    }
}
