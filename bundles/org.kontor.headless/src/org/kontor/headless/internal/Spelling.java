// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Spelling {

    private Spelling() {
    }

    /**
     * @param typed what was typed
     * @param words what would have been right
     * @return the nearest word, if it is near: at most a third of its letters inserted, deleted, replaced or swapped with their neighbour,
     *         or a word that starts with what was typed
     */
    static Optional<String> nearest(final String typed, final Collection<String> words) {
        final var wanted = typed.toLowerCase(Locale.ROOT);
        final var near = words.stream()
                .filter(word -> distance(wanted, word) <= Math.max(1, (Math.max(wanted.length(), word.length()) + 1) / 3))
                .min(Comparator.<String>comparingInt(word -> distance(wanted, word)).thenComparing(Comparator.naturalOrder()));
        return near.or(() -> wanted.length() < 2 ? Optional.empty()
                : words.stream().filter(word -> word.startsWith(wanted) || wanted.startsWith(word)).min(Comparator.naturalOrder()));
    }

    /** The optimal string alignment distance: insert, delete, replace, swap neighbours. */
    static int distance(final String one, final String another) {
        final var table = new int[one.length() + 1][another.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= another.length(); column++) {
                if (row == 0 || column == 0) {
                    table[row][column] = row + column;
                    continue;
                }
                final int cost = one.charAt(row - 1) == another.charAt(column - 1) ? 0 : 1;
                int best = Math.min(Math.min(table[row - 1][column], table[row][column - 1]) + 1, table[row - 1][column - 1] + cost);
                if (row > 1 && column > 1 && one.charAt(row - 1) == another.charAt(column - 2)
                        && one.charAt(row - 2) == another.charAt(column - 1)) {
                    best = Math.min(best, table[row - 2][column - 2] + 1);
                }
                table[row][column] = best;
            }
        }
        return table[one.length()][another.length()];
    }
}
