// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.FollowUps;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.ui.internal.models.ModelsView;
import org.kontor.analytics.ui.internal.runs.RunsView;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.User;
import org.kontor.store.query.Query;
import org.kontor.ui.Commands;

/** From the scores of a model in use to tasks for owners, and back, on the screen. */
final class PlanTasksTest {

    private static final Plan OPEN = ModelsTest.PLAN.from("table-accounts", Map.of(), List.of());

    private final AnalyticsFixture fixture = new AnalyticsFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void scored() {
        ModelsTest.companies(fixture, false);
        final var store = fixture.store.store();
        final var run = AnalyticsFixture.service(AnalysisRuns.class).run(store, Optional.empty(), ModelsTest.PLAN, RunOptions.usual(), Progress.NONE);
        final var models = AnalyticsFixture.service(ModelDeployments.class);
        final var model = models.deploy(store, run.id(), new ModelDeployments.Choice("Who stays", OPEN, AnalysisSchedule.NONE, "risk", true, "for the test"));
        fixture.show(ModelsView.ID, ModelsView.class);
        fixture.ui.until("the model is listed", () -> fixture.ui.find(Table.class, "models.table").getItemCount() > 0);
        assertFalse(possible("models.plan"), "there are no scores yet");
        final var scored = models.score(store, model.id(), RunOptions.usual(), Progress.NONE).run();
        final var listed = AnalyticsFixture.service(FollowUps.class).listed(store, scored.id());
        final var anna = new User();
        anna.setUserName("anna");
        anna.setDisplayName("Anna");
        anna.setActive(true);
        fixture.store.add(anna);
        fixture.store.write("Give away", writer -> listed.rows().subList(0, 3).forEach(row -> writer.find(Account.class, UUID.fromString(row.id()))
                .orElseThrow().setOwner(writer.find(User.class, anna.getId()).orElseThrow())));
        fixture.ui.until("the view knows of the scores", () -> possible("models.plan"));
    }

    private boolean possible(final String button) {
        return fixture.ui.find(Button.class, button).isEnabled();
    }

    private String words() {
        return fixture.ui.find(Label.class, "plan.words").getText();
    }

    private void ask(final String button) {
        fixture.ui.click(button);
        fixture.ui.until("who would get tasks is in sight", () -> fixture.ui.look(Label.class, "plan.words").filter(label -> !label.getText().isEmpty())
                .isPresent());
    }

    private void number(final String key, final int value) {
        final var spinner = fixture.ui.find(Spinner.class, key);
        spinner.setSelection(value);
        spinner.notifyListeners(SWT.Selection, new Event());
        fixture.idle();
    }

    private List<String> shares() {
        return Arrays.stream(fixture.ui.find(Table.class, "plan.shares").getItems()).map(item -> item.getText(0) + ' ' + item.getText(1)).toList();
    }

    private long tasks() {
        return fixture.store.store().read(session -> session.count(Query.of(Activity.class)));
    }

    @Test
    void tasksArePlannedWithTheirOwnersInSightAndTakenBackAtOnce() {
        scored();
        ask("models.plan");
        final var list = fixture.ui.find(Label.class, "plan.list").getText();
        assertTrue(list.contains("50 records") && list.contains("“stays”"), list);
        assertEquals("Retention", fixture.ui.find(Text.class, "plan.subject").getText());
        assertEquals("50 tasks will be planned.", words());
        assertEquals(List.of("(nobody) 47", "Anna 3"), shares());
        fixture.ui.type("plan.subject", " ");
        fixture.idle();
        assertFalse(possible("plan.ok"), "a subject is needed");
        assertEquals("Type a subject for the tasks.", words());
        fixture.ui.type("plan.subject", "Say thanks");
        number("plan.top", 4);
        number("plan.days", 3);
        assertEquals(List.of("Anna 3", "(nobody) 1"), shares());
        assertTrue(possible("plan.ok"));
        assertSame(fixture.ui.find(Button.class, "plan.ok"), fixture.ui.find(Shell.class, "plan").getDefaultButton(), "Return plans");
        fixture.ui.click("plan.ok");
        fixture.idle();
        assertEquals("4 tasks were planned.", words());
        assertEquals(4, tasks());
        assertEquals("Undo", fixture.ui.find(Button.class, "plan.ok").getText());
        assertSame(fixture.ui.find(Button.class, "plan.cancel"), fixture.ui.find(Shell.class, "plan").getDefaultButton(), "Return takes nothing back");
        assertFalse(fixture.ui.find(Text.class, "plan.subject").isEnabled());
        fixture.ui.click("plan.ok");
        fixture.idle();
        assertEquals("Taken back: 4 tasks.", words());
        assertEquals(0, tasks());
        assertFalse(possible("plan.ok"));
        fixture.ui.click("plan.cancel");
        assertTrue(fixture.ui.look(Shell.class, "plan").isEmpty());
    }

    @Test
    void theResultOfAScoringOffersItTooAndTheUsualUndoTakesItBack() {
        scored();
        fixture.ui.click("models.open");
        fixture.idle();
        ask("result.plan");
        number("plan.top", 5);
        fixture.ui.click("plan.ok");
        fixture.idle();
        fixture.ui.click("plan.cancel");
        assertEquals(5, tasks());
        ask("result.plan");
        assertEquals("45 tasks will be planned.\n5 records have an open task of this subject already and get no second one.", words());
        number("plan.top", 5);
        assertTrue(words().startsWith("No task will be planned."), words());
        assertFalse(possible("plan.ok"), "there is nothing to plan");
        fixture.ui.click("plan.cancel");
        assertTrue(Commands.run(fixture.context(), Commands.UNDO, Map.of()));
        fixture.ui.until("the tasks are gone", () -> tasks() == 0);
        fixture.show(RunsView.ID, RunsView.class);
        fixture.select("runs.table", "Logistic regression");
        fixture.ui.click("runs.open");
        fixture.idle();
        assertTrue(fixture.ui.look(Button.class, "result.plan").isEmpty(), "a run that learned scored nobody");
    }
}
