// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.sales.LeadConversion;
import org.kontor.sales.ui.internal.LeadsView;
import org.kontor.sales.ui.internal.SalesCommands;
import org.kontor.ui.Commands;

/** Converts a lead through the dialog. */
class LeadConversionTest {

    private static final String LEADS = "org.kontor.sales.ui.leads";

    private SalesFixture sales;

    @BeforeEach
    void open() {
        sales = new SalesFixture();
        sales.show(LEADS, LeadsView.class);
        sales.select(LEADS, sales.lead);
        assertTrue(Commands.run(sales.context(), SalesCommands.CONVERT_LEAD, Map.of()));
        sales.ui.until("the preview is there", () -> sales.ui.find(Table.class, "convert.preview").getItemCount() > 0);
        sales.idle();
    }

    @AfterEach
    void close() {
        sales.close();
    }

    private Object value(final String field) {
        return sales.store.value(Lead.class, sales.lead.getId(), field);
    }

    @Test
    void thePreviewListsEveryFieldAndTheConversionIsOneThingToUndo() {
        final var lines = Arrays.stream(sales.ui.find(Table.class, "convert.preview").getItems()).map(item -> (LeadConversion.Line) item.getData())
                .collect(Collectors.toMap(LeadConversion.Line::field, line -> line));
        final var fields = Catalogue.standard().type(Lead.class).fields().stream().filter(field -> !field.system()).map(Field::name).collect(Collectors.toSet());
        assertEquals(fields, lines.keySet());
        assertEquals(LeadConversion.Fate.NOTE, lines.get("score").fate());
        assertEquals("Contact.email", lines.get("email").target());
        sales.ui.type("convert.amount", "4500");
        sales.ui.click("convert.ok");
        sales.ui.until("the lead is converted", () -> value("convertedAt") != null);
        sales.idle();
        final var opportunity = (UUID) value("convertedOpportunity");
        assertEquals(0, new BigDecimal("4500").compareTo((BigDecimal) sales.store.value(Opportunity.class, opportunity, "amount")));
        assertEquals("Analytical Engines Ltd", sales.store.value(Account.class, (UUID) value("convertedAccount"), "name"));
        sales.ui.until("the opportunity is open", () -> sales.page().getActiveEditor() != null);
        assertNotNull(value("conversionNote"));
        Commands.run(sales.context(), Commands.UNDO, Map.of());
        sales.ui.until("the lead is as it was", () -> value("convertedAt") == null);
        assertNull(value("convertedOpportunity"));
        assertTrue(sales.store.store().read(session -> session.find(Opportunity.class, opportunity)).isEmpty());
    }
}
