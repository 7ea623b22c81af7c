// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.Commit;
import org.kontor.store.Store;

/**
 * What to do next with an opportunity, stage by stage. A step that somebody takes up is a task of the opportunity; the step is done when
 * such a task is. Texts that came with the product show in the person's language; texts that somebody wrote show as they are. An OSGi
 * service; safe for several threads.
 *
 * @since 0.1
 */
public interface StageGuidance {

    /** How far a step is. */
    enum State {
        /** Nobody took it up. */
        TO_DO,
        /** There is a task for it. */
        STARTED,
        /** Its task ended well. */
        DONE
    }

    /**
     * A step of the checklist.
     *
     * @param text  what to do
     * @param state how far it is
     * @param task  its task; empty where nobody took it up
     * @since 0.1
     */
    record Step(String text, State state, Optional<UUID> task) {
    }

    /**
     * The guidance of one opportunity.
     *
     * @param stage        the stage it is in
     * @param next         the stage it moves to when all goes well; empty where it is decided
     * @param steps        what to do in this stage
     * @param exitCriteria what must be true before it moves on
     * @param missing      fields that the next stage requires and that are not filled
     * @since 0.1
     */
    record Guidance(StageValue stage, Optional<StageValue> next, List<Step> steps, List<String> exitCriteria, List<MissingField> missing) {
        public Guidance {
            steps = List.copyOf(steps);
            exitCriteria = List.copyOf(exitCriteria);
            missing = List.copyOf(missing);
        }
    }

    /**
     * @param store       the store
     * @param opportunity the opportunity
     * @return its guidance
     * @throws ProblemException where it is gone ({@code sales.record.gone})
     */
    Guidance guidance(Store store, UUID opportunity);

    /**
     * Makes a task of a step, or marks its task, and with it the step, as done.
     *
     * @param store       the store
     * @param opportunity the opportunity
     * @param step        the step's text
     * @param done        whether it is done, else only taken up
     * @param clock       tells the time
     * @return the change set
     * @throws ProblemException where the opportunity is gone
     */
    Commit take(Store store, UUID opportunity, String step, boolean done, Clock clock);
}
