// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

class DiceTest {

    /** The first numbers that the reference implementation (S. Vigna, splitmix64.c) gives for the seed 1234567. */
    @Test
    void givesThePublishedSequence() {
        final var dice = new Dice(1_234_567);
        assertEquals(6_457_827_717_110_365_317L, dice.next());
        assertEquals(3_203_168_211_198_807_973L, dice.next());
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), dice.next());
        assertEquals(4_593_380_528_125_082_431L, dice.next());
        assertEquals(Long.parseUnsignedLong("16408922859458223821"), dice.next());
    }

    @Test
    void eachThingHasDiceOfItsOwn() {
        assertEquals(Dice.of(1, "deal", 7).next(), Dice.of(1, "deal", 7).next());
        assertNotEquals(Dice.of(1, "deal", 7).next(), Dice.of(1, "deal", 8).next());
        assertNotEquals(Dice.of(1, "deal", 7).next(), Dice.of(1, "order", 7).next());
        assertNotEquals(Dice.of(1, "deal", 7).next(), Dice.of(2, "deal", 7).next());
    }

    @Test
    void drawsHaveTheStatedDistribution() {
        final var dice = Dice.of(1, "test", 0);
        final int draws = 200_000;
        final var normal = DoubleStream.generate(dice::normal).limit(draws).summaryStatistics();
        assertEquals(0, normal.getAverage(), 0.01);
        final double variance = DoubleStream.generate(dice::normal).limit(draws).map(value -> value * value).average().orElseThrow();
        assertEquals(1, variance, 0.02);
        final double[] logs = DoubleStream.generate(() -> dice.logNormal(50, 0.8)).limit(draws).sorted().toArray();
        assertEquals(50, logs[draws / 2], 0.6);
        final int[] picked = new int[3];
        for (int i = 0; i < draws; i++) {
            picked[dice.weighted(1, 0, 3)]++;
        }
        assertEquals(0.25, picked[0] / (double) draws, 0.01);
        assertEquals(0, picked[1]);
        for (int i = 0; i < draws; i++) {
            final int number = dice.between(3, 5);
            assertTrue(number >= 3 && number <= 5);
        }
    }
}
