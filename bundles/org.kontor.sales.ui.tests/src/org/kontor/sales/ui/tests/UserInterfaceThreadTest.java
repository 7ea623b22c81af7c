// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;

import org.kontor.model.Account;
import org.kontor.store.Store;
import org.kontor.store.query.Query;
import org.kontor.ui.Commands;
import org.kontor.ui.RecordRef;

/** No view lets the person wait for the database. Every other test with a store in the workbench asks for the same when it ends. */
class UserInterfaceThreadTest {

    private static final List<String> VIEWS = List.of("org.kontor.customers.ui.navigator", "org.kontor.sales.ui.board", "org.kontor.sales.ui.funnel",
            "org.kontor.sales.ui.opportunities", "org.kontor.sales.ui.leads", "org.kontor.sales.ui.activities", "org.kontor.customers.ui.accounts",
            "org.kontor.customers.ui.contacts", "org.kontor.customers.ui.orders", "org.kontor.customers.ui.products", "org.kontor.sales.ui.guidance",
            "org.kontor.ui.timeline", "org.kontor.ui.changeLog");

    @Test
    void allViewsAndAnEditorReadBesideIt() {
        try (var sales = new SalesFixture()) {
            for (final var view : VIEWS) {
                sales.show(view, Object.class);
                sales.select("org.kontor.sales.ui.board", sales.early);
                sales.idle();
            }
            Commands.open(sales.context(), RecordRef.of(Account.class, sales.acme.getId()));
            sales.ui.until("the record is shown", () -> sales.ui.look(Label.class, "record.title").filter(title -> title.getText().equals(sales.acme.getName())).isPresent());
            sales.idle();
            assertTrue(sales.store.elsewhere() >= VIEWS.size(), "the views did read: " + sales.store.elsewhere());
            assertEquals(List.of(), sales.store.onUserInterfaceThread());
        }
    }

    @Test
    void readingOnItIsNoticed() {
        try (var sales = new SalesFixture()) {
            SalesFixture.service(Store.class).read(session -> session.count(Query.of(Account.class)));
            SalesFixture.service(Store.class).history().operations(0, 1);
            assertEquals(List.of("read", "operations"), sales.store.onUserInterfaceThread().stream().map(call -> call.substring(0, call.indexOf(' '))).toList());
            assertTrue(sales.store.onUserInterfaceThread().getFirst().contains(UserInterfaceThreadTest.class.getName()), "and says by whom");
            sales.store.onUserInterfaceThread().clear();
        }
    }
}
