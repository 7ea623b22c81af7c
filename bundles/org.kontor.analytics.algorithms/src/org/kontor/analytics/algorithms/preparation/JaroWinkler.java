// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

/**
 * How alike two short texts are: the share of characters that they have in common at about the same place (Jaro 1989), more where they begin
 * alike (Winkler 1990). From 0, nothing in common, to 1, the same.
 */
final class JaroWinkler {

    /** What each of up to four characters of a common beginning adds, as a part of what is missing from 1. */
    private static final double BEGINNING = .1;
    private static final int LONGEST_BEGINNING = 4;

    private JaroWinkler() {
    }

    static double of(final String one, final String other) {
        return of(one.toCharArray(), 0, one.length(), other.toCharArray(), 0, other.length());
    }

    static double of(final char[] one, final int from, final int length, final char[] other, final int otherFrom, final int otherLength) {
        if (length == 0 || otherLength == 0) {
            return length == otherLength ? 1 : 0;
        }
        final double jaro = length <= Long.SIZE && otherLength <= Long.SIZE ? few(one, from, length, other, otherFrom, otherLength)
                : many(one, from, length, other, otherFrom, otherLength);
        int same = 0;
        while (same < Math.min(LONGEST_BEGINNING, Math.min(length, otherLength)) && one[from + same] == other[otherFrom + same]) {
            same++;
        }
        return boosted(jaro, same);
    }

    /** {@return the similarity of texts whose first {@code same} characters are the same} */
    static double boosted(final double jaro, final int same) {
        return jaro + same * BEGINNING * (1 - jaro);
    }

    private static int reach(final int length, final int otherLength) {
        return Math.max(0, Math.max(length, otherLength) / 2 - 1);
    }

    private static double jaro(final int common, final int misplaced, final int length, final int otherLength) {
        if (common == 0) {
            return 0;
        }
        final double shared = common;
        return (shared / length + shared / otherLength + (shared - misplaced / 2) / shared) / 3;
    }

    /** Texts of up to 64 characters: one bit says whether a character is taken. */
    static double few(final char[] one, final int from, final int length, final char[] other, final int otherFrom, final int otherLength) {
        final int reach = reach(length, otherLength);
        long taken = 0;
        long otherTaken = 0;
        int common = 0;
        for (int i = 0; i < length; i++) {
            final char letter = one[from + i];
            final int end = Math.min(otherLength, i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end; j++) {
                if (other[otherFrom + j] == letter && (otherTaken >>> j & 1) == 0) {
                    taken |= 1L << i;
                    otherTaken |= 1L << j;
                    common++;
                    break;
                }
            }
        }
        int misplaced = 0;
        long rest = otherTaken;
        for (long left = taken; left != 0; left &= left - 1) {
            if (one[from + Long.numberOfTrailingZeros(left)] != other[otherFrom + Long.numberOfTrailingZeros(rest)]) {
                misplaced++;
            }
            rest &= rest - 1;
        }
        return jaro(common, misplaced, length, otherLength);
    }

    static double many(final char[] one, final int from, final int length, final char[] other, final int otherFrom, final int otherLength) {
        final int reach = reach(length, otherLength);
        final var taken = new boolean[length];
        final var otherTaken = new boolean[otherLength];
        int common = 0;
        for (int i = 0; i < length; i++) {
            final int end = Math.min(otherLength, i + reach + 1);
            for (int j = Math.max(0, i - reach); j < end; j++) {
                if (!otherTaken[j] && other[otherFrom + j] == one[from + i]) {
                    taken[i] = true;
                    otherTaken[j] = true;
                    common++;
                    break;
                }
            }
        }
        int misplaced = 0;
        int j = 0;
        for (int i = 0; i < length; i++) {
            if (taken[i]) {
                while (!otherTaken[j]) {
                    j++;
                }
                misplaced += one[from + i] == other[otherFrom + j] ? 0 : 1;
                j++;
            }
        }
        return jaro(common, misplaced, length, otherLength);
    }
}
