// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.sales.StageMove;
import org.kontor.sales.StageMove.Request;
import org.kontor.store.FieldChange;
import org.kontor.store.RecordPatch;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.ui.editor.SaveParticipant;
import org.kontor.ui.field.FieldValues;

/** What holds for a card that is dragged holds for a stage, an amount or a date that is typed: the rules of the pipeline and the base amount. */
@Component
public final class OpportunitySaving implements SaveParticipant {

    private static final RecordType<Opportunity> OPPORTUNITY = Catalogue.standard().type(Opportunity.class);
    private static final Set<String> RULED = Set.of("stage", "amount", "currency", "closeDate");
    private static final Set<String> WORTH = Set.of("amount", "currency");

    private final StageMove stageMove;
    private final Clock clock = Clock.systemDefaultZone();
    private volatile Store store;

    /** @param stageMove knows the rules of the pipeline */
    @Activate
    public OpportunitySaving(@Reference final StageMove stageMove) {
        this.stageMove = stageMove;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setStore(final Store opened) {
        store = opened;
    }

    void unsetStore(final Store closed) {
        if (closed == store) {
            store = null;
        }
    }

    private Optional<UUID> user() {
        return Optional.ofNullable(store).flatMap(open -> open.info().userId());
    }

    @Override
    public String recordType() {
        return Opportunity.class.getSimpleName();
    }

    @Override
    public RecordPatch change(final Writer writer, final RecordPatch patch) {
        final var found = writer.find(Opportunity.class, patch.id());
        final var stage = patch.fields().get("stage");
        if (found.isEmpty() || patch.fields().keySet().stream().noneMatch(RULED::contains) || stage != null && stage.after() == null) {
            return patch;
        }
        final var opportunity = found.get();
        if (patch.fields().entrySet().stream().anyMatch(entry -> isOutdated(opportunity, entry.getKey(), entry.getValue()))) {
            // left to the store, which reports every conflict at once
            return patch;
        }
        final var from = opportunity.getStage();
        patch.fields().forEach((name, change) -> {
            if (!"stage".equals(name)) {
                final var field = OPPORTUNITY.field(name);
                field.set(opportunity, FieldValues.entity(field, change.after()));
            }
        });
        final var probability = opportunity.getProbability();
        stageMove.move(writer, new Request(patch.id(), stage == null ? from.getId() : (UUID) stage.after(), Optional.empty(), worth(patch, opportunity)),
                user(), clock);
        if (patch.fields().containsKey("probability")) {
            opportunity.setProbability(probability);
        }
        return new RecordPatch(patch.recordType(), patch.id(), Map.of());
    }

    private static boolean isOutdated(final Opportunity opportunity, final String name, final FieldChange change) {
        return !FieldChange.same(FieldValues.plain(OPPORTUNITY.field(name), opportunity), change.before());
    }

    /** What the move shall know as changed, so that the base amount follows. */
    private static Map<String, Object> worth(final RecordPatch patch, final Opportunity opportunity) {
        if (patch.fields().keySet().stream().noneMatch(WORTH::contains)) {
            return Map.of();
        }
        if (opportunity.getAmount() == null) {
            opportunity.setBaseAmount(null);
            opportunity.setRateDate(null);
            return Map.of();
        }
        return Map.of("amount", opportunity.getAmount());
    }

    @Override
    public void create(final Writer writer, final StoredRecord record) {
        stageMove.begin(writer, (Opportunity) record, user(), clock);
    }
}
