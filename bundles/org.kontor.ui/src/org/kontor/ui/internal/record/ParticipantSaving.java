// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.record;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.Intent;
import org.kontor.store.RecordPatch;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.ui.editor.RecordSaving;
import org.kontor.ui.editor.SaveParticipant;
import org.kontor.ui.field.FieldValues;

/** One change set for each save, with whoever takes part in it. */
@Component
public final class ParticipantSaving implements RecordSaving {

    private final List<SaveParticipant> participants;

    /** @param participants in the order of their services, which is lowest ranking first */
    @Activate
    public ParticipantSaving(
            @Reference(cardinality = ReferenceCardinality.MULTIPLE,
                    policyOption = ReferencePolicyOption.GREEDY) final List<SaveParticipant> participants) {
        this.participants = participants.reversed();
    }

    @Override
    public Commit change(final Store store, final RecordPatch patch, final String description) {
        return store.write(Intent.of(Cause.EDIT, description), writer -> change(writer, patch));
    }

    private void change(final Writer writer, final RecordPatch patch) {
        var left = patch;
        for (final var participant : of(patch.recordType())) {
            left = participant.change(writer, left);
        }
        if (!left.fields().isEmpty()) {
            writer.apply(left);
        }
    }

    @Override
    public Commit create(final Store store, final RecordPatch patch, final String description) {
        return store.write(Intent.of(Cause.EDIT, description), writer -> {
            final var type = Catalogue.standard().type(patch.recordType());
            final var record = type.create();
            record.setId(patch.id());
            for (final var field : type.fields()) {
                if (!isStoreOwn(field)) {
                    final var change = patch.fields().get(field.name());
                    field.set(record, FieldValues.entity(field, change == null ? null : change.after()));
                }
            }
            writer.add(record);
            of(patch.recordType()).forEach(participant -> participant.create(writer, record));
        });
    }

    private List<SaveParticipant> of(final String recordType) {
        return participants.stream().filter(participant -> participant.recordType().equals(recordType)).toList();
    }

    /** Who made and changed a record is filled by the store alone. */
    private static boolean isStoreOwn(final Field field) {
        return field.kind() == FieldKind.ID || "createdAt".equals(field.name()) || "modifiedAt".equals(field.name());
    }
}
