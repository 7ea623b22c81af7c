// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.model.StoredRecord;
import org.kontor.ui.Commands;
import org.kontor.ui.RecordRef;

/** What sales offers in the head of the records that it works on. */
class RecordActionsTest {

    private SalesFixture sales;

    @BeforeEach
    void open() {
        sales = new SalesFixture();
    }

    @AfterEach
    void close() {
        sales.close();
    }

    private ToolBar bar(final StoredRecord record, final String name) {
        Commands.open(sales.context(), RecordRef.of(record.getClass(), record.getId()));
        sales.ui.until("the head says " + name, () -> sales.ui.look(Label.class, "record.title").filter(title -> title.getText().equals(name)).isPresent());
        assertEquals(name, sales.page().getActiveEditor().getTitle());
        final var own = sales.ui.find(ToolItem.class, "record.save").getParent();
        return (ToolBar) own.getParent().getChildren()[0];
    }

    private static long described(final ToolBar bar) {
        return Arrays.stream(bar.getItems()).filter(item -> item.getToolTipText() != null && !item.getToolTipText().isBlank()).count();
    }

    @Test
    void anAccountOffersActivitiesWithTheirNames() {
        assertEquals(3, described(bar(sales.acme, sales.acme.getName())));
    }

    @Test
    void anOpportunityOffersActivitiesWithTheirNames() {
        assertEquals(3, described(bar(sales.early, sales.early.getName())));
    }

    @Test
    void aLeadOffersItsConversionToo() {
        assertEquals(4, described(bar(sales.lead, "Ada Lovelace")));
    }

    @Test
    void theRoomOfTheLastRecordGoesBackToTheViews() {
        bar(sales.acme, sales.acme.getName());
        assertTrue(sales.page().isEditorAreaVisible());
        sales.page().closeAllEditors(false);
        sales.ui.until("the empty area is gone", () -> !sales.page().isEditorAreaVisible());
        bar(sales.lead, "Ada Lovelace");
        assertTrue(sales.page().isEditorAreaVisible());
    }
}
