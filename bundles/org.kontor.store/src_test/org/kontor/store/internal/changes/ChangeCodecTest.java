// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.changes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.kontor.model.Catalogue;
import org.kontor.model.Order;
import org.kontor.store.FieldChange;
import org.kontor.store.RecordChange;
import org.kontor.store.RecordChange.Kind;

/** What the audit log keeps comes back, and fingerprints that older versions made stay true. */
class ChangeCodecTest {

    private static List<RecordChange> creations(final int count) {
        final var fields = Catalogue.standard().type(Order.class).fields();
        final var random = new Random(count);
        final var at = Instant.ofEpochSecond(1_700_000_000, 123_456_000);
        final var changes = new ArrayList<RecordChange>();
        for (int i = 0; i < count; i++) {
            final var values = new Object[fields.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = switch (j % 7) {
                    case 0 -> at;
                    case 1 -> random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(), random.nextInt(5)).stripTrailingZeros();
                    case 2 -> random.nextInt(3) == 0 ? null : "text " + random.nextInt(3);
                    case 3 -> i % 2 == 0 ? new UUID(7, 7) : null;
                    case 4 -> LocalDate.ofEpochDay(random.nextInt(20_000));
                    case 5 -> new UUID(3, j);
                    default -> null;
                };
            }
            changes.add(new RecordChange(Kind.CREATE, "Order", new UUID(1, i), new CreatedFields(fields, values)));
        }
        return changes;
    }

    @Test
    void creationsComeBackWithTheirFieldsInOrder() {
        for (final int count : new int[] {1, 2, 500}) {
            final var changes = creations(count);
            final var back = ChangeCodec.decode(Kind.CREATE, "Order", ChangeCodec.encode(changes));
            assertTrue(changes.equals(back), "something else came back");
            for (int i = 0; i < count; i++) {
                assertEquals(List.copyOf(changes.get(i).fields().keySet()), List.copyOf(back.get(i).fields().keySet()));
            }
        }
    }

    @Test
    void whatRecordsShareIsKeptOnce() {
        final var changes = creations(500);
        final List<RecordChange> plain = changes.stream()
                .map(change -> new RecordChange(Kind.CREATE, "Order", change.id(), new LinkedHashMap<>(change.fields()))).toList();
        final var asBefore = ChangeCodec.encode(plain);
        assertEquals(1, asBefore[0]);
        assertEquals(2, ChangeCodec.encode(changes)[0]);
        assertTrue(ChangeCodec.encode(changes).length < asBefore.length);
        assertTrue(changes.equals(ChangeCodec.decode(Kind.CREATE, "Order", asBefore)), "something else came back");
    }

    @Test
    void updatesAndDeletionsComeBack() {
        final var updates = List.of(new RecordChange(Kind.UPDATE, "Order", new UUID(1, 1), Map.of("total", new FieldChange(BigDecimal.ONE, null))),
                new RecordChange(Kind.UPDATE, "Order", new UUID(1, 2), Map.of("channel", new FieldChange(null, "shop"))));
        assertEquals(updates, ChangeCodec.decode(Kind.UPDATE, "Order", ChangeCodec.encode(updates)));
        final var deletions = List.of(new RecordChange(Kind.DELETE, "Order", new UUID(1, 1), Map.of("total", new FieldChange(BigDecimal.ONE, null))));
        assertEquals(deletions, ChangeCodec.decode(Kind.DELETE, "Order", ChangeCodec.encode(deletions)));
    }

    /** Scale and unscaled value without zeros at the end: what fingerprints were made of from the first version on. */
    @Test
    void equalNumbersAreTheBytesThatTheyAlwaysWere() throws IOException {
        final var random = new Random(11);
        final List<BigDecimal> numbers = new ArrayList<>(List.of(BigDecimal.ZERO, new BigDecimal("0.000"), new BigDecimal("-0.10"), new BigDecimal("1e20"),
                new BigDecimal("-1e-20"), new BigDecimal("127"), new BigDecimal("128"), new BigDecimal("-128"), new BigDecimal("-129"),
                new BigDecimal("32767.0"), new BigDecimal("32768"), BigDecimal.valueOf(Long.MAX_VALUE), BigDecimal.valueOf(Long.MIN_VALUE),
                new BigDecimal("999999999999999999"), new BigDecimal("1000000000000000000"), BigDecimal.valueOf(5, -17)));
        for (int i = 0; i < 20_000; i++) {
            numbers.add(new BigDecimal(new BigInteger(1 + random.nextInt(90), random), random.nextInt(44) - 22));
            numbers.add(BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), random.nextInt(6)).negate());
        }
        for (final var number : numbers) {
            final var bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            final var digits = bare.unscaledValue().toByteArray();
            final var expected = new ByteArrayOutputStream();
            final var out = new DataOutputStream(expected);
            out.writeByte(3);
            out.writeInt(bare.scale());
            out.writeByte(digits.length);
            out.write(digits);
            final var found = new ByteArrayOutputStream();
            Values.write(new DataOutputStream(found), number);
            assertArrayEquals(expected.toByteArray(), found.toByteArray(), number::toString);
        }
    }
}
