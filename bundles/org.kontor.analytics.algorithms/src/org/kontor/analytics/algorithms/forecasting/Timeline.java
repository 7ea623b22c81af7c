// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.result.SeriesPart.AxisType;

/**
 * Where the values of series lie in time: periods of the calendar, or numbers at equal distances. Places are counted from 0.
 *
 * @param period what the calendar has; empty for plain numbers
 * @param origin the number of the period at place 0, or the number there
 * @param step   the distance of numbers; 1 for periods
 * @param length how many places there are
 */
record Timeline(Optional<Period> period, double origin, double step, int length) {

    /** {@return the first day of the period as days since 1970, or the number} */
    double position(final int place) {
        return period.map(each -> (double) each.start((int) origin + place)).orElseGet(() -> rounded(origin + step * place));
    }

    /** Numbers such as 1949.1 are not written as 1949.1000000000001. */
    private static double rounded(final double value) {
        return Math.rint(value * 1e9) / 1e9 == value || Math.abs(value) > 1e6 ? value : Math.rint(value * 1e9) / 1e9;
    }

    AxisType axis() {
        return period.isPresent() ? AxisType.DATE : AxisType.NUMBER;
    }

    /** {@return a column of times} */
    Column column(final String name, final int[] places) {
        if (period.isPresent()) {
            return DateColumn.of(name, Arrays.stream(places).map(place -> (int) position(place)).toArray(), Missing.NONE);
        }
        return NumberColumn.of(name, Arrays.stream(places).mapToDouble(this::position).toArray());
    }

    /** {@return a time in words: a day, a month, a number} */
    String text(final int place) {
        if (period.isEmpty()) {
            final double value = position(place);
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
        final var date = LocalDate.ofEpochDay((long) position(place)).toString();
        return switch (period.get()) {
            case DAY, WEEK -> date;
            case MONTH, QUARTER -> date.substring(0, date.length() - 3);
            case YEAR -> date.substring(0, date.length() - 6);
        };
    }

    /** {@return the place of a time, which need not be one of those known} */
    int place(final double position) {
        return period.map(each -> each.of((int) position) - (int) origin).orElseGet(() -> (int) Math.rint((position - origin) / step));
    }
}
