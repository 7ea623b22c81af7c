// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.kontor.analytics.engine.FollowUps;
import org.kontor.analytics.engine.PlanWords;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Analysis;
import org.kontor.model.BusinessRecord;
import org.kontor.model.Contact;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.Priority;
import org.kontor.model.Status;
import org.kontor.model.User;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks as records of a store. Who gets one is decided within the change set, so that two who plan at once make no doubles. */
@Component
public final class StoredFollowUps implements FollowUps {

    private static final List<Class<? extends BusinessRecord>> TYPES = List.of(Account.class, Contact.class, Lead.class, Opportunity.class);

    private final StoredRuns runs;
    private final Sources sources;

    /**
     * @param runs    keeps the results of scorings
     * @param sources know what people call columns
     */
    @Activate
    public StoredFollowUps(@Reference final StoredRuns runs, @Reference final Sources sources) {
        this.runs = runs;
        this.sources = sources;
    }

    /** A record that gets a task. */
    private record Chosen(Row row, BusinessRecord record, Optional<User> owner) {
    }

    private record Decision(List<Chosen> chosen, int doubled, int gone) {

        Planned planned(final Optional<UUID> operation) {
            final Map<Optional<UUID>, Share> shares = new LinkedHashMap<>();
            for (final var each : chosen) {
                shares.merge(each.owner().map(User::getId), new Share(each.owner().map(User::getId), each.owner().map(StoredFollowUps::name).orElse(""), 1),
                        (one, other) -> new Share(one.owner(), one.name(), one.tasks() + other.tasks()));
            }
            return new Planned(operation, chosen.size(), doubled, gone, shares.values().stream()
                    .sorted(Comparator.comparingInt((Share share) -> -share.tasks()).thenComparing(Share::name)).toList());
        }
    }

    private static String name(final User user) {
        return user.getDisplayName() == null || user.getDisplayName().isBlank() ? user.getUserName() : user.getDisplayName();
    }

    @Override
    public String usualSubject() {
        return Messages.TEXTS.get("follow-up.subject");
    }

    @Override
    public Listed listed(final Store store, final UUID run) {
        final var found = runs.find(store, run);
        final var scores = HighestScores.of(runs.result(store, run).result(), PlanWords.of(sources, store, found.plan()))
                .orElseThrow(() -> EngineProblems.of("analytics.follow-up-list").asException());
        final var model = found.analysis().flatMap(id -> store.read(session -> session.find(Analysis.class, id).map(Analysis::getName)));
        return new Listed(run, model, found.startedAt(), scores.sought(), scores.rows());
    }

    @Override
    public Planned preview(final Store store, final Listed listed, final Choice choice) {
        final var checked = checked(choice);
        return store.read(session -> decide(session, store, listed, checked).planned(Optional.empty()));
    }

    @Override
    public Planned plan(final Store store, final Listed listed, final Choice choice) {
        final var checked = checked(choice);
        final var due = LocalDate.ofInstant(runs.now(), ZoneId.systemDefault()).plusDays(checked.days());
        final var intent = Intent.of(Cause.EDIT, Messages.TEXTS.get("intent.follow-up", checked.subject()));
        final var planned = new AtomicReference<Planned>();
        store.write(intent, writer -> {
            final var decision = decide(writer, store, listed, checked);
            final var status = decision.chosen().isEmpty() ? null : initial(writer);
            for (final var each : decision.chosen()) {
                final var task = task(each);
                task.setSubject(checked.subject());
                task.setStatus(status);
                task.setDueDate(due);
                task.setDescription(description(listed, each.row()));
                writer.add(task);
            }
            planned.set(decision.planned(Optional.of(intent.operation()).filter(operation -> !decision.chosen().isEmpty())));
        });
        return planned.get();
    }

    private static Choice checked(final Choice choice) {
        final var subject = choice.subject().strip();
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw EngineProblems.of("analytics.follow-up-subject", LONGEST_SUBJECT).asException();
        }
        if (choice.top() < 1 || choice.top() > MOST) {
            throw EngineProblems.of("analytics.follow-up-top", choice.top(), MOST).asException();
        }
        if (choice.days() < 0 || choice.days() > MOST_DAYS) {
            throw EngineProblems.of("analytics.follow-up-days", choice.days(), MOST_DAYS).asException();
        }
        return new Choice(subject, choice.top(), choice.days());
    }

    private static Decision decide(final Session session, final Store store, final Listed listed, final Choice choice) {
        final var rows = listed.rows().subList(0, Math.min(choice.top(), listed.rows().size()));
        final var records = records(session, rows.stream().flatMap(row -> WriteBack.uuid(row.id()).stream()).toList());
        final var worker = store.info().userId().flatMap(id -> session.find(User.class, id));
        final var busy = busy(session, choice.subject());
        final var chosen = new ArrayList<Chosen>();
        int doubled = 0;
        int gone = 0;
        for (final var row : rows) {
            final var record = WriteBack.uuid(row.id()).map(records::get);
            if (record.isEmpty()) {
                gone++;
            } else if (busy.add(record.get().getId())) {
                chosen.add(new Chosen(row, record.get(), Optional.ofNullable(record.get().getOwner()).or(() -> worker)));
            } else {
                doubled++;
            }
        }
        return new Decision(chosen, doubled, gone);
    }

    private static Map<UUID, BusinessRecord> records(final Session session, final List<UUID> ids) {
        final Map<UUID, BusinessRecord> found = new HashMap<>();
        for (final var type : TYPES) {
            final var wanted = ids.stream().filter(id -> !found.containsKey(id)).toList();
            if (!wanted.isEmpty()) {
                session.list(Query.of(type).where(new Filter.In("id", wanted))).forEach(record -> found.put(record.getId(), record));
            }
        }
        return found;
    }

    /** What open tasks of a subject are about. */
    private static Set<UUID> busy(final Session session, final String subject) {
        final var open = Query.of(Activity.class).where(Filter.equal("kind", ActivityKind.TASK)).where(Filter.equal("subject", subject))
                .where(Filter.equal("status.closed", false));
        final var busy = new HashSet<UUID>();
        session.each(open, List.of("account", "contact", "lead", "opportunity"), row -> {
            Stream.of(row).filter(UUID.class::isInstance).map(UUID.class::cast).forEach(busy::add);
            return true;
        });
        return busy;
    }

    private static Status initial(final Session session) {
        final var all = session.list(Query.of(Status.class).where(Filter.equal("recordType", "Activity." + ActivityKind.TASK.name()))
                .orderBy("position", true));
        return all.stream().filter(Status::isInitial).findFirst().or(() -> all.stream().filter(status -> !status.isClosed()).findFirst())
                .orElseThrow(() -> EngineProblems.of("analytics.follow-up-status").asException());
    }

    private static Activity task(final Chosen chosen) {
        final var task = new Activity();
        task.setKind(ActivityKind.TASK);
        task.setPriority(Priority.NORMAL);
        chosen.owner().ifPresent(task::setOwner);
        switch (chosen.record()) {
            case final Account account -> task.setAccount(account);
            case final Contact contact -> {
                task.setContact(contact);
                task.setAccount(contact.getAccount());
            }
            case final Opportunity opportunity -> {
                task.setOpportunity(opportunity);
                task.setAccount(opportunity.getAccount());
            }
            case final Lead lead -> task.setLead(lead);
            default -> throw new IllegalStateException(chosen.record().getClass().getName());
        }
        return task;
    }

    private static String description(final Listed listed, final Row row) {
        final var lines = new ArrayList<String>();
        lines.add(listed.sought().map(sought -> Messages.TEXTS.get("follow-up.probability", sought, row.score()))
                .orElseGet(() -> Messages.TEXTS.get("follow-up.number", row.score())));
        if (!row.reasons().isEmpty()) {
            lines.add(Messages.TEXTS.get("follow-up.reasons", row.reasons()));
        }
        final var day = day(listed.at());
        lines.add(listed.model().map(model -> Messages.TEXTS.get("follow-up.model", model, day)).orElseGet(() -> Messages.TEXTS.get("follow-up.run", day)));
        return String.join("\n", lines);
    }

    private static String day(final Instant moment) {
        return LocalDate.ofInstant(moment, ZoneId.systemDefault()).toString();
    }
}
