// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.Store;

/**
 * Tasks for the records that matter most by their score: one for each, for the owner of the record, with the reasons of the score. Everything that one
 * call plans is one change set and can be taken back. An OSGi service, safe for any thread; calls wait for the database.
 *
 * @since 0.1
 */
public interface FollowUps {

    /** So many records a list has at most. */
    int MOST = 50;
    /** So many days ahead tasks may be due. */
    int MOST_DAYS = 3_650;
    /** In so many days tasks are due unless somebody says otherwise. */
    int USUAL_DAYS = 7;
    /** So long a subject may be. */
    int LONGEST_SUBJECT = 255;

    /**
     * A record of a list.
     *
     * @param id      its identifier, as it stands in the result
     * @param score   its score
     * @param reasons the features that move the score most, as people read them; empty where the model gives none
     */
    record Row(String id, double score, String reasons) {
    }

    /**
     * The records that matter most by a scoring, in the language of the moment.
     *
     * @param run    the run that scored
     * @param model  what people call the model in use; empty where the run is of none
     * @param at     when it scored
     * @param sought the class whose probability the scores are, as people call it; empty where a number is predicted
     * @param rows   the highest score first; of equal scores the record that was scored first
     */
    record Listed(UUID run, Optional<String> model, Instant at, Optional<String> sought, List<Row> rows) {

        public Listed {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What is to be planned.
     *
     * @param subject the subject of every task; not blank
     * @param top     for how many records from the top of the list, 1 to {@link #MOST}
     * @param days    in how many days the tasks are due, 0 to {@link #MOST_DAYS}
     */
    record Choice(String subject, int top, int days) {
    }

    /**
     * Who gets how many.
     *
     * @param owner the owner; empty for tasks that nobody is responsible for
     * @param name  the owner's name; empty where there is none
     * @param tasks how many tasks
     */
    record Share(Optional<UUID> owner, String name, int tasks) {
    }

    /**
     * What was planned, or would be.
     *
     * @param operation takes it back: {@code store.history().undo(operation, ...)}; empty where nothing was written
     * @param tasks     how many tasks
     * @param doubled   for how many records there is none because they have an open task of this subject
     * @param gone      how many rows name no account, contact, lead or opportunity, or one that was deleted
     * @param shares    who gets how many, the most first
     */
    record Planned(Optional<UUID> operation, int tasks, int doubled, int gone, List<Share> shares) {

        public Planned {
            shares = List.copyOf(shares);
        }
    }

    /**
     * What tasks are called unless somebody says otherwise.
     *
     * @return the subject in the language of the moment
     */
    String usualSubject();

    /**
     * Whether a run may have such a list: it scored. Does not wait.
     *
     * @param run any run
     * @return true where {@link #listed} is worth a try
     */
    static boolean possible(final RecordedRun run) {
        return run.succeeded() && run.model().isPresent();
    }

    /**
     * The records that matter most.
     *
     * @param store the open store
     * @param run   a run that scored
     * @return at most {@link #MOST}
     * @throws ProblemException where its result has no order: it scored nothing, or answers one of several classes ({@code analytics.follow-up-list})
     */
    Listed listed(Store store, UUID run);

    /**
     * What {@link #plan} would do now.
     *
     * @param store  the open store
     * @param listed the list
     * @param choice what is to be planned
     * @return the same figures, without an operation
     * @throws ProblemException as for {@link #plan}
     */
    Planned preview(Store store, Listed listed, Choice choice);

    /**
     * Plans one task for each record from the top of a list: about that account, contact, lead or opportunity, for its owner (where it has none, for
     * whoever works in the store), in the first status of tasks, with the score and its reasons in the description. A record about which an open task of
     * the same subject stands already gets no second one.
     *
     * @param store  the open store
     * @param listed the list
     * @param choice what is to be planned
     * @return what was planned
     * @throws ProblemException where the subject is blank or too long ({@code analytics.follow-up-subject}), the number of records
     *                          ({@code analytics.follow-up-top}) or of days ({@code analytics.follow-up-days}) is out of its range, tasks have no
     *                          status to start in ({@code analytics.follow-up-status}), or the store refuses it
     */
    Planned plan(Store store, Listed listed, Choice choice);
}
