// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.ui.internal.Customers;
import org.kontor.model.Account;
import org.kontor.model.LifecycleStage;
import org.kontor.model.Order;
import org.kontor.model.OrderItem;
import org.kontor.model.Product;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;

/** What an analyst asks of learners, recommenders and values, on the screen: who leaves, who buys what, and what a customer is worth. */
class DecisionsTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final AnalyticsFixture fixture = new AnalyticsFixture();
    private final Guided guide = new Guided(fixture);

    @AfterEach
    void close() {
        fixture.forgetViews();
        fixture.close();
    }

    /** Eighty customers: those who stay bought more often, some of those who are lost did so too; the country has nothing to do with it. */
    private void trade() {
        final var records = new ArrayList<StoredRecord>();
        final var orders = new ArrayList<StoredRecord>();
        for (int index = 0; index < 80; index++) {
            final var account = Samples.account(String.format("Buyer %02d", index));
            final boolean lost = index % 2 == 1;
            account.setLifecycleStage(lost ? LifecycleStage.LOST : LifecycleStage.CUSTOMER);
            account.setBillingCountry(index * 7919 % 80 < 40 ? "DE" : "CN");
            records.add(account);
            final int often = lost ? index % 10 == 3 ? 8 : 2 + index % 3 : index % 8 == 4 ? 3 : 6 + index % 4;
            for (int order = 0; order < often; order++) {
                orders.add(fixture.order(account, NEW_YEAR.plusDays(order * 9L + index * 31 % 120), 100 + index * 37 % 90));
            }
        }
        fixture.store.add(records.toArray(StoredRecord[]::new));
        fixture.store.add(orders.toArray(Order[]::new));
    }

    private void churn(final String method, final String target) {
        guide.rows("Customers who bought").known("Lifecycle stage").method(method).role(target, "target").role("recency", "not used").run();
    }

    @Test
    void whoLeavesIsLearnedComparedAndListedWithReasons() {
        trade();
        final var areas = new TreeMap<String, String>();
        for (final var method : List.of("Logistic regression", "Decision tree", "Random forest")) {
            churn(method, "lifecycle-stage");
            guide.charts("roc", "precision-recall", "calibration", "gain", "lift");
            areas.put(method, guide.metric("auc"));
            assertEquals("1", guide.metric("better-than-baseline"), method);
            assertTrue(guide.label("result.summary").contains("“Lifecycle stage”"), "the title of the column, not its name: " + guide.label("result.summary"));
            assertTrue(guide.table("model-card", 40).stream().anyMatch(row -> row.get(1).contains("Lost")), "a model card with the classes as people call them");
        }
        assertTrue(areas.values().stream().map(BigDecimal::new).allMatch(area -> area.doubleValue() > 0.7 && area.doubleValue() < 1), areas.toString());
        final var predictions = fixture.ui.find(Table.class, "result.table.predictions");
        final int probability = IntStream.range(0, predictions.getColumnCount()).filter(column -> predictions.getColumn(column).getText().startsWith("Probability"))
                .findFirst().orElseThrow();
        final var sort = predictions.getColumn(probability);
        sort.notifyListeners(SWT.Selection, new Event());
        sort.notifyListeners(SWT.Selection, new Event());
        final var risks = guide.table("predictions", 10).stream().map(row -> row.get(probability)).map(text -> new BigDecimal(text.replace("%", ""))).toList();
        assertEquals(risks.stream().sorted((one, other) -> other.compareTo(one)).toList(), risks, "the likeliest first");
        predictions.select(0, 9);
        final var open = new Event();
        predictions.notifyListeners(SWT.MouseDoubleClick, open);
        fixture.ui.until("the ten likeliest are listed as customers", () -> fixture.part(Customers.VIEW).isVisible() && guide.label("table.status").endsWith(" of 10"));
    }

    @Test
    void whatHasNothingToDoWithTheQuestionIsNoBetterThanTheBaseline() {
        trade();
        churn("Logistic regression", "country");
        assertEquals("0", guide.metric("better-than-baseline"));
        assertTrue(guide.label("result.summary").contains("no better than the baseline"), guide.label("result.summary"));
    }

    @Test
    void aColumnThatTellsTheAnswerIsFlagged() {
        trade();
        buyInSummer();
        guide.rows("Customers who bought").known("Lifecycle stage").method("Decision tree").role("lifecycle-stage", "target").run();
        assertTrue(fixture.ui.find(Label.class, "result.warning").getText().contains("“Days since the last purchase”"), fixture.ui.find(Label.class, "result.warning").getText());
    }

    /** Those who stay bought in summer. */
    private void buyInSummer() {
        final var staying = fixture.store.store().read(session -> session.list(Query.of(Account.class)
                .where(Filter.equal("lifecycleStage", LifecycleStage.CUSTOMER))));
        fixture.store.add(staying.stream().map(account -> fixture.order(account, NEW_YEAR.plusDays(240), 100)).toArray(Order[]::new));
    }

    /** Orders of the products that a text names by letters. */
    private void baskets(final String... baskets) {
        final var products = new TreeMap<Character, Product>();
        String.join("", baskets).chars().distinct().sorted().forEach(letter -> products.put((char) letter,
                Samples.product("P-" + (char) letter, "Product " + (char) letter, "10")));
        fixture.store.add(products.values().toArray(StoredRecord[]::new));
        for (int index = 0; index < baskets.length; index++) {
            final var order = fixture.order(fixture.accounts.get(index % fixture.accounts.size()), NEW_YEAR.plusDays(30 + index), 10L * baskets[index].length());
            fixture.store.add(order);
            final var letters = baskets[index];
            fixture.store.add(IntStream.range(0, letters.length()).mapToObj(position -> item(order, products.get(letters.charAt(position)), position)).toArray(OrderItem[]::new));
        }
    }

    private static OrderItem item(final Order order, final Product product, final int position) {
        final var item = new OrderItem();
        item.setOrder(order);
        item.setProduct(product);
        item.setPosition(position);
        item.setQuantity(BigDecimal.ONE);
        item.setTotal(BigDecimal.TEN);
        return item;
    }

    @Test
    void productsThatAreBoughtTogetherMakeRules() {
        baskets("ab", "abc", "ac", "b", "ab");
        guide.rows("Products that were bought").method("Association rules").setting("min-support", "0.2").run();
        assertEquals("5", guide.metric("baskets"));
        final var rules = fixture.ui.find(Table.class, "result.table.rules");
        final var titles = Arrays.stream(rules.getColumns()).map(column -> column.getText()).toList();
        final var rule = guide.table("rules", 20).stream().filter(row -> row.subList(0, 2).equals(List.of("Product a", "Product b"))).findFirst().orElseThrow();
        assertEquals(List.of("60.0%", "75.0%", "0.938"), rule.subList(2, 5), titles.toString());
        guide.charts("rule-graph");
    }

    @Test
    void recommendationsAreListedBesidePopularity() {
        final var baskets = IntStream.range(0, 60).mapToObj(index -> index % 2 == 0 ? index % 4 == 0 ? "abc" : "abd" : index % 4 == 1 ? "xyz" : "xyw").toArray(String[]::new);
        baskets(baskets);
        for (final var method : List.of("Similar items (item-kNN)", "Popularity")) {
            guide.rows("Products that were bought").method(method).run();
            assertTrue(guide.table("recommendations", 1).getFirst().get(0).startsWith("Customer "), "people, not identifiers");
            assertTrue(guide.metric("coverage").matches("(?!0\\.0%)\\d+\\.\\d%"), () -> method + ": " + guide.metric("coverage"));
        }
    }

    @Test
    void aCustomerWithASteadyMarginIsWorthWhatTheBooksSay() {
        final var account = Samples.account("Steady");
        account.setAnnualRevenue(new BigDecimal("100"));
        fixture.store.add(account);
        guide.rows("Table: Accounts").known("Annual revenue").method("Customer value").role("annualRevenue", "feature")
                .role("employees", "not used").role("yearEstablished", "not used")
                .choice("measure", "value of customers from margin and retention").setting("retention", "0.8").setting("discount", "0.1").run();
        assertTrue(guide.label("result.summary").contains("366.67"), guide.label("result.summary"));
    }
}
