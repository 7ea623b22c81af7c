// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.model.StoredRecord;

/** Some rows, ready to be written as one change set. Filled on the planning thread, then handed over. */
final class Batch {

    /**
     * A row that says what an existing record should be.
     *
     * @param row    the row
     * @param line   the line it begins on
     * @param record the record
     * @param values target name to value; without a value where the record's is to be emptied
     * @param made   whether an earlier row of the file made the record, so that the row is counted already
     */
    record Update(long row, long line, UUID record, Map<String, Object> values, boolean made) {
    }

    /**
     * A change of a record that belongs to a row.
     *
     * @param type   the record's type
     * @param record the record
     * @param change sets fields
     */
    record Change<T extends StoredRecord>(Class<T> type, UUID record, Consumer<T> change) {
    }

    final List<StoredRecord> adds = new ArrayList<>();
    final List<Update> updates = new ArrayList<>();
    final List<Change<?>> changes = new ArrayList<>();
    final List<Long> refused = new ArrayList<>();
    final Tally tally = new Tally();
    long lastRow;
    long bytes;
    private final Map<UUID, StoredRecord> fresh = new HashMap<>();
    private int known;

    /** A record that this batch adds, as the rows so far made it; null where it adds none of this identifier. Few batches are asked. */
    StoredRecord fresh(final UUID record) {
        for (; known < adds.size(); known++) {
            fresh.put(adds.get(known).getId(), adds.get(known));
        }
        return fresh.get(record);
    }

    boolean writesNothing() {
        return adds.isEmpty() && updates.isEmpty() && changes.isEmpty();
    }

    /** How many records it writes, as far as is known before it is written. */
    int records() {
        return adds.size() + updates.size() + changes.size();
    }
}
