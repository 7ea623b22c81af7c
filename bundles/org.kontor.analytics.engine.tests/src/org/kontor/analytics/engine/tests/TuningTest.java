// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.analytics.engine.Evaluation;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.Tuning;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.RunPurpose;
import org.kontor.testkit.ThrowAwayStore;

final class TuningTest {

    private static final Plan TREE = new Plan(Companies.PLAN.source(), Map.of(), Companies.PLAN.filter(), Companies.PLAN.roles(), List.of(), "decision-tree",
            Map.of("max-depth", "40", "min-leaf", "1"), 3);

    private final Engine engine = new Engine().withOwnMethods();
    private final ThrowAwayStore place = ThrowAwayStore.open();

    @BeforeEach
    void companies() {
        new Companies(place).known(false);
    }

    @AfterEach
    void end() {
        place.close();
        engine.close();
    }

    private Tuning tune(final Plan plan, final Tuning.Search search) {
        return engine.analyses().tune(Optional.of(place.store()), plan, search, RunOptions.usual(), Progress.NONE);
    }

    @Test
    void betterSettingsAreFoundAndTheSameSeedFindsTheSame() {
        final var search = Tuning.Search.usual(8, 4, 11, false);
        final var found = tune(TREE, search);
        assertEquals("auc", found.measure());
        assertEquals(9, found.trials().size());
        assertTrue(found.trials().stream().allMatch(trial -> trial.folds() == 4));
        final var own = found.trials().stream().filter(trial -> trial.number() == 0).findFirst().orElseThrow();
        // a tree that learns every row by heart is easily beaten
        assertTrue(found.trials().getFirst().score() > own.score() + .02, found.trials()::toString);
        assertEquals(found.trials().getFirst().settings(), found.best().parameters());
        assertEquals(found.trials(), tune(TREE, search).trials());
        assertNotEquals(found.trials(), tune(TREE, Tuning.Search.usual(8, 4, 12, false)).trials());
        // what a trial says is what an evaluation with its settings says
        final var evaluation = engine.analyses().evaluate(Optional.of(place.store()), found.best(), new Evaluation.Folds(4), RunOptions.usual(), Progress.NONE);
        assertEquals(evaluation.metrics().get("auc"), found.trials().getFirst().score(), 1e-12);
    }

    @Test
    void halvingGivesUpWhatFallsBehindButNeverTheOwnSettings() {
        final var found = tune(TREE, Tuning.Search.usual(9, 3, 11, true));
        assertEquals(List.of(3, 3, 3), found.trials().subList(0, 3).stream().map(Tuning.Trial::folds).toList());
        assertEquals(List.of(10L, 5L, 3L), List.of(1, 2, 3).stream().map(folds -> found.trials().stream().filter(trial -> trial.folds() >= folds).count())
                .toList());
        assertEquals(3, found.trials().stream().filter(trial -> trial.number() == 0).findFirst().orElseThrow().folds());
    }

    @Test
    void everyTrialIsKeptWithItsSeedAndTheBestSettingsAreOfferedAsAPlan() {
        final var run = engine.runs().tune(place.store(), Optional.empty(), TREE, Tuning.Search.usual(5, 3, 11, false), RunOptions.usual(), Progress.NONE);
        assertEquals(RunPurpose.TUNING, run.purpose());
        assertEquals("11", run.parameters().get("search-seed"));
        assertEquals("5", run.parameters().get("search-trials"));
        place.reopen();
        final var result = engine.runs().result(place.store(), run.id()).result();
        assertEquals(6, result.table(Tuning.TABLE).orElseThrow().frame().rows());
        final var best = Tuning.best(engine.runs().find(place.store(), run.id()).plan(), result);
        assertTrue(engine.runs().run(place.store(), Optional.empty(), best, RunOptions.usual(), Progress.NONE).succeeded());
        assertFalse(best.equals(TREE));
    }

    @Test
    void aSearchCanBeStopped() {
        final var wish = new Progress() {
            private long total;
            private long done;

            @Override
            public void begin(final String task, final long steps) {
                total = steps;
                done = 0;
            }

            @Override
            public void worked(final long amount) {
                done += amount;
            }

            @Override
            public boolean isCancelled() {
                // reading the rows has another number of steps
                return total == 3 * 41 && done >= 5;
            }
        };
        final var search = Tuning.Search.usual(40, 3, 11, false);
        assertThrows(CancellationException.class, () -> engine.analyses().tune(Optional.of(place.store()), TREE, search, RunOptions.usual(), wish));
        assertTrue(wish.done < 8);
        assertEquals(AnalysisRunState.CANCELLED,
                engine.runs().tune(place.store(), Optional.empty(), TREE, search, RunOptions.usual(), wish).state());
    }

    @Test
    void whatCannotBeSearchedIsRefusedWithItsCause() {
        final var search = Tuning.Search.usual(2, 3, 1, false);
        final var pca = new Plan(TREE.source(), Map.of(), TREE.filter(), Map.of(Role.FEATURES, List.of("employees")), List.of(), "pca",
                Map.of(), 0);
        assertEquals("analytics.no-search", assertThrows(ProblemException.class, () -> tune(pca, search)).problem().code());
        assertEquals("analytics.search-range", assertThrows(ProblemException.class, () -> tune(TREE, new Tuning.Search(2, 3, 1, false, Optional.empty(),
                List.of(SearchRange.linear("criterion", 0, 1))))).problem().code());
        assertEquals("analytics.search-measure", assertThrows(ProblemException.class, () -> tune(TREE, new Tuning.Search(2, 3, 1, false,
                Optional.of("rmse"), List.of()))).problem().code());
        assertEquals("analytics.folds", assertThrows(ProblemException.class, () -> tune(TREE, Tuning.Search.usual(2, 5_000, 1, false))).problem().code());
    }
}
