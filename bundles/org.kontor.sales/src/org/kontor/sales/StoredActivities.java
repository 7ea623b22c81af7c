// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.osgi.service.component.annotations.Component;

import org.kontor.core.value.Period;
import org.kontor.customers.RecordLink;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Opportunity;
import org.kontor.model.User;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Aggregate;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Filter.Comparison;
import org.kontor.store.query.Query;

/** Writes activities as change sets and counts them by the database. */
@Component
public final class StoredActivities implements Activities {

    /** Used by the service registry. */
    public StoredActivities() {
        // nothing to keep
    }

    @Override
    public Commit plan(final Store store, final Draft draft, final Optional<UUID> owner) {
        return store.write(Intent.of(Cause.EDIT, Messages.get("intent.plan", draft.subject())),
                writer -> writer.add(ActivityRecords.planned(writer, draft, owner.or(store.info()::userId))));
    }

    @Override
    public Commit log(final Store store, final Draft draft, final Optional<UUID> owner, final Clock clock) {
        return store.write(Intent.of(Cause.EDIT, Messages.get("intent.log", draft.subject())), writer -> {
            final var activity = ActivityRecords.planned(writer, draft, owner.or(store.info()::userId));
            ActivityRecords.end(writer, activity, true, draft.outcome(), clock);
            writer.add(activity);
        });
    }

    @Override
    public Commit complete(final Store store, final UUID activity, final boolean done, final String outcome, final Clock clock) {
        final var subject = store.read(session -> StoredStageMove.found(session, Activity.class, activity).getSubject());
        return store.write(Intent.of(Cause.EDIT, Messages.get(done ? "intent.complete" : "intent.cancel", subject)),
                writer -> ActivityRecords.end(writer, StoredStageMove.found(writer, Activity.class, activity), done, outcome, clock));
    }

    @Override
    public List<PersonCounts> counts(final Store store, final Period period, final ZoneId zone, final LocalDate today) {
        return store.read(session -> counts(session, period, zone, today));
    }

    /** What one person has, while it is being counted. */
    private static final class Tally {
        private final Map<ActivityKind, Long> done = new HashMap<>();
        private long opportunities;
        private long open;
        private long overdue;
    }

    static List<PersonCounts> counts(final Session session, final Period period, final ZoneId zone, final LocalDate today) {
        final var tallies = new HashMap<UUID, Tally>();
        final var from = period.from().atStartOfDay(zone).toInstant();
        final var until = period.until().atStartOfDay(zone).toInstant();
        final var done = Query.of(Activity.class).where(Filter.equal("status.successful", true))
                .where(new Filter.Or(List.of(within("endAt", from, until), new Filter.And(List.of(new Filter.Missing("endAt"),
                within("startAt", from, until))))));
        session.groups(done, List.of("owner", "kind"), List.of(Aggregate.COUNT))
                .forEach(row -> of(tallies, row[0]).done.put((ActivityKind) row[1], (Long) row[2]));
        final var open = Query.of(Activity.class).where(Filter.equal("status.closed", false));
        session.groups(open, List.of("owner"), List.of(Aggregate.COUNT)).forEach(row -> of(tallies, row[0]).open = (Long) row[1]);
        session.groups(open.where(new Filter.Compare("dueDate", Comparison.LESS, today)), List.of("owner"), List.of(Aggregate.COUNT))
                .forEach(row -> of(tallies, row[0]).overdue = (Long) row[1]);
        final var begun = Query.of(Opportunity.class).where(new Filter.Compare("openDate", Comparison.AT_LEAST, period.from()))
                .where(new Filter.Compare("openDate", Comparison.LESS, period.until()));
        session.groups(begun, List.of("owner"), List.of(Aggregate.COUNT)).forEach(row -> of(tallies, row[0]).opportunities = (Long) row[1]);
        final var names = new HashMap<UUID, String>();
        session.rows(Query.of(User.class), List.of("id", "displayName")).forEach(row -> names.put((UUID) row[0], (String) row[1]));
        return tallies.entrySet().stream().map(entry -> {
            final var person = Optional.ofNullable(entry.getKey()).map(id -> new RecordLink(User.class, id, names.getOrDefault(id, "")));
            final var tally = entry.getValue();
            return new PersonCounts(person, tally.done.getOrDefault(ActivityKind.CALL, 0L),
                    tally.done.getOrDefault(ActivityKind.MEETING, 0L), tally.done.getOrDefault(ActivityKind.TASK, 0L), tally.opportunities,
                    tally.open, tally.overdue);
        }).sorted(Comparator.comparing((PersonCounts counts) -> counts.person().isEmpty())
                .thenComparing(counts -> counts.person().map(RecordLink::title).orElse(""))).toList();
    }

    private static Tally of(final Map<UUID, Tally> tallies, final Object owner) {
        return tallies.computeIfAbsent((UUID) owner, id -> new Tally());
    }

    private static Filter within(final String path, final Instant from, final Instant until) {
        return new Filter.And(List.of(new Filter.Compare(path, Comparison.AT_LEAST, from),
                new Filter.Compare(path, Comparison.LESS, until)));
    }
}
