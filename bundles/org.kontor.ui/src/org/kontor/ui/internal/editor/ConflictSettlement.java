// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.swt.widgets.Composite;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.store.ConflictException;
import org.kontor.store.Session;
import org.kontor.ui.editor.RecordEditing;
import org.kontor.ui.internal.field.FormContext;
import org.kontor.ui.internal.record.RecordDraft;
import org.kontor.ui.work.Background;

/**
 * Settles what a save ran into: looks up the names of the values, asks whose to keep, puts the answer into the draft and saves again.
 *
 * @param editing the record
 * @param draft   the record's draft
 * @param form    how values are written
 * @param who     who stored the other values
 */
record ConflictSettlement(RecordEditing editing, RecordDraft draft, FormContext form, String who) {

    void ask(final Composite parent, final ConflictException thrown, final Runnable saveAgain) {
        final var conflicts = thrown.conflicts();
        Background.of(parent, Messages.TEXTS.get("conflict.title"), progress -> editing.store().read(session -> titles(session, conflicts)))
                .then(titles -> {
                    titles.forEach(draft::putTitle);
                    final var disputes = conflicts.stream().map(this::dispute).toList();
                    new ConflictDialog(parent.getShell(), editing.title(), who, disputes, sides -> {
                        conflicts.forEach(conflict -> settle(conflict, sides.get(conflict.field())));
                        saveAgain.run();
                    }).open();
                }).quiet().start();
    }

    private Map<UUID, String> titles(final Session session, final List<ConflictException.Conflict> conflicts) {
        final var titles = new HashMap<UUID, String>();
        for (final var conflict : conflicts) {
            final var field = editing.type().field(conflict.field());
            if (field.kind() == FieldKind.REFERENCE) {
                for (final var value : new Object[] {conflict.base(), conflict.mine(), conflict.theirs()}) {
                    if (value instanceof final UUID id) {
                        title(session, field, id).ifPresent(title -> titles.put(id, title));
                    }
                }
            }
        }
        return titles;
    }

    private static Optional<String> title(final Session session, final Field field, final UUID id) {
        final var target = Catalogue.standard().type(field.target().orElseThrow());
        return session.find(target.javaType(), id).map(target::title);
    }

    private ConflictDialog.Dispute dispute(final ConflictException.Conflict conflict) {
        final var field = editing.type().field(conflict.field());
        return new ConflictDialog.Dispute(field.name(), field.label(), text(field, conflict.mine()), text(field, conflict.theirs()),
                text(field, conflict.base()));
    }

    private String text(final Field field, final Object value) {
        final var currency = field.currencyPath().isEmpty() || field.currencyPath().contains(".") ? null
                : (String) draft.value(field.currencyPath());
        return draft.titleOf(value).orElseGet(() -> form.format().text(field, value, currency));
    }

    private void settle(final ConflictException.Conflict conflict, final ConflictDialog.Side side) {
        draft.settle(conflict.field(), conflict.theirs(), switch (side) {
            case MINE -> conflict.mine();
            case THEIRS -> conflict.theirs();
            case BASE -> conflict.base();
        });
    }
}
