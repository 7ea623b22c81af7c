// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A fingerprint of the contents of a frame: SHA-256 over the names, types and values of its columns in their order. The same contents
 * have the same fingerprint on every machine, however texts were coded. Infinities and both zeros count as what they are.
 *
 * @since 0.1
 */
public final class Fingerprint {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * The fingerprint of a frame.
     *
     * @param frame any frame
     * @return 64 hexadecimal digits
     */
    public static String of(final Frame frame) {
        final var print = new Fingerprint();
        print.add(frame.rows());
        for (final var column : frame.columns()) {
            print.add(column.name());
            print.add(column.type().key());
            print.add(column);
        }
        print.flush();
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private void add(final Column column) {
        final int rows = column.rows();
        for (int row = 0; row < rows; row++) {
            if (column.isMissing(row)) {
                room(1).put((byte) 0);
                continue;
            }
            room(1).put((byte) 1);
            switch (column) {
                case final NumberColumn numbers -> add(Double.doubleToLongBits(numbers.number(row)));
                case final IntegerColumn integers -> add(integers.integer(row));
                case final FlagColumn flags -> room(1).put((byte) (flags.flag(row) ? 1 : 0));
                case final DateColumn dates -> add(dates.day(row));
                case final InstantColumn instants -> add(instants.micros(row));
                case final TextColumn texts -> add(texts.text(row));
            }
        }
    }

    private void add(final long value) {
        room(Long.BYTES).putLong(value);
    }

    private void add(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        flush();
        digest.update(bytes);
    }

    private ByteBuffer room(final int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
