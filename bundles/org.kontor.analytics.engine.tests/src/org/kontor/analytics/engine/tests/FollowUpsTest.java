// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.kontor.analytics.engine.FollowUps;
import org.kontor.analytics.engine.FollowUps.Choice;
import org.kontor.analytics.engine.FollowUps.Listed;
import org.kontor.analytics.engine.FollowUps.Share;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.frame.Role;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.AnalysisSchedule;
import org.kontor.model.CustomerClassification;
import org.kontor.model.Opportunity;
import org.kontor.model.RunPurpose;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.model.User;
import org.kontor.store.History;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;

/** From the list of a scoring to tasks for the owners of its records. */
final class FollowUpsTest {

    private static final String SUBJECT = "Retention";

    private final Engine engine = new Engine().withOwnMethods();
    private final ThrowAwayStore place = ThrowAwayStore.open();
    private final Companies companies = new Companies(place);
    private final ModelDeployments deployments = engine.service(ModelDeployments.class);
    private final FollowUps followUps = engine.service(FollowUps.class);

    @AfterEach
    void end() {
        place.close();
        engine.close();
    }

    private RecordedRun learned(final Plan plan) {
        return companies.learned(engine, plan);
    }

    private UUID used(final Plan plan, final Plan rows) {
        return deployments.deploy(place.store(), learned(plan).id(), new ModelDeployments.Choice("Who stays", rows, AnalysisSchedule.NONE, "risk", true,
                "for the test")).id();
    }

    private RecordedRun scored(final Plan plan, final Plan rows) {
        return deployments.score(place.store(), used(plan, rows), RunOptions.usual(), Progress.NONE).run();
    }

    /** The list of companies of which nothing is known yet. */
    private Listed listed() {
        companies.known(false);
        companies.open(1);
        return followUps.listed(place.store(), scored(Companies.PLAN, Companies.OPEN).id());
    }

    private User user(final String name) {
        final var user = new User();
        user.setUserName(name.toLowerCase(Locale.ROOT));
        user.setDisplayName(name);
        user.setActive(true);
        place.add(user);
        return user;
    }

    private void own(final Listed listed, final int from, final int until, final User owner) {
        place.write("Give away", writer -> listed.rows().subList(from, until).forEach(row -> writer.find(Account.class, UUID.fromString(row.id()))
                .orElseThrow().setOwner(writer.find(User.class, owner.getId()).orElseThrow())));
    }

    private long tasks() {
        return place.store().read(session -> session.count(Query.of(Activity.class)));
    }

    private static String code(final Executable work) {
        return assertThrows(ProblemException.class, work).problem().code();
    }

    @Test
    void eachOwnerGetsTasksWithTheReasonsAndOneUndoTakesAllBack() {
        final var works = user("Works");
        place.write("Log in", writer -> writer.find(User.class, works.getId()).orElseThrow().setUserName(place.store().info().userName()));
        place.reopen();
        assertEquals(Optional.of(works.getId()), place.store().info().userId());
        final var listed = listed();
        assertEquals(FollowUps.MOST, listed.rows().size());
        assertEquals(Optional.of("Who stays"), listed.model());
        assertEquals(Optional.of("stays"), listed.sought());
        assertEquals(listed.rows().stream().map(FollowUps.Row::score).sorted(Comparator.reverseOrder()).toList(),
                listed.rows().stream().map(FollowUps.Row::score).toList());
        final var anna = user("Anna");
        final var bela = user("Bela");
        own(listed, 0, 5, anna);
        own(listed, 5, 7, bela);
        final var before = place.store().contentHash(Progress.NONE);
        final var choice = new Choice(" Retention ", 10, 14);
        final var shares = List.of(new Share(Optional.of(anna.getId()), "Anna", 5), new Share(Optional.of(works.getId()), "Works", 3),
                new Share(Optional.of(bela.getId()), "Bela", 2));
        final var preview = followUps.preview(place.store(), listed, choice);
        assertEquals(new FollowUps.Planned(Optional.empty(), 10, 0, 0, shares), preview);
        assertEquals(0, tasks());
        final var planned = followUps.plan(place.store(), listed, choice);
        assertEquals(new FollowUps.Planned(planned.operation(), 10, 0, 0, shares), planned);
        final var operation = place.store().history().operations(0, 1).getFirst();
        assertEquals(planned.operation(), Optional.of(operation.id()));
        assertEquals(List.of(1L, 10L), List.of((long) operation.changeSets(), operation.records()));
        assertEquals(Optional.of(operation.id()), place.store().history().undoable().map(History.Operation::id));
        place.store().read(session -> {
            final var owners = session.list(Query.of(Activity.class)).stream()
                    .collect(Collectors.toMap(task -> task.getAccount().getId().toString(), Activity::getOwner));
            assertEquals(listed.rows().subList(0, 10).stream().map(FollowUps.Row::id).collect(Collectors.toSet()), owners.keySet());
            assertEquals(anna.getId(), owners.get(listed.rows().getFirst().id()).getId());
            assertEquals(works.getId(), owners.get(listed.rows().get(9).id()).getId());
            final var first = session.list(Query.of(Activity.class).where(Filter.equal("account", UUID.fromString(listed.rows().getFirst().id())))).getFirst();
            assertEquals(List.of(ActivityKind.TASK, SUBJECT, "notStarted", LocalDate.now().plusDays(14)),
                    List.of(first.getKind(), first.getSubject(), first.getStatus().getCode(), first.getDueDate()));
            final var words = first.getDescription();
            assertTrue(words.startsWith(String.format(Locale.ROOT, "Probability of “stays”: %.1f%%\n", listed.rows().getFirst().score() * 100)), words);
            assertTrue(words.contains("Employees +") && words.contains("“Who stays”"), words);
            return words;
        });
        place.store().history().undo(operation.id(), History.Mode.ALL_OR_NOTHING, Progress.NONE);
        assertEquals(0, tasks());
        assertEquals(before, place.store().contentHash(Progress.NONE));
    }

    @Test
    void aRecordWithAnOpenTaskOfTheSubjectGetsNoSecondOne() {
        final var listed = listed();
        assertEquals(List.of(new Share(Optional.empty(), "", 5)), followUps.plan(place.store(), listed, new Choice(SUBJECT, 5, 7)).shares(),
                "nobody owns these, and no user of the store works in it");
        final var last = place.store().history().operations(0, 1).getFirst().id();
        assertEquals(new FollowUps.Planned(Optional.empty(), 0, 5, 0, List.of()), followUps.plan(place.store(), listed, new Choice(SUBJECT, 5, 7)));
        assertEquals(last, place.store().history().operations(0, 1).getFirst().id(), "nothing was written");
        final var more = followUps.plan(place.store(), listed, new Choice(SUBJECT, 8, 7));
        assertEquals(List.of(3, 5, 0), List.of(more.tasks(), more.doubled(), more.gone()));
        assertEquals(5, followUps.plan(place.store(), listed, new Choice("Ask how they are", 5, 7)).tasks(), "another subject is another task");
        place.write("Done", writer -> writer.list(Query.of(Activity.class).where(Filter.equal("account", UUID.fromString(listed.rows().get(2).id())))
                .where(Filter.equal("subject", SUBJECT))).forEach(task -> task.setStatus(writer.list(Query.of(Status.class)
                        .where(Filter.equal("recordType", "Activity.TASK")).where(Filter.equal("code", "completed"))).getFirst())));
        final var again = followUps.plan(place.store(), listed, new Choice(SUBJECT, 8, 7));
        assertEquals(List.of(1, 7, 0), List.of(again.tasks(), again.doubled(), again.gone()));
    }

    @Test
    void recordsThatNoLongerExistArePassedOver() {
        final var listed = listed();
        final var gone = UUID.fromString(listed.rows().get(1).id());
        place.write("Merge", writer -> {
            writer.list(Query.of(CustomerClassification.class).where(Filter.equal("account", gone)))
                    .forEach(row -> writer.delete(CustomerClassification.class, row.getId()));
            writer.delete(Account.class, gone);
        });
        final var planned = followUps.plan(place.store(), listed, new Choice(SUBJECT, 4, 0));
        assertEquals(List.of(3, 0, 1), List.of(planned.tasks(), planned.doubled(), planned.gone()));
        assertEquals(3, tasks());
    }

    @Test
    void whatCannotBePlannedIsSaid() {
        companies.known(false);
        companies.open(1);
        assertEquals("analytics.follow-up-list", code(() -> followUps.listed(place.store(), learned(Companies.PLAN).id())));
        place.write("A third class", writer -> writer.list(Query.of(Account.class)).stream().filter(account -> "gone".equals(account.getIndustry()))
                .filter(account -> account.getEmployees() > 800).forEach(account -> account.setIndustry("moved")));
        final var several = scored(Companies.PLAN, Companies.OPEN);
        assertEquals("analytics.follow-up-list", code(() -> followUps.listed(place.store(), several.id())), "of several classes none is looked for");
        final var none = new Listed(several.id(), Optional.empty(), several.startedAt(), Optional.empty(), List.of());
        final var wrong = Map.of("analytics.follow-up-subject", new Choice(" ", 5, 7), "analytics.follow-up-top", new Choice(SUBJECT, 51, 7),
                "analytics.follow-up-days", new Choice(SUBJECT, 5, -1));
        wrong.forEach((code, choice) -> {
            assertEquals(code, code(() -> followUps.plan(place.store(), none, choice)));
            final var problem = assertThrows(ProblemException.class, () -> followUps.preview(place.store(), none, choice)).problem();
            assertFalse(problem.happened().contains("!") || problem.meaning().isBlank() || problem.nextStep().isBlank(), problem::toString);
        });
        final var one = new Listed(several.id(), Optional.empty(), several.startedAt(), Optional.empty(),
                List.of(new FollowUps.Row(place.store().read(session -> session.list(Query.of(Account.class)).getFirst().getId()).toString(), 1, "")));
        place.write("No status", writer -> writer.list(Query.of(Status.class).where(Filter.equal("recordType", "Activity.TASK")))
                .forEach(status -> writer.delete(Status.class, status.getId())));
        assertEquals("analytics.follow-up-status", code(() -> followUps.plan(place.store(), one, new Choice(SUBJECT, 5, 7))));
    }

    @Test
    void predictedAmountsLeadToOpportunitiesTheFirstOfEqualOnesFirst() {
        final var pipeline = Samples.pipeline("Own");
        final var stage = Samples.stage(pipeline, "talking", "In talks", 1, 50);
        final var customer = Samples.account("Acme");
        place.add(pipeline, stage, customer);
        place.add(IntStream.range(0, 60).mapToObj(i -> {
            final var deal = Samples.opportunity("Deal " + i, customer, stage, Integer.toString(1_000 * (1 + i % 6) + i % 7), LocalDate.of(2026, 1, 1));
            deal.setProbability(BigDecimal.valueOf(10L * (1 + i % 6)));
            return deal;
        }).toArray(StoredRecord[]::new));
        final var plan = new Plan("table-opportunities", Map.of(), List.of(), Map.of(Role.ID, List.of("id"), Role.TARGET, List.of("amount"), Role.FEATURES,
                List.of("probability")), List.of(), "linear-regression", Map.of(), 0);
        final var model = used(plan, plan);
        assertEquals("analytics.nothing-to-write", code(() -> deployments.score(place.store(), model, RunOptions.usual(), Progress.NONE)),
                "scores are written to customers, and opportunities are none");
        final var run = engine.runs().runs(place.store(), Optional.of(model), 1).getFirst();
        assertEquals(RunPurpose.SCORING, run.purpose());
        final var listed = followUps.listed(place.store(), run.id());
        assertEquals(Optional.empty(), listed.sought());
        final var scores = engine.runs().result(place.store(), run.id()).result().table(ModelDeployments.SCORES).orElseThrow().frame();
        final var expected = IntStream.range(0, 60).boxed().sorted((one, other) -> Double.compare(scores.column("score").number(other),
                scores.column("score").number(one))).limit(FollowUps.MOST).map(scores.column("id")::text).toList();
        assertEquals(expected, listed.rows().stream().map(FollowUps.Row::id).toList());
        assertEquals(12, followUps.plan(place.store(), listed, new Choice(SUBJECT, 12, 7)).tasks());
        place.store().read(session -> {
            final var all = session.list(Query.of(Activity.class));
            assertEquals(expected.subList(0, 12).stream().sorted().toList(),
                    all.stream().map(task -> task.getOpportunity().getId().toString()).sorted().toList());
            assertTrue(all.stream().allMatch(task -> task.getAccount().getId().equals(customer.getId()) && task.getDescription().startsWith("Predicted: ")));
            return session.count(Query.of(Opportunity.class));
        });
    }
}
