// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The fields of one record that somebody changed, with the values that were seen and are wanted. Values are those of {@link FieldChange}.
 *
 * @param recordType the record type's name
 * @param id         the record
 * @param fields     field name to change; only fields that differ
 * @since 0.1
 */
public record RecordPatch(String recordType, UUID id, Map<String, FieldChange> fields) {

    public RecordPatch {
        Objects.requireNonNull(recordType);
        Objects.requireNonNull(id);
        fields = Map.copyOf(fields);
    }
}
