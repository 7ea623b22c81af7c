// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.Randomness;
import org.kontor.analytics.ui.internal.models.ModelsView;
import org.kontor.analytics.ui.internal.runs.RunsView;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.CustomerClassification;
import org.kontor.model.ModelRole;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;

/** From a run to a model in use on the screen: with a reason where it was not shown to be good, then scored, challenged and promoted. */
final class ModelsTest {

    private static final int COMPANIES = 300;
    static final Plan PLAN = new Plan("table-accounts", Map.of(), List.of(Condition.parse("industry present")), Map.of(Role.ID, List.of("id"),
            Role.TARGET, List.of("industry"), Role.FEATURES, List.of("employees")), List.of(), "logistic-regression", Map.of(), 0);
    private static final String METHOD = "Logistic regression";

    private final AnalyticsFixture fixture = new AnalyticsFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void companies(final boolean shuffled) {
        companies(fixture, shuffled);
    }

    /** Companies of which some left, the larger ones rather; shuffled, where that has nothing to do with anything. */
    static void companies(final AnalyticsFixture fixture, final boolean shuffled) {
        final var chance = Randomness.of(5, 1);
        fixture.store.add(IntStream.range(0, COMPANIES).mapToObj(index -> {
            final var company = Samples.account("Company " + index);
            company.setEmployees(1 + chance.nextInt(1_000));
            final boolean leaves = shuffled ? chance.nextDouble() < .5 : company.getEmployees() + chance.nextInt(400) > 700;
            // of every third nothing is known yet
            company.setIndustry(index % 3 == 0 ? null : leaves ? "gone" : "stays");
            return company;
        }).toArray(StoredRecord[]::new));
    }

    private void learn(final Plan plan) {
        final var runs = AnalyticsFixture.service(AnalysisRuns.class);
        assertTrue(runs.run(fixture.store.store(), Optional.empty(), plan, RunOptions.usual(), Progress.NONE).succeeded());
    }

    private ModelDeployments models() {
        return AnalyticsFixture.service(ModelDeployments.class);
    }

    private void use(final String run) {
        fixture.show(RunsView.ID, RunsView.class);
        fixture.ui.until("the run is listed", () -> fixture.ui.find(Table.class, "runs.table").getItemCount() > 0);
        fixture.select("runs.table", run);
        fixture.ui.click("runs.use");
        fixture.idle();
    }

    private boolean possible(final String button) {
        return fixture.ui.find(Button.class, button).isEnabled();
    }

    private String details() {
        return fixture.ui.find(Text.class, "models.details").getText();
    }

    @Test
    void aModelThatIsNoBetterIsUsedOnlyWithAReasonThatIsKept() {
        companies(true);
        fixture.show(ModelsView.ID, ModelsView.class);
        assertEquals("New Analysis", fixture.ui.find(Button.class, "models.empty.new").getText(), "what to do where there is none");
        assertTrue(fixture.ui.look(Table.class, "models.table").isEmpty());
        learn(PLAN);
        use(METHOD);
        final var figures = fixture.ui.find(Label.class, "use.figures").getText();
        assertTrue(figures.contains("no better than a naive baseline") && figures.contains("Area under the ROC curve: "), figures);
        assertFalse(possible("use.ok"));
        fixture.ui.click("use.anyway");
        assertFalse(possible("use.ok"), "a reason is needed");
        assertEquals("Type a reason.", fixture.ui.find(Label.class, "use.missing").getText());
        fixture.ui.type("use.reason", "A trial with two people");
        assertTrue(possible("use.ok"));
        fixture.ui.type("use.name", "Who leaves");
        fixture.ui.type("use.scheme", "risk");
        fixture.ui.click("use.ok");
        fixture.idle();
        final var models = fixture.ui.find(Table.class, "models.table");
        assertEquals(List.of("Who leaves", "No better than the baseline"), List.of(models.getItem(0).getText(), models.getItem(0).getText(1)));
        assertTrue(fixture.ui.look(Button.class, "models.empty.new").isEmpty());
        assertTrue(details().contains("A trial with two people"), details());
        assertEquals("A trial with two people", fixture.ui.find(Table.class, "models.terms").getItem(0).getText(5));
        assertEquals("A trial with two people", models().all(fixture.store.store()).getFirst().champion().orElseThrow().reason());
    }

    @Test
    void recordsAreScoredWithTheirDriftAndAChallengerTakesOver() {
        companies(false);
        learn(PLAN);
        use(METHOD);
        assertTrue(possible("use.ok"), fixture.ui.find(Label.class, "use.figures").getText());
        final var rows = fixture.ui.find(Combo.class, "use.rows");
        fixture.ui.choose("use.rows", rows.getItem(rows.getItemCount() - 1));
        fixture.ui.type("use.name", "Who leaves");
        fixture.ui.type("use.scheme", "risk");
        fixture.ui.click("use.ok");
        fixture.idle();
        assertFalse(possible("models.promote"));
        learn(PLAN.with(Map.of("l2", "1")));
        fixture.show(RunsView.ID, RunsView.class);
        fixture.idle();
        fixture.select("runs.table", METHOD);
        fixture.ui.click("runs.use");
        fixture.idle();
        fixture.ui.choose("use.part", "a challenger of “Who leaves”, unseen");
        fixture.ui.click("use.ok");
        fixture.idle();
        assertTrue(models().all(fixture.store.store()).getFirst().challenger().isPresent());
        fixture.ui.click("models.score");
        fixture.idle();
        // the companies of which nothing is known yet, and those of the fixture, of which nothing is known at all
        assertEquals(COMPANIES / 3 + AnalyticsFixture.CUSTOMERS, scores());
        final var drift = fixture.ui.find(Table.class, "models.drift");
        assertEquals(List.of("(score)", "Employees"), List.of(drift.getItem(0).getText(), drift.getItem(1).getText()));
        assertTrue(details().contains("were scored"), details());
        fixture.store.write("Time goes by", writer -> writer.list(Query.of(Account.class)).stream().filter(account -> account.getIndustry() == null)
                .filter(account -> account.getEmployees() != null).forEach(account -> account.setIndustry(account.getEmployees() > 500 ? "gone" : "stays")));
        fixture.idle();
        fixture.ui.click("models.review");
        fixture.idle();
        assertTrue(details().contains("Judged by " + COMPANIES / 3) && details().contains("The model expected "), details());
        fixture.ui.click("models.compare");
        fixture.idle();
        assertTrue(details().contains("Judged by " + COMPANIES / 3) && details().contains("auc"), details());
        fixture.ui.click("models.promote");
        fixture.idle();
        assertFalse(possible("reason.ok"), "a reason is needed");
        assertTrue(fixture.ui.find(Label.class, "reason.words").getText().contains("Judged by"));
        fixture.ui.type("reason.text", "Calmer");
        fixture.ui.click("reason.ok");
        fixture.idle();
        final var model = models().all(fixture.store.store()).getFirst();
        assertEquals("Calmer", model.champion().orElseThrow().reason());
        fixture.ui.until("the end of one term and the beginning of the other are listed", () -> fixture.ui.find(Table.class, "models.terms").getItemCount() == 3);
        assertEquals(1, model.terms().stream().filter(term -> term.role() == ModelRole.CHALLENGER).count());
        fixture.ui.click("models.end");
        fixture.ui.type("reason.text", "Done");
        fixture.ui.click("reason.ok");
        fixture.ui.until("nothing is scored any more", () -> !possible("models.score"));
    }

    private long scores() {
        return fixture.store.store().read(session -> session.count(Query.of(CustomerClassification.class).where(Filter.equal("scheme", "risk"))));
    }
}
