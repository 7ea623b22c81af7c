// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import java.util.Optional;

import org.kontor.exchange.ImportScope;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.RowScope;
import org.kontor.exchange.internal.Messages;
import org.kontor.model.Field;
import org.kontor.model.RecordType;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** People: splits full names, and starts leads in their initial status. */
final class PersonHandler implements RowHandler {

    static final String FULL_NAME = "fullName";

    private final ImportScope scope;
    private final RecordType<?> type;
    private final Field lastName;
    private final Field firstName;
    private final Optional<Status> initial;

    PersonHandler(final ImportScope scope, final RecordType<?> type) {
        this.scope = scope;
        this.type = type;
        this.lastName = type.field("lastName");
        this.firstName = type.field("firstName");
        this.initial = type.hasField("status") ? scope.store().read(session -> session.list(Query.of(Status.class)
                .where(Filter.equal("recordType", type.name())).orderBy("position", true))).stream().filter(Status::isInitial).findFirst()
                : Optional.empty();
    }

    @Override
    public void check(final RowScope row) {
        if (row.value("lastName") == null && row.value(FULL_NAME) == null) {
            row.refuse("lastName", "missing", Messages.TEXTS.get("row.missing", "", lastName.label()));
        }
        final var full = row.text(FULL_NAME).map(PersonNames::split);
        if (full.isPresent() && (full.get()[0].length() > lastName.maxLength() || full.get()[1].length() > firstName.maxLength())) {
            row.refuse(FULL_NAME, "text.long", Messages.TEXTS.get("row.text.long", row.text(FULL_NAME).get(), lastName.label()));
        }
        if (type.hasField("status") && row.value("status") == null && initial.isEmpty()) {
            row.refuse("status", "missing", Messages.TEXTS.get("row.missing", "", type.field("status").label()));
        }
    }

    @Override
    public void created(final RowScope row, final StoredRecord record) {
        if (lastName.get(record) == null) {
            final var parts = PersonNames.split(row.text(FULL_NAME).orElseThrow());
            lastName.set(record, parts[0]);
            if (firstName.get(record) == null && !parts[1].isEmpty()) {
                firstName.set(record, parts[1]);
            }
        }
        if (type.hasField("status") && type.field("status").get(record) == null) {
            type.field("status").set(record, initial.orElseThrow());
        }
        if (type.hasField("estimatedAmount") && type.field("estimatedAmount").get(record) != null && type.field("currency")
                .get(record) == null) {
            type.field("currency").set(record, scope.baseCurrency());
        }
    }
}
