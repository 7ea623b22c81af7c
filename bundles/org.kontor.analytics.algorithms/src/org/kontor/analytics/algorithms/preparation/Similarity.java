// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

/** How near two values of a column are to each other. */
final class Similarity {

    private static final double NAME_CLOSE = .92;
    private static final double NAME_ALIKE = .84;
    private static final double TEXT_CLOSE = .92;
    private static final double TEXT_ALIKE = .80;
    /** Texts that have most words in common have few letters that the other has not. */
    private static final int MOST_FOREIGN = 6;
    private static final double NUMBER_CLOSE = .01;
    private static final double NUMBER_ALIKE = .1;
    private static final int CODE_ALIKE = 2;
    private static final int LONG_CODE = 6;
    private static final int YEAR = 4;

    private Similarity() {
    }

    /** {@return {@link Kind#SAME} to {@link Kind#DIFFERENT}} */
    static int level(final Values values, final int one, final int other) {
        if (one == other) {
            return Kind.SAME;
        }
        return switch (values.kind()) {
            case NAME -> letters(values, one, other, NAME_CLOSE, NAME_ALIKE);
            case TEXT -> text(values, one, other);
            case MAIL -> mail(values, one, other);
            case CODE, POSTCODE, PHONE -> code(values, one, other);
            case DATE -> date(values, one, other);
            case NUMBER -> number(values.number(one), values.number(other));
            case CATEGORY -> Kind.DIFFERENT;
        };
    }

    /** {@return the same as a number from 0 to 1 that people can compare} */
    static double share(final Values values, final int one, final int other) {
        return switch (values.kind()) {
            case NAME, MAIL -> jaroWinkler(values, one, other);
            case TEXT -> Math.max(jaroWinkler(values, one, other), words(values, one, other));
            case CODE, POSTCODE, PHONE, DATE -> 1 - (double) distance(values, one, other)
                    / Math.max(1, Math.min(64, Math.max(values.length(one), values.length(other))));
            case NUMBER -> one == other ? 1 : Math.max(0, 1 - apart(values.number(one), values.number(other)));
            case CATEGORY -> one == other ? 1 : 0;
        };
    }

    private static double jaroWinkler(final Values values, final int one, final int other) {
        return JaroWinkler.of(values.letters(), values.start(one), values.length(one), values.letters(), values.start(other), values.length(other));
    }

    private static int distance(final Values values, final int one, final int other) {
        return EditDistance.of(values.letters(), values.start(one), values.length(one), values.letters(), values.start(other), values.length(other));
    }

    /** {@return how many characters one of the values has, at least, that the other has not} */
    private static int foreign(final Values values, final int one, final int other) {
        return Math.max(Long.bitCount(values.mask(one) & ~values.mask(other)), Long.bitCount(values.mask(other) & ~values.mask(one)));
    }

    private static int letters(final Values values, final int one, final int other, final double close, final double alike) {
        if (highest(values, one, other) < alike) {
            return Kind.DIFFERENT;
        }
        final double share = jaroWinkler(values, one, other);
        if (share >= close) {
            return Kind.CLOSE;
        }
        return share >= alike ? Kind.ALIKE : Kind.DIFFERENT;
    }

    /** No pair is more alike than this; it saves looking at nearly all pairs letter by letter. */
    private static double highest(final Values values, final int one, final int other) {
        final int length = values.length(one);
        final int otherLength = values.length(other);
        final int common = Math.min(length - Long.bitCount(values.mask(one) & ~values.mask(other)),
                otherLength - Long.bitCount(values.mask(other) & ~values.mask(one)));
        if (common <= 0) {
            return 0;
        }
        final long differing = values.head(one) ^ values.head(other);
        final int same = differing == 0 ? YEAR : Long.numberOfTrailingZeros(differing) / Character.SIZE;
        return JaroWinkler.boosted(((double) common / length + (double) common / otherLength + 1) / 3, same);
    }

    private static int text(final Values values, final int one, final int other) {
        final int level = letters(values, one, other, TEXT_CLOSE, TEXT_ALIKE);
        if (level == Kind.CLOSE || foreign(values, one, other) > MOST_FOREIGN) {
            return level;
        }
        final double words = words(values, one, other);
        if (words >= TEXT_CLOSE) {
            return Kind.CLOSE;
        }
        return words >= TEXT_ALIKE ? Math.min(level, Kind.ALIKE) : level;
    }

    /** {@return the share of words that both have, in any order} */
    private static double words(final Values values, final int one, final int other) {
        final var letters = values.letters();
        int words = 0;
        int shared = 0;
        final int end = values.start(one) + values.length(one);
        for (int from = values.start(one); from < end;) {
            int until = from;
            while (until < end && letters[until] != ' ') {
                until++;
            }
            shared += has(values, other, from, until - from) ? 1 : 0;
            words++;
            from = until + 1;
        }
        int others = 1;
        for (int i = values.start(other); i < values.start(other) + values.length(other); i++) {
            others += letters[i] == ' ' ? 1 : 0;
        }
        return 2.0 * Math.min(shared, others) / (words + others);
    }

    private static boolean has(final Values values, final int value, final int word, final int length) {
        final var letters = values.letters();
        final int end = values.start(value) + values.length(value);
        for (int from = values.start(value); from + length <= end;) {
            int same = 0;
            while (same < length && letters[from + same] == letters[word + same]) {
                same++;
            }
            if (same == length && (from + length == end || letters[from + length] == ' ')) {
                return true;
            }
            while (from < end && letters[from] != ' ') {
                from++;
            }
            from++;
        }
        return false;
    }

    private static int code(final Values values, final int one, final int other) {
        final int length = values.length(one);
        final int otherLength = values.length(other);
        if (Math.abs(length - otherLength) > CODE_ALIKE || foreign(values, one, other) > CODE_ALIKE) {
            return Kind.DIFFERENT;
        }
        final int shorter = Math.min(length, otherLength);
        if (shorter > 2 && EditDistance.isOneStep(values.letters(), values.start(one), length, values.letters(), values.start(other), otherLength)) {
            return Kind.CLOSE;
        }
        return shorter >= LONG_CODE && distance(values, one, other) <= CODE_ALIKE ? Kind.ALIKE : Kind.DIFFERENT;
    }

    private static int date(final Values values, final int one, final int other) {
        final int length = values.length(one);
        if (length != 2 * YEAR || values.length(other) != length) {
            return code(values, one, other);
        }
        final var letters = values.letters();
        final int mine = values.start(one);
        final int theirs = values.start(other);
        if (EditDistance.isOneStep(letters, mine, length, letters, theirs, length)) {
            return Kind.CLOSE;
        }
        for (int i = 0; i < YEAR; i++) {
            if (letters[mine + i] != letters[theirs + i]) {
                return Kind.DIFFERENT;
            }
        }
        final boolean swapped = letters[mine + 4] == letters[theirs + 6] && letters[mine + 5] == letters[theirs + 7] && letters[mine + 6] == letters[theirs + 4]
                && letters[mine + 7] == letters[theirs + 5];
        return swapped ? Kind.CLOSE : Kind.ALIKE;
    }

    private static double apart(final double one, final double other) {
        final double larger = Math.max(Math.abs(one), Math.abs(other));
        return Double.isFinite(larger) && larger > 0 ? Math.abs(one / larger - other / larger) : 1;
    }

    private static int number(final double one, final double other) {
        final double apart = apart(one, other);
        if (apart <= NUMBER_CLOSE) {
            return Kind.CLOSE;
        }
        return apart <= NUMBER_ALIKE ? Kind.ALIKE : Kind.DIFFERENT;
    }

    private static int mail(final Values values, final int one, final int other) {
        final var letters = values.letters();
        final int mine = local(values, one);
        final int theirs = local(values, other);
        if (mine == theirs && mine > 2 && highest(values, one, other) > 0) {
            int same = 0;
            while (same < mine && letters[values.start(one) + same] == letters[values.start(other) + same]) {
                same++;
            }
            if (same == mine) {
                return Kind.CLOSE;
            }
        }
        // people of one name have addresses that begin alike, with numbers that tell them apart: only a slip in a letter makes two addresses one
        return sameDigits(values, one, other) ? code(values, one, other) : Kind.DIFFERENT;
    }

    private static boolean sameDigits(final Values values, final int one, final int other) {
        final int end = values.start(one) + values.length(one);
        final int otherEnd = values.start(other) + values.length(other);
        int mine = digit(values, values.start(one), end);
        int theirs = digit(values, values.start(other), otherEnd);
        while (mine < end && theirs < otherEnd && values.letters()[mine] == values.letters()[theirs]) {
            mine = digit(values, mine + 1, end);
            theirs = digit(values, theirs + 1, otherEnd);
        }
        return mine == end && theirs == otherEnd;
    }

    /** {@return where the next digit is; the end where there is none} */
    private static int digit(final Values values, final int from, final int end) {
        int at = from;
        while (at < end && !Character.isDigit(values.letters()[at])) {
            at++;
        }
        return at;
    }

    /** {@return how long the part before the @ is} */
    private static int local(final Values values, final int value) {
        for (int i = 0; i < values.length(value); i++) {
            if (values.letters()[values.start(value) + i] == '@') {
                return i;
            }
        }
        return values.length(value);
    }
}
