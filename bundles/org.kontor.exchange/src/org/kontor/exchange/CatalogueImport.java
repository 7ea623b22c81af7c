// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.kontor.exchange.internal.Messages;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.Opportunity;
import org.kontor.model.Product;
import org.kontor.model.RecordType;
import org.kontor.model.Stage;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.model.Team;
import org.kontor.model.User;
import org.kontor.store.query.Filter;

/**
 * An import of one record type whose targets are the fields of the catalogue: a subclass says only what headers call them, what identifies
 * a record, and what is special. Every field that Kontor does not fill itself is a target; references to accounts, contacts, opportunities,
 * products, users, teams and status values are resolved by their usual keys.
 *
 * @since 0.1
 */
public abstract class CatalogueImport implements ImportKind {

    private final String key;
    private final RecordType<?> type;
    private final int rank;
    private final Map<String, ImportTarget> targets = new LinkedHashMap<>();
    private final List<MatchingKey> keys = new ArrayList<>();

    /**
     * @param key  language-free name, such as {@code accounts}
     * @param type what a row becomes
     * @param rank the place in lists
     */
    protected CatalogueImport(final String key, final Class<? extends StoredRecord> type, final int rank) {
        this.key = key;
        this.type = Catalogue.standard().type(type);
        this.rank = rank;
        for (final var field : this.type.fields()) {
            if (!field.system() && field.kind() != FieldKind.ID) {
                standard(field).ifPresent(target -> targets.put(target.name(), target));
            }
        }
    }

    private Optional<ImportTarget> standard(final Field field) {
        final var target = ImportTarget.of(field).required(field.required() && field.kind() != FieldKind.CURRENCY);
        return field.kind() == FieldKind.REFERENCE ? rule(field.target().orElseThrow()).map(target::resolving) : Optional.of(target);
    }

    private Optional<ReferenceRule> rule(final Class<? extends StoredRecord> to) {
        if (to == Account.class) {
            return Optional.of(ReferenceRule.to(to, "externalId", "name").creating(named(to)));
        } else if (to == Product.class) {
            return Optional.of(ReferenceRule.to(to, "code", "externalId", "name").creating(named(to)));
        } else if (to == User.class) {
            return Optional.of(ReferenceRule.to(to, "displayName", "userName", "email", "externalId").creating(named(to)));
        } else if (to == Team.class) {
            return Optional.of(ReferenceRule.to(to, "name", "externalId").creating(named(to)));
        } else if (to == Contact.class) {
            return Optional.of(ReferenceRule.to(to, "externalId", "email"));
        } else if (to == Opportunity.class) {
            return Optional.of(ReferenceRule.to(to, "externalId", "name"));
        } else if (to == Stage.class) {
            return Optional.of(ReferenceRule.to(to, "name", "code"));
        } else if (to == Status.class) {
            return Optional.of(ReferenceRule.to(to, "name", "code").where(Filter.equal("recordType", type.name())));
        }
        return Optional.empty();
    }

    /**
     * @param to a record type
     * @return makes a record that is active and whose title field is the value
     */
    protected static Function<String, StoredRecord> named(final Class<? extends StoredRecord> to) {
        final RecordType<?> made = Catalogue.standard().type(to);
        final var title = made.fields().stream().filter(Field::title).findFirst().orElseThrow();
        return value -> {
            final StoredRecord record = made.create();
            title.set(record, value);
            if (made.hasField("active")) {
                made.field("active").set(record, true);
            }
            return record;
        };
    }

    /**
     * @param field    a target's name
     * @param synonyms how headers call it
     */
    protected final void known(final String field, final String... synonyms) {
        change(field, target -> target.called(synonyms));
    }

    /**
     * @param field  a target's name
     * @param change what to make of it
     */
    protected final void change(final String field, final UnaryOperator<ImportTarget> change) {
        targets.computeIfPresent(field, (name, target) -> change.apply(target));
    }

    /**
     * @param field a target's name
     * @param rule  changes how it is resolved
     */
    protected final void refer(final String field, final UnaryOperator<ReferenceRule> rule) {
        change(field, target -> target.resolving(rule.apply(target.reference().orElseThrow())));
    }

    /**
     * @param target something that is no field
     */
    protected final void part(final ImportTarget target) {
        targets.put(target.name(), target);
    }

    /**
     * @param fields fields that no file may fill
     */
    protected final void omit(final String... fields) {
        List.of(fields).forEach(targets::remove);
    }

    /**
     * @param exact whether case and blanks count
     * @param names targets that together identify a record
     */
    protected final void identifiedBy(final boolean exact, final String... names) {
        keys.add(new MatchingKey(String.join("+", names), "", List.of(names), exact));
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public String label() {
        return type.pluralLabel();
    }

    @Override
    public final RecordType<?> recordType() {
        return type;
    }

    @Override
    public final List<ImportTarget> targets() {
        return List.copyOf(targets.values());
    }

    @Override
    public final List<MatchingKey> matchingKeys() {
        return keys.stream().map(each -> new MatchingKey(each.name(), label(each), each.targets(), each.exact())).toList();
    }

    private String label(final MatchingKey each) {
        return String.join(Messages.TEXTS.get("list.and"), each.targets().stream().map(name -> targets.get(name).label()).toList());
    }

    @Override
    public List<ImportOption> options() {
        return List.of();
    }

    @Override
    public final int rank() {
        return rank;
    }

    @Override
    public RowHandler open(final ImportScope scope) {
        return RowHandler.PLAIN;
    }
}
