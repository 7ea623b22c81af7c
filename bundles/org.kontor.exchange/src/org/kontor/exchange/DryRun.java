// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * What an import would do. Nothing was written.
 *
 * @param state  {@code DONE}, {@code CANCELLED} (the report covers the rows up to there), or {@code ALREADY_IMPORTED}
 * @param report the counts and findings
 * @since 0.1
 */
public record DryRun(ImportState state, ImportReport report) {

    /** @return this as one JSON object */
    public String toJson() {
        return org.kontor.exchange.internal.Json.of(this);
    }
}
