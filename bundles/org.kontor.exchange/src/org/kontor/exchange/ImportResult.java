// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.Problem;

/**
 * What an import did.
 *
 * @param state     how it ended
 * @param operation what {@code history().undo} takes back; empty where nothing was written
 * @param report    the counts and findings
 * @param problem   what stopped it, or that it was imported before; empty where it is done or was cancelled
 * @since 0.1
 */
public record ImportResult(ImportState state, Optional<UUID> operation, ImportReport report, Optional<Problem> problem) {

    /** @return this as one JSON object */
    public String toJson() {
        return org.kontor.exchange.internal.Json.of(this);
    }
}
