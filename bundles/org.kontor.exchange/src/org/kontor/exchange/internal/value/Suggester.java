// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the known value that a value probably means. Two values are near where their letters and digits are the same, or differ in at most
 * one letter for each five of the longer one and at most three in all; where two known values are equally near, none is suggested.
 */
public final class Suggester {

    private static final int MAX_KNOWN = 20_000;

    private final Map<String, String> byLetters = new HashMap<>();
    private final Map<Integer, List<String>> byLength = new HashMap<>();

    /**
     * @param value a value that may be suggested; further ones than 20,000 are not kept
     */
    public void know(final String value) {
        if (value == null || byLetters.size() >= MAX_KNOWN) {
            return;
        }
        final var letters = Names.letters(value);
        if (!letters.isEmpty() && byLetters.putIfAbsent(letters, value) == null) {
            byLength.computeIfAbsent(letters.length(), length -> new ArrayList<>()).add(letters);
        }
    }

    /**
     * @param value a value
     * @return whether it is known, apart from case, blanks and punctuation
     */
    public boolean knows(final String value) {
        return byLetters.containsKey(Names.letters(value));
    }

    /**
     * @param value a value
     * @return the nearest known one, itself left out
     */
    public Optional<String> nearest(final String value) {
        final var letters = Names.letters(value);
        if (letters.isEmpty()) {
            return Optional.empty();
        }
        final var same = byLetters.get(letters);
        if (same != null) {
            return same.equals(value) ? Optional.empty() : Optional.of(same);
        }
        if (letters.chars().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        final int most = Math.min(3, Math.max(letters.length() >= 4 ? 1 : 0, letters.length() / 5));
        String best = null;
        int least = most + 1;
        boolean tie = false;
        for (int length = letters.length() - most; length <= letters.length() + most; length++) {
            for (final var known : byLength.getOrDefault(length, List.of())) {
                final int distance = Names.distance(letters, known, Math.min(most, least));
                if (distance < least) {
                    least = distance;
                    best = known;
                    tie = false;
                } else if (distance == least && distance <= most) {
                    tie = true;
                }
            }
        }
        return best == null || tie || digitsDiffer(letters, best) ? Optional.empty() : Optional.of(byLetters.get(best));
    }

    /** "GTX 500" is no misspelling of "GTX 700": where only digits differ, the values mean different things. */
    private static boolean digitsDiffer(final String one, final String another) {
        return !one.replaceAll("\\D", "").equals(another.replaceAll("\\D", ""));
    }
}
