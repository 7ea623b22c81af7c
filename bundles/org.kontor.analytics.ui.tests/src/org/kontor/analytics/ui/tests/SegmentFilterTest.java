// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.ui.internal.SegmentFilter;
import org.kontor.model.Account;
import org.kontor.model.ActivityKind;
import org.kontor.model.AnalysisRun;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.CustomerClassification;
import org.kontor.model.Pipeline;
import org.kontor.model.Product;
import org.kontor.model.Stage;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;
import org.kontor.ui.table.ColumnFilter;

/** Segments as a filter of the tables that sales works with. */
class SegmentFilterTest {

    private static final String PATH = "+org.kontor.analytics.segment";
    private static final String TOOL = "table.filter.org.kontor.analytics.segment";
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T09:00:00Z");

    private final AnalyticsFixture fixture = new AnalyticsFixture();
    private final SegmentFilter filter = new SegmentFilter();

    /** Four champions, two with a comma in their label, one that is a champion no longer. */
    @BeforeEach
    void classify() {
        final var analysis = Samples.analysis("RFM", "rfm");
        final var run = Samples.analysisRun(analysis, FEBRUARY);
        fixture.store.add(analysis, run);
        fixture.store.add(IntStream.range(0, 6).mapToObj(index -> Samples.classification(fixture.accounts.get(index), "RFM", index < 4 ? "Champions" : "Lost, gone", run))
                .toArray(StoredRecord[]::new));
        final var former = Samples.classification(fixture.accounts.get(6), "RFM", "Champions", run);
        former.setValidTo(FEBRUARY.plusSeconds(3600));
        fixture.store.add(former, contact(run));
        fixture.store.add(Samples.contact("Ada", "Zhou", fixture.accounts.get(0)), Samples.contact("Ben", "Fall", fixture.accounts.get(4)));
    }

    /** A person who is a champion while the company is not. */
    private CustomerClassification contact(final AnalysisRun run) {
        final Contact person = Samples.contact("Cleo", "Own", fixture.accounts.get(8));
        fixture.store.add(person);
        final var own = Samples.classification(null, "RFM", "Champions", run);
        own.setContact(person);
        return own;
    }

    @AfterEach
    void close() {
        fixture.forgetViews();
        fixture.close();
    }

    private void filter(final String view, final String... lines) {
        fixture.show(view, Object.class);
        fixture.ui.click(TOOL);
        for (final var line : lines) {
            fixture.check("filter.choices", line);
        }
        fixture.ui.click("filter.apply");
        fixture.idle();
    }

    private void rows(final int wanted) {
        fixture.ui.until(wanted + " rows", () -> fixture.ui.look(NatTable.class, "table.grid").map(grid -> grid.getRowCount() == wanted + 1).orElse(wanted == 0));
    }

    private String chip() {
        return ((Label) fixture.ui.find(Composite.class, "chip." + PATH).getChildren()[0]).getText();
    }

    @Test
    void theTableOfAccountsIsFilteredAndFollowsWhatBecomesOfTheSegment() {
        filter("org.kontor.customers.ui.accounts", "RFM: Champions (5)");
        rows(4);
        assertEquals("Segment: RFM: Champions", chip());
        fixture.ui.click(TOOL);
        fixture.check("filter.choices", "RFM: Lost, gone (2)");
        fixture.ui.click("filter.apply");
        rows(6);
        assertEquals("Segment: RFM: Champions, RFM: Lost, gone", chip());
        final var kept = new ColumnFilter.AnyOf(PATH, Set.of("RFM/Champions", "RFM/Lost%2C+gone"), false);
        fixture.ui.until("the filter is kept with the view", () -> AnalyticsFixture.views("Account").last().filters().equals(List.of(kept)));
        fixture.store.write("Classify anew", writer -> writer.list(Query.of(CustomerClassification.class)).stream()
                .filter(row -> row.getValidTo() == null && "Lost, gone".equals(row.getLabel())).forEach(row -> row.setValidTo(Instant.now())));
        rows(4);
        fixture.ui.click("chip.remove." + PATH);
        rows(AnalyticsFixture.CUSTOMERS);
    }

    @Test
    void customersWithoutASegmentAreFound() {
        filter("org.kontor.customers.ui.accounts", "(empty)");
        rows(AnalyticsFixture.CUSTOMERS - 6);
        assertEquals("Segment is empty", chip());
    }

    @Test
    void contactsAndOrdersAreFilteredThroughTheirCustomer() {
        filter("org.kontor.customers.ui.contacts", "RFM: Champions (5)");
        rows(2);
        filter("org.kontor.customers.ui.orders", "RFM: Champions (5)", "RFM: Lost, gone (2)");
        rows(6);
    }

    @Test
    void opportunitiesAndActivitiesAreFilteredInTheDatabase() {
        final Pipeline pipeline = Samples.pipeline("Direct");
        final Stage stage = Samples.stage(pipeline, "open", "Open", 1, 10);
        fixture.store.add(pipeline, stage);
        final Status planned = Samples.status("Activity.TASK", "planned-here", "Planned", 1);
        fixture.store.add(planned);
        for (final var account : fixture.accounts) {
            fixture.store.add(Samples.opportunity("Deal", account, stage, "10", null), Samples.activity(ActivityKind.TASK, "Call", planned, account));
        }
        for (final var name : List.of("Opportunity", "Activity", "Order", "Account")) {
            final var type = Catalogue.standard().type(name);
            assertTrue(filter.isFor(type), name);
            final var champions = filter.condition(type, Set.of("RFM/Champions"));
            final long found = fixture.store.store().read(session -> session.count(Query.of(type.javaType()).where(champions)));
            assertEquals(4, found, name);
        }
        assertTrue(!filter.isFor(Catalogue.standard().type(Product.class)) && filter.isFor(Catalogue.standard().type(Account.class)));
    }
}
