// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a change set did to one record. A creation has no values before, a deletion none after.
 *
 * @param kind       what was done
 * @param recordType the record type's name
 * @param id         the record
 * @param fields     field name to change, in the order of the catalogue; for an update only fields that differ
 * @since 0.1
 */
public record RecordChange(Kind kind, String recordType, UUID id, Map<String, FieldChange> fields) {

    /** What can be done to a record. */
    public enum Kind {
        /** It did not exist before. */
        CREATE,
        /** It existed before and after. */
        UPDATE,
        /** It does not exist after. */
        DELETE
    }

    public RecordChange {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(recordType);
        Objects.requireNonNull(id);
    }
}
