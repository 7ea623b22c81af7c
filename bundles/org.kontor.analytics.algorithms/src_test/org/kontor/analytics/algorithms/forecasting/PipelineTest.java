// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.SharedData;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Result;
import org.kontor.core.problem.ProblemException;

/** What the pipeline will bring. */
class PipelineTest {

    private final List<String> stages = new ArrayList<>();
    private final List<String> products = new ArrayList<>();
    private final List<Integer> opened = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    private void deal(final String stage, final String open, final String close, final double value) {
        stages.add(stage);
        products.add("thing");
        opened.add(open.isEmpty() ? null : Integer.valueOf(Given.day(open)));
        closed.add(close.isEmpty() ? null : Integer.valueOf(Given.day(close)));
        values.add(value);
    }

    private static DateColumn days(final String name, final List<Integer> days) {
        final var bits = new long[Math.ceilDiv(days.size(), 64)];
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i) == null) {
                bits[i >> 6] |= 1L << i;
            }
        }
        return DateColumn.of(name, days.stream().mapToInt(day -> day == null ? 0 : day).toArray(), Missing.of(bits));
    }

    private Result run(final Map<String, String> parameters) {
        return run(List.of("closed", "opened"), parameters);
    }

    private Result run(final List<String> times, final Map<String, String> parameters) {
        final var frame = Frame.of(TextColumn.of("stage", stages), days("closed", closed), days("opened", opened),
                NumberColumn.of("value", values.stream().mapToDouble(Double::doubleValue).toArray()), TextColumn.of("product", products));
        return Given.run(new PipelineForecast(), new Dataset(frame, Map.of(Role.TARGET, List.of("stage"), Role.TIME, times,
                Role.VALUE, List.of("value"), Role.ITEM, List.of("product"))), parameters);
    }

    /** Twenty are won after 30 days for 100, twenty are lost after 60. */
    private void history() {
        for (int i = 0; i < 20; i++) {
            final var open = LocalDate.parse("2024-01-01").plusDays(i);
            deal("Won", open.toString(), open.plusDays(30).toString(), 100);
            deal("Lost", open.toString(), open.plusDays(60).toString(), 0);
        }
    }

    @Test
    void chancesAreThoseOfTheSameAge() {
        history();
        deal("Talking", "2024-03-21", "", 200);
        deal("Talking", "2024-02-15", "", 300);
        deal("Talking", "2024-01-05", "", 400);
        final var result = run(Map.of("reference-date", "2024-03-31", "horizon", "2", "origins", "0"));
        assertEquals(.5, result.metric("win-rate"));
        assertEquals(2_000, result.metric("won-value"));
        assertEquals(30, result.metric("days-to-win"));
        assertEquals(60, result.metric("days-to-lose"));
        assertEquals(3, result.metric("open"));
        assertEquals(1, result.metric("stalled"));
        // at 30 days 42 were open of whom 20 were won: the one of ten days is won on day 30, those beyond no more
        assertEquals(200 * 20 / 42.0, result.metric("pipeline-expected"), 1e-9);
        assertEquals(200 * 20 / 42.0, Given.column(result, "forecast", "pipeline")[0], 1e-9);
        assertEquals(0, Given.column(result, "forecast", "pipeline")[1], 1e-12);
    }

    @Test
    void daysTheOtherWayRoundAreReadAsTheyMustBeMeant() {
        history();
        deal("Talking", "2024-03-21", "", 200);
        final var settings = Map.of("reference-date", "2024-03-31", "horizon", "2", "origins", "0");
        final var right = run(settings);
        final var other = run(List.of("opened", "closed"), settings);
        assertEquals(right.metrics(), other.metrics());
        assertTrue(right.warnings().stream().noneMatch(each -> each.code().equals("forecast.swapped")));
        assertTrue(other.warnings().stream().anyMatch(each -> each.code().equals("forecast.swapped")));
    }

    @Test
    void whereNothingIsWonTheStagesAreNamed() {
        history();
        deal("Talking", "2024-03-21", "", 200);
        final var refused = assertThrows(ProblemException.class, () -> run(Map.of("won", "Closed won"))).problem();
        assertEquals("forecast.no-wins", refused.code());
        assertTrue(refused.happened().contains("“Closed won”") && refused.nextStep().contains("“Won”, “Lost”, “Talking”"), refused.toString());
    }

    @Test
    void plannedDaysAndGivenChancesCount() {
        history();
        deal("Offer", "2024-03-25", "2024-05-15", 1_000);
        deal("Offer", "2024-03-25", "2024-03-01", 500);
        deal("Idea", "2024-03-25", "2024-05-31", Double.NaN);
        final var result = run(Map.of("reference-date", "2024-03-31", "horizon", "3", "origins", "0", "rates", "Offer|0.4;Idea|0.1"));
        final double[] pipeline = Given.column(result, "forecast", "pipeline");
        assertEquals(200, pipeline[0], 1e-9);
        assertEquals(400 + 10, pipeline[1], 1e-9);
        assertThrows(ProblemException.class, () -> run(Map.of("rates", "Offer|many")));
        assertThrows(ProblemException.class, () -> run(Map.of("won", "Closed won")));
    }

    @Test
    void realOpportunitiesHaveTheirPublishedFigures() throws IOException {
        final var format = DateTimeFormatter.ofPattern("M/d/yyyy");
        for (final var line : SharedData.lines("crm_sales_opportunities/sales_pipeline.csv").stream().skip(1).toList()) {
            final var cells = line.split(",", -1);
            stages.add(cells[4]);
            products.add(cells[2]);
            opened.add(cells[5].isEmpty() ? null : Integer.valueOf((int) LocalDate.parse(cells[5], format).toEpochDay()));
            closed.add(cells[6].isEmpty() ? null : Integer.valueOf((int) LocalDate.parse(cells[6], format).toEpochDay()));
            values.add(cells[7].isEmpty() ? Double.NaN : Double.parseDouble(cells[7]));
        }
        final var result = run(Map.of());
        assertEquals(4_238, result.metric("won"));
        assertEquals(2_473, result.metric("lost"));
        assertEquals(2_089, result.metric("open"));
        assertEquals(.6315005215, result.metric("win-rate"), 5e-11);
        assertEquals(10_005_534, result.metric("won-value"));
        assertEquals(2_360.9094, result.metric("won-mean"), 5e-5);
        assertEquals(51.78, result.metric("days-to-win"), 5e-3);
        assertEquals(41.48, result.metric("days-to-lose"), 5e-3);
        final double[] months = Given.column(result, "history", "won-value");
        final double[] published = {1134672, 721932, 1025713, 1338466, 696932, 1050059, 1235264, 731980, 938943, 1131573};
        assertEquals(published.length, months.length);
        for (int i = 0; i < months.length; i++) {
            assertEquals(published[i], months[i]);
        }
        assertTrue(result.metric("mae") > 0 && result.metric("series-mae") > 0);
        result.summary().forEach(sentence -> assertTrue(!sentence.text().contains("{")));
    }
}
