// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.changes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.kontor.model.InstantMicros;
import org.kontor.store.FieldChange;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordChange.Kind;

/**
 * Changes of one kind to records of one type as bytes, and back. Format 1: a byte 1; a byte 0 (plain) or 1 (deflated); then the number of
 * field names and the names; the number of records; for each record its identifier, the number of its fields and for each the number of
 * its name, the value before (not for creations) and the value after (not for deletions). Numbers are big-endian or of variable length
 * (seven bits a byte, lowest first). Text is UTF-8 with its length in bytes. Decimals keep their unscaled value and scale without
 * trailing zeros, so that equal numbers are equal bytes.
 */
final class ChangeCodec {

    private static final int FORMAT = 1;
    private static final int DEFLATE_FROM = 300;
    private static final InstantMicros MICROS = new InstantMicros();

    private ChangeCodec() {
    }

    static byte[] encode(final List<RecordChange> changes) {
        final var content = new ByteArrayOutputStream();
        try {
            write(changes, new DataOutputStream(content));
            final boolean deflate = content.size() >= DEFLATE_FROM;
            final var out = new ByteArrayOutputStream(content.size() + 2);
            out.write(FORMAT);
            out.write(deflate ? 1 : 0);
            if (deflate) {
                final var deflater = new Deflater(Deflater.BEST_SPEED);
                try (var deflated = new DeflaterOutputStream(out, deflater)) {
                    content.writeTo(deflated);
                } finally {
                    deflater.end();
                }
            } else {
                content.writeTo(out);
            }
            return out.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    static List<RecordChange> decode(final Kind kind, final String recordType, final byte[] payload) {
        if (payload.length < 2 || payload[0] != FORMAT) {
            throw new IllegalArgumentException("unknown format of changes");
        }
        final var bytes = new ByteArrayInputStream(payload, 2, payload.length - 2);
        try (var in = new DataInputStream(payload[1] == 1 ? new InflaterInputStream(bytes) : bytes)) {
            return read(kind, recordType, in);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("damaged changes", malformed);
        }
    }

    private static void write(final List<RecordChange> changes, final DataOutputStream out) throws IOException {
        final var names = new LinkedHashMap<String, Integer>();
        changes.forEach(change -> change.fields().keySet().forEach(name -> names.putIfAbsent(name, names.size())));
        writeSize(out, names.size());
        for (final var name : names.keySet()) {
            writeText(out, name);
        }
        writeSize(out, changes.size());
        for (final var change : changes) {
            out.writeLong(change.id().getMostSignificantBits());
            out.writeLong(change.id().getLeastSignificantBits());
            writeSize(out, change.fields().size());
            for (final var entry : change.fields().entrySet()) {
                writeSize(out, names.get(entry.getKey()));
                if (change.kind() != Kind.CREATE) {
                    writeValue(out, entry.getValue().before());
                }
                if (change.kind() != Kind.DELETE) {
                    writeValue(out, entry.getValue().after());
                }
            }
        }
    }

    private static List<RecordChange> read(final Kind kind, final String recordType, final DataInputStream in) throws IOException {
        final var names = new String[readSize(in)];
        for (int i = 0; i < names.length; i++) {
            names[i] = readText(in);
        }
        final int count = readSize(in);
        final var changes = new ArrayList<RecordChange>();
        for (int i = 0; i < count; i++) {
            final var id = new UUID(in.readLong(), in.readLong());
            final var fields = new LinkedHashMap<String, FieldChange>();
            for (int left = readSize(in); left > 0; left--) {
                final var name = names[readSize(in)];
                final var before = kind == Kind.CREATE ? null : readValue(in);
                final var after = kind == Kind.DELETE ? null : readValue(in);
                fields.put(name, new FieldChange(before, after));
            }
            changes.add(new RecordChange(kind, recordType, id, fields));
        }
        return changes;
    }

    static void writeValue(final DataOutputStream out, final Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(0);
            case final String text -> {
                out.writeByte(1);
                writeText(out, text);
            }
            case final UUID id -> {
                out.writeByte(2);
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            case final BigDecimal number -> {
                out.writeByte(3);
                final var bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
                final var digits = bare.unscaledValue().toByteArray();
                out.writeInt(bare.scale());
                writeSize(out, digits.length);
                out.write(digits);
            }
            case final Integer number -> {
                out.writeByte(4);
                out.writeInt(number);
            }
            case final Long number -> {
                out.writeByte(5);
                out.writeLong(number);
            }
            case final Boolean flag -> out.writeByte(flag ? 7 : 6);
            case final LocalDate day -> {
                out.writeByte(8);
                out.writeLong(day.toEpochDay());
            }
            case final Instant moment -> {
                out.writeByte(9);
                out.writeLong(MICROS.convertToDatabaseColumn(moment));
            }
            default -> throw new IllegalArgumentException("cannot keep " + value.getClass());
        }
    }

    private static Object readValue(final DataInputStream in) throws IOException {
        final int tag = in.readUnsignedByte();
        return switch (tag) {
            case 0 -> null;
            case 1 -> readText(in);
            case 2 -> new UUID(in.readLong(), in.readLong());
            case 3 -> {
                final int scale = in.readInt();
                yield new BigDecimal(new BigInteger(in.readNBytes(readSize(in))), scale);
            }
            case 4 -> in.readInt();
            case 5 -> in.readLong();
            case 6 -> Boolean.FALSE;
            case 7 -> Boolean.TRUE;
            case 8 -> LocalDate.ofEpochDay(in.readLong());
            case 9 -> MICROS.convertToEntityAttribute(in.readLong());
            default -> throw new IOException("tag " + tag);
        };
    }

    private static void writeText(final DataOutputStream out, final String text) throws IOException {
        final var bytes = text.getBytes(StandardCharsets.UTF_8);
        writeSize(out, bytes.length);
        out.write(bytes);
    }

    private static String readText(final DataInputStream in) throws IOException {
        return new String(in.readNBytes(readSize(in)), StandardCharsets.UTF_8);
    }

    private static void writeSize(final DataOutputStream out, final int size) throws IOException {
        int rest = size;
        while (rest > 0x7F) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readSize(final DataInputStream in) throws IOException {
        int size = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            final int part = in.readUnsignedByte();
            size |= (part & 0x7F) << shift;
            if (part < 0x80) {
                if (size < 0) {
                    throw new IOException("size " + size);
                }
                return size;
            }
        }
        throw new IOException("size");
    }
}
