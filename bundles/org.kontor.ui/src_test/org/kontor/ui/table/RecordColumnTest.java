// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.kontor.model.Catalogue;
import org.kontor.model.FieldKind;
import org.kontor.store.query.Query;

class RecordColumnTest {

    private static RecordColumn column(final String type, final String path) {
        return RecordColumn.of(Catalogue.standard().type(type), path);
    }

    @Test
    void readsTheTitleOfWhatAReferenceNames() {
        assertEquals(List.of("account", "account.name"), column("Opportunity", "account").paths());
        assertEquals(List.of("stage", "stage.code", "stage.name"), column("Opportunity", "stage").paths());
        assertEquals(List.of("contact", "contact.firstName", "contact.lastName"), column("Order", "contact").paths());
    }

    @Test
    void readsTheCurrencyOfAnAmount() {
        assertEquals(List.of("amount", "currency"), column("Opportunity", "amount").paths());
        assertEquals(List.of("unitPrice", "order.currency"), column("OrderItem", "unitPrice").paths());
        assertEquals(List.of("baseAmount"), column("Opportunity", "baseAmount").paths());
    }

    @Test
    void reachesAcrossReferences() {
        final var column = column("Opportunity", "account.annualRevenue");
        assertEquals(List.of("account.annualRevenue", "account.currency"), column.paths());
        assertEquals(FieldKind.MONEY, column.kind());
        assertEquals("Account", column.owner().name());
        assertEquals(Set.of("Account"), column.typesRead());
        assertEquals(Set.of("Account", "User"), column("Opportunity", "account.owner").typesRead());
    }

    @Test
    void sortsStagesByTheirPlaceAndPersonsByTheirFamilyName() {
        assertEquals(List.of(new Query.Order("stage.position", true)), column("Opportunity", "stage").order(true));
        assertEquals(List.of(new Query.Order("lastName", false), new Query.Order("firstName", false)), column("Contact", RecordColumn.TITLE).order(false));
        assertEquals(List.of(new Query.Order("account.name", true)), column("Opportunity", "account").order(true));
        assertEquals(List.of(new Query.Order("amount", true)), column("Opportunity", "amount").order(true));
    }

    @Test
    void searchesTextsOnly() {
        assertEquals(List.of("name"), column("Account", "name").textPaths());
        assertEquals(List.of("account.name"), column("Opportunity", "account").textPaths());
        assertEquals(List.of("firstName", "lastName"), column("Contact", RecordColumn.TITLE).textPaths());
        assertEquals(List.of(), column("Opportunity", "amount").textPaths());
        assertEquals(List.of(), column("Opportunity", "closeDate").textPaths());
    }

    @Test
    void exportsFieldsThatCanBeImportedAgain() {
        assertEquals(List.of("amount", "currency"), column("Opportunity", "amount").export().stream().map(RowExporter.Column::path).toList());
        assertEquals(List.of("account.name"), column("Opportunity", "account").export().stream().map(RowExporter.Column::path).toList());
        assertEquals(List.of("firstName", "lastName"), column("Contact", RecordColumn.TITLE).export().stream().map(RowExporter.Column::path).toList());
        assertEquals(List.of("stage.name"), column("Opportunity", "stage").export().stream().map(RowExporter.Column::path).toList());
    }

    @Test
    void knowsWhichPathsThereAre() {
        final var type = Catalogue.standard().type("Opportunity");
        assertTrue(RecordColumn.exists(type, "account.owner.displayName"));
        assertTrue(RecordColumn.exists(type, "account.@title"));
        assertFalse(RecordColumn.exists(type, "account.nothing"));
        assertFalse(RecordColumn.exists(type, "amount.currency"));
        assertThrows(IllegalArgumentException.class, () -> RecordColumn.of(type, "nothing"));
        assertThrows(IllegalArgumentException.class, () -> RecordColumn.of(type, "amount.currency"));
    }

    @Test
    void everyTypeHasAViewThatCanBeShown() {
        for (final var type : Catalogue.standard().types()) {
            for (final var view : DefaultViews.of(type)) {
                view.columns().forEach(column -> assertTrue(RecordColumn.exists(type, column.path()), () -> type + "." + column.path()));
                view.sorts().forEach(sort -> assertFalse(RecordColumn.of(type, sort.path()).order(true).isEmpty(), () -> type + "." + sort.path()));
            }
        }
    }
}
