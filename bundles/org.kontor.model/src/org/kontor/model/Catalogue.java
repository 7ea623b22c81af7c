// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All record types with all their fields: what forms, tables, imports, exports, change sets and checks are generated from. Immutable and
 * safe for any thread.
 *
 * @since 0.1
 */
public final class Catalogue {

    private static final Catalogue STANDARD = new Catalogue();

    private final Map<String, RecordType<?>> byName = new LinkedHashMap<>();

    private Catalogue() {
        add(Team.class, Team::new);
        add(User.class, User::new);
        add(Status.class, Status::new);
        add(Account.class, Account::new);
        add(Contact.class, Contact::new);
        add(AccountContact.class, AccountContact::new);
        add(ContactPoint.class, ContactPoint::new);
        add(Lead.class, Lead::new);
        add(Pipeline.class, Pipeline::new);
        add(Stage.class, Stage::new);
        add(Opportunity.class, Opportunity::new);
        add(OpportunityContactRole.class, OpportunityContactRole::new);
        add(OpportunityLineItem.class, OpportunityLineItem::new);
        add(StageHistory.class, StageHistory::new);
        add(Product.class, Product::new);
        add(PriceBook.class, PriceBook::new);
        add(PriceBookEntry.class, PriceBookEntry::new);
        add(Order.class, Order::new);
        add(OrderItem.class, OrderItem::new);
        add(ReturnOrder.class, ReturnOrder::new);
        add(Activity.class, Activity::new);
        add(ExchangeRate.class, ExchangeRate::new);
        add(Setting.class, Setting::new);
        add(ImportMapping.class, ImportMapping::new);
        add(ImportJob.class, ImportJob::new);
        add(Analysis.class, Analysis::new);
        add(AnalysisRun.class, AnalysisRun::new);
        add(AnalysisArtifact.class, AnalysisArtifact::new);
        add(CustomerClassification.class, CustomerClassification::new);
        add(ModelDeployment.class, ModelDeployment::new);
    }

    /** @return the record types of the product; a type comes after the types it must refer to */
    public static Catalogue standard() {
        return STANDARD;
    }

    private <T extends StoredRecord> void add(final Class<T> type, final Supplier<T> constructor) {
        byName.put(type.getSimpleName(), new RecordType<>(type, constructor));
    }

    /** @return every record type; those that others must refer to come first */
    public List<RecordType<?>> types() {
        return List.copyOf(byName.values());
    }

    /**
     * @param name a record type's name, such as {@code Account}
     * @return the type, or empty where there is none
     */
    public Optional<RecordType<?>> find(final String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * @param name a record type's name, such as {@code Account}
     * @return the type
     * @throws IllegalArgumentException where there is none
     */
    public RecordType<?> type(final String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no record type " + name));
    }

    /**
     * @param javaType an entity class
     * @param <T>      the entity
     * @return its type
     * @throws IllegalArgumentException where it is no entity of the model
     */
    @SuppressWarnings("unchecked")
    public <T extends StoredRecord> RecordType<T> type(final Class<T> javaType) {
        return (RecordType<T>) type(javaType.getSimpleName());
    }
}
