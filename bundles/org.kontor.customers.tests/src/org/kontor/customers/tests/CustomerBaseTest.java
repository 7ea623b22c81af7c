// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.customers.CustomerMatches;
import org.kontor.customers.CustomerMatches.Likeness;
import org.kontor.customers.CustomerMatches.Reason;
import org.kontor.customers.CustomerSearch;
import org.kontor.customers.CustomerTimeline;
import org.kontor.customers.CustomerTimeline.Entry;
import org.kontor.customers.CustomerTimeline.Kind;
import org.kontor.customers.ExchangeRates;
import org.kontor.customers.StatusList;
import org.kontor.customers.StatusValue;
import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.Lead;
import org.kontor.model.Order;
import org.kontor.model.ReturnKind;
import org.kontor.model.ReturnOrder;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.kontor.store.Stores;

class CustomerBaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final Locale before = Locale.getDefault();
    private Store store;

    @BeforeEach
    void open(@TempDir final Path folder) {
        Locale.setDefault(Locale.US);
        store = Services.get(Stores.class).open(Stores.Request.local(folder.resolve("store"), true), Progress.NONE);
    }

    @AfterEach
    void close() {
        store.close();
        Locale.setDefault(before);
    }

    private <T extends StoredRecord> UUID add(final T record, final Consumer<T> values) {
        values.accept(record);
        store.write(Intent.of(Cause.EDIT, "Add " + record.getClass().getSimpleName()), writer -> writer.add(record));
        return record.getId();
    }

    private UUID account(final String name, final Consumer<Account> more) {
        return add(new Account(), account -> {
            account.setName(name);
            more.accept(account);
        });
    }

    private static <T extends StoredRecord> T reference(final Class<T> type, final UUID id) {
        return Catalogue.standard().type(type).reference(id);
    }

    private Status status(final String list, final String code) {
        return reference(Status.class, store.read(session -> StatusList.of(session, list)).find(code).orElseThrow().id());
    }

    @Test
    void aNewStoreHasStatusListsWhoseFlagsSayWhatTheyMean() {
        store.read(session -> {
            final var lead = StatusList.of(session, StatusList.LEAD);
            assertEquals(List.of("new", "assigned", "inProcess", "converted", "recycled", "dead"), lead.values().stream()
                    .map(StatusValue::code).toList());
            assertEquals("new", lead.initial().code());
            assertEquals("converted", lead.converted().code());
            assertEquals("In Process", lead.find("inProcess").orElseThrow().title());
            assertEquals("refunded", StatusList.of(session, StatusList.RETURN_ORDER).successful().code());
            assertEquals("completed", StatusList.of(session, StatusList.activity(ActivityKind.TASK)).successful().code());
            for (final var kind : List.of(ActivityKind.CALL, ActivityKind.MEETING)) {
                assertEquals("held", StatusList.of(session, StatusList.activity(kind)).successful().code());
                assertEquals("notHeld", StatusList.of(session, StatusList.activity(kind)).unsuccessful().code());
            }
            assertEquals("draft", StatusList.of(session, StatusList.ORDER).initial().code());
            return null;
        });
    }

    @Test
    void theNewestRateThatIsOldEnoughApplies() {
        final var rates = Services.get(ExchangeRates.class);
        final var euro = Currency.getInstance("EUR");
        rates.setRate(store, euro, DAY, new BigDecimal("1.1"));
        rates.setRate(store, euro, DAY.plusMonths(1), new BigDecimal("1.3"));
        rates.setRate(store, euro, DAY.plusMonths(1), new BigDecimal("1.2"));
        final var table = rates.table(store);
        assertEquals("USD", table.base().getCurrencyCode());
        assertEquals(Optional.empty(), table.rate("EUR", DAY.minusDays(1)));
        assertEquals(0, new BigDecimal("1.1").compareTo(table.rate("EUR", DAY).orElseThrow()));
        assertEquals(0, new BigDecimal("1.1").compareTo(table.rate("EUR", DAY.plusMonths(1).minusDays(1)).orElseThrow()));
        assertEquals(0, new BigDecimal("1.2").compareTo(table.rate("EUR", DAY.plusYears(5)).orElseThrow()));
        assertEquals("customers.rate.ofBase",
                assertThrows(ProblemException.class, () -> rates.setRate(store, Currency.getInstance("USD"), DAY, BigDecimal.TEN)).problem()
                .code());
        assertEquals("customers.rate.notPositive",
                assertThrows(ProblemException.class, () -> rates.setRate(store, euro, DAY, BigDecimal.ZERO)).problem().code());
    }

    @Test
    void theBaseCurrencyCanBeChosenUntilSomethingIsCountedInIt() {
        final var rates = Services.get(ExchangeRates.class);
        final var yuan = Currency.getInstance("CNY");
        rates.setBaseCurrency(store, yuan);
        assertEquals(yuan, rates.table(store).base());
        assertEquals(0, rates.setBaseCurrency(store, yuan).changeSet().sequence());
        rates.setRate(store, Currency.getInstance("USD"), DAY, new BigDecimal("7.2"));
        final var refusal = assertThrows(ProblemException.class, () -> rates.setBaseCurrency(store, Currency.getInstance("EUR")));
        assertEquals("customers.baseCurrency.inUse", refusal.problem().code());
        assertEquals(yuan, rates.table(store).base());
    }

    @Test
    void theTimelineMergesEverythingNewestFirst() {
        final var account = account("Acme", record -> { });
        final var order = add(new Order(), record -> {
            record.setNumber("4711");
            record.setAccount(reference(Account.class, account));
            record.setStatus(status(StatusList.ORDER, "closed"));
            record.setOrderDate(LocalDate.of(2026, 3, 3));
            record.setTotal(new BigDecimal("1234.5"));
            record.setCurrency("EUR");
        });
        add(new ReturnOrder(), record -> {
            record.setNumber("R-1");
            record.setOrder(reference(Order.class, order));
            record.setKind(ReturnKind.REFUND);
            record.setStatus(status(StatusList.RETURN_ORDER, "refunded"));
            record.setReturnDate(LocalDate.of(2026, 3, 10));
        });
        final var contact = add(new Contact(), record -> {
            record.setLastName("Ng");
            record.setAccount(reference(Account.class, account));
        });
        activity("With a start", record -> {
            record.setStartAt(Instant.parse("2026-03-05T10:00:00Z"));
            record.setAccount(reference(Account.class, account));
        });
        activity("Of a contact", record -> {
            record.setDueDate(LocalDate.of(2026, 3, 6));
            record.setContact(reference(Contact.class, contact));
        });
        activity("Somebody else's", record -> record.setDueDate(LocalDate.of(2026, 3, 6)));
        final var timeline = Services.get(CustomerTimeline.class);
        final var kinds = EnumSet.of(Kind.ACTIVITY, Kind.ORDER, Kind.RETURN);
        final var all = timeline.page(store, Account.class, account, kinds, 0, 10);
        assertEquals(List.of("Return R-1", "Task: Of a contact", "Task: With a start", "Order 4711"), all.entries().stream()
                .map(Entry::title).toList());
        assertFalse(all.more());
        final var sale = all.entries().get(3);
        assertTrue(sale.wholeDay());
        assertEquals(Instant.parse("2026-03-03T00:00:00Z"), sale.at());
        assertEquals("1,234.50 EUR · Closed", sale.text());
        assertEquals(order, sale.link().id());
        final var first = timeline.page(store, Account.class, account, kinds, 0, 3);
        final var second = timeline.page(store, Account.class, account, kinds, 3, 3);
        assertTrue(first.more());
        assertEquals(all.entries(), java.util.stream.Stream.concat(first.entries().stream(), second.entries().stream()).toList());
    }

    private void activity(final String subject, final Consumer<Activity> more) {
        add(new Activity(), record -> {
            record.setKind(ActivityKind.TASK);
            record.setSubject(subject);
            record.setStatus(status(StatusList.activity(ActivityKind.TASK), "notStarted"));
            more.accept(record);
        });
    }

    @Test
    void changesOfTheRecordStandInItsTimelineWithTheirValues() {
        final var account = account("Acme", record -> record.setEmployees(5));
        final var parent = account("Parent", record -> { });
        store.write(Intent.of(Cause.EDIT, "Tidy up"), writer -> {
            final var record = writer.find(Account.class, account).orElseThrow();
            record.setEmployees(7);
            record.setParent(writer.find(Account.class, parent).orElseThrow());
        });
        final var entries = Services.get(CustomerTimeline.class).page(store, Account.class, account, EnumSet.of(Kind.CHANGE), 0, 10)
                .entries();
        assertEquals(List.of("Tidy up", "Add Account"), entries.stream().map(Entry::title).toList());
        assertEquals(Set.of("Employees: 5 → 7", "Parent: none → Parent"), Set.copyOf(entries.get(0).text().lines().toList()));
    }

    @Test
    void searchFindsPartsOfNamesAndNumbersAndRanksBeginningsFirst() {
        final var search = Services.get(CustomerSearch.class);
        final var middle = account("Berlin Acme Works", record -> { });
        final var start = account("Acme Berlin", record -> record.setBillingCity("Berlin"));
        final var exact = account("acme", record -> record.setPhone("+49 30 23125 700"));
        account("Other", record -> { });
        final var lead = add(new Lead(), record -> {
            record.setLastName("Sato");
            record.setCompany("Acme Lead");
            record.setStatus(status(StatusList.LEAD, "new"));
        });
        assertEquals(List.of(exact, start, middle, lead), ids(search.find(store, "acme", Set.of(), 10)));
        assertEquals(List.of(start, middle), ids(search.find(store, " ber ACME ", Set.of(), 10)));
        assertEquals(List.of(exact), ids(search.find(store, "23125", Set.of(), 10)));
        assertEquals(List.of(lead), ids(search.find(store, "acme", Set.of(Lead.class), 10)));
        assertEquals(List.of(exact), ids(search.find(store, "acme", Set.of(Account.class), 1)));
        assertEquals(List.of(), ids(search.find(store, " -% ", Set.of(), 10)));
        assertEquals(List.of(), ids(search.find(store, "a_me", Set.of(), 10)));
    }

    @Test
    void searchFindsChineseFullNames() {
        final var wang = add(new Contact(), record -> {
            record.setLastName("王");
            record.setFirstName("小明");
        });
        final var ouyang = add(new Contact(), record -> {
            record.setLastName("欧阳");
            record.setFirstName("娜");
        });
        final var search = Services.get(CustomerSearch.class);
        assertEquals(List.of(wang), ids(search.find(store, "王小明", Set.of(), 10)));
        assertEquals(List.of(ouyang), ids(search.find(store, "欧阳娜", Set.of(), 10)));
        assertEquals(List.of(wang), ids(search.find(store, "小明", Set.of(), 10)));
    }

    private static List<UUID> ids(final List<CustomerSearch.Hit> hits) {
        return hits.stream().map(hit -> hit.link().id()).toList();
    }

    @Test
    void matchesSayWhyTheyMayBeTheSame() {
        final var legal = account("北京明光科技有限公司", record -> { });
        final var phone = account("Lighthouse", record -> record.setPhone("(010) 5550 1234"));
        account("上海远洋贸易有限公司", record -> { });
        final var found = store.read(session -> Services.get(CustomerMatches.class).accounts(session,
                new Likeness("北京明光科技", "someone@qq.com", "", "+86 10 5550 1234"), 10));
        assertEquals(List.of(legal, phone), found.stream().map(match -> match.link().id()).toList());
        assertEquals(Set.of(Reason.SAME_NAME), found.get(0).reasons());
        assertEquals(Set.of(Reason.SAME_PHONE), found.get(1).reasons());
        assertTrue(found.get(0).score() > found.get(1).score());
    }
}
