// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kontor.analytics.Family;
import org.kontor.analytics.engine.AnalysisJson;
import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Evaluation;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.Step;
import org.kontor.analytics.engine.tests.methods.ColumnMeans;
import org.kontor.analytics.engine.tests.methods.Misbehaving;
import org.kontor.analytics.engine.tests.methods.NearestNeighbour;
import org.kontor.analytics.engine.tests.methods.Repetition;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Warning;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

final class AnalysesTest {

    private static final Map<Role, List<String>> ROLES = Map.of(Role.FEATURES, List.of("x", "y"), Role.ID, List.of("id"));

    @TempDir
    Path folder;
    private final Engine engine = new Engine();

    @AfterEach
    void withdraw() {
        engine.close();
    }

    private Plan plan(final String text, final Map<Role, List<String>> roles) throws IOException {
        final var file = Files.createTempFile(folder, "rows", ".csv");
        Files.writeString(file, text);
        return FilesOfRows.plan(file.toString(), roles);
    }

    private static String code(final Runnable work) {
        final var refused = assertThrows(ProblemException.class, work::run);
        assertFalse(refused.problem().sentence().contains("!problem"), refused.problem().sentence());
        return refused.problem().code();
    }

    private void run(final Plan plan) {
        engine.analyses().run(Optional.empty(), plan, RunOptions.usual(), Progress.NONE);
    }

    @Test
    void aRunSaysWhoDidWhatWithWhichRowsAndIsTheSameOnAnyNumberOfThreads() throws IOException {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        final var plan = plan("id,x,y\na,1,10\nb,2,20\nc,6,60\n", ROLES);
        final var one = engine.analyses().run(Optional.empty(), plan, RunOptions.usual().on(1), Progress.NONE);
        final var seven = engine.analyses().run(Optional.empty(), plan, RunOptions.usual().on(7), Progress.NONE);
        assertEquals(3, one.result().metric("mean-0"));
        assertEquals(30, one.result().metric("mean-1"));
        assertEquals("org.kontor.analytics.engine.tests", one.provider().bundle());
        assertEquals(Map.of("scale", "1"), one.parameters());
        assertEquals(3, one.rows());
        assertEquals(List.of("x", "y", "id"), one.columns());
        assertEquals(one.fingerprint(), seven.fingerprint());
        assertEquals(AnalysisJson.fingerprint(one.result()), AnalysisJson.fingerprint(seven.result()));
    }

    @Test
    void forecastsAreEvaluatedByTheirOwnTestsInThePast() throws IOException {
        engine.provide(new Repetition(Family.FORECAST), Repetition.ID, "1.0.0", 0);
        final var rows = plan("id,x,y\na,1,10\nb,2,20\nc,6,60\nd,7,70\n", ROLES);
        final var plan = new Plan(rows.source(), rows.sourceOptions(), List.of(), Map.of(Role.VALUE, List.of("x")), List.of(), Repetition.ID, Map.of(), 0);
        final var evaluation = engine.analyses().evaluate(Optional.empty(), plan, new Evaluation.Folds(2), RunOptions.usual(), Progress.NONE);
        assertEquals(Map.of("mae", 2.5), evaluation.metrics());
        assertEquals("2", evaluation.parameters().get("origins"));
        assertEquals(4, evaluation.rows());
    }

    @Test
    void forecastsAreComparedWithLaterRowsAsFarAsTheyGo() throws IOException {
        engine.provide(new Repetition(Family.FORECAST), Repetition.ID, "1.0.0", 0);
        final var rows = plan("t,x\n1,10\n2,20\n3,60\n", ROLES);
        final var plan = new Plan(rows.source(), rows.sourceOptions(), List.of(), Map.of(Role.TIME, List.of("t"), Role.VALUE, List.of("x")), List.of(),
                Repetition.ID, Map.of(), 0);
        // two rows of one time are one value; what lies before the forecast has none
        final var later = plan("t,x\n2,1000\n4,30\n4,33\n40,56\n", Map.of());
        final var evaluation = engine.analyses().evaluate(Optional.empty(), plan, new Evaluation.Other("csv", later.sourceOptions()), RunOptions.usual(),
                Progress.NONE);
        assertEquals(3.5, evaluation.metrics().get("mae"), 1e-12);
        assertEquals(.5, evaluation.metrics().get("bias"), 1e-12);
        assertEquals("48", evaluation.parameters().get("horizon"));
        assertEquals(List.of("analytics.unanswered"), evaluation.warnings().stream().map(Warning::code).toList());
        final var before = plan("t,x\n1,10\n", Map.of());
        assertEquals("analytics.nothing-later", code(() -> engine.analyses().evaluate(Optional.empty(), plan,
                new Evaluation.Other("csv", before.sourceOptions()), RunOptions.usual(), Progress.NONE)));
    }

    @Test
    void whatPredictsNothingRunsWithoutOneFoldAtATime() throws IOException {
        engine.provide(new Repetition(Family.STATISTICS), Repetition.ID, "1.0.0", 0);
        final var rows = plan("x\n10\n20\n60\n", ROLES);
        final var plan = new Plan(rows.source(), rows.sourceOptions(), List.of(), Map.of(Role.VALUE, List.of("x")), List.of(), Repetition.ID,
                Map.of("origins", "1"), 0);
        final var evaluation = engine.analyses().evaluate(Optional.empty(), plan, new Evaluation.Folds(3), RunOptions.usual(), Progress.NONE);
        // without one of the rows each: 40, 50 and 10
        assertEquals(100 / 3.0, evaluation.metrics().get("mae"), 1e-12);
        assertEquals(Math.sqrt(1300 / 3.0), evaluation.metrics().get("mae-deviation"), 1e-12);
        assertEquals(2, evaluation.metrics().get("rows"));
        assertEquals(3, evaluation.folds().size());
        assertEquals(List.of("analytics.repeated"), evaluation.warnings().stream().map(Warning::code).toList());
        final var other = plan("x\n1\n4\n", Map.of());
        final var elsewhere = engine.analyses().evaluate(Optional.empty(), plan, new Evaluation.Other("csv", other.sourceOptions()), RunOptions.usual(),
                Progress.NONE);
        assertEquals(Map.of("rows", 2.0, "mae", 3.0), elsewhere.metrics());
    }

    @Test
    void filtersAndPreparationDecideWhichRowsAreUsed() throws IOException {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        final var all = plan("id,x,y,kind\na,1,10,p\nb,,20,p\nc,6,60,p\nd,9,90,q\n", ROLES);
        final var plan = new Plan(all.source(), all.sourceOptions(), List.of(Condition.parse("kind=p")), ROLES,
                List.of(new Step.DropMissing(List.of()), new Step.Standardize(List.of("x"), 0)), all.algorithm(), Map.of(), 0);
        final var completed = engine.analyses().run(Optional.empty(), plan, RunOptions.usual(), Progress.NONE);
        assertEquals(3, completed.rows());
        assertEquals(2, completed.data().rows());
        assertEquals(1, completed.data().frame().column("x").number(1));
        assertEquals(List.of("analytics.rows-dropped"), completed.warnings().stream().map(warning -> warning.code()).toList());
        assertEquals(1, completed.report().columns().getFirst().missing());
    }

    @ParameterizedTest
    @CsvSource({"'id,x,y\n', analytics.no-rows", "'id,x,y\na,1,1\nb,1,2\n', analytics.constant", "'id,x,y\na,1,\nb,2,\n', analytics.column-empty",
        "'id,x,y\na,1,1\nb,2,\n', analytics.missing", "'id,x,y\na,1,one\nb,2,two\n', analytics.wrong-type",
        "'id,x,y\na,1,1\nb,2,inf\nc,3,2\n', analytics.nearly-numbers",
        "'id,x\na,1\nb,2\n', analytics.no-column", "'id,x,\"y\na,1,1\n', analytics.quote"})
    void dataThatNoMethodCanTakeIsRefusedWithItsCause(final String text, final String expected) throws IOException {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        final var plan = plan(text, ROLES);
        assertEquals(expected, code(() -> run(plan)));
    }

    /** Ages, amounts and answers say something each by itself: that all customers came on one day, or that all are content, is no reason to refuse. */
    @Test
    void whatIsMeasuredMayBeTheSameEverywhere() throws IOException {
        final var bought = plan("id,x,y,z\na,2,30.5,38\nb,1,1.5,38\nc,0,0,38\nd,4,20,38\n", ROLES);
        final var value = new Plan(bought.source(), bought.sourceOptions(), List.of(), Map.of(Role.FEATURES, List.of("x", "y", "z"), Role.ID, List.of("id")),
                List.of(), "bg-nbd", Map.of(), 0);
        assertEquals(4, engine.analyses().run(Optional.empty(), value, RunOptions.usual(), Progress.NONE).result().metric("customers"));
        final var answers = plan("id,x,y\na,80,50\nb,80,70\n", ROLES);
        final var index = new Plan(answers.source(), answers.sourceOptions(), List.of(), ROLES, List.of(), "satisfaction-index", Map.of(), 0);
        assertEquals(70, engine.analyses().run(Optional.empty(), index, RunOptions.usual(), Progress.NONE).result().metric("index"), 1e-12);
    }

    @Test
    void wrongParametersAreRefused() throws IOException {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        final var plan = plan("id,x,y\na,1,1\nb,2,2\n", ROLES);
        for (final var wrong : Map.of("size", "1", "scale", "-1").entrySet()) {
            final var with = new Plan(plan.source(), plan.sourceOptions(), List.of(), ROLES, List.of(), ColumnMeans.ID, Map.of(wrong.getKey(), wrong.getValue()), 0);
            assertEquals(wrong.getKey().equals("size") ? "analytics.no-parameter" : "analytics.parameter-range", code(() -> run(with)));
        }
    }

    @ParameterizedTest
    @CsvSource({"THROWS, analytics.provider-fails", "OVERFLOWS, analytics.provider-fails", "ANSWERS_NULL, analytics.provider-nonsense",
        "INVENTS_ROWS, analytics.provider-nonsense", "LEAVES_OUT_LABELS, analytics.provider-nonsense", "WANTS_TOO_MUCH, analytics.memory"})
    void aProviderThatFailsCostsItsRunAndNothingElse(final Misbehaving.Fault fault, final String expected) throws IOException {
        engine.provide(new Misbehaving(fault), ColumnMeans.ID, "1.0.0", 0);
        final var plan = plan("id,x,y\na,1,1\nb,2,2\n", ROLES);
        assertEquals(expected, code(() -> run(plan)));
    }

    @Test
    void aProviderThatHearsOfNoWishToStopIsGivenUp() throws Exception {
        final var hanging = new Misbehaving(Misbehaving.Fault.HANGS);
        engine.provide(hanging, ColumnMeans.ID, "1.0.0", 0);
        final var plan = plan("id,x,y\na,1,1\nb,2,2\n", ROLES);
        final var options = new RunOptions(1, Optional.empty(), 0, Duration.ofMillis(50));
        final var wish = new Wish();
        final var stopper = Thread.ofPlatform().start(() -> {
            try {
                hanging.awaitStart();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            wish.cancelled = true;
        });
        assertEquals("analytics.provider-hangs", code(() -> engine.analyses().run(Optional.empty(), plan, options, wish)));
        stopper.join();
        wish.cancelled = true;
        assertThrows(CancellationException.class, () -> engine.analyses().run(Optional.empty(), plan, options, wish));
    }

    private static final class Wish implements Progress {

        private volatile boolean cancelled;

        @Override
        public void begin(final String task, final long total) {
            // nobody looks
        }

        @Override
        public void worked(final long amount) {
            // nobody looks
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    @Test
    void rolesAreProposedOnlyWhereThereIsNoDoubt() throws IOException {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        final var plan = plan("customer_id,age,joined,city\n007,3,1997-01-01,Rome\n008,4,1997-01-02,Oslo\n", Map.of());
        final var source = engine.sources().source("csv");
        final var columns = source.columns(new SourceInput(Optional.empty(), plan.sourceOptions()));
        final var proposed = engine.analyses().propose(engine.algorithms().method(ColumnMeans.ID).active(), columns, plan);
        assertEquals(Map.of(Role.ID, List.of("customer_id"), Role.FEATURES, List.of("age")), proposed.roles());
    }

    private Plan points(final Family family) throws IOException {
        engine.provide(new NearestNeighbour(family), NearestNeighbour.ID, "1.0.0", 0);
        // two clouds that lie apart; the target follows x, in classes or as a number
        final var rows = IntStream.range(0, 40).mapToObj(i -> i + "," + (i % 2 == 0 ? i * 0.01 : 10 + i * 0.01) + ',' + (i % 3) + ','
                + (family == Family.CLASSIFICATION ? i % 2 == 0 ? "no" : "yes" : Integer.toString(i % 2 * 100))).collect(Collectors.joining("\n"));
        final var plan = plan("id,x,z,t\n" + rows + '\n', Map.of(Role.FEATURES, List.of("x"), Role.TARGET, List.of("t")));
        return new Plan(plan.source(), plan.sourceOptions(), List.of(), plan.roles(), List.of(new Step.Standardize(List.of(), 0)), NearestNeighbour.ID,
                Map.of(), 7);
    }

    @Test
    void aLearnerOfClassesIsEvaluatedOnRowsThatItDidNotLearnFrom() throws IOException {
        final var plan = points(Family.CLASSIFICATION);
        final var evaluation = engine.analyses().evaluate(Optional.empty(), plan, new Evaluation.Folds(5), RunOptions.usual(), Progress.NONE);
        assertEquals(5, evaluation.folds().size());
        assertEquals(1, evaluation.metrics().get("accuracy"));
        assertEquals(1, evaluation.metrics().get("auc"));
        assertEquals(0, evaluation.metrics().get("brier"));
        assertEquals(1, evaluation.metrics().get("f1"));
        assertEquals(40, evaluation.rows());
        final var again = engine.analyses().evaluate(Optional.empty(), plan, new Evaluation.Folds(5), RunOptions.usual(), Progress.NONE);
        assertEquals(evaluation.folds(), again.folds());
    }

    @Test
    void aLearnerOfNumbersIsEvaluatedOnAnotherFile() throws IOException {
        final var plan = points(Family.REGRESSION);
        final var test = plan("id,x,z,t\n1,0.05,0,10\n2,10.05,0,100\n", Map.of());
        final var evaluation = engine.analyses().evaluate(Optional.empty(), plan, new Evaluation.Other("csv", test.sourceOptions()), RunOptions.usual(),
                Progress.NONE);
        // answers are 0 and 100: one error of 10 in two rows
        assertEquals(Math.sqrt(50), evaluation.metrics().get("rmse"), 1e-12);
        assertEquals(5, evaluation.metrics().get("mae"), 1e-12);
    }

    @Test
    void groupsAreEvaluatedByHowStableTheyAre() throws IOException {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        final var rows = IntStream.range(0, 30).mapToObj(i -> i + "," + (i % 2 == 0 ? 0 : 10) + ',' + i).collect(Collectors.joining("\n"));
        final var evaluation = engine.analyses().evaluate(Optional.empty(), plan("id,x,y\n" + rows + '\n', ROLES), new Evaluation.Folds(3),
                RunOptions.usual(), Progress.NONE);
        assertEquals(1, evaluation.metrics().get("stability"));
        assertTrue(evaluation.metrics().get("holdout-inertia") > 0);
    }

    @Test
    void tooManyFoldsAreRefused() throws IOException {
        final var plan = points(Family.CLASSIFICATION);
        assertEquals("analytics.folds",
                code(() -> engine.analyses().evaluate(Optional.empty(), plan, new Evaluation.Folds(41), RunOptions.usual(), Progress.NONE)));
    }
}
