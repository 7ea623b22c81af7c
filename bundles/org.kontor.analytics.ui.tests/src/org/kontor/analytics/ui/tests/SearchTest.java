// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.LifecycleStage;
import org.kontor.model.Order;
import org.kontor.model.RunPurpose;
import org.kontor.model.StoredRecord;
import org.kontor.testkit.Samples;

/** The search for better settings beside the run: how much is tried, what was found, and what becomes of it. */
class SearchTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final int BUYERS = 80;
    private static final int TRIALS = 6;
    /** Of so many rows in each leaf no tree of these customers can have more than one. */
    private static final String TOO_MANY = "60";

    private final AnalyticsFixture fixture = new AnalyticsFixture();
    private final Guided guide = new Guided(fixture);

    /** Who is lost bought seldom. */
    @BeforeEach
    void trade() {
        final var accounts = IntStream.range(0, BUYERS).mapToObj(index -> {
            final var account = Samples.account(String.format("Buyer %02d", index));
            account.setLifecycleStage(index % 2 == 1 ? LifecycleStage.LOST : LifecycleStage.CUSTOMER);
            return account;
        }).toList();
        fixture.store.add(accounts.toArray(StoredRecord[]::new));
        fixture.store.add(IntStream.range(0, BUYERS).boxed().flatMap(index -> IntStream.range(0, index % 2 == 1 ? 2 : 6)
                .mapToObj(order -> fixture.order(accounts.get(index), NEW_YEAR.plusDays(order * 9L + index % 30), 100 + index)))
                .toArray(Order[]::new));
    }

    @AfterEach
    void close() {
        fixture.forgetViews();
        fixture.close();
    }

    private void ask(final String method) {
        guide.rows("Customers who bought").known("Lifecycle stage").method(method).role("lifecycle-stage", "target");
    }

    private void search(final int trials) {
        fixture.ui.click("guide.step.run");
        fixture.ui.find(Spinner.class, "guide.search.trials").setSelection(trials);
        fixture.ui.click("guide.search.start");
    }

    private Button button(final String name) {
        return fixture.ui.find(Button.class, "guide.search." + name);
    }

    private String words() {
        return fixture.ui.look(Label.class, "guide.search.words").map(Label::getText).orElse("");
    }

    private Optional<ProgressBar> progress() {
        return fixture.ui.look(ProgressBar.class, "guide.search.progress");
    }

    private List<RecordedRun> runs() {
        return AnalyticsFixture.service(AnalysisRuns.class).runs(fixture.store.store(), Optional.empty(), 10);
    }

    @Test
    void betterSettingsAreFoundSaidAndTaken() {
        ask("Decision tree");
        guide.setting("min-leaf", TOO_MANY);
        search(TRIALS);
        fixture.idle();
        assertTrue(words().startsWith("The best of " + TRIALS + " settings"), words());
        assertTrue(words().contains("Least rows of a leaf = "), "settings are called as on their page: " + words());
        assertTrue(words().contains("flatters"), words());
        assertTrue(progress().isEmpty(), "what is over takes no room");
        assertEquals(RunPurpose.TUNING, runs().getFirst().purpose(), "every trial is kept");
        assertTrue(guide.label("guide.plan.settings").contains("= " + TOO_MANY), "nothing is changed before somebody wants it");
        fixture.ui.click("guide.search.take");
        assertFalse(button("take").isEnabled());
        assertFalse(guide.label("guide.plan.settings").contains("= " + TOO_MANY), guide.label("guide.plan.settings"));
        fixture.ui.click("guide.run");
        fixture.idle();
        assertEquals("1", guide.metric("better-than-baseline"), "with the settings that were taken");
    }

    @Test
    void halvingIsAWishOfThePerson() {
        ask("Decision tree");
        guide.setting("min-leaf", TOO_MANY);
        fixture.ui.click("guide.step.run");
        fixture.ui.click("guide.search.halving");
        search(TRIALS);
        fixture.idle();
        assertTrue(button("take").isEnabled(), words());
        assertEquals("true", runs().getFirst().parameters().get("search-halving"));
        assertEquals(Integer.toString(TRIALS), runs().getFirst().parameters().get("search-trials"));
    }

    @Test
    void aSearchIsStopped() {
        ask("Random forest");
        search(1_000);
        fixture.ui.until("it says that it can be stopped, and how far it is", () -> button("start").getText().equals("Stop")
                && progress().isPresent() && !words().isEmpty());
        fixture.ui.click("guide.search.start");
        fixture.idle();
        assertEquals("Stopped. The search is recorded as cancelled.", words());
        assertEquals(AnalysisRunState.CANCELLED, runs().getFirst().state());
        assertFalse(button("take").isEnabled());
        assertTrue(button("start").isEnabled());
        assertEquals("Search Settings", button("start").getText());
    }

    @Test
    void methodsThatNameNothingToSearchDoNotOfferIt() {
        ask("Decision tree");
        fixture.ui.click("guide.step.run");
        assertTrue(fixture.ui.look(Composite.class, "guide.search").isPresent());
        guide.method("K-means clusters");
        fixture.ui.click("guide.step.run");
        assertTrue(fixture.ui.look(Composite.class, "guide.search").isEmpty());
    }
}
