// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.core.problem.Problem;

/** Reads the times of some rows once: which periods there are, or which distances. */
final class TimeScan {

    /** From about 9000 BC to AD 12900: longer than any calendar of sales. */
    private static final int FARTHEST = 4_000_000;
    private static final int MOST_PLACES = 100_000;
    private static final double IRREGULAR = .25;
    private static final int FIRST_YEAR = 1_500;
    private static final int LAST_YEAR = 2_300;
    private static final int PAUSE = 1 << 16;

    private final Column time;
    private final Runnable pause;
    private Timeline timeline;
    private Problem problem;
    private double typicalGap;
    private int lastDay;
    private boolean yearly;

    /**
     * @param time   days, moments or numbers
     * @param period the period as the parameter names it
     * @param pause  called again and again
     */
    TimeScan(final Column time, final String period, final Runnable pause) {
        this.time = time;
        this.pause = pause;
        if (time instanceof DateColumn || time instanceof InstantColumn) {
            days(period);
        } else {
            numbers();
        }
    }

    /** {@return the timeline; empty where {@link #problem} says why} */
    Optional<Timeline> timeline() {
        return Optional.ofNullable(timeline);
    }

    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** {@return the usual distance of the days that occur} */
    double typicalGap() {
        return typicalGap;
    }

    /** {@return the last day; 0 for numbers} */
    int lastDay() {
        return lastDay;
    }

    /** {@return the place of a row, -1 without time} */
    int place(final int row) {
        if (time.isMissing(row)) {
            return -1;
        }
        if (!yearly && timeline.period().isPresent()) {
            return timeline.place(time.day(row));
        }
        final double value = time.number(row);
        if (!Double.isFinite(value)) {
            return -1;
        }
        return yearly ? periodOfYear(value) - (int) timeline.origin() : timeline.place(value);
    }

    private void pause(final int row) {
        if (row % Frame.BLOCK == 0) {
            pause.run();
        }
    }

    private void days(final String wanted) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < time.rows(); row++) {
            pause(row);
            if (!time.isMissing(row)) {
                final int day = time.day(row);
                first = Math.min(first, day);
                last = Math.max(last, day);
            }
        }
        if (first > last) {
            problem = Messages.problem("forecast.no-times", time.name());
            return;
        }
        if (Math.abs((long) first) > FARTHEST || Math.abs((long) last) > FARTHEST) {
            problem = Messages.problem("forecast.too-far", time.name());
            return;
        }
        lastDay = last;
        final var seen = new BitSet(last - first + 1);
        for (int row = 0; row < time.rows(); row++) {
            pause(row);
            if (!time.isMissing(row)) {
                seen.set(time.day(row) - first);
            }
        }
        typicalGap = gap(seen);
        final var period = wanted.equals("auto") ? likely(seen, last - first + 1) : Arrays.stream(Period.values())
                .filter(each -> each.key().equals(wanted)).findFirst().orElseThrow();
        final int origin = period.of(first);
        timeline(Optional.of(period), origin, 1, period.of(last) - origin + 1);
    }

    private void timeline(final Optional<Period> period, final double origin, final double step, final int length) {
        if (length > MOST_PLACES) {
            problem = Messages.problem("forecast.too-long", length, MOST_PLACES);
        } else {
            timeline = new Timeline(period, origin, step, length);
        }
    }

    private static double gap(final BitSet seen) {
        final var gaps = new int[Math.max(0, seen.cardinality() - 1)];
        int count = 0;
        for (int day = seen.nextSetBit(0), next = seen.nextSetBit(1); next >= 0; day = next, next = seen.nextSetBit(next + 1)) {
            gaps[count++] = next - day;
        }
        Arrays.sort(gaps);
        return gaps.length == 0 ? 1 : gaps[gaps.length / 2];
    }

    /** Regular data has a period of its own; days of purchases are put together to the longest periods of which there are enough. */
    private Period likely(final BitSet seen, final int span) {
        if (typicalGap > 300) {
            return Period.YEAR;
        }
        if (typicalGap > 80) {
            return Period.QUARTER;
        }
        if (typicalGap > 26) {
            return Period.MONTH;
        }
        if (typicalGap > 5) {
            return Period.WEEK;
        }
        if (seen.cardinality() >= .98 * span && time.rows() - time.missing() == seen.cardinality()) {
            return Period.DAY;
        }
        if (span >= 2 * Period.YEAR.days) {
            return Period.MONTH;
        }
        return span >= 24 * Period.WEEK.days ? Period.WEEK : Period.DAY;
    }

    private void numbers() {
        final double[] different = different();
        if (different == null || different.length == 0) {
            problem = different == null ? Messages.problem("forecast.too-long", ">" + MOST_PLACES, MOST_PLACES)
                    : Messages.problem("forecast.no-times", time.name());
            return;
        }
        final double first = different[0];
        final double last = different[different.length - 1];
        double step = different.length == 1 ? 1 : Double.POSITIVE_INFINITY;
        final var gaps = new double[different.length - 1];
        for (int i = 1; i < different.length; i++) {
            gaps[i - 1] = different[i] - different[i - 1];
        }
        Arrays.sort(gaps);
        if (gaps.length > 0) {
            step = gaps[gaps.length / 2];
        }
        final double perYear = 1 / step;
        final boolean years = first >= FIRST_YEAR && last <= LAST_YEAR;
        for (final var period : new Period[] {Period.MONTH, Period.QUARTER}) {
            if (years && Math.abs(perYear - period.cycle) < .01 * period.cycle) {
                yearly = true;
                final int cycle = period.cycle;
                timeline(Optional.of(period), periodOfYear(first, cycle), 1, periodOfYear(last, cycle) - periodOfYear(first, cycle) + 1);
                return;
            }
        }
        final double places = (last - first) / step;
        if (!(places < MOST_PLACES)) {
            problem = Messages.problem("forecast.too-long", Math.rint(places), MOST_PLACES);
            return;
        }
        for (final double each : different) {
            final double place = (each - first) / step;
            if (Math.abs(place - Math.rint(place)) > IRREGULAR) {
                problem = Messages.problem("forecast.irregular", time.name(), step);
                return;
            }
        }
        timeline(Optional.empty(), first, step, (int) Math.rint(places) + 1);
    }

    private int periodOfYear(final double year) {
        return periodOfYear(year, timeline.period().orElseThrow().cycle);
    }

    /** {@return the period that a year with a fraction, such as 1949.083, begins} */
    private static int periodOfYear(final double year, final int cycle) {
        return (int) Math.rint((year - 1970) * cycle);
    }

    /** {@return the different numbers in order; null where they are too many} */
    private double[] different() {
        double[] all = {};
        final var block = new double[PAUSE];
        for (int from = 0; from < time.rows(); from += PAUSE) {
            pause.run();
            final int count = Math.min(PAUSE, time.rows() - from);
            time.numbers(from, count, block, 0);
            final var joined = Arrays.copyOf(all, all.length + count);
            System.arraycopy(block, 0, joined, all.length, count);
            all = Arrays.stream(joined).filter(Double::isFinite).sorted().distinct().toArray();
            if (all.length > MOST_PLACES) {
                return null;
            }
        }
        return all;
    }
}
