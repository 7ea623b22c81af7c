// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.AnalysisSchedule;

/**
 * A saved analysis.
 *
 * @param id        its record, an {@link org.kontor.model.Analysis}
 * @param name      what people call it
 * @param plan      what is analysed, and how
 * @param schedule  when it runs by itself
 * @param scheme    the scheme under which runs by themselves write their labels to customers; empty where they do not
 * @param lastRunAt when it last ran by itself; empty where it never did
 * @since 0.1
 */
public record SavedAnalysis(UUID id, String name, Plan plan, AnalysisSchedule schedule, Optional<String> scheme, Optional<Instant> lastRunAt) {
}
