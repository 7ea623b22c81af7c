// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;

final class LaterRowsTest {

    private static final Frame MONTHS = Frame.of(days("time", "2026-01-01", "2026-02-01", "2026-03-01"), NumberColumn.of("forecast", 100, 200, 300),
            NumberColumn.of("lower-80", 90, 150, 299), NumberColumn.of("upper-80", 110, 250, 301));

    private static Column days(final String name, final String... days) {
        return DateColumn.of(name, List.of(days).stream().mapToInt(day -> (int) LocalDate.parse(day).toEpochDay()).toArray(), Missing.NONE);
    }

    private static Dataset rows(final Column time, final double... values) {
        return new Dataset(Frame.of(time, NumberColumn.of("v", values)), Map.of(Role.TIME, List.of("t"), Role.VALUE, List.of("v")));
    }

    private static Dataset series(final Column names, final Column time, final double... values) {
        return new Dataset(Frame.of(names, time, NumberColumn.of("v", values)),
                Map.of(Role.SERIES, List.of("s"), Role.TIME, List.of("t"), Role.VALUE, List.of("v")));
    }

    @Test
    void daysAreAddedUpInTheMonthsThatWereForecast() {
        final var past = rows(days("t", "2025-12-01"), 1);
        // the last month is taken to have as many days as the one before
        final var later = rows(days("t", "2026-01-01", "2026-01-31", "2026-02-10", "2026-03-28", "2026-03-29", "2025-12-31"), 60, 60, 180, 300, 7, 8);
        final var compared = new LaterRows(past, later, false).with(MONTHS).orElseThrow();
        assertEquals(2, compared.unanswered());
        assertEquals(40 / 3.0, compared.metrics().get("mae"), 1e-12);
        assertEquals(0, compared.metrics().get("bias"), 1e-12);
        assertEquals(Math.sqrt(800 / 3.0), compared.metrics().get("rmse"), 1e-12);
        assertEquals(100 * (20 / 120.0 + 20 / 180.0) / 3, compared.metrics().get("mape"), 1e-12);
        assertEquals(200 * (20 / 220.0 + 20 / 380.0) / 3, compared.metrics().get("smape"), 1e-12);
        assertEquals(2 / 3.0, compared.metrics().get("coverage-80"), 1e-12);
        assertEquals(LocalDate.parse("2026-03-29").toEpochDay(), new LaterRows(past, later, false).last(MONTHS));
    }

    @Test
    void momentsBelongToTheirDaysAndMeansAreTaken() {
        final double day = 86_400e6;
        final var moments = InstantColumn.of("t", new long[] {(long) (LocalDate.parse("2026-01-31").toEpochDay() * day + day - 1),
            (long) (LocalDate.parse("2026-02-01").toEpochDay() * day)}, Missing.NONE);
        final var compared = new LaterRows(rows(days("t", "2025-12-01"), 1), rows(moments, 90, 210), true).with(MONTHS).orElseThrow();
        assertEquals(10, compared.metrics().get("mae"), 1e-12);
    }

    @Test
    void eachSeriesIsComparedWithItsOwnForecast() {
        final var forecast = Frame.of(TextColumn.of("series", List.of("a", "b")), days("time", "2026-01-01", "2026-01-01"), NumberColumn.of("forecast", 5, 50));
        final var past = series(TextColumn.of("s", List.of("a", "b")), days("t", "2025-12-01", "2025-12-01"), 5, 50);
        final var later = series(TextColumn.of("s", List.of("b", "a", "c")), days("t", "2026-01-01", "2026-01-01", "2026-01-01"), 52, 4, 9);
        final var compared = new LaterRows(past, later, false).with(forecast).orElseThrow();
        assertEquals(1.5, compared.metrics().get("mae"), 1e-12);
        assertEquals(1, compared.unanswered());
    }

    @Test
    void theOnlySeriesIsNotNamedInTheForecast() {
        final var past = series(TextColumn.of("s", List.of("a")), days("t", "2025-12-01"), 5);
        final var later = series(TextColumn.of("s", List.of("a", "b")), days("t", "2026-01-01", "2026-01-01"), 101, 9);
        final var compared = new LaterRows(past, later, false).with(MONTHS).orElseThrow();
        assertEquals(1, compared.metrics().get("mae"), 1e-12);
        assertEquals(1, compared.unanswered());
        assertTrue(new LaterRows(past, series(TextColumn.of("s", List.of("b")), days("t", "2026-01-01"), 9), false).with(MONTHS).isEmpty());
    }
}
