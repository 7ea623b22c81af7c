// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.core.problem.ProblemException;

class FrameTest {

    private static final int DAY = (int) LocalDate.of(1998, 7, 1).toEpochDay();

    private static Frame sample() {
        return Frame.of(
                NumberColumn.of("amount", 1.5, Double.NaN, -3),
                IntegerColumn.of("count", new long[] {7, 8, 9}, Missing.of(new long[] {0b100})),
                FlagColumn.of("open", new boolean[] {true, false, true}, Missing.NONE),
                DateColumn.of("day", new int[] {DAY, DAY + 1, DAY}, Missing.of(new long[] {0b010})),
                InstantColumn.of("at", new long[] {0, 1_000_000, 1}, Missing.NONE),
                TextColumn.of("city", Arrays.asList("Köln", null, "上海")));
    }

    @Test
    void valuesAreReadAsNumbersAndAsTexts() {
        final var frame = sample();
        assertEquals(List.of("1.5", "", "-3"), texts(frame.column("amount")));
        assertEquals(List.of("7", "8", ""), texts(frame.column("count")));
        assertEquals(List.of("true", "false", "true"), texts(frame.column("open")));
        assertEquals(List.of("1998-07-01", "", "1998-07-01"), texts(frame.column("day")));
        assertEquals(List.of("1970-01-01T00:00:00Z", "1970-01-01T00:00:01Z", "1970-01-01T00:00:00.000001Z"), texts(frame.column("at")));
        assertEquals(List.of("Köln", "", "上海"), texts(frame.column("city")));
        assertArrayEquals(new double[] {1.5, 7, 1, DAY, Double.NaN, 8, 0, Double.NaN, -3, Double.NaN, 1, DAY},
                frame.matrix(List.of("amount", "count", "open", "day")));
        for (final var column : frame.columns()) {
            assertEquals(texts(column).stream().filter(String::isEmpty).count(), column.missing(), column.name());
        }
    }

    @Test
    void aRowThatThereIsNotCannotBeMissing() {
        for (final long[] beyond : List.of(new long[] {0b1000}, new long[] {0, 1})) {
            final var missing = Missing.of(beyond);
            assertThrows(IllegalArgumentException.class, () -> IntegerColumn.of("count", new long[3], missing));
            assertThrows(IllegalArgumentException.class, () -> FlagColumn.of("open", new boolean[3], missing));
            assertThrows(IllegalArgumentException.class, () -> DateColumn.of("day", new int[3], missing));
            assertThrows(IllegalArgumentException.class, () -> InstantColumn.of("at", new long[3], missing));
        }
        assertEquals(1, IntegerColumn.of("count", new long[65], Missing.of(new long[] {0, 1, 0})).missing());
    }

    private static List<String> texts(final Column column) {
        return IntStream.range(0, column.rows()).mapToObj(column::text).toList();
    }

    @Test
    void aMatrixOfManyBlocksHasEveryValueInItsPlace() {
        final int rows = 2 * Frame.BLOCK + 17;
        final var one = new double[rows];
        final var two = new double[rows];
        Arrays.setAll(one, i -> i);
        Arrays.setAll(two, i -> -i);
        final var matrix = Frame.of(NumberColumn.of("one", one), NumberColumn.of("two", two)).matrix(List.of("two", "one"));
        for (int i = 0; i < rows; i++) {
            assertEquals(-i, matrix[2 * i]);
            assertEquals(i, matrix[2 * i + 1]);
        }
    }

    @Test
    void rowsCanBeTakenInAnyOrder() {
        final var taken = sample().take(new int[] {2, 0, 2});
        assertEquals(List.of("-3", "1.5", "-3"), texts(taken.column("amount")));
        assertEquals(List.of("", "7", ""), texts(taken.column("count")));
        assertEquals(List.of("1998-07-01", "1998-07-01", "1998-07-01"), texts(taken.column("day")));
        assertEquals(List.of("上海", "Köln", "上海"), texts(taken.column("city")));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        final var shorter = NumberColumn.of("b", 1);
        assertThrows(IllegalArgumentException.class, () -> Frame.of(NumberColumn.of("a", 1, 2), shorter));
        assertThrows(IllegalArgumentException.class, () -> Frame.of(shorter, shorter));
        assertThrows(IndexOutOfBoundsException.class, () -> TextColumn.of("t", new int[] {1}, Dictionary.of("only")));
        assertEquals("analytics.no-column", assertThrows(ProblemException.class, () -> sample().column("Amount")).problem().code());
        assertEquals("analytics.not-a-number", assertThrows(ProblemException.class, () -> sample().matrix(List.of("city"))).problem().code());
    }

    @Test
    void theFingerprintTellsContentsApartAndNotTheirCoding() {
        final var frame = sample();
        final var print = Fingerprint.of(frame);
        assertEquals(64, print.length());
        assertEquals(print, Fingerprint.of(sample()));
        final var recoded = TextColumn.of("city", new int[] {2, TextColumn.ABSENT, 0}, Dictionary.of("上海", "unused", "Köln"));
        assertEquals(print, Fingerprint.of(frame.with(List.of(recoded))));
        assertNotEquals(print, Fingerprint.of(frame.take(new int[] {1, 0, 2})));
        assertNotEquals(print, Fingerprint.of(frame.with(List.of(NumberColumn.of("amount", 1.5, 0, -3)))));
        assertNotEquals(print, Fingerprint.of(frame.with(List.of(IntegerColumn.of("open", 1, 0, 1)))));
        assertNotEquals(Fingerprint.of(Frame.of(TextColumn.of("t", List.of("ab", "c")))), Fingerprint.of(Frame.of(TextColumn.of("t", List.of("a", "bc")))));
    }

    @Test
    void theFingerprintIsTheSameOnEveryMachine() {
        // SHA-256 of eight zero bytes: no rows
        assertEquals("af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc", Fingerprint.of(Frame.of()));
    }

    @Test
    void columnsAreHeldAgainstNeeds() {
        final var needs = List.of(RoleNeed.several(Role.FEATURES, 2, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY));
        final var frame = sample();
        assertEquals(List.of(), codes(frame, needs, Map.of(Role.FEATURES, List.of("amount", "count"), Role.ID, List.of("city"))));
        assertEquals(List.of("analytics.no-role"), codes(frame, needs, Map.of(Role.ID, List.of("city"))));
        assertEquals(List.of("analytics.too-few-columns"), codes(frame, needs, Map.of(Role.FEATURES, List.of("amount"))));
        assertEquals(List.of("analytics.too-many-columns"),
                codes(frame, needs, Map.of(Role.FEATURES, List.of("amount", "count"), Role.ID, List.of("city", "day"))));
        assertEquals(List.of("analytics.wrong-type", "analytics.no-column", "analytics.role-not-taken"),
                codes(frame, needs, Map.of(Role.FEATURES, List.of("amount", "city", "nowhere"), Role.TARGET, List.of("day"))));
    }

    private static List<String> codes(final Frame frame, final List<RoleNeed> needs, final Map<Role, List<String>> roles) {
        final var problems = new Dataset(frame, roles).against(needs);
        problems.forEach(problem -> assertTrue(!problem.sentence().contains("!"), problem.sentence()));
        return problems.stream().map(problem -> problem.code()).toList();
    }

    @Test
    void aMomentHasTheDayOnWhichItIs() {
        final long day = 86_400_000_000L;
        final var moments = InstantColumn.of("at", new long[] {-1, 0, day - 1, day}, Missing.NONE);
        assertEquals(List.of(-1, 0, 0, 1), IntStream.range(0, 4).mapToObj(moments::day).toList());
        assertEquals(-3, DateColumn.of("on", new int[] {-3}, Missing.NONE).day(0));
        assertEquals(19_000, NumberColumn.of("number", 19_000.9).day(0));
        assertEquals("analytics.not-a-number", assertThrows(ProblemException.class, () -> TextColumn.of("text", List.of("x")).day(0)).problem().code());
    }
}
