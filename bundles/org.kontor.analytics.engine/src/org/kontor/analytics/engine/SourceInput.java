// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.core.problem.ProblemException;
import org.kontor.store.Store;

/**
 * What a source reads from.
 *
 * @param store   the open store; empty where there is none
 * @param options settings of the source, such as the file of a CSV source
 * @since 0.1
 */
public record SourceInput(Optional<Store> store, Map<String, String> options) {

    public SourceInput {
        options = Map.copyOf(new TreeMap<>(options));
    }

    /**
     * The store, where a source cannot do without.
     *
     * @return the open store
     * @throws ProblemException where there is none ({@code analytics.no-store})
     */
    public Store requireStore() {
        return store.orElseThrow(() -> EngineProblems.of("analytics.no-store").asException());
    }

    /**
     * A setting that a source cannot do without.
     *
     * @param name its name
     * @return its value
     * @throws ProblemException where it was not given ({@code analytics.source-option})
     */
    public String require(final String name) {
        final var value = options.get(name);
        if (value == null || value.isBlank()) {
            throw EngineProblems.of("analytics.source-option", name).asException();
        }
        return value;
    }
}
