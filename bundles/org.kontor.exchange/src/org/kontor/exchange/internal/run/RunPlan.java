// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.MatchingKey;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.ValueFinding;
import org.kontor.exchange.internal.FileProblems;
import org.kontor.exchange.internal.read.Tables;
import org.kontor.exchange.internal.value.Names;
import org.kontor.exchange.internal.value.ValueReader;
import org.kontor.model.FieldKind;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;

/** What one run knows: its bindings, the records they may name, and what earlier rows made. For the planning thread once it is built. */
final class RunPlan {

    private static final int MAX_POSTPONED = 500_000;
    
    /**
     * A reference to a record of the same type that a later row makes.
     *
     * @param row     the row
     * @param line    the line it begins on
     * @param record  the record of the row
     * @param binding the reference
     * @param text    the value
     */
    record Postponed(long row, long line, UUID record, Binding binding, String text) {
    }

    private final ImportSpec spec;
    private final RunScope scope;
    private final RowHandler handler;
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Lookup> lookups = new ArrayList<>();
    private final Findings findings = new Findings();
    private final Matches matches;
    private final List<Binding> own;
    private final List<Postponed> postponed = new ArrayList<>();
    private final KeyIndex fileKeys;
    private final Hash hash = new Hash();

    RunPlan(final ImportSpec spec, final RunScope scope, final RowHandler handler) {
        this.spec = spec;
        this.scope = scope;
        this.handler = handler;
        this.fileKeys = new KeyIndex(scope.id(0, 0));
        for (final var target : spec.kind().targets()) {
            final var column = spec.columnsByTarget().get(target.name());
            final var standard = spec.choices().defaults().getOrDefault(target.name(), "");
            if (column != null || !standard.isEmpty()) {
                bindings.add(bind(target, column == null ? -1 : column, standard));
            }
        }
        final Optional<MatchingKey> key = spec.choices().key.flatMap(
                name -> spec.kind().matchingKeys().stream().filter(each -> each.name().equals(name)).findFirst());
        this.matches = new Matches(key, bindings, scope.id(0, 0));
        this.own = bindings.stream().filter(binding -> binding.lookup() != null && binding.column() >= 0
                && binding.lookup().type() == spec.kind().recordType()).toList();
    }

    private Binding bind(final ImportTarget target, final int column, final String standard) {
        final var source = column < 0 ? null : spec.columns().get(column);
        final var name = source == null ? "" : source.name();
        final Map<String, String> replaced = spec.choices().values().getOrDefault(target.name(), Map.of());
        final boolean reference = target.kind() == FieldKind.REFERENCE;
        Lookup lookup = null;
        if (reference) {
            lookup = new Lookup(target.reference().orElseThrow(), scope.id(0, 0));
            lookups.add(lookup);
        }
        final var reader = reference ? null
                : new ValueReader(target, source == null ? org.kontor.exchange.DateStyle.ISO : source.dates(),
                        source == null ? org.kontor.exchange.NumberStyle.POINT : source.numbers());
        final var unknown = reference ? spec.choices().unknown().getOrDefault(target.name(), target.reference().get().unknown()) : null;
        final var blank = reference ? spec.choices().blank().getOrDefault(target.name(), target.reference().get().blank()) : null;
        return new Binding(bindings.size(), target, column, name, reader, lookup, replaced, standard, unknown,
                Map.copyOf(spec.choices().unknownValues().getOrDefault(target.name(), Map.of())), blank,
                reference || column < 0 ? null : FreeText.of(target, name));
    }

    /** Reads the records that the file may name. */
    void load(final Session session, final BooleanSupplier wanted) {
        for (final var binding : bindings) {
            if (binding.lookup() != null) {
                final var candidates = handler.candidates(binding.target().name());
                if (candidates.isPresent()) {
                    binding.lookup().load(candidates.get());
                } else {
                    binding.lookup().load(session, wanted);
                }
            }
        }
        matches.load(session, spec.kind().recordType(), wanted);
    }

    /** Where rows may name records that later rows make: reads which there are. */
    void lookAhead(final BooleanSupplier stopped) {
        if (own.isEmpty()) {
            return;
        }
        final var keys = bindings.stream().filter(binding -> binding.column() >= 0
                && own.stream().anyMatch(reference -> reference.lookup().rule().keys().contains(binding.target().name()))).toList();
        try (var reader = Tables.open(spec.file(), spec.read())) {
            if (spec.read().header()) {
                reader.next();
            }
            while (!stopped.getAsBoolean() && reader.next()) {
                for (final var key : keys) {
                    final var text = key.column() < reader.width() ? reader.cells()[key.column()] : "";
                    final var value = key.replacements().getOrDefault(text, text);
                    if (!value.isEmpty()) {
                        fileKeys.add(hash.start(0).add(Names.same(value)), scope.id(0, 0), 0);
                    }
                }
            }
        } catch (IOException failed) {
            throw FileProblems.reading(spec.file().path(), failed);
        }
    }

    boolean comesLater(final Binding binding, final String text) {
        return postpones(binding) && postponed.size() < MAX_POSTPONED && fileKeys.find(hash.start(0).add(Names.same(text))) != null;
    }

    boolean postponesReferences() {
        return !own.isEmpty();
    }

    boolean postpones(final Binding binding) {
        return own.contains(binding);
    }

    void postpone(final Postponed reference) {
        postponed.add(reference);
    }

    List<Postponed> postponed() {
        return postponed;
    }

    /** Makes a new record known to every column that may name it. */
    void learn(final StoredRecord record) {
        for (final var lookup : lookups) {
            if (lookup.type().javaType() == record.getClass()) {
                lookup.learn(record);
            }
        }
    }

    List<ValueFinding> values(final Session session) {
        final var found = new ArrayList<>(findings.unknownValues());
        for (final var binding : bindings) {
            if (binding.free() != null) {
                found.addAll(binding.free().findings(spec.kind().recordType(), session));
            }
        }
        found.sort(java.util.Comparator.comparingLong(ValueFinding::rows).reversed().thenComparing(ValueFinding::target)
                .thenComparing(ValueFinding::value));
        return found.subList(0, Math.min(1_000, found.size()));
    }

    ImportSpec spec() {
        return spec;
    }

    RunScope scope() {
        return scope;
    }

    RowHandler handler() {
        return handler;
    }

    List<Binding> bindings() {
        return bindings;
    }

    Findings findings() {
        return findings;
    }

    Matches matches() {
        return matches;
    }

    Map<String, Binding> byTarget() {
        final var byTarget = new HashMap<String, Binding>();
        bindings.forEach(binding -> byTarget.put(binding.target().name(), binding));
        return byTarget;
    }
}
