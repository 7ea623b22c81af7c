// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.util.Objects;
import java.util.UUID;

import org.kontor.model.StoredRecord;

/**
 * Points to a record: what a view opens on a click.
 *
 * @param type  the record's type
 * @param id    the record
 * @param title what people call it
 * @since 0.1
 */
public record RecordLink(Class<? extends StoredRecord> type, UUID id, String title) {

    public RecordLink {
        Objects.requireNonNull(type);
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
    }
}
