// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.kontor.exchange.CatalogueImport;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportScope;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.RowScope;
import org.kontor.exchange.internal.Messages;
import org.kontor.exchange.internal.value.Names;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.FieldKind;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Query;

/** Tasks, calls and meetings. Which status values there are depends on which of the three a row is. */
@Component(service = ImportKind.class)
public final class ActivityImport extends CatalogueImport {

    private static final String STATUS = "statusName";

    /** Used by the service registry. */
    public ActivityImport() {
        super("activities", Activity.class, 90);
        omit("status");
        change("kind", target -> target.required(false).called("type", "activity", "activity type", "类型", "活动类型"));
        part(ImportTarget.part(STATUS, FieldKind.TEXT, () -> recordType().field("status").label())
                .called("status", "status.name", "state", "状态"));
        known("subject", "title", "topic", "summary", "name", "主题", "标题");
        known("dueDate", "due", "deadline", "date", "截止日期", "日期");
        known("startAt", "start", "begin", "start time", "开始时间");
        known("endAt", "end", "finish", "end time", "结束时间");
        known("account", "company", "customer", "客户", "公司");
        known("owner", "assigned to", "responsible", "user", "负责人");
        known("opportunity", "deal", "商机");
        known("externalId", "activity id", "id");
        known("description", "notes", "note", "comment", "备注", "说明");
        identifiedBy(true, "externalId");
    }

    @Override
    public RowHandler open(final ImportScope scope) {
        return new Handler(scope);
    }

    private static final class Handler implements RowHandler {

        private final Map<String, Status> byName = new HashMap<>();
        private final Map<ActivityKind, Status> initial = new HashMap<>();

        Handler(final ImportScope scope) {
            for (final var status : scope.store().read(session -> session.list(Query.of(Status.class).orderBy("position", true)))) {
                for (final var kind : ActivityKind.values()) {
                    if (status.getRecordType().equals("Activity." + kind.name())) {
                        know(kind, status);
                    }
                }
            }
        }

        private void know(final ActivityKind kind, final Status status) {
            for (final var name : new String[] {status.getName(), status.getCode(), status.title()}) {
                if (name != null) {
                    byName.putIfAbsent(kind.name() + Names.letters(name), status);
                }
            }
            if (status.isInitial()) {
                initial.putIfAbsent(kind, status);
            }
        }

        private static ActivityKind kind(final RowScope row) {
            return row.value("kind") instanceof final ActivityKind kind ? kind : ActivityKind.TASK;
        }

        private Optional<Status> status(final RowScope row) {
            return row.text(STATUS).map(text -> byName.get(kind(row).name() + Names.letters(text)))
                    .or(() -> row.text(STATUS).isPresent() ? Optional.empty()
                    : Optional.ofNullable(initial.get(kind(row))));
        }

        @Override
        public void check(final RowScope row) {
            if (status(row).isEmpty()) {
                row.refuse(STATUS, "reference.unknown", Messages.TEXTS.get("row.reference.unknown", row.text(STATUS).orElse(""),
                        Messages.TEXTS.get("target.status")));
            }
        }

        @Override
        public void created(final RowScope row, final StoredRecord record) {
            final var activity = (Activity) record;
            activity.setKind(kind(row));
            activity.setStatus(status(row).orElseThrow());
        }
    }
}
