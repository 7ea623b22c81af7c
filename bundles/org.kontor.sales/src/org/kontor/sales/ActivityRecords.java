// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.kontor.customers.StatusList;
import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.Status;
import org.kontor.model.User;
import org.kontor.store.Session;

/** Makes and ends activities within a change set. */
final class ActivityRecords {

    private ActivityRecords() {
    }

    /** An activity that is planned, not added to a writer yet. */
    static Activity planned(final Session session, final Activities.Draft draft, final Optional<UUID> owner) {
        if (draft.subject().isBlank()) {
            throw Messages.problem("sales.activity.subjectMissing");
        }
        final var activity = new Activity();
        activity.setKind(draft.kind());
        activity.setSubject(draft.subject().strip());
        activity.setStatus(status(session, StatusList.of(session, StatusList.activity(draft.kind())).initial().id()));
        activity.setPriority(draft.priority());
        activity.setDueDate(draft.dueDate());
        activity.setStartAt(micros(draft.startAt()));
        activity.setEndAt(micros(draft.endAt()));
        activity.setDirection(draft.direction());
        activity.setOutcome(emptyToNull(draft.outcome()));
        activity.setDescription(emptyToNull(draft.description()));
        owner.ifPresent(user -> activity.setOwner(Catalogue.standard().type(User.class).reference(user)));
        connect(session, activity, draft.about());
        return activity;
    }

    private static void connect(final Session session, final Activity activity, final Activities.About about) {
        about.lead().ifPresent(id -> activity.setLead(StoredStageMove.found(session, Lead.class, id)));
        about.account().ifPresent(id -> activity.setAccount(StoredStageMove.found(session, Account.class, id)));
        about.contact().ifPresent(id -> activity.setContact(StoredStageMove.found(session, Contact.class, id)));
        about.opportunity().ifPresent(id -> activity.setOpportunity(StoredStageMove.found(session, Opportunity.class, id)));
        if (activity.getAccount() == null && activity.getOpportunity() != null) {
            activity.setAccount(activity.getOpportunity().getAccount());
        }
        if (activity.getAccount() == null && activity.getContact() != null) {
            activity.setAccount(activity.getContact().getAccount());
        }
    }

    /** Ends an activity, well or not. */
    static void end(final Session session, final Activity activity, final boolean done, final String outcome, final Clock clock) {
        final var list = StatusList.of(session, StatusList.activity(activity.getKind()));
        activity.setStatus(status(session, (done ? list.successful() : list.unsuccessful()).id()));
        final var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (activity.getStartAt() == null && activity.getKind() != ActivityKind.TASK && done) {
            activity.setStartAt(now);
        }
        if (activity.getEndAt() == null) {
            final boolean inThePast = activity.getStartAt() != null && activity.getStartAt().isBefore(now);
            activity.setEndAt(inThePast && activity.getKind() != ActivityKind.TASK ? activity.getStartAt() : now);
        }
        if (!outcome.isBlank()) {
            activity.setOutcome(outcome);
        }
    }

    private static Status status(final Session session, final UUID id) {
        return StoredStageMove.found(session, Status.class, id);
    }

    private static Instant micros(final Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static String emptyToNull(final String text) {
        return text.isBlank() ? null : text;
    }
}
