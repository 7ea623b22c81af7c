// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.time.LocalDate;
import java.util.List;

import org.kontor.charts.PeriodStep;

/** Which periods of a time axis get a label, so that they stand on round places of the calendar and do not touch. */
final class PeriodTicks {

    private PeriodTicks() {
    }

    /**
     * @param step  the length of the periods
     * @param least how many periods a label is wide
     * @return every how many periods one is labelled
     */
    static int stride(final PeriodStep step, final double least) {
        final var rounds = switch (step) {
            case DAY -> List.of(1, 7, 14, 28);
            case WEEK -> List.of(1, 2, 4, 13, 26, 52);
            case MONTH -> List.of(1, 2, 3, 6, 12, 24, 60, 120);
            case QUARTER -> List.of(1, 2, 4, 8, 20, 40);
            case YEAR -> List.of(1, 2, 5, 10, 20, 50, 100);
        };
        return rounds.stream().filter(round -> round >= least).findFirst().orElse((int) Math.ceil(least));
    }

    /**
     * @param step    the length of the periods
     * @param periods the first days of the periods
     * @param stride  every how many periods one is labelled
     * @return the first period with a label, below the stride
     */
    static int first(final PeriodStep step, final List<LocalDate> periods, final int stride) {
        for (int index = 0; index < Math.min(stride, periods.size()); index++) {
            final var day = periods.get(index);
            final long place = switch (step) {
                case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1;
                case QUARTER -> day.getYear() * 4L + (day.getMonthValue() - 1) / 3;
                case YEAR -> day.getYear();
                case DAY, WEEK -> index;
            };
            if (place % stride == 0) {
                return index;
            }
        }
        return 0;
    }
}
