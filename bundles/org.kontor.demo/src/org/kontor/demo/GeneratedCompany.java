// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.customers.ExchangeRates;
import org.kontor.customers.RateTable;
import org.kontor.customers.StatusList;
import org.kontor.model.Account;
import org.kontor.model.ActivityKind;
import org.kontor.sales.PipelineStages;
import org.kontor.store.Cause;
import org.kontor.store.History;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Query;

/** Makes the company first and writes it part by part. */
@Component
public final class GeneratedCompany implements DemoCompany {

    /** About how many records there are for each customer, for the progress. */
    private static final long RECORDS_OF_A_CUSTOMER = 110;

    private static final Map<Kind, String> TYPES = Map.ofEntries(Map.entry(Kind.TEAM, "Team"), Map.entry(Kind.USER, "User"),
            Map.entry(Kind.PRODUCT, "Product"), Map.entry(Kind.PRICE_BOOK, "PriceBook"), Map.entry(Kind.PRICE_BOOK_ENTRY, "PriceBookEntry"),
            Map.entry(Kind.EXCHANGE_RATE, "ExchangeRate"), Map.entry(Kind.ACCOUNT, "Account"), Map.entry(Kind.CONTACT, "Contact"),
            Map.entry(Kind.CONTACT_POINT, "ContactPoint"),
            Map.entry(Kind.ACCOUNT_CONTACT, "AccountContact"), Map.entry(Kind.LEAD, "Lead"), Map.entry(Kind.OPPORTUNITY, "Opportunity"),
            Map.entry(Kind.CONTACT_ROLE, "OpportunityContactRole"), Map.entry(Kind.OPPORTUNITY_ITEM, "OpportunityLineItem"),
            Map.entry(Kind.STAGE_HISTORY, "StageHistory"), Map.entry(Kind.ORDER, "Order"), Map.entry(Kind.ORDER_ITEM, "OrderItem"),
            Map.entry(Kind.RETURN_ORDER, "ReturnOrder"), Map.entry(Kind.ACTIVITY, "Activity"));

    private final ExchangeRates rates;

    /**
     * @param rates give amounts in the base currency
     */
    @Activate
    public GeneratedCompany(@Reference final ExchangeRates rates) {
        this.rates = rates;
    }

    /** What the store knows before anything is written. */
    private record Ground(RateTable rates, Stages stages, StatusList leads, StatusList orders, StatusList returns,
            Map<ActivityKind, StatusList> activities) {
    }

    @Override
    public Result write(final Store store, final Plan plan, final Progress progress) {
        final var mark = new LoadingMark(store);
        final var begun = mark.read().filter(loading -> loading.plan().equals(plan)).map(LoadingMark.Loading::operation);
        final var operation = begun.orElseGet(Ids::next);
        final var intent = new Intent(Cause.DEMO, Messages.get("intent", plan.customers()), operation);
        final var batches = new Batches(store, intent, plan, progress);
        final var ground = store.read(session -> ground(session, plan, batches, begun.isPresent()));
        progress.begin(Messages.get("progress"), plan.customers() * RECORDS_OF_A_CUSTOMER);
        try {
            if (begun.isEmpty()) {
                mark.set(intent, plan);
            }
            write(store, Company.make(plan, ground.stages()), batches, ground);
            mark.clear(intent);
        } catch (CancellationException cancelled) {
            takeBack(store, operation);
            throw cancelled;
        }
        final var records = new LinkedHashMap<String, Long>();
        batches.made().forEach((kind, count) -> records.put(TYPES.get(kind), count));
        return new Result(operation, records);
    }

    @Override
    public Optional<Plan> interrupted(final Store store) {
        return new LoadingMark(store).read().map(LoadingMark.Loading::plan);
    }

    private Ground ground(final Session session, final Plan plan, final Batches batches, final boolean begun) {
        if (!begun) {
            requireRoom(session, plan, batches);
        }
        final var table = rates.table(session);
        if (!ProductRange.currencies().contains(table.base().getCurrencyCode())) {
            throw Messages.problem("demo.baseCurrency", table.base().getCurrencyCode());
        }
        return new Ground(table, Stages.of(PipelineStages.of(session, Optional.empty())), StatusList.of(session, StatusList.LEAD),
                StatusList.of(session, StatusList.ORDER), StatusList.of(session, StatusList.RETURN_ORDER), ActivityPart.statuses(session));
    }

    private static void requireRoom(final Session session, final Plan plan, final Batches batches) {
        if (session.find(Account.class, batches.id(Kind.ACCOUNT, 0)).isPresent()) {
            throw Messages.problem("demo.alreadyThere");
        }
        final long accounts = session.count(Query.of(Account.class));
        if (accounts > 0 && !plan.intoExisting()) {
            throw Messages.problem("demo.notEmpty", accounts);
        }
    }

    private void write(final Store store, final Company company, final Batches batches, final Ground ground) {
        new BasicsPart(company, batches).write(ground.rates());
        final var table = rates.table(store);
        final var customers = new CustomerPart(company, batches);
        customers.write();
        final var deals = new DealPart(company, batches, table);
        deals.write();
        final var leads = new LeadPart(company, batches, ground.leads(), customers);
        leads.write();
        new OrderPart(company, batches, table, ground.orders(), ground.returns(), deals).write();
        new ActivityPart(company, batches, ground.activities(), leads.count()).write();
    }

    private static void takeBack(final Store store, final UUID operation) {
        if (store.history().operation(operation).isPresent()) {
            store.history().undo(operation, History.Mode.SAFE_PART, Progress.NONE);
        }
    }
}
