// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.run.Randomness;

final class SpreadTest {

    private static Column numbers(final double... values) {
        return NumberColumn.of("x", values);
    }

    private static Column texts(final int a, final int b) {
        return TextColumn.of("x", IntStream.range(0, a + b).mapToObj(i -> i < a ? "a" : "b").toList());
    }

    private static Spread.Change change(final Column before, final Column now) {
        return Spread.of(List.of(before), Optional.empty()).changes(List.of(now), Optional.empty()).getFirst();
    }

    @Test
    void theIndexIsTheSumOfDifferencesTimesLogarithmsOfRatios() {
        // shares .5, .5 then .6, .4: (.1) ln(1.2) + (-.1) ln(.8)
        assertEquals(.1 * Math.log(1.2) - .1 * Math.log(.8), change(texts(500, 500), texts(600, 400)).index(), 1e-12);
        assertEquals(0, change(texts(500, 500), texts(5, 5)).index(), 1e-12);
    }

    @Test
    void numbersLieInTenthsOfWhatWasLearnedFrom() {
        final var thousand = IntStream.range(0, 1_000).mapToDouble(i -> i).toArray();
        assertEquals(0, change(numbers(thousand), numbers(thousand)).index(), 1e-12);
        // all in the last tenth: nine tenths are left with next to nothing
        final double expected = 9 * (.001 - .1) * Math.log(.001 / .1) + (1 - .1) * Math.log(1 / .1);
        assertEquals(expected, change(numbers(thousand), numbers(950, 960, 970, 5_000)).index(), 1e-12);
    }

    @Test
    void missingValuesAndValuesThatManySharedAreBinsOfTheirOwn() {
        final var half = change(numbers(IntStream.range(0, 100).mapToDouble(i -> i).toArray()),
                numbers(IntStream.range(0, 100).mapToDouble(i -> i % 2 == 0 ? Double.NaN : i).toArray()));
        assertTrue(half.index() > 1 && half.missingBefore() == 0 && half.missingNow() == .5, half::toString);
        final var zeros = new double[200];
        assertEquals(0, change(numbers(zeros), numbers(-0.0, 0.0)).index(), 1e-12);
        assertTrue(change(numbers(zeros), numbers(IntStream.range(0, 200).mapToDouble(i -> 1e-9).toArray())).much());
        assertTrue(change(numbers(zeros), numbers(IntStream.range(0, 200).mapToDouble(i -> -1).toArray())).much());
    }

    @Test
    void aTextThatWasNeverSeenCountsAmongTheOthers() {
        final var change = change(texts(500, 500), TextColumn.of("x", IntStream.range(0, 100).mapToObj(i -> "new " + i).toList()));
        assertTrue(change.much(), change::toString);
    }

    @Test
    void whatChanceExplainsIsNoChange() {
        final var random = Randomness.of(7, 1);
        final var before = numbers(IntStream.range(0, 5_000).mapToDouble(i -> random.nextDouble()).toArray());
        int beyond = 0;
        for (int sample = 0; sample < 400; sample++) {
            final var now = change(before, numbers(IntStream.range(0, 60).mapToDouble(i -> random.nextDouble()).toArray()));
            assertFalse(now.much() && now.index() < now.chance());
            beyond += now.index() > now.chance() ? 1 : 0;
        }
        // 1 in 100 is expected; the approximation is a little tight for sixty rows
        assertTrue(beyond < 16, "beyond chance: " + beyond);
    }

    @Test
    void whatIsKeptIsReadAsItWas() {
        final var spread = Spread.of(List.of(numbers(1, 2, 3, Double.NaN, 3, 3), texts(3, 3).named("t")),
                Optional.of(NumberColumn.of("s", .1, .2, .3, .4, .5, .6)));
        assertEquals(spread, Spread.read(spread.frame()));
        assertEquals(spread, Spread.read(AnalysisJson.readFrame(AnalysisJson.write(spread.frame()))));
        assertEquals(Spread.ANSWER, spread.spans().getLast().name());
    }
}
