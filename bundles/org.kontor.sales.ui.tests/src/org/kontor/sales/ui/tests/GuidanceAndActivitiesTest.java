// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.sales.StageGuidance;
import org.kontor.sales.StageGuidance.State;
import org.kontor.sales.ui.internal.OpportunitiesView;
import org.kontor.sales.ui.internal.SalesCommands;
import org.kontor.sales.ui.internal.guidance.GuidanceView;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.Commands;

/** Follows the guidance of a deal, and logs what was done. */
class GuidanceAndActivitiesTest {

    private SalesFixture sales;

    @BeforeEach
    void open() {
        sales = new SalesFixture();
        sales.show("org.kontor.sales.ui.guidance", GuidanceView.class);
        sales.show(OpportunitiesView.ID, OpportunitiesView.class);
    }

    @AfterEach
    void close() {
        sales.close();
    }

    @Test
    void aStepIsTickedOffAndTheDealMovesOn() {
        sales.select(OpportunitiesView.ID, sales.early);
        sales.ui.find(Button.class, "guidance.move");
        final var service = SalesFixture.service(StageGuidance.class);
        final var step = service.guidance(sales.store.store(), sales.early.getId()).steps().getFirst().text();
        sales.ui.click("guidance.step." + step);
        sales.ui.until("the step is done",
                () -> service.guidance(sales.store.store(), sales.early.getId()).steps().getFirst().state() == State.DONE);
        sales.ui.until("the box cannot be ticked again", () -> !sales.ui.find(Button.class, "guidance.step." + step).isEnabled());
        sales.ui.click("guidance.move");
        sales.ui.until("the deal moved on", () -> "qualification".equals(sales.stageOf(sales.early)));
    }

    @Test
    void aCustomerShowsItsOpenDealsAndTheWayToTheirNextStep() {
        sales.store.write("Won", writer -> writer.find(Opportunity.class, sales.later.getId()).orElseThrow()
                .setStage(writer.find(Stage.class, sales.stage("closedWon").id()).orElseThrow()));
        sales.select(OpportunitiesView.ID, sales.acme);
        final var deal = sales.ui.find(Link.class, "guidance.deal.Early deal");
        assertTrue(sales.ui.look(Link.class, "guidance.deal.Later deal").isEmpty(), "a deal that is won needs no next step");
        deal.notifyListeners(SWT.Selection, new Event());
        sales.ui.find(Button.class, "guidance.move");
        assertEquals("<a>Early deal</a>", sales.ui.find(Link.class, "guidance.name").getText());
    }

    @Test
    void aCallIsLoggedAtTheSelectedAccount() {
        sales.select(OpportunitiesView.ID, sales.acme);
        assertTrue(Commands.run(sales.context(), SalesCommands.LOG_CALL, Map.of()));
        sales.ui.type("activity.subject", "Asked for the drawings");
        sales.ui.click("activity.ok");
        final var calls = Query.of(Activity.class).where(Filter.equal("account", sales.acme.getId()));
        sales.ui.until("the call is stored", () -> sales.store.store().read(session -> session.count(calls)) == 1);
        final var row = sales.store.store().read(session -> session.rows(calls, List.of("subject", "kind", "status.successful"))).getFirst();
        assertEquals(List.of("Asked for the drawings", ActivityKind.CALL, true), List.of(row));
        assertEquals("Acme Engineering GmbH", sales.store.value(Account.class, sales.acme.getId(), "name"));
    }
}
