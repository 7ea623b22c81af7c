// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

class RowRangesTest {

    @Test
    void holdsWhatWasAddedInAnyOrder() {
        final var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            final var ranges = new RowRanges();
            final Set<Long> plain = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                final long row = 1 + random.nextInt(80);
                ranges.add(row);
                plain.add(row);
            }
            final var read = RowRanges.of(ranges.toString());
            for (long row = 0; row < 90; row++) {
                assertEquals(plain.contains(row), ranges.contains(row));
                assertEquals(plain.contains(row), read.contains(row));
            }
            assertEquals(ranges.toString(), read.toString());
        }
    }

    @Test
    void neighboursAreOneRange() {
        final var ranges = new RowRanges();
        assertTrue(ranges.isEmpty());
        assertEquals("", ranges.toString());
        for (final long row : new long[] {7, 9, 3, 8, 8, 20_000_000_000L}) {
            ranges.add(row);
        }
        assertEquals("3,7-9,20000000000", ranges.toString());
        assertFalse(ranges.isEmpty());
        assertFalse(RowRanges.of("3,7-9").contains(6));
    }
}
