// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.funnel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import org.kontor.core.value.Period;

/** The periods that the funnel offers; they move with the calendar. */
enum FunnelPeriod {
    ALL, THIS_MONTH, THIS_QUARTER, THIS_YEAR, LAST_12_MONTHS;

    private static final int YEAR = 12;

    /** The period on a day; empty for all time. The last twelve months end with the current one. */
    Optional<Period> on(final LocalDate today) {
        final var month = YearMonth.from(today);
        return switch (this) {
            case ALL -> Optional.empty();
            case THIS_MONTH -> Optional.of(Period.month(month));
            case THIS_QUARTER -> Optional.of(Period.quarterOf(today));
            case THIS_YEAR -> Optional.of(new Period(today.withDayOfYear(1), today.withDayOfYear(1).plusYears(1)));
            case LAST_12_MONTHS -> Optional.of(new Period(month.minusMonths(YEAR - 1).atDay(1), month.plusMonths(1).atDay(1)));
        };
    }

    String label() {
        return Messages.text("period." + name());
    }
}
