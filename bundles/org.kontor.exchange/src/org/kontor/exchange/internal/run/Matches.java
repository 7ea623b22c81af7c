// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.kontor.exchange.MatchingKey;
import org.kontor.exchange.internal.value.Names;
import org.kontor.model.RecordType;
import org.kontor.store.Session;
import org.kontor.store.query.Query;

/** Which existing record a row means, by the matching key of the run. Without a key no row means one. Not safe for several threads. */
final class Matches {

    private final Optional<MatchingKey> key;
    private final List<Binding> parts;
    private final int slots;
    private final KeyIndex index;
    private final Hash hash = new Hash();
    private final Hash content = new Hash();

    Matches(final Optional<MatchingKey> key, final List<Binding> bindings, final UUID made) {
        this.key = key;
        this.index = new KeyIndex(made);
        this.slots = bindings.size();
        this.parts = key.isEmpty() ? List.of()
                : key.get().targets().stream()
                        .map(name -> bindings.stream().filter(binding -> binding.target().name().equals(name)).findFirst().orElseThrow())
                        .toList();
    }

    void load(final Session session, final RecordType<?> type, final BooleanSupplier wanted) {
        if (key.isEmpty()) {
            return;
        }
        final var paths = new ArrayList<String>(List.of("id"));
        paths.addAll(key.get().targets());
        session.each(Query.of(type.javaType()), paths, values -> {
            hash.start(0);
            boolean any = false;
            for (int i = 1; i < values.length; i++) {
                any |= values[i] != null;
                hash.add(part(values[i]));
            }
            if (any) {
                index.add(hash, (UUID) values[0], 0);
            }
            return wanted.getAsBoolean();
        });
    }

    private String part(final Object value) {
        return value == null ? "" : value instanceof final String text && !key.get().exact() ? Names.same(text) : value.toString();
    }

    /** Null where the row has no key or its key is new. */
    UUID find(final Object[] values, final String[] texts) {
        return hashed(values, texts) ? index.find(hash) : null;
    }

    private boolean hashed(final Object[] values, final String[] texts) {
        if (key.isEmpty()) {
            return false;
        }
        hash.start(0);
        boolean any = false;
        for (final var part : parts) {
            final var value = values[part.slot()];
            final boolean pending = value == null && !texts[part.slot()].isEmpty();
            any |= value != null || pending;
            hash.add(pending ? '?' + texts[part.slot()] : part(value));
        }
        return any;
    }

    /** Remembers the record of a row, and what the row said. */
    void learn(final Object[] values, final String[] texts, final UUID record) {
        if (hashed(values, texts)) {
            index.add(hash, record, content(values));
        }
    }

    /** Whether the last row with this key said exactly the same. */
    boolean saysTheSame(final Object[] values, final String[] texts) {
        return hashed(values, texts) && index.said(hash, content(values));
    }

    private long content(final Object[] values) {
        content.start(1);
        for (int i = 0; i < slots; i++) {
            if (values[i] != null) {
                add(i, values[i]);
            }
        }
        return content.first();
    }

    private void add(final int slot, final Object value) {
        content.add(slot);
        if (value instanceof final BigDecimal number && number.precision() <= 18) {
            content.add(number.unscaledValue().longValue()).add(number.scale());
        } else if (value instanceof final UUID id) {
            content.add(id.getMostSignificantBits()).add(id.getLeastSignificantBits());
        } else if (value instanceof final LocalDate day) {
            content.add(day.toEpochDay());
        } else {
            content.add(value.toString());
        }
    }

    String shown(final String[] texts) {
        return parts.stream().map(part -> texts[part.slot()]).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }
}
