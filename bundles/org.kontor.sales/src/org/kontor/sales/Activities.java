// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.value.Period;
import org.kontor.customers.RecordLink;
import org.kontor.model.ActivityKind;
import org.kontor.model.Direction;
import org.kontor.model.Priority;
import org.kontor.store.Commit;
import org.kontor.store.Store;

/**
 * Tasks, calls and meetings: planned, logged, completed and counted. An OSGi service; safe for several threads.
 *
 * @since 0.1
 */
public interface Activities {

    /**
     * What an activity is about; each may be empty. The account of an opportunity or contact is filled in where none is named.
     *
     * @param account     an account
     * @param contact     a contact
     * @param lead        a lead
     * @param opportunity an opportunity
     * @since 0.1
     */
    record About(Optional<UUID> account, Optional<UUID> contact, Optional<UUID> lead, Optional<UUID> opportunity) {

        /** About nobody in particular. */
        public static final About NOTHING = new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * An activity that somebody plans or did.
     *
     * @param kind        task, call or meeting
     * @param subject     one line; not blank
     * @param about       what it is about
     * @param dueDate     the day it is due; null where not known
     * @param startAt     when it starts or started; null where not known
     * @param endAt       when it ends or ended; null where not known
     * @param direction   who called whom; null where that does not apply
     * @param priority    the priority; null where not known
     * @param outcome     what came of it; empty where nothing did yet
     * @param description notes; may be empty
     * @since 0.1
     */
    record Draft(ActivityKind kind, String subject, About about, LocalDate dueDate, Instant startAt, Instant endAt, Direction direction,
            Priority priority, String outcome, String description) {

        /**
         * A task.
         *
         * @param subject what to do
         * @param about   what it is about
         * @param dueDate the day it is due; null where not known
         * @return the draft
         */
        public static Draft task(final String subject, final About about, final LocalDate dueDate) {
            return new Draft(ActivityKind.TASK, subject, about, dueDate, null, null, null, Priority.NORMAL, "", "");
        }

        /**
         * A call that took place.
         *
         * @param subject   what it was about
         * @param about     with whom
         * @param direction who called whom
         * @param startAt   when it started
         * @param outcome   what came of it
         * @return the draft
         */
        public static Draft call(final String subject, final About about, final Direction direction, final Instant startAt,
                final String outcome) {
            return new Draft(ActivityKind.CALL, subject, about, null, startAt, null, direction, Priority.NORMAL, outcome, "");
        }

        /**
         * A meeting.
         *
         * @param subject what it is about
         * @param about   with whom
         * @param startAt when it starts
         * @param endAt   when it ends
         * @return the draft
         */
        public static Draft meeting(final String subject, final About about, final Instant startAt, final Instant endAt) {
            return new Draft(ActivityKind.MEETING, subject, about, null, startAt, endAt, null, Priority.NORMAL, "", "");
        }
    }

    /**
     * What one person did and has to do. A call or meeting counts in the period in which it ended (where that is not known: started), a
     * task in which it was completed.
     *
     * @param person         the person; empty for activities that nobody is responsible for
     * @param calls          calls that took place
     * @param meetings       meetings that took place
     * @param tasks          tasks that were completed
     * @param opportunities  opportunities whose work began
     * @param open           activities not done yet, whatever the period
     * @param overdue        those of them whose due date is past
     * @since 0.1
     */
    record PersonCounts(Optional<RecordLink> person, long calls, long meetings, long tasks, long opportunities, long open, long overdue) {
    }

    /**
     * Plans an activity: it starts in the first status of its kind.
     *
     * @param store the store
     * @param draft the activity
     * @param owner who is responsible; empty for whoever works in the store
     * @return the change set
     * @throws ProblemException where something it is about is gone ({@code sales.record.gone}) or the subject is blank
     *                          ({@code sales.activity.subjectMissing})
     */
    Commit plan(Store store, Draft draft, Optional<UUID> owner);

    /**
     * Logs an activity that took place: it is done at once. Where no end is named, it ended when it started, else now.
     *
     * @param store the store
     * @param draft the activity
     * @param owner who did it; empty for whoever works in the store
     * @param clock tells the time
     * @return the change set
     * @throws ProblemException as {@link #plan}
     */
    Commit log(Store store, Draft draft, Optional<UUID> owner, Clock clock);

    /**
     * Ends an activity.
     *
     * @param store    the store
     * @param activity the activity
     * @param done     whether it took place or was completed, else it was cancelled or not held
     * @param outcome  what came of it; empty to leave what stands there
     * @param clock    tells the time
     * @return the change set
     * @throws ProblemException where it is gone ({@code sales.record.gone})
     */
    Commit complete(Store store, UUID activity, boolean done, String outcome, Clock clock);

    /**
     * Counts activities per person.
     *
     * @param store  the store
     * @param period the period
     * @param zone   the time zone in which its days begin
     * @param today  the day after which a due date is not past
     * @return the counts, persons by name; everybody who has something to count
     */
    List<PersonCounts> counts(Store store, Period period, ZoneId zone, LocalDate today);
}
