// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.changes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
 * Changes of one kind to records of one type as bytes, and back. Format 2, for creations: a byte 2; a byte 0 (plain) or 1 (deflated); then
 * the number of field names and the names; the number of values that all records share, and for each the number of its name and the value;
 * the number of records; for each record its identifier, the number of its further fields and for each the number of its name and the value.
 * Format 1, for everything else: a byte 1; a byte 0 or 1 as above; then the number of field names and the names; the number of records; for each record its identifier, the number of its fields and for each the number of
 * its name, the value before (not for creations) and the value after (not for deletions). Numbers are big-endian or of variable length
 * (seven bits a byte, lowest first). Text is UTF-8 with its length in bytes. Decimals keep their unscaled value and scale without
 * trailing zeros, so that equal numbers are equal bytes.
 */
final class ChangeCodec {

    private static final int FORMAT = 1;
    private static final int SHARED_FORMAT = 2;
    private static final int LONG_DIGITS = 18;
    private static final int DEFLATE_FROM = 300;
    private static final InstantMicros MICROS = new InstantMicros();

    private ChangeCodec() {
    }

    static byte[] encode(final List<RecordChange> changes) {
        final var content = new Bytes();
        try {
            final boolean shared = changes.stream().allMatch(change -> change.kind() == Kind.CREATE && change.fields() instanceof CreatedFields);
            if (shared) {
                writeCreated(changes, new DataOutputStream(content));
            } else {
                write(changes, new DataOutputStream(content));
            }
            final boolean deflate = content.size() >= DEFLATE_FROM;
            final var out = new ByteArrayOutputStream(content.size() + 2);
            out.write(shared ? SHARED_FORMAT : FORMAT);
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
        if (payload.length < 2 || payload[0] != FORMAT && payload[0] != SHARED_FORMAT) {
            throw new IllegalArgumentException("unknown format of changes");
        }
        final var bytes = new ByteArrayInputStream(payload, 2, payload.length - 2);
        try (var in = new DataInputStream(payload[1] == 1 ? new InflaterInputStream(bytes) : bytes)) {
            return payload[0] == FORMAT ? read(kind, recordType, in) : readCreated(recordType, in);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("damaged changes", malformed);
        }
    }

    /** Grows like its namesake of the platform, without its locks. */
    private static final class Bytes extends OutputStream {

        private byte[] bytes = new byte[1 << 15];
        private int size;

        @Override
        public void write(final int one) {
            reserve(1);
            bytes[size++] = (byte) one;
        }

        @Override
        public void write(final byte[] from, final int start, final int length) {
            reserve(length);
            System.arraycopy(from, start, bytes, size, length);
            size += length;
        }

        private void reserve(final int more) {
            if (bytes.length - size < more) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, size * 2));
            }
        }

        int size() {
            return size;
        }

        void writeTo(final OutputStream out) throws IOException {
            out.write(bytes, 0, size);
        }
    }

    private static void write(final List<RecordChange> changes, final DataOutputStream out) throws IOException {
        final var names = new LinkedHashMap<String, Integer>();
        changes.forEach(change -> change.fields().keySet().forEach(name -> names.putIfAbsent(name, names.size())));
        writeNames(names.keySet(), out);
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

    private static void writeNames(final Collection<String> names, final DataOutputStream out) throws IOException {
        writeSize(out, names.size());
        for (final var name : names) {
            writeText(out, name);
        }
    }

    /** Without an object for each field: an import writes them by the ten million. */
    private static void writeCreated(final List<RecordChange> changes, final DataOutputStream out) throws IOException {
        final var first = (CreatedFields) changes.getFirst().fields();
        final var fields = first.fields();
        final var shared = shared(changes, first.cells());
        final var numbers = new int[fields.size()];
        for (final var change : changes) {
            final var cells = ((CreatedFields) change.fields()).cells();
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] != null) {
                    numbers[i] = 1;
                }
            }
        }
        final var names = new ArrayList<String>();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == 1) {
                names.add(fields.get(i).name());
                numbers[i] = names.size();
            }
        }
        writeNames(names, out);
        int sharedCount = 0;
        for (final boolean each : shared) {
            sharedCount += each ? 1 : 0;
        }
        writeSize(out, sharedCount);
        writeCells(first.cells(), shared, true, numbers, out);
        writeSize(out, changes.size());
        for (final var change : changes) {
            out.writeLong(change.id().getMostSignificantBits());
            out.writeLong(change.id().getLeastSignificantBits());
            writeSize(out, change.fields().size() - sharedCount);
            writeCells(((CreatedFields) change.fields()).cells(), shared, false, numbers, out);
        }
    }

    private static void writeCells(final Object[] cells, final boolean[] shared, final boolean wanted, final int[] numbers,
            final DataOutputStream out) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null && shared[i] == wanted) {
                writeSize(out, numbers[i] - 1);
                writeValue(out, cells[i]);
            }
        }
    }

    /** Which fields have the same value in all of some records. */
    private static boolean[] shared(final List<RecordChange> changes, final Object[] first) {
        final var shared = new boolean[first.length];
        for (int i = 0; i < first.length; i++) {
            shared[i] = first[i] != null;
            for (int j = 1; shared[i] && j < changes.size(); j++) {
                final var other = ((CreatedFields) changes.get(j).fields()).cells()[i];
                shared[i] = other == first[i] || first[i].equals(other);
            }
        }
        return shared;
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

    private static List<RecordChange> readCreated(final String recordType, final DataInputStream in) throws IOException {
        final var names = new String[readSize(in)];
        for (int i = 0; i < names.length; i++) {
            names[i] = readText(in);
        }
        final var shared = new Object[names.length];
        readCells(in, shared);
        final int count = readSize(in);
        final var changes = new ArrayList<RecordChange>();
        for (int i = 0; i < count; i++) {
            final var id = new UUID(in.readLong(), in.readLong());
            final var values = shared.clone();
            readCells(in, values);
            final var fields = new LinkedHashMap<String, FieldChange>();
            for (int j = 0; j < values.length; j++) {
                if (values[j] != null) {
                    fields.put(names[j], new FieldChange(null, values[j]));
                }
            }
            changes.add(new RecordChange(Kind.CREATE, recordType, id, fields));
        }
        return changes;
    }

    private static void readCells(final DataInputStream in, final Object[] values) throws IOException {
        for (int left = readSize(in); left > 0; left--) {
            final int number = readSize(in);
            values[number] = readValue(in);
        }
    }

    static void writeValue(final DataOutputStream out, final Object value) throws IOException {
        if (value == null) {
            out.writeByte(0);
        } else if (value instanceof final String text) {
            out.writeByte(1);
            writeText(out, text);
        } else if (value instanceof final UUID id) {
            out.writeByte(2);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        } else if (value instanceof final BigDecimal number) {
            out.writeByte(3);
            writeNumber(out, number);
        } else if (value instanceof final Integer number) {
            out.writeByte(4);
            out.writeInt(number);
        } else if (value instanceof final Long number) {
            out.writeByte(5);
            out.writeLong(number);
        } else if (value instanceof final Boolean flag) {
            out.writeByte(flag ? 7 : 6);
        } else if (value instanceof final LocalDate day) {
            out.writeByte(8);
            out.writeLong(day.toEpochDay());
        } else if (value instanceof final Instant moment) {
            out.writeByte(9);
            out.writeLong(MICROS.convertToDatabaseColumn(moment));
        } else {
            throw new IllegalArgumentException("cannot keep " + value.getClass());
        }
    }

    /** Without zeros at the end. Numbers that fit into a long, which almost all do, need no object for it. */
    private static void writeNumber(final DataOutputStream out, final BigDecimal number) throws IOException {
        if (number.signum() == 0) {
            writeDigits(out, 0, 0);
        } else if (number.precision() <= LONG_DIGITS && number.scale() > -LONG_DIGITS && number.scale() < LONG_DIGITS) {
            int scale = number.scale();
            long digits = number.scaleByPowerOfTen(scale).longValue();
            for (; digits % 10 == 0; scale--) {
                digits /= 10;
            }
            writeDigits(out, scale, digits);
        } else {
            final var bare = number.stripTrailingZeros();
            final var digits = bare.unscaledValue().toByteArray();
            out.writeInt(bare.scale());
            writeSize(out, digits.length);
            out.write(digits);
        }
    }

    /** As few bytes as hold the number and its sign. */
    private static void writeDigits(final DataOutputStream out, final int scale, final long digits) throws IOException {
        out.writeInt(scale);
        final int length = (Long.SIZE - Long.numberOfLeadingZeros(digits < 0 ? ~digits : digits)) / Byte.SIZE + 1;
        writeSize(out, length);
        for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.writeByte((int) (digits >> shift));
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
