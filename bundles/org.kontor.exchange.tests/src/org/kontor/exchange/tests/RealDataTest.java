// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.core.progress.Progress;
import org.kontor.exchange.ImportResult;
import org.kontor.exchange.ImportState;
import org.kontor.exchange.ValueFinding;
import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.model.OpportunityLineItem;
import org.kontor.model.Order;
import org.kontor.model.Product;
import org.kontor.model.StageHistory;
import org.kontor.model.User;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Imports the public data sets and finds exactly what they are known to hold. */
class RealDataTest {

    private Path data;
    private Workplace place;

    @BeforeEach
    void open() {
        final var found = Workplace.data();
        assumeTrue(found.isPresent(), "no data folder");
        data = found.get();
        place = new Workplace();
    }

    @AfterEach
    void close() {
        if (place != null) {
            place.close();
        }
    }

    private ImportResult imported(final String kind, final String file) {
        final var draft = place.imports().inspect(data.resolve(file), kind);
        assertEquals(Optional.of(kind), place.imports().guess(data.resolve(file)).map(each -> each.key()));
        final var dry = draft.check(place.store(), Progress.NONE).report();
        draft.choices().acceptSuggestions(dry);
        final var result = place.run(draft);
        assertEquals(ImportState.DONE, result.state());
        Workplace.addsUp(result.report());
        return result;
    }

    @Test
    void importsTheSalesPipelineAndTakesItBack() {
        imported("users", "crm_sales_opportunities/sales_teams.csv");
        imported("products", "crm_sales_opportunities/products.csv");
        final var accounts = imported("accounts", "crm_sales_opportunities/accounts.csv");
        assertEquals(85, accounts.report().created());
        final var before = place.contentHash();
        final var draft = place.imports().inspect(data.resolve("crm_sales_opportunities/sales_pipeline.csv"), "opportunities");
        final var dry = draft.check(place.store(), Progress.NONE).report();
        assertEquals(1480, dry.refused());
        assertEquals(Map.of("account", 1425L), dry.blanks());
        assertEquals(List.of(new ValueFinding("product", "product", "GTXPro", 1480, 2, "GTX Pro", "unknown")), dry.values());
        assertEquals(1, draft.choices().acceptSuggestions(dry));
        final var result = place.run(draft);
        Workplace.addsUp(result.report());
        assertEquals(8800, result.report().created());
        assertEquals(0, new BigDecimal("10005534").compareTo(result.report().sums().get("amount")));
        assertPipeline();
        assertTrue(place.store().verify(Progress.NONE).isEmpty());

        final var again = place.run(place.imports().inspect(data.resolve("crm_sales_opportunities/sales_pipeline.csv"), "opportunities"));
        assertEquals(ImportState.ALREADY_IMPORTED, again.state());
        place.undo(result.operation().orElseThrow());
        assertEquals(before, place.contentHash());
        assertEquals(8800, place.run(draft).report().created());
    }

    private void assertPipeline() {
        final var counts = new TreeMap<String, Long>();
        final var sums = new TreeMap<String, BigDecimal>();
        place.store().read(session -> session.groups(Query.of(Opportunity.class), List.of("stage.name"),
                List.of(Aggregate.COUNT, Aggregate.sum("amount"))))
                .forEach(group -> {
                    counts.put((String) group[0], (Long) group[1]);
                    sums.put((String) group[0], group[2] == null ? BigDecimal.ZERO : (BigDecimal) group[2]);
                });
        assertEquals(Map.of("Won", 4238L, "Lost", 2473L, "Engaging", 1589L, "Prospecting", 500L), counts);
        assertEquals(0, new BigDecimal("10005534").compareTo(sums.get("Won")));
        assertEquals(0.63150, counts.get("Won") / (double) (counts.get("Won") + counts.get("Lost")), 0.000005);
        assertEquals(85, place.count(Account.class));
        assertEquals(7, place.count(Product.class));
        assertEquals(8800, place.count(OpportunityLineItem.class));
        assertEquals(8800, place.count(StageHistory.class));
        assertEquals(35, place.count(Query.of(User.class).where(new Filter.Not(new Filter.Missing("team")))));
        assertEquals(1425, place.count(Query.of(Opportunity.class).where(new Filter.Missing("account"))));
        final var stages = place.store().read(session -> session.rows(Query.of(org.kontor.model.Stage.class)
                .where(Filter.equal("pipeline.name", "CRM import")).orderBy("position", true), List.of("name", "closed", "won")));
        assertEquals(List.of("Prospecting", "Engaging", "Won", "Lost"), stages.stream().map(stage -> stage[0]).toList());
        assertEquals(List.of(false, false, true, true), stages.stream().map(stage -> stage[1]).toList());
        assertEquals(List.of(false, false, true, false), stages.stream().map(stage -> stage[2]).toList());
    }

    @Test
    void suggestsCorrectionsForTheAccounts() {
        final var draft = place.imports().inspect(data.resolve("crm_sales_opportunities/accounts.csv"), "accounts");
        final var values = draft.check(place.store(), Progress.NONE).report().values();
        assertTrue(values.contains(new ValueFinding("industry", "sector", "technolgy", 12, 1, "technology", "industry")),
                values.toString());
        assertTrue(values.contains(new ValueFinding("billingCountry", "office_location", "Philipines", 1, 4, "Philippines", "country")),
                values.toString());
        draft.choices().acceptSuggestions(draft.check(place.store(), Progress.NONE).report());
        place.run(draft);
        assertEquals(12, place.count(Query.of(Account.class).where(Filter.equal("industry", "technology"))));
        assertEquals("Acme Corporation", place.rows(Account.class, "name", "name", "parent.name").stream()
                .filter(row -> "Bluth Company".equals(row[0]))
                .findFirst().orElseThrow()[1]);
        assertEquals(15, place.count(Query.of(Account.class).where(new Filter.Not(new Filter.Missing("parent")))));
    }

    @Test
    void importsThePurchasesAndTakesThemBack() {
        final var before = place.contentHash();
        final var result = imported("orders", "cdnow/CDNOW_master.txt");
        assertEquals(69659, result.report().created());
        assertEquals(255L, result.report().problemCounts().get("duplicate"));
        assertEquals(80L, result.report().problemCounts().get("amount.zero"));
        assertEquals(Map.of("Order", 69659L, "Account", 23570L), result.report().records());
        final Object[] sums = place.store().read(session -> session.groups(Query.of(Order.class), List.of(),
                List.of(Aggregate.COUNT, Aggregate.sum("total"), Aggregate.sum("baseTotal")))).get(0);
        assertEquals(69659L, sums[0]);
        assertEquals(0, new BigDecimal("2500315.63").compareTo((BigDecimal) sums[1]));
        assertEquals(0, new BigDecimal("2500315.63").compareTo((BigDecimal) sums[2]));
        assertEquals(23570, place.count(Account.class));
        place.undo(result.operation().orElseThrow());
        assertEquals(before, place.contentHash());
    }

    @Test
    void importsPeopleWithBlanksAfterCommas() {
        final var draft = place.imports().inspect(data.resolve("febrl/dataset1.csv"), "contacts");
        assertEquals(Optional.of("externalId"), draft.target(0));
        assertEquals(Optional.of("lastName"), draft.target(2));
        final var result = place.run(draft);
        Workplace.addsUp(result.report());
        assertEquals(1000, result.report().rows());
        assertTrue(result.report().created() > 900, result.report().problemCounts().toString());
    }
}
