// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.kontor.model.RecordType;
import org.kontor.model.Stage;
import org.kontor.model.Status;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/**
 * A status or stage that may be chosen.
 *
 * @param id      the record
 * @param title   its name in the person's language
 * @param list    the status list, such as {@code Activity.CALL}, or the pipeline's identifier
 * @param initial whether new records start with it
 */
public record Pick(UUID id, String title, String list, boolean initial) {

    /**
     * @param session what to read with
     * @param type    a record type
     * @return every status and stage that a record of the type may have, in the order of its list
     */
    public static List<Pick> read(final Session session, final RecordType<?> type) {
        final var picks = new ArrayList<Pick>();
        if (type.hasField("status") && type.field("status").javaType() == Status.class) {
            for (final var status : session.list(Query.of(Status.class).orderBy("recordType", true).orderBy("position", true))) {
                if (status.getRecordType().equals(type.name()) || status.getRecordType().startsWith(type.name() + '.')) {
                    picks.add(new Pick(status.getId(), status.title(), status.getRecordType(), status.isInitial()));
                }
            }
        }
        if (type.hasField("stage") && type.field("stage").javaType() == Stage.class) {
            final var open = Query.of(Stage.class).where(Filter.equal("pipeline.active", true));
            for (final var stage : session.list(open.orderBy("pipeline.position", true).orderBy("position", true))) {
                picks.add(new Pick(stage.getId(), stage.title(), stage.getPipeline().getId().toString(), picks.isEmpty()));
            }
        }
        return List.copyOf(picks);
    }

    /**
     * @param field a field's name
     * @param draft the record that has it
     * @param all   what {@link #read} returned
     * @return those of the list that the record's other values name: an activity's kind, the pipeline of an opportunity's stage
     */
    public static List<Pick> of(final String field, final RecordDraft draft, final List<Pick> all) {
        if ("stage".equals(field)) {
            final var now = draft.value(field) == null ? draft.seen(field) : draft.value(field);
            final var pipeline = all.stream().filter(pick -> pick.id().equals(now)).findFirst().or(() -> all.stream().findFirst())
                    .map(Pick::list);
            return all.stream().filter(pick -> pipeline.isPresent() && pick.list().equals(pipeline.get())).toList();
        }
        final var kind = draft.type().hasField("kind") ? draft.value("kind") : null;
        final var list = kind == null ? draft.type().name() : draft.type().name() + '.' + kind;
        return all.stream().filter(pick -> pick.list().equals(list)).toList();
    }
}
