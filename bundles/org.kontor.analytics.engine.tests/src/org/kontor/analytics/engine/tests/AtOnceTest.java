// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.internal.records.Scheduler;
import org.kontor.analytics.engine.internal.records.StoredDeployments;
import org.kontor.analytics.engine.internal.records.StoredRuns;
import org.kontor.analytics.engine.tests.methods.ColumnMeans;
import org.kontor.analytics.frame.Role;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.AnalysisRun;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.AnalysisSchedule;
import org.kontor.testkit.ThrowAwayStore;

/** What happens while somebody else is at work, or after somebody's work was cut off. */
final class AtOnceTest {

    private static final Plan PLAN = new Plan("table-accounts", Map.of(), List.of(), Map.of(Role.ID, List.of("id"), Role.FEATURES, List.of("employees")),
            List.of(), ColumnMeans.ID, Map.of(), 0);

    private final Engine engine = new Engine().withOwnMethods();
    private final ThrowAwayStore place = ThrowAwayStore.open();
    private final Companies companies = new Companies(place);

    /** Does something when it is asked whether to stop. */
    private record Watching(Runnable begun, BooleanSupplier asked) implements Progress {

        @Override
        public void begin(final String task, final long total) {
            begun.run();
        }

        @Override
        public void worked(final long amount) {
            // nobody counts
        }

        @Override
        public boolean isCancelled() {
            return asked.getAsBoolean();
        }
    }

    @BeforeEach
    void known() {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        companies.known(false);
    }

    @AfterEach
    void end() {
        place.close();
        engine.close();
    }

    private RecordedRun run(final Plan plan) {
        return engine.runs().run(place.store(), Optional.empty(), plan, RunOptions.usual(), Progress.NONE);
    }

    @Test
    void aDecisionThatSomebodyOvertookIsNotWritten() {
        companies.open(1);
        final var deployments = engine.service(ModelDeployments.class);
        final var used = deployments.deploy(place.store(), run(Companies.BLIND).id(),
                new ModelDeployments.Choice("Who leaves", Companies.OPEN, AnalysisSchedule.NONE, "risk", true, "for the test"));
        deployments.challenge(place.store(), used.id(), run(Companies.PLAN).id(), "Looks at people");
        deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE);
        final var overtaken = new AtomicBoolean();
        final var slow = new Watching(() -> { }, () -> {
            if (overtaken.compareAndSet(false, true)) {
                deployments.dismiss(place.store(), used.id(), "Enough");
            }
            return false;
        });
        final var refused = assertThrows(ProblemException.class, () -> deployments.promote(place.store(), used.id(), 0, true, "Better", slow)).problem();
        assertTrue(overtaken.get());
        assertEquals("analytics.deployment-changed", refused.code());
        assertFalse(refused.sentence().contains("!problem"), refused.sentence());
        final var now = deployments.find(place.store(), used.id());
        assertEquals(used.champion(), now.champion());
        assertEquals("Enough", now.terms().stream().filter(term -> term.to().isPresent()).findFirst().orElseThrow().endReason());
    }

    @Test
    void labelsOfASchemeAreWrittenByOneAtATime() {
        final var runs = engine.runs();
        final var first = run(PLAN).id();
        final var second = run(PLAN).id();
        final var begun = new AtomicBoolean();
        final var other = new Watching(() -> begun.set(true), () -> true);
        final var written = runs.writeBack(place.store(), first, "size", new Watching(() -> assertTrue(waits(second, other)), () -> false));
        assertFalse(begun.get(), "the other one waited, and was told to stop then");
        assertEquals(0, written.closed());
        assertEquals(Companies.COUNT, runs.writeBack(place.store(), second, "size", Progress.NONE).closed());
    }

    private boolean waits(final UUID run, final Progress progress) {
        final var work = new FutureTask<>(() -> engine.runs().writeBack(place.store(), run, "size", progress));
        new Thread(work).start();
        return assertThrows(ExecutionException.class, work::get).getCause() instanceof CancellationException;
    }

    @Test
    void runsThatWereCutOffHaveFailedWhenTheStoreIsNextOpen() {
        final var cut = new AnalysisRun();
        cut.setAlgorithm(ColumnMeans.ID);
        cut.setPlan(PLAN.json());
        cut.setState(AnalysisRunState.RUNNING);
        cut.setStartedAt(Instant.parse("2026-06-01T12:00:00Z"));
        place.add(cut);
        final var runs = engine.service(StoredRuns.class);
        final var whole = run(PLAN);
        assertEquals(1, runs.interrupted(place.store()));
        final var found = runs.find(place.store(), cut.getId());
        assertEquals(AnalysisRunState.FAILED, found.state());
        assertEquals("analytics.run-interrupted", found.problem().orElseThrow().code());
        assertEquals(whole, runs.find(place.store(), whole.id()));
        assertEquals(0, runs.interrupted(place.store()));
        final var ended = new AtomicBoolean();
        final var working = runs.run(place.store(), Optional.empty(), PLAN, RunOptions.usual(),
                new Watching(() -> ended.set(ended.get() || runs.interrupted(place.store()) > 0), () -> false));
        assertTrue(working.succeeded() && !ended.get(), "a run that is at work is not cut off");
    }

    @Test
    void oneThatCannotRunDoesNotKeepOthersFromRunning() {
        final var runs = engine.runs();
        final var nameless = new Plan("table-accounts", Map.of(), List.of(), Map.of(Role.FEATURES, List.of("employees")), List.of(), ColumnMeans.ID, Map.of(),
                0);
        final var broken = runs.save(place.store(), Optional.empty(), "A", nameless, AnalysisSchedule.AFTER_IMPORT, Optional.of("nobody"));
        final var sound = runs.save(place.store(), Optional.empty(), "B", PLAN, AnalysisSchedule.AFTER_IMPORT, Optional.of("size"));
        final var scheduler = new Scheduler(engine.service(StoredRuns.class), engine.service(StoredDeployments.class),
                () -> Instant.parse("2026-06-01T12:00:00Z"));
        assertEquals(2, scheduler.runAfterImport(place.store(), Progress.NONE));
        assertEquals(AnalysisRunState.SUCCEEDED, runs.runs(place.store(), Optional.of(broken.id()), 1).getFirst().state(), "nothing could be written");
        assertEquals(AnalysisRunState.DEPLOYED, runs.runs(place.store(), Optional.of(sound.id()), 1).getFirst().state());
    }
}
