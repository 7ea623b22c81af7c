// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LineGeometryTest {

    private static final ChartRenderer RENDERER = new ChartRenderer(ChartTheme.LIGHT, Locale.US);
    private static final ChartSize SIZE = new ChartSize(700, 400);

    private static List<ChartElement> elements(final Chart chart) {
        return RENDERER.image(chart, SIZE, 1).elements();
    }

    @Test
    void pointsStandAtTheirPeriodAndValue() {
        final var marks = elements(SampleCharts.months(0, 50, 100, 75)).stream().map(ChartElement::mark).toList();
        final double pitch = marks.get(1).centreX() - marks.get(0).centreX();
        assertEquals(pitch, marks.get(3).centreX() - marks.get(2).centreX(), 1e-6);
        final double unit = (marks.get(0).centreY() - marks.get(2).centreY()) / 100;
        assertTrue(unit > 1);
        assertEquals(marks.get(0).centreY() - 50 * unit, marks.get(1).centreY(), 1e-6);
        assertEquals(marks.get(0).centreY() - 75 * unit, marks.get(3).centreY(), 1e-6);
    }

    @Test
    void whatIsNotKnownIsAGapAndNoPoint() {
        final var elements = elements(SampleCharts.months(10, null, 30));
        assertEquals(List.of("2024-01-01", "2024-03-01"), elements.stream().map(ChartElement::key).toList());
        assertEquals("Mar 2024: €30.00", elements.getLast().text());
    }

    @Test
    void onePeriodIsAPointInTheMiddle() {
        final var elements = elements(SampleCharts.months(42));
        assertEquals(1, elements.size());
        assertEquals(370, elements.getFirst().mark().centreX(), 60);
    }

    @Test
    void labelsOfManyPeriodsDoNotTouch() {
        for (final var step : PeriodStep.values()) {
            for (final int count : new int[] {1, 2, 7, 24, 61, 400}) {
                for (final var locale : List.of(Locale.US, Locale.CHINA, Locale.GERMANY)) {
                    final var values = IntStream.range(0, count).mapToObj(index -> 1000 * Math.sin(index) + 500).toList();
                    final var chart = LineChart.of(Heading.of("Revenue"), SampleCharts.EUR, step).titles("Period", "Revenue")
                            .periods(LocalDate.of(2021, 3, 1), count)
                            .series(Series.of("s", "S", ColourRole.AUTOMATIC, values)).build();
                    final var svg = new ChartRenderer(ChartTheme.DARK, locale).svg(chart, new ChartSize(420, 300));
                    BarGeometryTest.assertNoClash(new SvgReader(svg).texts(), 420, 300);
                }
            }
        }
    }

    @Test
    void monthsAreLabelledAtQuartersOfTheCalendar() {
        final var values = new Number[24];
        Arrays.fill(values, 5);
        final var chart = LineChart.of(Heading.NONE, SampleCharts.EUR, PeriodStep.MONTH).periods(LocalDate.of(2024, 8, 1), 24)
                .series(Series.of("s", "S", ColourRole.AUTOMATIC, Arrays.asList(values))).build();
        final var labels = new SvgReader(RENDERER.svg(chart, SIZE)).texts().stream().map(SvgReader.Text::text)
                .filter(text -> text.matches("[A-Z][a-z]{2} \\d{4}")).toList();
        assertEquals(List.of("Oct 2024", "Jan 2025", "Apr 2025", "Jul 2025", "Oct 2025", "Jan 2026", "Apr 2026", "Jul 2026"), labels);
    }

    @Test
    void periodsMustRise() {
        assertThrows(IllegalArgumentException.class, () -> new LineChart(Heading.NONE, AxisTitles.NONE, ValueFormat.count(),
                PeriodStep.MONTH, List.of(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 1, 1)), List.of()));
    }

    @Test
    void periodsAreNamedInTheLanguage() {
        final var day = LocalDate.of(2026, 5, 4);
        assertEquals("May 2026", PeriodStep.MONTH.label(day, Locale.US));
        assertEquals("2026年5月", PeriodStep.MONTH.label(day, Locale.CHINA));
        assertEquals("Q2 2026", PeriodStep.QUARTER.label(day, Locale.US));
        assertEquals("2026年第2季度", PeriodStep.QUARTER.label(day, Locale.CHINA));
        assertEquals("2026", PeriodStep.YEAR.label(day, Locale.US));
        assertEquals("2026年", PeriodStep.YEAR.label(day, Locale.CHINA));
    }
}
