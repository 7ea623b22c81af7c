// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Warning;

/**
 * A run that gave a result, with all that is needed to do it again.
 *
 * @param plan         what was run
 * @param provider     who did it
 * @param parameters   all settings of the method, presets included, as text
 * @param fingerprint  of the rows that were used, before they were prepared
 * @param rows         how many rows were used, before they were prepared
 * @param columns      the columns that were used
 * @param started      when it began
 * @param milliseconds how long the method took, without reading and preparing
 * @param report       how clean the rows were
 * @param preparation  what was done to them first, with what that learned
 * @param data         the rows that the method saw
 * @param result       what came out
 * @param warnings     what should be known: of the preparation, of the method before and after
 * @param spread       how the rows that a model learned from were spread, as they were before they were prepared; empty where none was learned
 * @since 0.1
 */
public record Completed(Plan plan, Provider provider, Map<String, String> parameters, String fingerprint, int rows, List<String> columns,
        Instant started, long milliseconds, DataReport report, Preparation preparation, Dataset data, Result result, List<Warning> warnings,
        Optional<Spread> spread) {

    public Completed {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }
}
