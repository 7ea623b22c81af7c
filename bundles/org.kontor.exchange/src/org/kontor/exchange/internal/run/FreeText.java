// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.ValueFinding;
import org.kontor.exchange.internal.value.Suggester;
import org.kontor.exchange.internal.value.Vocabulary;
import org.kontor.model.RecordType;
import org.kontor.store.Session;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Query;

/**
 * Counts the values of a text field that people fill from a habit rather than from a list, to find misspelt ones. Not safe for several
 * threads.
 */
final class FreeText {

    private static final Set<String> INDUSTRIES = Set.of("industry");
    private static final Set<String> COUNTRIES = Set.of("country", "billingCountry", "shippingCountry");
    private static final Set<String> OTHERS = Set.of("region", "family", "leadSource", "source", "channel", "department", "unit",
            "salutation", "lossReason");
    private static final int MAX_VALUES = 500;
    private static final int TIMES = 10;

    private final ImportTarget target;
    private final String column;
    private final Map<String, long[]> counts = new HashMap<>();
    private boolean tooMany;

    private FreeText(final ImportTarget target, final String column) {
        this.target = target;
        this.column = column;
    }

    static FreeText of(final ImportTarget target, final String column) {
        final var name = target.name();
        return INDUSTRIES.contains(name) || COUNTRIES.contains(name) || OTHERS.contains(name) ? new FreeText(target, column) : null;
    }

    void see(final String value, final long row) {
        if (tooMany) {
            return;
        }
        final var count = counts.computeIfAbsent(value, first -> new long[] {0, row});
        count[0]++;
        tooMany = counts.size() > MAX_VALUES;
    }

    /** Values that are near to a country, an industry, a value of the store, or a much more frequent value of the file. */
    List<ValueFinding> findings(final RecordType<?> type, final Session session) {
        if (tooMany || counts.isEmpty()) {
            return List.of();
        }
        final var existing = new Suggester();
        if (target.field().isPresent()) {
            session.groups(Query.of(type.javaType()), List.of(target.name()), List.of(Aggregate.COUNT)).stream()
                    .map(group -> (String) group[0])
                    .forEach(existing::know);
        }
        final var vocabulary = COUNTRIES.contains(target.name()) ? Vocabulary.countries()
                : INDUSTRIES.contains(target.name()) ? Vocabulary.industries() : new Suggester();
        final var reason = COUNTRIES.contains(target.name()) ? "country" : "industry";
        return counts.entrySet().stream().flatMap(entry -> {
            final var value = entry.getKey();
            final var suggestion = vocabulary.knows(value) ? Optional.<String[]>empty()
                    : vocabulary.nearest(value).map(near -> new String[] {near, reason})
                            .or(() -> existing.knows(value) ? Optional.empty() : existing.nearest(value)
                            .map(near -> new String[] {near, "existing"}))
                            .or(() -> frequent(entry.getValue()[0]).nearest(value).map(near -> new String[] {near, "file"}));
            return suggestion.map(near -> new ValueFinding(target.name(), column, value, entry.getValue()[0], entry.getValue()[1], near[0],
                    near[1])).stream();
        }).toList();
    }

    private Suggester frequent(final long count) {
        final var frequent = new Suggester();
        counts.entrySet().stream().filter(entry -> entry.getValue()[0] >= TIMES * count).map(Map.Entry::getKey).forEach(frequent::know);
        return frequent;
    }
}
