// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** The 24 months of business, in which some months, weekdays and the later year see more of it than others. */
final class Season {

    private static final int MONTHS = 24;
    private static final double GROWTH = 0.6;
    /** January and February have New Year's holidays, August the summer, autumn the fairs and the end of budgets. */
    private static final double[] MONTH_WEIGHTS = {0.85, 0.75, 1.05, 1.0, 1.0, 1.1, 0.95, 0.8, 1.1, 1.05, 1.25, 1.1};
    private static final double SATURDAY = 0.1;
    private static final double SUNDAY = 0.03;
    private static final int OPENING_HOUR = 8;
    private static final int MINUTES_OPEN = 9 * 60;

    private final LocalDate first;
    private final LocalDate today;
    private final double[] upTo;

    Season(final LocalDate today) {
        this.today = today;
        this.first = today.plusDays(1).minusMonths(MONTHS);
        final int days = (int) ChronoUnit.DAYS.between(first, today) + 1;
        upTo = new double[days + 1];
        for (int day = 0; day < days; day++) {
            upTo[day + 1] = upTo[day] + weight(first.plusDays(day), day / (double) days);
        }
    }

    private static double weight(final LocalDate day, final double passed) {
        final double weekday = day.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY : day.getDayOfWeek() == DayOfWeek.SUNDAY ? SUNDAY : 1;
        return MONTH_WEIGHTS[day.getMonthValue() - 1] * (1 + GROWTH * passed) * weekday;
    }

    LocalDate first() {
        return first;
    }

    LocalDate today() {
        return today;
    }

    int days() {
        return upTo.length - 1;
    }

    LocalDate day(final int number) {
        return first.plusDays(number);
    }

    /** The number of a day, brought into the season. */
    int number(final LocalDate day) {
        return (int) Math.max(0, Math.min(days() - 1L, ChronoUnit.DAYS.between(first, day)));
    }

    /** A day between two, both included, the busy ones more likely. */
    int pick(final Dice dice, final int from, final int to) {
        final double wanted = upTo[from] + dice.unit() * (upTo[to + 1] - upTo[from]);
        final int found = Arrays.binarySearch(upTo, from, to + 2, wanted);
        final int day = found >= 0 ? found : -found - 2;
        return Math.max(from, Math.min(to, day));
    }

    /** A working day: the day itself, or the Monday after a weekend. */
    static LocalDate working(final LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** A minute of a day's office hours, in UTC. */
    static Instant moment(final Dice dice, final LocalDate day) {
        return day.atTime(OPENING_HOUR, 0).plusMinutes(dice.below(MINUTES_OPEN)).toInstant(ZoneOffset.UTC);
    }
}
