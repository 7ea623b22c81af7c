// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.tests.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

import org.kontor.model.Catalogue;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.DaySpan;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.ListView;
import org.kontor.ui.table.ListViews;

class ListViewsTest {

    private final Preferences node = InstanceScope.INSTANCE.getNode("org.kontor.ui.tests.views");
    private final List<ListView> standard = DefaultViews.of(Catalogue.standard().type("Opportunity"));
    private ListViews views;

    @BeforeEach
    void open() {
        views = new ListViews(node, "Opportunity", standard);
    }

    @AfterEach
    void clean() throws BackingStoreException {
        node.removeNode();
    }

    private static ListView full() {
        return new ListView("abc", "Gro\u00dfe Deals: 50 %, = und mehr", true, List.of(new ListView.Column("name", 240), new ListView.Column("account.industry", 0)),
                List.of(new ListView.Sort("amount", false), new ListView.Sort("name", true)), "acme berlin",
                List.of(new ColumnFilter.Words("name", "a, b: c"),
                        new ColumnFilter.Numbers("amount", Optional.of(new BigDecimal("1000000.50")), Optional.empty()),
                        new ColumnFilter.Days("closeDate", Optional.empty(), Optional.of(LocalDate.of(2026, 6, 30))),
                        new ColumnFilter.Recent("openDate", DaySpan.LAST_QUARTER),
                        new ColumnFilter.AnyOf("forecastCategory", Set.of("COMMIT", "BEST_CASE"), true),
                        new ColumnFilter.Empty("lossReason", false)));
    }

    @Test
    void everyPartOfAViewComesBackInAnotherSession() throws BackingStoreException {
        views.save(full());
        node.sync();
        assertEquals(List.of(full()), new ListViews(node, "Opportunity", standard).saved());
        assertEquals(Optional.of(full()), views.find("abc"));
    }

    @Test
    void aSavedViewReplacesItsOlderSelf() {
        views.save(full());
        final var smaller = full().withFilters(List.of()).withSorts(List.of());
        views.save(smaller);
        assertEquals(List.of(smaller), views.saved());
    }

    @Test
    void viewsOfOtherRecordTypesAreTheirOwn() {
        views.save(full());
        assertEquals(List.of(), new ListViews(node, "Account", DefaultViews.of(Catalogue.standard().type("Account"))).saved());
    }

    @Test
    void deletedViewsAreGone() {
        views.save(full());
        views.delete("abc");
        assertEquals(List.of(), views.saved());
        assertEquals(Optional.empty(), views.find("abc"));
    }

    @Test
    void opensWithWhatWasShownLastButNotWithItsSearch() {
        assertEquals(standard.get(0), views.last());
        final var changed = standard.get(1).sortedBy("amount", true).withSearch("acme");
        views.rememberLast(changed);
        assertEquals(changed.withSearch(""), new ListViews(node, "Opportunity", standard).last());
    }

    @Test
    void leavesOutAndLeavesAloneWhatALaterVersionWrote() throws BackingStoreException {
        views.save(full());
        final var later = node.node("views").node("Opportunity").node("saved").node("later");
        later.put("name", "Later");
        later.put("columns", "name:0");
        later.node("filter0").put("path", "name");
        later.node("filter0").put("kind", "SoundsLike");
        assertEquals(List.of(full()), views.saved());
        assertTrue(node.node("views").node("Opportunity").node("saved").nodeExists("later"));
    }
}
