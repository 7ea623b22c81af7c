// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.id;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Identifiers that any client makes without asking a server.
 * <p>
 * {@link #next()} gives UUIDs of version 7 (RFC 9562, section 5.7): they grow with time, so that rows made together lie together in an
 * index. {@link #derived} gives UUIDs of version 8 (section 5.8) that are the same for the same source and position, so that work which
 * is repeated finds what it already made.
 *
 * @since 0.1
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Object LOCK = new Object();
    /** Random bytes are drawn by the block: one by one they cost more than everything else of a record that an import makes. */
    private static final ByteBuffer DRAWN = ByteBuffer.allocate(8_192).position(8_192);
    private static final VarHandle BYTES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static long lastMillis;
    private static int counter;

    private Ids() {
    }

    /**
     * A new identifier, larger (as unsigned bytes) than each one this virtual machine made before, even where the clock stands or jumps
     * back.
     *
     * @return a UUID of version 7
     */
    public static UUID next() {
        final long millis;
        final int sequence;
        final long random;
        synchronized (LOCK) {
            if (!DRAWN.hasRemaining()) {
                RANDOM.nextBytes(DRAWN.array());
                DRAWN.clear();
            }
            random = DRAWN.getLong();
            final long now = System.currentTimeMillis();
            if (now > lastMillis) {
                lastMillis = now;
                counter = RANDOM.nextInt(0x400);
            } else if (++counter > 0xFFF) {
                lastMillis++;
                counter = 0;
            }
            millis = lastMillis;
            sequence = counter;
        }
        final long high = millis << 16 | 0x7000L | sequence;
        final long low = random & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * The identifier of what stands at a position of a source. Identifiers of one source lie together and grow with the position.
     *
     * @param source   60 bits that name the source, such as the start of a content hash; further bits are ignored
     * @param position the position in the source, 0 to 2^46 - 1
     * @param role     tells several records of one position apart, 0 to 65535
     * @return a UUID of version 8
     */
    public static UUID derived(final long source, final long position, final int role) {
        if (position < 0 || position >= 1L << 46 || role < 0 || role > 0xFFFF) {
            throw new IllegalArgumentException("position " + position + ", role " + role);
        }
        final long high = source & 0xFFFF_FFFF_FFFF_0000L | 0x8000L | source & 0xFFFL;
        final long low = 0x8000_0000_0000_0000L | position << 16 | role;
        return new UUID(high, low);
    }

    /**
     * The sixteen bytes of an identifier, most significant first.
     *
     * @param id the identifier
     * @return a new array of length 16
     */
    public static byte[] toBytes(final UUID id) {
        final var bytes = new byte[16];
        BYTES.set(bytes, 0, id.getMostSignificantBits());
        BYTES.set(bytes, 8, id.getLeastSignificantBits());
        return bytes;
    }

    /**
     * The identifier of sixteen bytes.
     *
     * @param bytes 16 bytes, most significant first
     * @return the identifier
     */
    public static UUID fromBytes(final byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException(bytes.length + " bytes");
        }
        final var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
