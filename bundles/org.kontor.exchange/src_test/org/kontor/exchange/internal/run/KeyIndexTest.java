// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.kontor.core.id.Ids;

class KeyIndexTest {

    @Test
    void remembersWhatAMapRemembers() {
        final var random = new Random(11);
        final var index = new KeyIndex(Ids.derived(7, 0, 0));
        final var map = new HashMap<String, UUID>();
        final var hash = new Hash();
        for (int i = 0; i < 100_000; i++) {
            final var key = "k" + random.nextInt(60_000);
            if (map.containsKey(key)) {
                assertEquals(map.get(key), index.find(hash.start(1).add(key)));
            } else {
                assertNull(index.find(hash.start(1).add(key)));
                final var id = i % 2 == 0 ? Ids.derived(7, i, i % 9) : new UUID(random.nextLong(), random.nextLong());
                map.put(key, id);
                index.add(hash.start(1).add(key), id, i);
            }
        }
        assertEquals(map.size(), index.size());
    }

    @Test
    void saysWhenAKeyNamesSeveralRecords() {
        final var index = new KeyIndex(Ids.derived(7, 0, 0));
        final var hash = new Hash();
        final var one = new UUID(1, 1);
        index.add(hash.start(0).add("x"), one, 5);
        index.add(hash.start(0).add("x"), one, 6);
        assertEquals(one, index.find(hash.start(0).add("x")));
        assertTrue(index.said(hash.start(0).add("x"), 6));
        assertFalse(index.said(hash.start(0).add("x"), 5));
        index.add(hash.start(0).add("x"), new UUID(2, 2), 7);
        assertEquals(KeyIndex.AMBIGUOUS, index.find(hash.start(0).add("x")));
    }

    @Test
    void tellsValuesApartByWhereTheyEnd() {
        final var one = new Hash();
        final var other = new Hash();
        assertNotEquals(one.start(2).add("a").add("bc").first(), other.start(2).add("ab").add("c").first());
        assertNotEquals(one.start(2).add("a").add("").first(), other.start(2).add("").add("a").first());
    }

    @Test
    void findsTheFirstOfEqualLines() {
        final var lines = new LineIndex(1_000);
        final var hash = new Hash();
        for (int row = 1; row <= 50_000; row++) {
            assertEquals(row, lines.firstWith(hash.start(1).add("line " + row), row));
        }
        for (int row = 1; row <= 50_000; row += 7) {
            assertEquals(row, lines.firstWith(hash.start(1).add("line " + row), row + 100_000L));
        }
    }
}
