// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The table "Rooms and directions" of the architecture: who may use whom, and who may use which library. */
final class Rooms {

    /** What each room may use directly; what those may use in turn is allowed too. */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
        entry("core", Set.of()),
        entry("model", Set.of("core")),
        entry("store", Set.of("model")),
        entry("store.derby", Set.of("store")),
        entry("customers", Set.of("store")),
        entry("sales", Set.of("customers")),
        entry("exchange", Set.of("store")),
        entry("analytics", Set.of("core")),
        entry("analytics.algorithms", Set.of("analytics")),
        entry("analytics.simd", Set.of("analytics")),
        entry("analytics.kit", Set.of("analytics")),
        entry("analytics.engine", Set.of("analytics", "store")),
        entry("charts", Set.of("core")),
        entry("ui", Set.of("store", "charts")),
        entry("ui.collections", Set.of()),
        entry("customers.ui", Set.of("ui", "customers", "exchange")),
        entry("sales.ui", Set.of("customers.ui", "sales")),
        entry("analytics.ui", Set.of("customers.ui", "analytics.engine")),
        entry("app", Set.of("ui")),
        entry("help", Set.of()),
        entry("logging", Set.of()),
        entry("demo", Set.of("sales", "customers", "exchange")),
        entry("headless", Set.of("store", "customers", "sales", "exchange", "charts", "demo", "analytics.engine")));

    /** Package prefixes and the only rooms that may name them; tests may name them all. */
    static final Map<String, Set<String>> LIBRARIES = Map.of(
        "org.eclipse.persistence", Set.of("store"),
        "jakarta.persistence", Set.of("model", "store"),
        "org.apache.derby", Set.of("store.derby"),
        "org.jfree", Set.of("charts"),
        "org.apache.batik", Set.of("charts"),
        "org.apache.commons.numbers", Set.of("analytics.algorithms"),
        "org.apache.commons.statistics", Set.of("analytics.algorithms"),
        "jdk.incubator.vector", Set.of("analytics.simd"),
        "de.siegmar.fastcsv", Set.of("exchange"),
        "org.eclipse.nebula", Set.of("ui"));

    /** Package prefixes of the windowing system, which only these rooms and their .ui twins may name. */
    static final Set<String> WINDOWS = Set.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui", "org.eclipse.e4.ui");
    static final Set<String> WITH_WINDOWS = Set.of("charts", "ui", "app");

    /** Translations of platform texts: fragments without code, which use nothing of ours. */
    private static final String LANGUAGE = "language.";

    private Rooms() {
    }

    /** {@return every room that the given one may use, itself included; empty for a room that the table does not know} */
    static Set<String> reachable(final String room) {
        final Set<String> reached = new TreeSet<>();
        if (MAY_USE.containsKey(room) || room.startsWith(LANGUAGE)) {
            reach(room, reached);
        }
        return reached;
    }

    static boolean within(final String name, final String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + '.');
    }

    static boolean mayOpenWindows(final String room) {
        return WITH_WINDOWS.contains(room) || room.endsWith(".ui");
    }

    private static void reach(final String room, final Set<String> reached) {
        if (reached.add(room)) {
            MAY_USE.getOrDefault(room, Set.of()).forEach(next -> reach(next, reached));
        }
    }
}
