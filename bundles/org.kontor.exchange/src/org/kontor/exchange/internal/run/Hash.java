// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

/**
 * A hash of 128 bits that is built text by text: long enough that two different keys of one import never meet. Not safe for several
 * threads.
 */
final class Hash {

    private static final long ONE = 0x9E3779B97F4A7C15L;
    private static final long TWO = 0xC2B2AE3D27D4EB4FL;

    private long first;
    private long second;

    Hash start(final int salt) {
        first = ONE ^ salt;
        second = TWO + salt;
        return this;
    }

    Hash add(final String text) {
        long a = first;
        long b = second;
        for (int i = 0; i < text.length(); i++) {
            final char character = text.charAt(i);
            a = (a ^ character) * ONE;
            a ^= a >>> 29;
            b = Long.rotateLeft(b + character, 31) * TWO;
        }
        first = (a ^ 0x1F) * ONE;
        second = Long.rotateLeft(b + text.length(), 17) * TWO;
        return this;
    }

    Hash add(final long value) {
        first = (first ^ value) * ONE;
        first ^= first >>> 31;
        second = Long.rotateLeft(second + value, 27) * TWO;
        return this;
    }

    /** The first half; never 0. */
    long first() {
        final long mixed = mix(first + second);
        return mixed == 0 ? 1 : mixed;
    }

    long second() {
        return mix(second ^ Long.rotateLeft(first, 23));
    }

    private static long mix(final long value) {
        long mixed = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
