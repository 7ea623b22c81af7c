// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.kontor.exchange.ReferenceRule;
import org.kontor.exchange.internal.value.Names;
import org.kontor.exchange.internal.value.Suggester;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.model.Titled;
import org.kontor.store.Session;
import org.kontor.store.query.Query;

/** Which record a value of a reference column names, answered from memory. Not safe for several threads. */
final class Lookup {

    private static final Set<String> EXACT = Set.of("externalId", "code", "number");
    private static final int MAX_RECENT = 10_000;

    private final ReferenceRule rule;
    private final RecordType<?> type;
    private final List<Field> keys;
    private final boolean[] exact;
    private final KeyIndex index;
    private final Hash hash = new Hash();
    private final Map<String, UUID> recent = new HashMap<>();
    private final Map<UUID, StoredRecord> references = new HashMap<>();
    private final Suggester names = new Suggester();

    Lookup(final ReferenceRule rule, final UUID made) {
        this.rule = rule;
        this.index = new KeyIndex(made);
        this.type = Catalogue.standard().type(rule.type());
        this.keys = rule.keys().stream().map(type::field).toList();
        this.exact = new boolean[keys.size()];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = EXACT.contains(keys.get(i).name());
        }
    }

    RecordType<?> type() {
        return type;
    }

    ReferenceRule rule() {
        return rule;
    }

    /** Reads the records that may be named; stops where {@code wanted} says no. */
    void load(final Session session, final BooleanSupplier wanted) {
        var query = Query.of(rule.type());
        query = rule.filter().isPresent() ? query.where(rule.filter().get()) : query;
        if (Titled.class.isAssignableFrom(rule.type()) && type.hasField("code")) {
            session.list(query).forEach(record -> {
                learn(record);
                know(((Titled) record).title(), keys.size(), record.getId());
            });
            return;
        }
        final var paths = new ArrayList<String>(List.of("id"));
        paths.addAll(rule.keys());
        session.each(query, paths, row -> {
            for (int i = 1; i < row.length; i++) {
                know((String) row[i], i - 1, (UUID) row[0]);
            }
            return wanted.getAsBoolean();
        });
    }

    void load(final Map<String, UUID> candidates) {
        candidates.forEach((name, record) -> know(name, 0, record));
    }

    /** A record that stands for a stored one; the same for rows that name it one soon after the other. */
    StoredRecord reference(final UUID record) {
        if (references.size() == MAX_RECENT) {
            references.clear();
        }
        return references.computeIfAbsent(record, type::reference);
    }

    /** Takes up a record that was just made. */
    void learn(final StoredRecord record) {
        for (int i = 0; i < keys.size(); i++) {
            know((String) keys.get(i).get(record), i, record.getId());
        }
    }

    void know(final String name, final int key, final UUID record) {
        if (name == null || name.isEmpty()) {
            return;
        }
        final boolean literal = key < exact.length && exact[key];
        index.add(hash.start(key).add(literal ? name : Names.same(name)), record, 0);
        recent.remove(name);
        if (!literal || "code".equals(keys.get(key).name())) {
            names.know(name);
        }
    }

    /** The record; null where the value names none, {@link KeyIndex#AMBIGUOUS} where it names several. Numbers come before names. */
    UUID find(final String text) {
        for (int i = 0; i < exact.length; i++) {
            if (exact[i]) {
                final var found = index.find(hash.start(i).add(text));
                if (found != null) {
                    return found;
                }
            }
        }
        final var known = recent.get(text);
        return known == null ? byName(text) : known;
    }

    private UUID byName(final String text) {
        final var name = Names.same(text);
        for (int i = 0; i <= keys.size(); i++) {
            final var found = i < exact.length && exact[i] ? null : index.find(hash.start(i).add(name));
            if (found != null) {
                if (recent.size() >= MAX_RECENT) {
                    recent.clear();
                }
                recent.put(text, found);
                return found;
            }
        }
        return null;
    }

    Suggester names() {
        return names;
    }
}
