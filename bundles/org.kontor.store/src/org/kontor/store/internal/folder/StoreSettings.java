// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What {@code store.properties} says of a store; does not change once the store is made.
 *
 * @param id        names the store for ever; copies and restored backups keep it
 * @param engine    the {@link org.kontor.store.database.Database#kind()}
 * @param encrypted whether the database is encrypted and {@code key.properties} holds its key
 * @param createdBy version of the program that made the store
 * @param created   when, to the second
 * @since 0.1
 */
public record StoreSettings(UUID id, String engine, boolean encrypted, String createdBy, Instant created) {

    Map<String, String> toValues() {
        final Map<String, String> values = new LinkedHashMap<>();
        values.put("id", id.toString());
        values.put("engine", engine);
        values.put("encrypted", Boolean.toString(encrypted));
        values.put("createdBy", createdBy);
        values.put("created", created.toString());
        return values;
    }

    /** Empty where a value is missing or malformed. */
    static Optional<StoreSettings> ofValues(final Map<String, String> values) {
        try {
            return Optional.of(new StoreSettings(UUID.fromString(required(values, "id")), required(values, "engine"),
                    Boolean.parseBoolean(required(values, "encrypted")), required(values, "createdBy"),
                    Instant.parse(required(values, "created"))));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static String required(final Map<String, String> values, final String name) {
        final String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
