// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Warning;
import org.kontor.core.problem.ProblemException;

/** Rows become series. */
class SeriesReaderTest {

    private static SeriesSet read(final Dataset data, final Map<String, String> parameters) {
        return new SeriesReader(data, Parameters.of(Settings.with(), parameters), () -> { }).read();
    }

    private static Dataset numbers(final double[] times, final double... values) {
        return new Dataset(Frame.of(NumberColumn.of("time", times), NumberColumn.of("value", values)),
                Map.of(Role.TIME, List.of("time"), Role.VALUE, List.of("value")));
    }

    private static List<String> codes(final SeriesSet set) {
        return set.warnings().stream().map(Warning::code).toList();
    }

    @Test
    void ordersAreAddedUpByMonthAndMonthsWithoutAreEmpty() {
        final var set = read(Given.rows("2024-04-30 5", "2024-01-01 1", "2024-01-31 2", "2024-02-29 4", "2024-05-31 7"), Map.of("period", "month"));
        assertArrayEquals(new double[] {3, 4, 0, 5, 7}, set.series().getFirst().values());
        assertEquals(12, set.cycle());
        assertEquals("2024-01", set.timeline().text(0));
        assertEquals(List.of(), codes(set));
    }

    @Test
    void aLineIsDrawnOverMonthsThatAreNotKnown() {
        final var set = read(Given.rows("2024-05-01 9", "2024-01-01 1", "2024-02-01 3", "2024-07-01 5"), Map.of());
        assertEquals(Period.MONTH, set.timeline().period().orElseThrow());
        assertArrayEquals(new double[] {1, 3, 5, 7, 9, 7, 5}, set.series().getFirst().values());
        assertEquals(List.of("forecast.filled"), codes(set));
        final var zero = read(Given.rows("2024-05-01 9", "2024-01-01 1", "2024-02-01 3", "2024-07-01 5"), Map.of("gaps", "zero"));
        assertArrayEquals(new double[] {1, 3, 0, 0, 9, 0, 5}, zero.series().getFirst().values());
    }

    @Test
    void pricesAreAveraged() {
        final var set = read(Given.rows("2024-01-01 1", "2024-01-31 2", "2024-03-05 4", "2024-04-05 6"), Map.of("period", "month", "combine", "mean"));
        assertArrayEquals(new double[] {1.5, 2.75, 4, 6}, set.series().getFirst().values());
    }

    @Test
    void anUnfinishedMonthIsTold() {
        final var rows = new ArrayList<String>();
        for (int day = Given.day("2022-01-01"); day <= Given.day("2024-03-10"); day++) {
            rows.add(LocalDate.ofEpochDay(day) + " 1");
            rows.add(LocalDate.ofEpochDay(day) + " 1");
        }
        final var data = Given.rows(rows.toArray(String[]::new));
        final var kept = read(data, Map.of());
        assertEquals(Period.MONTH, kept.timeline().period().orElseThrow());
        assertEquals(27, kept.series().getFirst().length());
        assertEquals(20, kept.series().getFirst().values()[26]);
        assertEquals(List.of("forecast.partial"), codes(kept));
        final var dropped = read(data, Map.of("last-period", "drop"));
        assertEquals(26, dropped.series().getFirst().length());
        assertEquals(58, dropped.series().getFirst().values()[25]);
        assertEquals(List.of("forecast.partial-dropped"), codes(dropped));
    }

    @Test
    void seriesKeepTheOrderOfTheirFirstRowsAndShortOnesAreLeftOut() {
        final var set = read(Given.rows("2024-01-01 1 b", "2024-01-01 2 a", "2024-02-01 3 b", "2024-02-01 4 a",
                "2024-03-01 5 b", "2024-03-01 6 a", "2024-03-01 7 c"),
                Map.of());
        assertEquals(List.of("b", "a"), set.series().stream().map(TimeSeries::name).toList());
        assertArrayEquals(new double[] {2, 4, 6}, set.series().get(1).values());
        assertEquals(List.of("forecast.series-left"), codes(set));
    }

    @Test
    void theCalendarHasItsPeriods() {
        assertEquals(Given.day("2024-01-01"), Period.WEEK.start(Period.WEEK.of(Given.day("2024-01-07"))));
        assertEquals(Given.day("2024-01-08"), Period.WEEK.start(Period.WEEK.of(Given.day("2024-01-08"))));
        assertEquals(Given.day("2024-04-01"), Period.QUARTER.start(Period.QUARTER.of(Given.day("2024-06-30"))));
        assertEquals(Given.day("1969-12-01"), Period.MONTH.start(Period.MONTH.of(Given.day("1969-12-31"))));
        assertEquals(Given.day("1872-01-01"), Period.YEAR.start(Period.YEAR.of(Given.day("1872-02-29"))));
        for (int day = -200_000; day < 200_000; day += 17) {
            for (final var period : Period.values()) {
                final int number = period.of(day);
                assertTrue(period.start(number) <= day && day < period.start(number + 1), period + " " + day);
            }
        }
    }

    @Test
    void numbersAreTimesToo() {
        final var months = read(numbers(new double[] {1949, 1949.0833, 1949.1667, 1949.25, 1949.3333}, 1, 2, 3, 4, 5), Map.of());
        assertEquals(Period.MONTH, months.timeline().period().orElseThrow());
        assertEquals("1949-05", months.timeline().text(4));
        final var years = read(numbers(new double[] {1873, 1871, 1872, 1875}, 3, 1, 2, 5), Map.of());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, years.series().getFirst().values());
        assertEquals("1876", years.timeline().text(5));
        assertEquals(1, years.cycle());
        assertThrows(ProblemException.class, () -> read(numbers(new double[] {1, 2, 2.5, 4, 5}, 1, 2, 3, 4, 5), Map.of()));
        assertThrows(ProblemException.class, () -> read(numbers(new double[] {1, 2, 3, 1e300}, 1, 2, 3, 4), Map.of()));
    }

    @Test
    void tooLittleIsRefused() {
        assertThrows(ProblemException.class, () -> read(Given.rows("2024-01-01 1", "2024-02-01 2"), Map.of()));
        assertThrows(ProblemException.class, () -> read(Given.rows("0001-01-01 1", "9999-02-01 2", "2024-02-01 2"), Map.of("period", "day")));
    }
}
