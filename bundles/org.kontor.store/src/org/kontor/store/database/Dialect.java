// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.database;

import java.util.Map;

/**
 * What an engine calls the column types that migrations name as <code>${uuid}</code>, <code>${instant}</code> and so on, and which
 * EclipseLink platform speaks to it.
 *
 * @param engine  the {@link Database#kind()}
 * @param types   the SQL type of each of {@code uuid}, {@code instant} (64-bit microseconds since 1970 UTC), {@code bytes} (at most 64 KiB
 *                inline, otherwise large), {@code blob}, {@code text} (any length), {@code decimal} (19 digits, 4 after the point),
 *                {@code boolean}, {@code date}, {@code integer}, {@code long}, {@code double}; {@code string} is written as
 *                <code>${string:LENGTH}</code> and its entry holds {@code %d}
 * @since 0.1
 */
public record Dialect(String engine, Map<String, String> types) {

    public Dialect {
        types = Map.copyOf(types);
    }
}
