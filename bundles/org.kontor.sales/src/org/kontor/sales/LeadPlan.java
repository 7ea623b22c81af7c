// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.kontor.core.value.PhoneNumber;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.ContactPoint;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.sales.LeadConversion.Fate;
import org.kontor.sales.LeadConversion.Line;
import org.kontor.store.FieldChange;

/**
 * Where each field of a lead goes, given the records that it becomes. The records are the existing ones, or new ones that are empty but for
 * what the plan does not decide; preview and conversion make the same plan.
 */
final class LeadPlan {

    private static final RecordType<Lead> LEAD = Catalogue.standard().type(Lead.class);
    private static final int LONGEST_NOTE = LEAD.field("conversionNote").maxLength();
    private static final int LONGEST_POINT = Catalogue.standard().type(ContactPoint.class).field("value").maxLength();
    private static final int LONG_VALUE = 2_000;

    /** A field of the lead with what becomes of it. */
    record Entry(Field field, Object value, Fate fate, StoredRecord record, Field target, Object existing) {
    }

    private final Lead lead;
    private final Optional<Account> account;
    private final Contact contact;
    private final Optional<Opportunity> opportunity;
    private final List<Entry> entries = new ArrayList<>();

    LeadPlan(final Lead lead, final Optional<Account> account, final Contact contact, final Optional<Opportunity> opportunity) {
        this.lead = lead;
        this.account = account;
        this.contact = contact;
        this.opportunity = opportunity;
        LEAD.fields().stream().filter(field -> !field.system()).map(this::entry).forEach(entries::add);
    }

    Lead lead() {
        return lead;
    }

    List<Entry> entries() {
        return entries;
    }

    private Entry entry(final Field field) {
        final Object value = field.get(lead);
        if (value == null || value instanceof final String text && text.isBlank()) {
            return new Entry(field, null, Fate.EMPTY, null, null, null);
        }
        return switch (field.name()) {
            case "firstName", "lastName", "title", "email", "phone", "externalId" -> into(field, value, contact, field.name());
            case "company" -> into(field, value, account, "name");
            case "website", "industry" -> into(field, value, account, field.name());
            case "street" -> into(field, value, account, "billingStreet");
            case "postalCode" -> into(field, value, account, "billingPostalCode");
            case "city" -> into(field, value, account, "billingCity");
            case "region" -> account.isPresent() ? into(field, value, account, "billingRegion") : into(field, value, contact, "region");
            case "country" -> account.isPresent() ? into(field, value, account, "billingCountry") : into(field, value, contact, "country");
            case "estimatedAmount" -> into(field, value, opportunity, "amount");
            case "currency" -> opportunity.isPresent() ? into(field, value, opportunity, "currency")
                    : into(field, value, account, "currency");
            case "source" -> into(field, value, opportunity, "leadSource");
            case "description" -> opportunity.isPresent() ? into(field, value, opportunity, "description")
                    : into(field, value, contact, "description");
            case "owner" -> opportunity.isPresent() ? into(field, value, opportunity, "owner") : into(field, value, contact, "owner");
            default -> new Entry(field, value, Fate.NOTE, null, null, null);
        };
    }

    private static Entry into(final Field field, final Object value, final Optional<? extends StoredRecord> record, final String target) {
        return record.isEmpty() ? new Entry(field, value, Fate.NOTE, null, null, null) : into(field, value, record.get(), target);
    }

    private static Entry into(final Field field, final Object value, final StoredRecord record, final String target) {
        final Field there = Catalogue.standard().type(record.getClass()).field(target);
        final Object existing = there.get(record);
        if (existing == null || existing instanceof final String text && text.isBlank()) {
            return new Entry(field, value, Fate.MOVED, record, there, null);
        }
        if (same(field.kind(), existing, value)) {
            return new Entry(field, value, Fate.SAME, record, there, existing);
        }
        final boolean point = (field.kind() == FieldKind.EMAIL || field.kind() == FieldKind.PHONE || field.kind() == FieldKind.URL)
                && ((String) value).length() <= LONGEST_POINT;
        return new Entry(field, value, point ? Fate.CONTACT_POINT : Fate.NOTE, record, there, existing);
    }

    private static boolean same(final FieldKind kind, final Object one, final Object another) {
        if (kind == FieldKind.PHONE) {
            return PhoneNumber.parse((String) one).map(PhoneNumber::normalized)
                    .equals(PhoneNumber.parse((String) another).map(PhoneNumber::normalized));
        }
        if (kind == FieldKind.EMAIL || kind == FieldKind.URL) {
            return ((String) one).strip().equalsIgnoreCase(((String) another).strip());
        }
        return FieldChange.same(one, another);
    }

    /** Writes the values that have a place into the records. */
    void apply() {
        entries.stream().filter(entry -> entry.fate() == Fate.MOVED).forEach(entry -> entry.target().set(entry.record(), entry.value()));
    }

    /** The values that have no place, one a line; empty where there are none. */
    String note() {
        final var kept = entries.stream().filter(entry -> entry.fate() == Fate.NOTE).toList();
        if (kept.isEmpty()) {
            return "";
        }
        final var whole = note(kept, Integer.MAX_VALUE);
        // a value that is too long for the note stands in the lead, which stays
        return whole.length() <= LONGEST_NOTE ? whole : note(kept, LONG_VALUE);
    }

    private String note(final List<Entry> kept, final int longest) {
        return Messages.get("conversion.note", lead.title()) + '\n' + kept.stream().map(entry -> {
            final var words = words(entry.field(), entry.value());
            return Messages.get("conversion.note.line", entry.field().label(), words.length() > longest
                    ? Messages.get("conversion.note.seeLead") : words);
        }).collect(Collectors.joining("\n"));
    }

    List<Line> lines() {
        return entries.stream().map(entry -> new Line(entry.field().name(), entry.field().label(), words(entry.field(), entry.value()),
                entry.fate(), entry.target() == null ? "" : typeOf(entry).name() + '.' + entry.target().name(), targetLabel(entry),
                entry.fate() == Fate.MOVED || entry.target() == null ? "" : words(entry.target(), entry.existing()))).toList();
    }

    private static RecordType<?> typeOf(final Entry entry) {
        return Catalogue.standard().type(entry.record().getClass());
    }

    private static String targetLabel(final Entry entry) {
        return switch (entry.fate()) {
            case EMPTY -> "";
            case NOTE -> Messages.get("conversion.target.note");
            case CONTACT_POINT -> Messages.get("conversion.target.contactPoint", typeOf(entry).label());
            case MOVED, SAME -> Messages.get("conversion.target.field", typeOf(entry).label(), entry.target().label());
        };
    }

    private String words(final Field field, final Object value) {
        return switch (value) {
            case null -> "";
            case final BigDecimal number -> {
                final var plain = number.stripTrailingZeros().toPlainString();
                yield field.kind() == FieldKind.MONEY && lead.getCurrency() != null ? plain + ' ' + lead.getCurrency() : plain;
            }
            case final StoredRecord record -> Catalogue.standard().type(record.getClass()).title(record);
            case final Enum<?> choice -> Field.label(choice);
            default -> value.toString();
        };
    }
}
