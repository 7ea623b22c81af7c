// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.core.problem.ProblemException;

/**
 * A condition on the rows of a source. A row without a value fulfils {@link Comparison#ABSENT} and {@link Comparison#NOT_EQUAL} only.
 *
 * @param column     a column of the source
 * @param comparison how its value compares
 * @param value      with what, as the column writes its values: numbers with a point, days and moments as ISO 8601; empty where nothing is
 *                   compared
 * @since 0.1
 */
public record Condition(String column, Comparison comparison, String value) {

    /** How a value compares. */
    public enum Comparison {
        /** Equal. */
        EQUAL("="),
        /** Different. */
        NOT_EQUAL("!="),
        /** Smaller or equal. */
        AT_MOST("<="),
        /** Larger or equal. */
        AT_LEAST(">="),
        /** Smaller. */
        LESS("<"),
        /** Larger. */
        GREATER(">"),
        /** Contains, whatever the case. */
        CONTAINS("~"),
        /** Has a value. */
        PRESENT(" present"),
        /** Has no value. */
        ABSENT(" absent");

        private final String sign;

        Comparison(final String sign) {
            this.sign = sign;
        }

        /**
         * How it is written.
         *
         * @return the sign
         */
        public String sign() {
            return sign;
        }
    }

    /** Longer signs first: each is looked for before those that it begins with. */
    private static final List<Comparison> WRITTEN = List.of(Comparison.NOT_EQUAL, Comparison.AT_MOST, Comparison.AT_LEAST, Comparison.EQUAL,
            Comparison.LESS, Comparison.GREATER, Comparison.CONTAINS);

    /**
     * Reads a condition as people write it.
     *
     * @param text such as {@code amount>0}, {@code channel!=Web} or {@code country present}
     * @return the condition
     * @throws ProblemException where it cannot be read ({@code analytics.condition})
     */
    public static Condition parse(final String text) {
        final var trimmed = text.strip();
        for (final var ending : List.of(Comparison.PRESENT, Comparison.ABSENT)) {
            if (trimmed.endsWith(ending.sign()) && trimmed.length() > ending.sign().length()) {
                return new Condition(trimmed.substring(0, trimmed.length() - ending.sign().length()).strip(), ending, "");
            }
        }
        Optional<Comparison> found = Optional.empty();
        int place = Integer.MAX_VALUE;
        for (final var comparison : WRITTEN) {
            final int at = trimmed.indexOf(comparison.sign());
            if (at > 0 && at < place) {
                place = at;
                found = Optional.of(comparison);
            }
        }
        final int at = place;
        return found.map(comparison -> new Condition(trimmed.substring(0, at).strip(), comparison, trimmed.substring(at + comparison.sign().length()).strip()))
                .orElseThrow(() -> EngineProblems.of("analytics.condition", text,
                        String.join(" ", Arrays.stream(Comparison.values()).map(Comparison::sign).toList())).asException());
    }

    @Override
    public String toString() {
        return column + comparison.sign() + value;
    }
}
