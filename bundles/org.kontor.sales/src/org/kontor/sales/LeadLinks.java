// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.util.Optional;
import java.util.stream.Stream;

import org.kontor.model.Account;
import org.kontor.model.AccountContact;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.ContactPoint;
import org.kontor.model.ContactPointKind;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.sales.LeadConversion.Fate;
import org.kontor.store.Writer;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Carries what hangs on a lead over to the records that it becomes. */
final class LeadLinks {

    private static final String LABEL_OF_FURTHER_POINTS = "Lead";

    private LeadLinks() {
    }

    /**
     * Contact points move to the contact. Every other record that names the lead keeps doing so, for the lead's own timeline, and names the
     * new records too where it names none of their kind. Values that found their field taken become contact points.
     */
    static void follow(final Writer writer, final LeadPlan plan, final Optional<Account> account, final Contact contact,
            final Optional<Opportunity> opportunity) {
        for (final var type : Catalogue.standard().types()) {
            for (final var field : type.fields()) {
                if (field.target().isPresent() && field.target().get() == Lead.class) {
                    linked(writer, type, field, plan).forEach(record -> {
                        if (record instanceof final ContactPoint point) {
                            point.setContact(contact);
                            point.setLead(null);
                        } else {
                            fill(type, record, "contact", contact);
                            account.ifPresent(value -> fill(type, record, "account", value));
                            opportunity.ifPresent(value -> fill(type, record, "opportunity", value));
                        }
                    });
                }
            }
        }
        plan.entries().stream().filter(entry -> entry.fate() == Fate.CONTACT_POINT).forEach(entry -> writer.add(point(entry, contact)));
    }

    private static <T extends StoredRecord> Stream<T> linked(final Writer writer, final RecordType<T> type, final Field field,
            final LeadPlan plan) {
        return writer.list(Query.of(type.javaType()).where(Filter.equal(field.name(), plan.lead().getId()))).stream();
    }

    private static void fill(final RecordType<?> type, final StoredRecord record, final String name, final StoredRecord value) {
        if (type.hasField(name) && type.field(name).javaType() == value.getClass() && type.field(name).get(record) == null) {
            type.field(name).set(record, value);
        }
    }

    private static ContactPoint point(final LeadPlan.Entry entry, final Contact contact) {
        final var point = new ContactPoint();
        point.setKind(entry.field().kind() == FieldKind.EMAIL ? ContactPointKind.EMAIL
                : entry.field().kind() == FieldKind.PHONE ? ContactPointKind.PHONE : ContactPointKind.WEB);
        point.setValue((String) entry.value());
        point.setLabel(LABEL_OF_FURTHER_POINTS);
        point.setValid(true);
        if (entry.record() instanceof final Account account) {
            point.setAccount(account);
        } else {
            point.setContact(contact);
        }
        return point;
    }

    /** An existing contact of another account belongs to this one too. */
    static void belongTo(final Writer writer, final Optional<Account> account, final Contact contact) {
        if (account.isEmpty() || account.get().equals(contact.getAccount())) {
            return;
        }
        final var known = Query.of(AccountContact.class).where(Filter.equal("account", account.get().getId()))
                .where(Filter.equal("contact", contact.getId()));
        if (writer.count(known) == 0) {
            final var link = new AccountContact();
            link.setAccount(account.get());
            link.setContact(contact);
            writer.add(link);
        }
    }

    /**
     * Appends the note to the description of the record that the work goes on with; where that has no room, to that of the next one. The
     * lead keeps it in any case.
     */
    static void keepNote(final String note, final Optional<Account> account, final Contact contact,
            final Optional<Opportunity> opportunity) {
        if (note.isEmpty()) {
            return;
        }
        for (final var record : Stream.of(opportunity, Optional.of(contact), account).flatMap(Optional::stream)
                .map(StoredRecord.class::cast)
                .toList()) {
            final var description = Catalogue.standard().type(record.getClass()).field("description");
            final var before = (String) description.get(record);
            final var after = before == null || before.isBlank() ? note : before + "\n\n" + note;
            if (after.length() <= description.maxLength()) {
                description.set(record, after);
                return;
            }
        }
    }
}
