// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.ModelQuality;
import org.kontor.analytics.engine.ModelReview;
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
import org.kontor.model.Account;
import org.kontor.model.AnalysisRun;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.CustomerClassification;
import org.kontor.model.ModelRole;
import org.kontor.model.ModelVerdict;
import org.kontor.model.RunPurpose;
import org.kontor.store.History;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.ThrowAwayStore;

final class DeploymentsTest {

    private static final String SCHEME = "risk";

    private final Engine engine = new Engine().withOwnMethods();
    private final ThrowAwayStore place = ThrowAwayStore.open();
    private final Companies companies = new Companies(place);
    private final ModelDeployments deployments = engine.service(ModelDeployments.class);

    @AfterEach
    void end() {
        place.close();
        engine.close();
    }

    private RecordedRun learned(final Plan plan) {
        return companies.learned(engine, plan);
    }

    private static ModelDeployments.Choice choice(final Plan rows, final AnalysisSchedule schedule, final boolean anyway, final String reason) {
        return new ModelDeployments.Choice("Who leaves", rows, schedule, SCHEME, anyway, reason);
    }

    private Deployment deployed(final Plan plan, final Plan rows) {
        return deployments.deploy(place.store(), learned(plan).id(), choice(rows, AnalysisSchedule.NONE, quality(learned(plan)).needsOverride(),
                "for the test"));
    }

    private static String code(final Executable work) {
        return assertThrows(ProblemException.class, work).problem().code();
    }

    private List<CustomerClassification> written(final boolean valid) {
        final var query = Query.of(CustomerClassification.class).where(Filter.equal("scheme", SCHEME));
        return place.store().read(session -> session.list(valid ? query.where(new Filter.Missing("validTo")) : query));
    }

    private ModelQuality quality(final RecordedRun run) {
        return ModelQuality.of(run, engine.runs().result(place.store(), run.id()).result());
    }

    @Test
    void onShuffledLabelsTheModelIsNotUsedUntilSomebodySaysWhy() {
        companies.known(true);
        final var run = learned(Companies.PLAN);
        final var quality = quality(run);
        assertEquals(ModelVerdict.NO_BETTER, quality.verdict(), run.metrics()::toString);
        assertTrue(quality.figures().stream().anyMatch(figure -> figure.text().startsWith("Area under the ROC curve: ")));
        final var refused = assertThrows(ProblemException.class,
                () -> deployments.deploy(place.store(), run.id(), choice(Companies.PLAN, AnalysisSchedule.DAILY, false, "I like it"))).problem();
        assertEquals("analytics.deploy-no-better", refused.code());
        assertTrue(refused.happened().contains("Accuracy: ") && refused.happened().contains("%"), refused.happened());
        assertFalse(refused.meaning().isBlank() || refused.nextStep().isBlank());
        assertEquals("analytics.deploy-reason",
                code(() -> deployments.deploy(place.store(), run.id(), choice(Companies.PLAN, AnalysisSchedule.DAILY, true, " "))));
        assertEquals(List.of(), deployments.all(place.store()));
        final var before = place.store().history().operations(0, 1).getFirst();
        final var used = deployments.deploy(place.store(), run.id(), choice(Companies.PLAN, AnalysisSchedule.DAILY, true, "A trial with two people"));
        final var term = used.champion().orElseThrow();
        assertEquals(ModelVerdict.NO_BETTER, term.verdict());
        assertEquals("A trial with two people", term.reason());
        assertEquals(place.store().info().userName(), term.decidedBy());
        assertTrue(term.figures().contains("Area under the ROC curve"), term.figures());
        place.reopen();
        assertEquals(List.of(used), deployments.all(place.store()));
        final var operation = place.store().history().operations(0, 1).getFirst();
        assertFalse(operation.equals(before));
        place.store().history().undo(operation.id(), History.Mode.ALL_OR_NOTHING, Progress.NONE);
        assertEquals(List.of(), deployments.all(place.store()));
    }

    @Test
    void aModelThatNobodyTestedIsNotUsedEither() {
        companies.known(false);
        final var untested = learned(Companies.PLAN.with(Map.of("validation", "none")));
        assertEquals(ModelVerdict.UNTESTED, quality(untested).verdict());
        assertEquals("analytics.deploy-untested",
                code(() -> deployments.deploy(place.store(), untested.id(), choice(Companies.OPEN, AnalysisSchedule.NONE, false, "why"))));
    }

    @Test
    void recordsAreScoredAsDatedRowsThatAreNeverOverwritten() {
        companies.known(false);
        companies.open(1);
        final var used = deployed(Companies.PLAN, Companies.OPEN);
        assertEquals(ModelVerdict.BETTER, used.champion().orElseThrow().verdict());
        final var version = place.store().read(session -> session.list(Query.of(Account.class)).stream().mapToLong(Account::getVersion).sum());
        final var first = deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE);
        assertEquals(RunPurpose.SCORING, first.run().purpose());
        assertEquals(used.champion().map(Deployment.Term::run), first.run().model());
        assertEquals(Companies.COUNT, first.written().orElseThrow().classified());
        final var scored = written(true);
        assertEquals(Companies.COUNT, scored.size());
        // the score is the probability of staying, and many people go with leaving
        assertTrue(scored.stream().allMatch(row -> row.getScore().signum() >= 0 && row.getScore().compareTo(BigDecimal.ONE) <= 0));
        scored.forEach(row -> {
            final int people = companies.account(row.getAccount().getId()).getEmployees();
            assertTrue(people > 300 || row.getLabel().equals("stays"), () -> people + " " + row.getScore());
            assertTrue(people < 850 || row.getLabel().equals("gone"), () -> people + " " + row.getScore());
        });
        final var result = engine.runs().result(place.store(), first.run().id()).result();
        assertEquals(List.of(), first.run().warnings());
        assertEquals(3, result.table(ModelDeployments.DRIFT).orElseThrow().frame().rows());
        assertTrue(result.metric("drift") < .25 && result.metric("drift-score") < .25, result.metrics()::toString);
        final var reasons = result.table("reasons").orElseThrow().frame();
        assertEquals(50, reasons.rows());
        assertTrue(reasons.column("reason").text(0).startsWith("employees "), reasons.column("reason").text(0));
        final var second = deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE);
        assertEquals(Companies.COUNT, second.written().orElseThrow().closed());
        assertEquals(2 * Companies.COUNT, written(false).size());
        assertEquals(version, place.store().read(session -> session.list(Query.of(Account.class)).stream().mapToLong(Account::getVersion).sum()));
        place.store().history().undo(second.written().orElseThrow().operation(), History.Mode.ALL_OR_NOTHING, Progress.NONE);
        assertEquals(Companies.COUNT, written(false).size());
        assertEquals("analytics.repeat", code(() -> engine.runs().repeat(place.store(), first.run().id(), RunOptions.usual(), Progress.NONE)));
        assertTrue(place.store().verify(Progress.NONE).isEmpty());
    }

    @Test
    void recordsThatChangedSinceTheModelLearnedAreWarnedOf() {
        companies.known(false);
        companies.open(10);
        final var used = deployed(Companies.PLAN, Companies.OPEN);
        final var scored = deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE);
        final var drift = engine.runs().result(place.store(), scored.run().id()).result().table(ModelDeployments.DRIFT).orElseThrow().frame();
        assertEquals("employees", drift.column("column").text(1));
        assertTrue(drift.column("index").number(1) > 1, drift.column("index").text(1));
        assertTrue(drift.column("index").number(2) < .25, drift.column("index").text(2));
        assertTrue(scored.run().warnings().stream().anyMatch(warning -> warning.text().contains("employees")), scored.run().warnings()::toString);
    }

    @Test
    void aScheduleScoresWithoutLearningAgain() {
        companies.known(false);
        companies.open(1);
        final var run = learned(Companies.PLAN);
        final var used = deployments.deploy(place.store(), run.id(), choice(Companies.OPEN, AnalysisSchedule.DAILY, false, ""));
        final var now = new Instant[] {Instant.parse("2026-06-01T12:00:00Z")};
        final var scheduler = new Scheduler(engine.service(StoredRuns.class), engine.service(StoredDeployments.class), () -> now[0]);
        assertEquals(1, scheduler.runDue(place.store(), Progress.NONE));
        assertEquals(0, scheduler.runDue(place.store(), Progress.NONE));
        now[0] = now[0].plusSeconds(86_400);
        assertEquals(1, scheduler.runDue(place.store(), Progress.NONE));
        assertEquals(List.of(RunPurpose.SCORING, RunPurpose.SCORING),
                engine.runs().runs(place.store(), Optional.of(used.id()), 10).stream().map(RecordedRun::purpose).toList());
        assertEquals(2 * Companies.COUNT, written(false).size());
        deployments.end(place.store(), used.id(), "No use");
        now[0] = now[0].plusSeconds(86_400);
        assertEquals(0, scheduler.runDue(place.store(), Progress.NONE));
        assertEquals("analytics.no-champion", code(() -> deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE)));
        assertEquals("No use", deployments.find(place.store(), used.id()).terms().getFirst().endReason());
        assertEquals(Companies.COUNT, written(true).size());
    }

    @Test
    void aChallengerIsJudgedByWhatComesToBeKnownAndPromotedByAPerson() {
        companies.known(false);
        companies.open(1);
        final var used = deployed(Companies.BLIND, Companies.OPEN);
        final var better = learned(Companies.PLAN);
        assertEquals("analytics.no-challenger", code(() -> deployments.compare(place.store(), used.id(), 0, Progress.NONE)));
        assertEquals("analytics.challenger", code(() -> deployments.challenge(place.store(), used.id(), used.champion().orElseThrow().run(), "")));
        final var both = deployments.challenge(place.store(), used.id(), better.id(), "Looks at people");
        assertEquals(better.id(), both.challenger().orElseThrow().run());
        final var scored = deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE);
        assertEquals(Optional.of(better.id()), scored.challenger().orElseThrow().model());
        // in shadow: one row for each record, by the model in use
        assertEquals(Companies.COUNT, written(false).size());
        assertTrue(written(true).stream().allMatch(row -> row.getRun().getId().equals(scored.run().id())));
        assertEquals(0, deployments.compare(place.store(), used.id(), 0, Progress.NONE).records());
        companies.outcome();
        assertEquals(0, deployments.compare(place.store(), used.id(), 30, Progress.NONE).records());
        final var compared = deployments.compare(place.store(), used.id(), 0, Progress.NONE);
        assertEquals(Companies.COUNT, compared.records());
        final var area = compared.measures().getFirst();
        assertEquals("auc", area.name());
        assertTrue(area.better() && area.challenger() > .85 && area.champion() < .65, area::toString);
        assertEquals("analytics.deploy-reason", code(() -> deployments.promote(place.store(), used.id(), 0, false, "", Progress.NONE)));
        final var promoted = deployments.promote(place.store(), used.id(), 0, false, "Surely better", Progress.NONE);
        assertEquals(better.id(), promoted.champion().orElseThrow().run());
        assertEquals(Optional.empty(), promoted.challenger());
        assertTrue(promoted.champion().orElseThrow().figures().contains("surely better"), promoted.champion().orElseThrow().figures());
        assertEquals(3, promoted.terms().size());
        assertEquals(better.plan().roles(), promoted.rows().roles());
        assertEquals(used.rows().filter(), promoted.rows().filter());
        place.store().history().undo(place.store().history().operations(0, 1).getFirst().id(), History.Mode.ALL_OR_NOTHING, Progress.NONE);
        assertEquals(both, deployments.find(place.store(), used.id()));
        assertEquals(Optional.empty(), deployments.dismiss(place.store(), used.id(), "Enough").challenger());
        assertEquals(1, deployments.find(place.store(), used.id()).terms().stream().filter(term -> term.role() == ModelRole.CHALLENGER).count());
    }

    @Test
    void outcomesThatWereKnownWhenRecordsWereScoredJudgeNobody() {
        companies.known(false);
        final var used = deployed(Companies.BLIND, Companies.PLAN);
        deployments.challenge(place.store(), used.id(), learned(Companies.PLAN).id(), "");
        deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE);
        final var compared = deployments.compare(place.store(), used.id(), 0, Progress.NONE);
        assertEquals(0, compared.records());
        assertTrue(compared.summary().getFirst().text().contains("known already"), compared.summary()::toString);
    }

    @Test
    void whatAModelSaidIsComparedWithWhatCameTrue() {
        companies.known(false);
        companies.open(1);
        final var used = deployed(Companies.PLAN, Companies.OPEN);
        deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE);
        assertEquals(0, deployments.review(place.store(), used.id(), 0, Progress.NONE).records());
        companies.outcome();
        assertEquals(0, deployments.review(place.store(), used.id(), ModelDeployments.REVIEW_DAYS, Progress.NONE).records());
        final var review = deployments.review(place.store(), used.id(), 0, Progress.NONE);
        assertEquals(Companies.COUNT, review.records());
        final var area = review.figures().getFirst();
        assertEquals("auc", area.name());
        assertEquals(engine.runs().find(place.store(), used.champion().orElseThrow().run()).metrics().get("auc"), area.expected());
        assertTrue(area.lower() < area.actual() && area.actual() < area.upper() && area.actual() > .85 && !area.worse(), area::toString);
        assertFalse(review.learnAgain(), review.summary()::toString);
        assertTrue(review.summary().stream().anyMatch(line -> line.text().startsWith("The model expected ")), review.summary()::toString);
        assertEquals(review.figures().size(), review.result().table(ModelReview.TABLE).orElseThrow().frame().rows());
    }

    @Test
    void aScheduleFindsOutByItselfThatAModelShouldLearnAgain() {
        companies.known(false);
        companies.open(1);
        final var run = learned(Companies.PLAN);
        final var used = deployments.deploy(place.store(), run.id(), choice(Companies.OPEN, AnalysisSchedule.DAILY, false, ""));
        final var now = new Instant[] {Instant.parse("2026-06-01T12:00:00Z")};
        final var scheduler = new Scheduler(engine.service(StoredRuns.class), engine.service(StoredDeployments.class), () -> now[0]);
        assertEquals(1, scheduler.runDue(place.store(), Progress.NONE));
        final var first = engine.runs().runs(place.store(), Optional.of(used.id()), 1).getFirst();
        final var record = place.store().read(session -> session.find(AnalysisRun.class, first.id()).orElseThrow());
        place.change(record, "startedAt", record.getStartedAt(), record.getStartedAt().minusSeconds((ModelDeployments.REVIEW_DAYS + 1) * 86_400L));
        companies.outcome(true);
        companies.open(1);
        now[0] = now[0].plusSeconds(86_400);
        assertEquals(1, scheduler.runDue(place.store(), Progress.NONE));
        final var second = engine.runs().runs(place.store(), Optional.of(used.id()), 1).getFirst();
        assertTrue(second.changes().orElseThrow().contains("surely less good"), second.changes()::toString);
        assertTrue(second.warnings().getFirst().text().contains("learn again"), second.warnings()::toString);
    }

    @Test
    void whatCannotScoreRecordsIsRefusedWithItsCause() {
        companies.known(false);
        final var nameless = learned(new Plan(Companies.PLAN.source(), Map.of(), Companies.PLAN.filter(), Map.of(Role.TARGET, List.of("industry"),
                Role.FEATURES, List.of("employees")), List.of(), Companies.PLAN.algorithm(), Map.of(), 0));
        assertEquals("analytics.deploy-no-id",
                code(() -> deployments.deploy(place.store(), nameless.id(), choice(Companies.OPEN, AnalysisSchedule.NONE, false, ""))));
        final var run = learned(Companies.PLAN);
        final var file = FilesOfRows.plan("companies.csv", Map.of());
        assertEquals("analytics.deploy-source", code(() -> deployments.deploy(place.store(), run.id(), choice(file, AnalysisSchedule.NONE, false, ""))));
        final var orders = new Plan("orders", Map.of(), List.of(), Map.of(), List.of(), "", Map.of(), 0);
        assertEquals("analytics.no-column", code(() -> deployments.deploy(place.store(), run.id(), choice(orders, AnalysisSchedule.NONE, false, ""))));
        final var rfm = learned(new Plan("table-accounts", Map.of(), List.of(), Map.of(Role.FEATURES, List.of("employees", "annualRevenue")), List.of(),
                "pca", Map.of(), 0));
        final var unlabelled = code(() -> deployments.deploy(place.store(), rfm.id(), choice(Companies.OPEN, AnalysisSchedule.NONE, false, "")));
        assertTrue(List.of("analytics.no-model", "analytics.deploy-no-id").contains(unlabelled), unlabelled);
        assertEquals("analytics.no-deployment", code(() -> deployments.find(place.store(), UUID.randomUUID())));
    }

    @Test
    void theModelOfAGroupingScoresWithoutAnybodySayingWhy() {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        companies.known(false);
        final var run = learned(new Plan("table-accounts", Map.of(), List.of(), Map.of(Role.ID, List.of("id"), Role.FEATURES, List.of("employees")), List.of(),
                ColumnMeans.ID, Map.of(), 0));
        assertEquals(ModelVerdict.NOT_ASKED, quality(run).verdict());
        final var used = deployments.deploy(place.store(), run.id(), choice(run.plan(), AnalysisSchedule.NONE, false, ""));
        assertEquals(Companies.COUNT, deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE).written().orElseThrow().classified());
    }

    @Test
    void aModelOfNumbersWritesItsScoreAlone() {
        companies.known(false);
        final var plan = new Plan("table-accounts", Map.of(), List.of(), Map.of(Role.ID, List.of("id"), Role.TARGET, List.of("annualRevenue"), Role.FEATURES,
                List.of("employees")), List.of(), "linear-regression", Map.of(), 0);
        final var used = deployed(plan, plan);
        deployments.score(place.store(), used.id(), RunOptions.usual(), Progress.NONE);
        assertEquals(Companies.COUNT, written(true).size());
        assertTrue(written(true).stream().allMatch(row -> row.getLabel() == null && row.getScore() != null));
    }
}
