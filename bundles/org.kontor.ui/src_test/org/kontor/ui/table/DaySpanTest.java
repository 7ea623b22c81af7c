// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class DaySpanTest {

    private static void assertSpan(final DaySpan span, final String today, final String first, final String last) {
        assertEquals(LocalDate.parse(first), span.first(LocalDate.parse(today)));
        assertEquals(LocalDate.parse(last), span.last(LocalDate.parse(today)));
    }

    @Test
    void followsTheCalendar() {
        assertSpan(DaySpan.TODAY, "2026-03-31", "2026-03-31", "2026-03-31");
        assertSpan(DaySpan.THIS_WEEK, "2026-03-29", "2026-03-23", "2026-03-29");
        assertSpan(DaySpan.THIS_MONTH, "2028-02-10", "2028-02-01", "2028-02-29");
        assertSpan(DaySpan.LAST_MONTH, "2026-03-31", "2026-02-01", "2026-02-28");
        assertSpan(DaySpan.THIS_QUARTER, "2026-05-15", "2026-04-01", "2026-06-30");
        assertSpan(DaySpan.LAST_QUARTER, "2026-01-01", "2025-10-01", "2025-12-31");
        assertSpan(DaySpan.THIS_YEAR, "2026-12-31", "2026-01-01", "2026-12-31");
        assertSpan(DaySpan.LAST_YEAR, "2026-12-31", "2025-01-01", "2025-12-31");
        assertSpan(DaySpan.LAST_30_DAYS, "2026-03-01", "2026-01-31", "2026-03-01");
        assertSpan(DaySpan.NEXT_30_DAYS, "2026-03-01", "2026-03-01", "2026-03-30");
    }

    @Test
    void neverEndsBeforeItBegins() {
        for (final var span : DaySpan.values()) {
            for (var day = LocalDate.of(2027, 12, 1); day.isBefore(LocalDate.of(2028, 4, 1)); day = day.plusDays(1)) {
                assertFalse(span.last(day).isBefore(span.first(day)), span + " on " + day);
            }
        }
    }
}
