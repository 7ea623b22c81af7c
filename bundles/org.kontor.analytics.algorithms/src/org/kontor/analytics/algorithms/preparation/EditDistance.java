// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

/** How many characters have to be put in, left out, replaced or swapped with their neighbour to make one text of another (Damerau 1964). */
final class EditDistance {

    private static final int LONGEST = 64;

    private EditDistance() {
    }

    static int of(final String one, final String other) {
        return of(one.toCharArray(), 0, one.length(), other.toCharArray(), 0, other.length());
    }

    /** {@return the distance; of texts of more than 64 characters, that of their first 64} */
    static int of(final char[] one, final int from, final int full, final char[] other, final int otherFrom, final int otherFull) {
        final int length = Math.min(LONGEST, full);
        final int otherLength = Math.min(LONGEST, otherFull);
        var before = new int[otherLength + 1];
        var last = new int[otherLength + 1];
        var row = new int[otherLength + 1];
        for (int j = 0; j <= otherLength; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= length; i++) {
            row[0] = i;
            for (int j = 1; j <= otherLength; j++) {
                final char mine = one[from + i - 1];
                final char theirs = other[otherFrom + j - 1];
                int least = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (mine == theirs ? 0 : 1));
                if (i > 1 && j > 1 && mine == other[otherFrom + j - 2] && theirs == one[from + i - 2]) {
                    least = Math.min(least, before[j - 2] + 1);
                }
                row[j] = least;
            }
            final var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[otherLength];
    }

    /** {@return whether one such step, or none, is enough; without a table, because nearly all pairs are asked} */
    static boolean isOneStep(final char[] one, final int from, final int length, final char[] other, final int otherFrom, final int otherLength) {
        final int shorter = Math.min(length, otherLength);
        int front = 0;
        while (front < shorter && one[from + front] == other[otherFrom + front]) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && one[from + length - 1 - back] == other[otherFrom + otherLength - 1 - back]) {
            back++;
        }
        final int left = length - front - back;
        final int otherLeft = otherLength - front - back;
        return left <= 1 && otherLeft <= 1 || left == 2 && otherLeft == 2 && one[from + front] == other[otherFrom + front + 1]
                && one[from + front + 1] == other[otherFrom + front];
    }
}
