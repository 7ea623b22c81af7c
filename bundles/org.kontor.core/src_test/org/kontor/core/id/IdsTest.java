// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.id;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void identifiersGrowAndAreOfVersionSeven() {
        byte[] before = Ids.toBytes(Ids.next());
        for (int i = 0; i < 20_000; i++) {
            final UUID id = Ids.next();
            final byte[] now = Ids.toBytes(id);
            assertTrue(Arrays.compareUnsigned(before, now) < 0);
            assertEquals(7, id.version());
            assertEquals(2, id.variant());
            before = now;
        }
    }

    @Test
    void derivedIdentifiersRepeatAndFollowTheirPosition() {
        final long source = 0x1234_5678_9ABC_DEF0L;
        assertEquals(Ids.derived(source, 7, 1), Ids.derived(source, 7, 1));
        assertEquals(8, Ids.derived(source, 7, 1).version());
        assertEquals(2, Ids.derived(source, 7, 1).variant());
        assertTrue(Arrays.compareUnsigned(Ids.toBytes(Ids.derived(source, 7, 65_535)), Ids.toBytes(Ids.derived(source, 8, 0))) < 0);
        assertThrows(IllegalArgumentException.class, () -> Ids.derived(source, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> Ids.derived(source, 0, 65_536));
    }

    @Test
    void bytesAndIdentifiersTurnIntoEachOther() {
        final var id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        assertArrayEquals(new byte[] {0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, (byte) 0x88, (byte) 0x99, (byte) 0xAA, (byte) 0xBB, (byte) 0xCC,
            (byte) 0xDD, (byte) 0xEE, (byte) 0xFF}, Ids.toBytes(id));
        assertEquals(id, Ids.fromBytes(Ids.toBytes(id)));
        assertThrows(IllegalArgumentException.class, () -> Ids.fromBytes(new byte[15]));
    }
}
