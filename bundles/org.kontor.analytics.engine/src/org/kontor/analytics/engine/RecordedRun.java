// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.analytics.result.Message;
import org.kontor.core.problem.Problem;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.RunPurpose;

/**
 * What is known of a run, without its result.
 *
 * @param id                its record, an {@link org.kontor.model.AnalysisRun}
 * @param analysis          the saved analysis that it is a run of; empty for a single run
 * @param plan              what was run
 * @param state             how far it is
 * @param startedAt         when it began
 * @param milliseconds      how long the method took
 * @param provider          the bundle that did it; empty where it never came to that
 * @param providerVersion   the version of that bundle; empty where it never came to that
 * @param providerMissing   whether that bundle is away, so that the run can be read and not repeated by it
 * @param parameters        all settings of the method, as text
 * @param dataFingerprint   of the rows that were used; empty without a result
 * @param resultFingerprint of the result; empty without one
 * @param rows              how many rows were used
 * @param metrics           the metrics by standard name
 * @param warnings          what should be known before the result is used
 * @param problem           why there is no result; empty where there is one
 * @param changes           what was different from the run before, in words; empty where it ran alone
 * @param purpose           what it was for
 * @param model             the run that learned the model by which this one scored; empty where it did not score
 * @since 0.1
 */
public record RecordedRun(UUID id, Optional<UUID> analysis, Plan plan, AnalysisRunState state, Instant startedAt, long milliseconds,
        Optional<String> provider, Optional<String> providerVersion, boolean providerMissing, Map<String, String> parameters, String dataFingerprint,
        String resultFingerprint, long rows, Map<String, Double> metrics, List<Message> warnings, Optional<Problem> problem, Optional<String> changes,
        RunPurpose purpose, Optional<UUID> model) {

    /**
     * Whether there is a result.
     *
     * @return true where it can be opened
     */
    public boolean succeeded() {
        return problem.isEmpty() && !resultFingerprint.isEmpty();
    }
}
