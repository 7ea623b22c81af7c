// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.analytics.algorithms.Cdnow;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.core.problem.ProblemException;

class CohortTest {

    private static final Cohort METHOD = new Cohort();

    private static Dataset orders(final long[] ids, final int[] days) {
        return new Dataset(Frame.of(IntegerColumn.of("id", ids), DateColumn.of("day", days, Missing.NONE)), Map.of(Role.ID, List.of("id"), Role.TIME,
                List.of("day")));
    }

    @Test
    void thePublishedTriangle() throws IOException {
        final var result = PurchaseMethodTest.run(METHOD, Cdnow.master());
        assertEquals(23_570, result.metric("customers"));
        final var active = ((MatrixPart) result.part("active").orElseThrow()).values();
        assertEquals(3, active.length);
        assertArrayEquals(new double[] {7_846, 1_157, 964, 810, 679, 736, 720}, Arrays.copyOf(active[0], 7));
        assertArrayEquals(new double[] {8_476, 1_312, 980, 783, 847, 786, 626}, Arrays.copyOf(active[1], 7));
        assertArrayEquals(new double[] {7_248, 1_032, 752, 756, 674, 564, 561}, Arrays.copyOf(active[2], 7));
        assertEquals((1_157 + 1_312 + 1_032) / 23_570.0, result.metric("retention-1"), 1e-12);
        final var cohorts = result.table("cohorts").orElseThrow().frame();
        assertEquals(2_500_315.63, cohorts.column("money").number(0) + cohorts.column("money").number(1) + cohorts.column("money").number(2), 1e-6);
        // the last month of the data is complete
        assertTrue(result.warnings().stream().noneMatch(each -> each.code().equals("cohort.unfinished")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"weeks", "months", "quarters", "years"})
    void aSlowCountGivesTheSame(final String period) {
        final var random = new SplittableRandom(period.hashCode());
        final int rows = 700;
        final var ids = new long[rows];
        final var days = new int[rows];
        for (int i = 0; i < rows; i++) {
            ids[i] = random.nextInt(60);
            days[i] = -300 + random.nextInt(900);
        }
        final var calendar = new Calendar(period);
        final Map<Long, Integer> firsts = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            firsts.merge(ids[i], calendar.of(days[i]), Math::min);
        }
        final Map<List<Integer>, Set<Long>> cells = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            final int first = firsts.get(ids[i]);
            cells.computeIfAbsent(List.of(first, calendar.of(days[i]) - first), unseen -> new HashSet<>()).add(ids[i]);
        }
        final var matrix = (MatrixPart) PurchaseMethodTest.run(METHOD, orders(ids, days), "period", period).part("active").orElseThrow();
        final int[] periods = firsts.values().stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
        final int last = calendar.of(Arrays.stream(days).max().orElseThrow());
        assertTrue(periods.length <= 60 && last - periods[0] < 600);
        for (int k = 0; k < periods.length; k++) {
            assertTrue(matrix.rows().get(k).texts().get("en").startsWith(calendar.name(periods[k])));
            for (int age = 0; age < matrix.values()[k].length; age++) {
                final double expected = periods[k] + age > last ? Double.NaN : cells.getOrDefault(List.of(periods[k], age), Set.of()).size();
                assertEquals(expected, matrix.values()[k][age]);
            }
        }
    }

    @Test
    void periodsHaveNamesThatSort() {
        final int day = (int) LocalDate.parse("2024-08-15").toEpochDay();
        assertEquals("2024-08-12", new Calendar("weeks").name(new Calendar("weeks").of(day)));
        assertEquals("2024-08", new Calendar("months").name(new Calendar("months").of(day)));
        assertEquals("2024-Q3", new Calendar("quarters").name(new Calendar("quarters").of(day)));
        assertEquals("2024", new Calendar("years").name(new Calendar("years").of(day)));
        final int early = (int) LocalDate.parse("1969-12-31").toEpochDay();
        assertEquals("1969-12-29", new Calendar("weeks").name(new Calendar("weeks").of(early)));
        assertEquals("1969-12", new Calendar("months").name(new Calendar("months").of(early)));
        assertEquals("1969-Q4", new Calendar("quarters").name(new Calendar("quarters").of(early)));
    }

    @Test
    void theEndOfObservationCuts() {
        final var data = orders(new long[] {1, 1, 2, 3}, new int[] {0, 40, 10, 70});
        final var result = PurchaseMethodTest.run(METHOD, data, "observation-end", "1970-02-10");
        assertEquals(2, result.metric("customers"));
        assertEquals(.5, result.metric("retention-1"), 1e-12);
        assertEquals(List.of("nbd.late", "cohort.unfinished", "cohort.small"), result.warnings().stream().map(each -> each.code()).toList());
        assertEquals(0, PurchaseMethodTest.run(METHOD, data, "observation-end", "1970-12-31").metric("retention-6"));
        assertEquals("cohort.too-many",
                assertThrows(ProblemException.class, () -> PurchaseMethodTest.run(METHOD, data, "observation-end", "9999-01-01")).problem().code());
    }
}
