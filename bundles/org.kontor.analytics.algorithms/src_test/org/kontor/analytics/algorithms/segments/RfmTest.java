// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.segments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class RfmTest {

    private static final Rfm RFM = new Rfm();
    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    private static Dataset orders(final String... lines) {
        final var ids = new ArrayList<String>();
        final var days = new int[lines.length];
        final var missing = new long[lines.length];
        final var amounts = new double[lines.length];
        for (int i = 0; i < lines.length; i++) {
            final var cells = lines[i].split(" ");
            ids.add(cells[0].equals("-") ? null : cells[0]);
            if (cells[1].equals("-")) {
                missing[i >> 6] |= 1L << i;
            } else {
                days[i] = (int) LocalDate.parse(cells[1]).toEpochDay();
            }
            amounts[i] = cells[2].equals("-") ? Double.NaN : Double.parseDouble(cells[2]);
        }
        return dataset(TextColumn.of("id", ids), DateColumn.of("day", days, Missing.of(missing)), NumberColumn.of("amount", amounts));
    }

    private static Dataset dataset(final Column id, final Column time, final Column value) {
        return new Dataset(Frame.of(id, time, value), Map.of(Role.ID, List.of("id"), Role.TIME, List.of("day"), Role.VALUE, List.of("amount")));
    }

    private static Parameters with(final String... given) {
        final var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < given.length; i += 2) {
            texts.put(given[i], given[i + 1]);
        }
        return Parameters.of(RFM.descriptor().parameters(), texts);
    }

    private static String row(final Result result, final String id) {
        final var frame = result.table("customers").orElseThrow().frame();
        final int row = IntStream.range(0, frame.rows()).filter(i -> frame.column("id").text(i).equals(id)).findFirst().orElseThrow();
        return frame.columns().stream().skip(1).map(column -> column.text(row)).collect(Collectors.joining(" "));
    }

    @Test
    void theFoundersRangesAreHalfOpenAndTheMostRecentIsBest() {
        final var result = RFM.run(orders("best 2024-06-29 1000", "best 2024-05-01 1", "best 2024-04-01 1", "best 2024-03-01 1", "best 2024-02-01 1", "best 2024-01-01 1",
                "edge 2024-03-30 500", "edge 2024-03-30 1", "four 2023-12-31 99.99", "four 2023-07-01 0", "old 2023-06-30 100"), with("reference-date", "2024-06-30"), RUN);
        assertEquals("2024-06-29 1 6 1005 4 4 4 444 4 Champions", row(result, "best"));
        // three months before 30 June is 30 March: not less than three months ago
        assertEquals("2024-03-30 92 1 501 3 1 3 313 2.3333333333333335 Potential loyalists", row(result, "edge"));
        assertEquals("2023-12-31 182 2 99.99 3 2 1 321 2 Potential loyalists", row(result, "four"));
        assertEquals("2023-06-30 366 1 100 1 1 2 112 1.3333333333333333 Lost", row(result, "old"));
        assertEquals(List.of("best", "four", "edge", "old"), IntStream.range(0, 4).mapToObj(result.table("customers").orElseThrow().frame().column("id")::text).toList());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,2", "4,3", "5,3", "6,4", "7,4"})
    void frequencyIsGradedAsTheFoundersMeant(final int times, final int grade) {
        final var lines = IntStream.range(0, times).mapToObj(i -> "a 2024-01-" + (10 + i) + " 1").toArray(String[]::new);
        assertEquals(String.valueOf(grade), row(RFM.run(orders(lines), with(), RUN), "a").split(" ")[5]);
    }

    @ParameterizedTest
    @CsvSource({"99.99,1", "100,2", "499.99,2", "500,3", "999.99,3", "1000,4", "-5,1"})
    void moneyIsGradedAsTheFoundersMeant(final String money, final int grade) {
        assertEquals(String.valueOf(grade), row(RFM.run(orders("a 2024-01-01 " + money), with(), RUN), "a").split(" ")[6]);
    }

    @Test
    void tilesByOrderAreEquallyLargeAndTogetherKeepsEqualsTogether() {
        final var same = orders("a 2024-01-01 7", "b 2024-01-01 7", "c 2024-01-01 7", "d 2024-01-01 7");
        final var order = RFM.run(same, with("scoring", "tiles", "tile-count", "2"), RUN);
        assertEquals(List.of("111", "111", "222", "222"), List.of("a", "b", "c", "d").stream().map(id -> row(order, id).split(" ")[7]).toList());
        final var together = RFM.run(same, with("scoring", "tiles", "tile-count", "2", "ties", "together"), RUN);
        assertEquals(List.of("111", "111", "111", "111"), List.of("a", "b", "c", "d").stream().map(id -> row(together, id).split(" ")[7]).toList());
    }

    @Test
    void daysOfPurchaseCountOnceAndTheMeanIsOfRows() {
        final var result = RFM.run(orders("a 2024-01-01 10", "a 2024-01-01 20", "a 2024-01-03 -"), with("money", "mean", "recency-unit", "days"), RUN);
        assertEquals("2024-01-03 1 2 15 4 2 1 421 2.3333333333333335 Potential loyalists", row(result, "a"));
        assertEquals(List.of("rfm.unpriced"), result.warnings().stream().map(each -> each.code()).toList());
    }

    @Test
    void whatDoesNotCountIsSaid() {
        final var result = RFM.run(orders("a 2024-01-01 10", "- 2024-01-01 10", "a - 10", "b 2024-02-02 10", "a 2024-01-02 -3", "c 2024-01-01 0"),
                with("reference-date", "2024-02-01"), RUN);
        assertEquals(List.of("rfm.missing", "rfm.zero", "rfm.negative", "rfm.future"), result.warnings().stream().map(each -> each.code()).toList());
        assertEquals("2 rows have no customer or no time and were left out.", result.warnings().getFirst().text().text(Locale.ENGLISH));
        assertEquals(2, result.metric("customers"));
        assertEquals(7, result.metric("money-total"));
    }

    @Test
    void theFourClassesRunFromHighToOthers() {
        final var result = RFM.run(orders("a 2024-06-01 5000", "b 2024-02-01 600", "c 2023-10-01 200", "d 2022-01-01 5"),
                with("labels", "four-classes", "reference-date", "2024-06-30", "label-language", "zh"), RUN);
        assertEquals(List.of("高价值", "中价值", "低价值", "其他"),
                List.of("a", "b", "c", "d").stream().map(id -> row(result, id).split(" ")[9]).toList());
        // the printed formula of the founders called this one a customer of high value
        final var small = RFM.run(orders("recent-small 2024-06-29 50", "recent-big 2024-06-29 5000", "lapsed-big 2022-06-29 5000", "lapsed-small 2022-06-29 50"),
                with("labels", "four-classes", "reference-date", "2024-06-30"), RUN);
        assertTrue(row(small, "recent-big").endsWith("High value"));
        assertTrue(row(small, "lapsed-small").endsWith("Others"));
    }

    @Test
    void everyCellOfEveryScaleHasExactlyOneOfElevenSegments() {
        for (int levels = 1; levels <= 10; levels++) {
            final var grid = SegmentGrid.of(SegmentGrid.preset(), levels, Locale.ENGLISH);
            assertEquals(11, new HashSet<>(grid.names()).size());
            final var found = new HashSet<Integer>();
            for (int r = 1; r <= levels; r++) {
                for (int v = 1; v <= levels; v++) {
                    found.add(grid.segment(r, v));
                }
            }
            assertTrue(levels < 5 || found.size() == 11, levels + " grades reach " + found.size() + " segments");
        }
        for (int r = 1; r <= 5; r++) {
            for (int v = 1; v <= 5; v++) {
                int fitting = 0;
                for (final var rule : SegmentGrid.preset()) {
                    fitting += Integer.parseInt(rule.get(1)) <= r && r <= Integer.parseInt(rule.get(2)) && Integer.parseInt(rule.get(3)) <= v
                            && v <= Integer.parseInt(rule.get(4)) ? 1 : 0;
                }
                assertEquals(1, fitting, "R " + r + " FM " + v);
            }
        }
        assertArrayEquals(new int[] {1, 2, 4, 5}, IntStream.rangeClosed(1, 4).map(grade -> SegmentGrid.step(grade, 4)).toArray());
    }

    @Test
    void segmentsAreTheOnesOfTheTable() {
        final var orders = orders("a 2024-06-29 50", "b 2022-06-29 5000");
        final var result = RFM.run(orders, with("segments", "Fresh|3|5|1|5;Rest|1|5|1|5"), RUN);
        assertTrue(row(result, "a").endsWith("Fresh"));
        assertTrue(row(result, "b").endsWith("Rest"));
        assertEquals("rfm.gap", refused(orders, "segments", "Fresh|3|5|1|5"));
        assertEquals("rfm.rule", refused(orders, "segments", "Fresh|5|3|1|5"));
        assertEquals("rfm.rule", refused(orders, "segments", "Fresh|0|3|1|5"));
    }

    private static String refused(final Dataset data, final String... given) {
        final var problem = assertThrows(ProblemException.class, () -> RFM.run(data, with(given), RUN)).problem();
        assertFalse(problem.sentence().contains("!"), problem.sentence());
        return problem.code();
    }

    @Test
    void whatCannotBeGradedIsRefusedWithTheReason() {
        final var one = orders("a 2024-01-01 1");
        assertEquals("rfm.empty", refused(orders()));
        assertEquals("rfm.all-missing", refused(orders("- 2024-01-01 1")));
        assertEquals("rfm.all-missing", refused(orders("a 2024-01-01 -")));
        assertEquals("rfm.nothing-counts", refused(one, "reference-date", "2023-12-31"));
        assertEquals("rfm.weights", refused(one, "recency-weight", "0", "frequency-weight", "0", "money-weight", "0"));
        assertEquals("rfm.limits", refused(one, "money-limits", "100,500"));
        assertEquals("rfm.months", refused(one, "recency-limits", "1.5,3,6"));
        assertEquals("rfm.infinite", refused(orders("a 2024-01-01 Infinity")));
        assertEquals("analytics.no-role", refused(new Dataset(one.frame(), Map.of(Role.ID, List.of("id"), Role.VALUE, List.of("amount")))));
    }

    @Test
    void manyRowsInAnyKindOfColumnGiveWhatCountingByHandGives() {
        final int rows = 1_200_000;
        final var random = new SplittableRandom(5);
        final var ids = new long[rows];
        final var micros = new long[rows];
        final var amounts = new long[rows];
        final var money = new HashMap<Long, Long>();
        final var days = new HashMap<Long, HashSet<Long>>();
        for (int i = 0; i < rows; i++) {
            ids[i] = random.nextInt(40_000) * 1_000_003L - 17;
            final long day = random.nextInt(90);
            micros[i] = day * 86_400_000_000L - random.nextInt(1_000);
            amounts[i] = random.nextInt(100);
            money.merge(ids[i], amounts[i], Long::sum);
            days.computeIfAbsent(ids[i], unseen -> new HashSet<>()).add(Math.floorDiv(micros[i], 86_400_000_000L));
        }
        final var data = dataset(IntegerColumn.of("id", ids), InstantColumn.of("day", micros, Missing.NONE), IntegerColumn.of("amount", amounts));
        final var prints = new HashSet<String>();
        try (var helpers = Executors.newCachedThreadPool()) {
            for (final int threads : new int[] {1, 2, 7}) {
                final var frame = RFM.run(data, with(), new LocalRun(Progress.NONE, 0, threads, 1L << 30, helpers)).table("customers").orElseThrow().frame();
                prints.add(Fingerprint.of(frame));
                assertEquals(money.size(), frame.rows());
                for (int i = 0; i < frame.rows(); i++) {
                    final long id = (long) frame.column("id").number(i);
                    assertEquals(money.get(id), (long) frame.column("money").number(i));
                    assertEquals(days.get(id).size(), (int) frame.column("frequency").number(i));
                }
            }
        }
        assertEquals(1, prints.size());
    }

    @Test
    void theMatrixAddsUp() {
        final var result = RFM.run(orders("a 2024-06-29 50", "b 2022-06-29 5000", "c 2024-06-29 70"), with(), RUN);
        final var counts = ((MatrixPart) result.part("matrix-customers").orElseThrow()).values();
        assertEquals(3, Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum());
        assertEquals(2, counts[0][0]);
        assertEquals(5120, Arrays.stream(((MatrixPart) result.part("matrix-money").orElseThrow()).values()).flatMapToDouble(Arrays::stream).sum());
        assertTrue(result.summary().getFirst().text(Locale.ENGLISH).startsWith("3 customers bought in 3 rows from 2022-06-29 to 2024-06-29 for 5,120.00"));
    }
}
