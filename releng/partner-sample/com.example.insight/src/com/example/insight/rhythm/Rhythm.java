// SPDX-License-Identifier: EPL-2.0

package com.example.insight.rhythm;

import java.util.Arrays;
import java.util.Locale;

/**
 * How often one customer buys.
 *
 * @param purchases on how many days the customer bought
 * @param interval  the median of the days between them; {@code NaN} for fewer than two purchases
 * @param last      the day of the last purchase, counted from 1970-01-01
 */
public record Rhythm(int purchases, double interval, int last) {

    /** Where a customer stands in its own rhythm. */
    public enum Status {
        /** The next purchase is not due yet. */
        ON_TIME,
        /** The next purchase is due. */
        DUE,
        /** The next purchase should have been long ago. */
        OVERDUE,
        /** So long ago that the customer has probably left. */
        LOST,
        /** Too few purchases for a rhythm. */
        TOO_FEW;

        /** {@return the name in results and texts} */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * When a customer changes its status.
     *
     * @param least   so many purchases make a rhythm, at least 2
     * @param overdue so many times its interval after the last purchase a customer is overdue
     * @param lost    so many times its interval after the last purchase a customer is lost
     */
    public record Limits(long least, double overdue, double lost) {

        /** What is usual. */
        public static final Limits USUAL = new Limits(3, 1.5, 4);
    }

    /**
     * The rhythm of some days.
     *
     * @param days at least one day in any order, counted from 1970-01-01; several purchases of one day count once
     * @return the rhythm
     */
    public static Rhythm of(final int... days) {
        final var sorted = Arrays.stream(days).sorted().distinct().toArray();
        final var gaps = new int[sorted.length - 1];
        Arrays.setAll(gaps, i -> sorted[i + 1] - sorted[i]);
        Arrays.sort(gaps);
        final int middle = gaps.length / 2;
        final double median = gaps.length == 0 ? Double.NaN : gaps.length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0;
        return new Rhythm(sorted.length, median, sorted[sorted.length - 1]);
    }

    /**
     * How late a customer is.
     *
     * @param today the day of the question
     * @return the days since the last purchase divided by the interval; {@code NaN} without an interval
     */
    public double lateness(final int today) {
        return (today - last) / interval;
    }

    /** {@return the day on which the next purchase is expected; meaningless without an interval} */
    public int expected() {
        return (int) (last + Math.round(interval));
    }

    /**
     * Where the customer stands.
     *
     * @param today  the day of the question
     * @param limits when the status changes
     * @return the status
     */
    public Status status(final int today, final Limits limits) {
        final double lateness = lateness(today);
        if (purchases < limits.least()) {
            return Status.TOO_FEW;
        }
        if (lateness > limits.lost()) {
            return Status.LOST;
        }
        return lateness > limits.overdue() ? Status.OVERDUE : lateness > 1 ? Status.DUE : Status.ON_TIME;
    }
}
