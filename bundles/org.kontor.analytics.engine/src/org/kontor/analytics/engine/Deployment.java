// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.AnalysisSchedule;
import org.kontor.model.ModelRole;
import org.kontor.model.ModelVerdict;

/**
 * A learned model that scores the records of a store, with everything that was decided about it.
 *
 * @param id        the saved analysis that does it, an {@link org.kontor.model.Analysis}
 * @param name      what people call it
 * @param rows      which records are scored
 * @param schedule  when they are scored by themselves
 * @param scheme    the scheme under which scores are written to customers
 * @param champion  whose scores are written; empty after its use was ended
 * @param challenger who scores the same records unseen; empty where nobody does
 * @param terms     every model that was ever chosen, the newest first
 * @since 0.1
 */
public record Deployment(UUID id, String name, Plan rows, AnalysisSchedule schedule, String scheme, Optional<Term> champion, Optional<Term> challenger,
        List<Term> terms) {

    public Deployment {
        terms = List.copyOf(terms);
    }

    /**
     * The time in which a model was chosen.
     *
     * @param id        its record, an {@link org.kontor.model.ModelDeployment}
     * @param run       the run that learned the model
     * @param role      what part the model plays
     * @param verdict   what was known of its quality when it was chosen
     * @param from      since when
     * @param to        until when; empty while it lasts
     * @param decidedBy who chose it
     * @param reason    why; empty where nothing was said
     * @param figures   the figures that were shown then, line by line; may be empty
     * @param endedBy   who ended it; empty while it lasts
     * @param endReason why it was ended; empty where nothing was said
     */
    public record Term(UUID id, UUID run, ModelRole role, ModelVerdict verdict, Instant from, Optional<Instant> to, String decidedBy, String reason,
            String figures, String endedBy, String endReason) {
    }
}
