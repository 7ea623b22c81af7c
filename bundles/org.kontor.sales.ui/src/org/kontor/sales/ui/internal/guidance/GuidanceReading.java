// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.Opportunity;
import org.kontor.sales.PipelineStages;
import org.kontor.sales.StageGuidance;
import org.kontor.sales.StageGuidance.Guidance;
import org.kontor.sales.StageValue;
import org.kontor.store.Store;

/**
 * What the view shows of one opportunity.
 *
 * @param opportunity the opportunity
 * @param name        its name
 * @param account     its account's name; empty where it has none
 * @param path        the open stages of its pipeline in their order, then the one in which it ended or would be won
 * @param guidance    what to do
 */
record GuidanceReading(UUID opportunity, String name, String account, List<StageValue> path, Guidance guidance)
        implements Reading {

    /** Reads; waits for the database. Empty where the opportunity is gone. */
    static Optional<GuidanceReading> of(final Store store, final StageGuidance service, final UUID id) {
        final boolean there = store.read(session -> session.find(Opportunity.class, id).isPresent());
        if (!there) {
            return Optional.empty();
        }
        final var guidance = service.guidance(store, id);
        return store.read(session -> session.find(Opportunity.class, id).map(found -> {
            final var pipeline = PipelineStages.of(session, Optional.of(guidance.stage().pipeline()));
            final var path = new ArrayList<>(pipeline.open());
            (guidance.stage().closed() ? Optional.of(guidance.stage()) : pipeline.stages().stream().filter(StageValue::won).findFirst()).ifPresent(path::add);
            return new GuidanceReading(id, found.getName(), found.getAccount() == null ? "" : found.getAccount().getName(), path, guidance);
        }));
    }
}
