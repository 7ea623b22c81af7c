// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.model.Catalogue;
import org.kontor.model.StoredRecord;
import org.kontor.store.Intent;
import org.kontor.store.Store;

/** Gives records their identifiers and writes them, some thousand at a time. */
final class Batches {

    private static final int AT_ONCE = 4_000;
    private static final long SALT = 0x44_454D_4F00L;

    private final Store store;
    private final Intent intent;
    private final Progress progress;
    private final long source;
    private final List<StoredRecord> waiting = new ArrayList<>();
    private final Map<Kind, Long> made = new LinkedHashMap<>();

    Batches(final Store store, final Intent intent, final DemoCompany.Plan plan, final Progress progress) {
        this.store = store;
        this.intent = intent;
        this.progress = progress;
        this.source = Dice.of(plan.seed() ^ SALT, "company of " + plan.customers() + " on " + plan.today(), 0).next();
    }

    /** The identifier of a thing of the company. */
    UUID id(final Kind kind, final long number) {
        return Ids.derived(source, number, kind.ordinal() + 1);
    }

    /** A reference to a thing of the company. */
    <T extends StoredRecord> T reference(final Class<T> type, final Kind kind, final long number) {
        return Catalogue.standard().type(type).reference(id(kind, number));
    }

    /** A reference to a record that was there before. */
    static <T extends StoredRecord> T reference(final Class<T> type, final UUID id) {
        return Catalogue.standard().type(type).reference(id);
    }

    /** Adds a thing under the number after the last one of its kind. */
    <T extends StoredRecord> T add(final Kind kind, final T record) {
        record.setId(id(kind, made.merge(kind, 1L, Long::sum) - 1));
        waiting.add(record);
        if (waiting.size() >= AT_ONCE) {
            write();
        }
        return record;
    }

    /** Writes what is waiting. */
    void write() {
        progress.checkCancelled();
        if (!waiting.isEmpty()) {
            if (!isThere(waiting.getFirst())) {
                store.write(intent, writer -> waiting.forEach(writer::add));
            }
            progress.worked(waiting.size());
            waiting.clear();
        }
    }

    /** A batch is written whole or not at all, and always holds the same records. */
    private boolean isThere(final StoredRecord first) {
        return store.read(session -> session.find(first.getClass(), first.getId()).isPresent());
    }

    /** How many of each kind were made. */
    Map<Kind, Long> made() {
        return made;
    }
}
