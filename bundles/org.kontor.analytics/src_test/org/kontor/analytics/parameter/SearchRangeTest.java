// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.run.Randomness;

final class SearchRangeTest {

    private static final IntegerParameter WHOLE = new IntegerParameter("depth", 5L, 1, 60);
    private static final RealParameter REAL = new RealParameter("rate", .1, 1e-4, 1);

    @Test
    void wholeNumbersAreAllAsLikelyTheEndsIncluded() {
        final var random = Randomness.of(1, 1);
        final var counts = new TreeMap<Long, Integer>();
        for (int i = 0; i < 8_000; i++) {
            counts.merge(Long.valueOf(SearchRange.linear("depth", 2, 9).at(WHOLE, random.nextDouble())), 1, Integer::sum);
        }
        assertEquals(8, counts.size());
        assertTrue(counts.values().stream().allMatch(count -> count > 850 && count < 1_150), counts::toString);
        assertEquals("1", SearchRange.logarithmic("depth", 1, 60).at(WHOLE, 0));
        assertEquals("60", SearchRange.logarithmic("depth", 1, 60).at(WHOLE, Math.nextDown(1.0)));
    }

    @Test
    void factorsCountInALogarithmicRange() {
        final var range = SearchRange.logarithmic("rate", .01, 1);
        assertEquals("0.1", range.at(REAL, .5));
        assertEquals("0.01", range.at(REAL, 0));
        assertEquals("0.505", SearchRange.linear("rate", .01, 1).at(REAL, .5));
        final var random = Randomness.of(2, 1);
        for (int i = 0; i < 1_000; i++) {
            final double value = REAL.parse(range.at(REAL, random.nextDouble()));
            assertTrue(value >= .01 && value <= 1, Double.toString(value));
        }
    }

    @Test
    void rangesThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SearchRange.logarithmic("rate", 0, 1));
        assertThrows(IllegalArgumentException.class, () -> SearchRange.linear("rate", 2, 1));
        assertThrows(IllegalArgumentException.class, () -> SearchRange.linear("rate", Double.NaN, 1));
    }
}
