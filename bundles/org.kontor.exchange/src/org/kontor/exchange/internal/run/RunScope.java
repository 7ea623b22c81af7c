// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.core.id.Ids;
import org.kontor.exchange.ImportChoices;
import org.kontor.exchange.ImportOption;
import org.kontor.exchange.ImportScope;
import org.kontor.model.StoredRecord;
import org.kontor.store.Store;

/** One run as its handler sees it. */
final class RunScope implements ImportScope {

    private static final long BESIDES = 1L << 45;
    private static final long ROWS_OF_AN_ATTEMPT = 1L << 36;

    private final Store store;
    private final ImportSpec spec;
    private final long source;
    private final Instant startedAt;
    private final Rates rates;
    private final Set<String> mapped;
    private final List<StoredRecord> added = new ArrayList<>();
    private final long place;
    private int addedBefore;

    /**
     * @param job how often the file was ended and how many rows an interrupted run did, so that what this run adds besides rows gets
     *            identifiers of its own
     */
    RunScope(final Store store, final ImportSpec spec, final Job job, final Instant startedAt) {
        this.place = BESIDES + job.attempt() * ROWS_OF_AN_ATTEMPT + job.done();
        this.store = store;
        this.spec = spec;
        this.source = job.source();
        this.startedAt = startedAt;
        this.rates = Rates.of(store);
        this.mapped = Set.copyOf(spec.columnsByTarget().keySet());
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public ImportChoices choices() {
        return spec.choices();
    }

    @Override
    public String option(final String key) {
        final var chosen = spec.choices().options().get(key);
        if (chosen != null) {
            return chosen;
        }
        return spec.kind().options().stream().filter(option -> option.key().equals(key)).map(ImportOption::standard).findFirst().orElse("");
    }

    @Override
    public boolean mapped(final String target) {
        return mapped.contains(target);
    }

    @Override
    public List<String> sampleValues(final String target) {
        final var column = spec.columnsByTarget().get(target);
        if (column == null) {
            return List.of();
        }
        final var replaced = spec.choices().values().getOrDefault(target, Map.of());
        return spec.profile().columns().get(column).frequencies().keySet().stream().map(value -> replaced.getOrDefault(value, value))
                .distinct().toList();
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public String baseCurrency() {
        return rates.base();
    }

    @Override
    public Optional<BigDecimal> inBaseCurrency(final BigDecimal amount, final String currency, final LocalDate day) {
        return rates.inBase(amount, currency, day);
    }

    @Override
    public void add(final StoredRecord record) {
        record.setId(id(place, addedBefore++));
        added.add(record);
    }

    @Override
    public boolean made(final UUID record) {
        return record.getMostSignificantBits() == id(0, 0).getMostSignificantBits() && record.version() == 8;
    }

    UUID id(final long row, final int role) {
        return Ids.derived(source, row, role);
    }

    /** How many were added since they were last taken. */
    int waiting() {
        return added.size();
    }

    /** What was added since the last call. */
    List<StoredRecord> takeAdded() {
        final var taken = List.copyOf(added);
        added.clear();
        return taken;
    }
}
