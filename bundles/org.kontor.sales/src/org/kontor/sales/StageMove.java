// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.model.Opportunity;
import org.kontor.store.Commit;
import org.kontor.store.Store;
import org.kontor.store.Writer;

/**
 * Moves opportunities from stage to stage by the rules of the pipeline. An OSGi service; safe for several threads.
 * <p>
 * A move sets probability, forecast category and the time of entry, writes the stage history, and checks the fields that the new stage
 * requires. Deciding a deal sets a close date that is missing or in the future to today, and the base amount to the rate of the close date.
 * A deal that is no longer lost loses its loss reason.
 *
 * @since 0.1
 */
public interface StageMove {

    /**
     * What is to be done.
     *
     * @param opportunity the opportunity
     * @param stage       the stage it shall enter
     * @param expected    the stage it was seen in; empty to move it from wherever it is
     * @param values      further fields to set in the same step, by name, such as a close date that was asked for; values of the fields'
     *                    Java types, an identifier for a reference
     * @since 0.1
     */
    record Request(UUID opportunity, UUID stage, Optional<UUID> expected, Map<String, Object> values) {

        public Request {
            values = Map.copyOf(values);
        }

        /**
         * A move without further values.
         *
         * @param opportunity the opportunity
         * @param stage       the stage it shall enter
         * @return the request
         */
        public static Request of(final UUID opportunity, final UUID stage) {
            return new Request(opportunity, stage, Optional.empty(), Map.of());
        }
    }

    /**
     * Whether a move is possible.
     *
     * @param from    the stage it is in
     * @param to      the stage it shall enter
     * @param missing fields that must be filled first; empty where the move is possible
     * @since 0.1
     */
    record Check(StageValue from, StageValue to, List<MissingField> missing) {

        public Check {
            missing = List.copyOf(missing);
        }

        /** @return whether the move is possible */
        public boolean allowed() {
            return missing.isEmpty();
        }
    }

    /**
     * Looks whether a move is possible, without doing it.
     *
     * @param store   the store
     * @param request what is to be done
     * @param clock   tells what today is
     * @return what is missing
     * @throws ProblemException where opportunity or stage is gone
     */
    Check check(Store store, Request request, Clock clock);

    /**
     * Moves an opportunity, as one change set. Where it is in the stage already nothing but the values is written.
     *
     * @param store   the store
     * @param request what is to be done
     * @param clock   tells the time of entry and what today is
     * @return the change set; its operation can be undone
     * @throws ProblemException where fields are missing ({@code sales.stage.fieldsMissing}, naming them), it is in another stage than
     *                          expected ({@code sales.stage.moved}), or opportunity or stage is gone ({@code sales.record.gone})
     */
    Commit move(Store store, Request request, Clock clock);

    /**
     * Moves an opportunity as a part of a write that is more than the move, such as the saving of a form.
     *
     * @param writer  what to write with; what it changed of the opportunity so far counts as filled
     * @param request what is to be done
     * @param user    who does it; empty where not known
     * @param clock   tells the time of entry and what today is
     * @throws ProblemException as the other {@code move}
     */
    void move(Writer writer, Request request, Optional<UUID> user, Clock clock);

    /**
     * Gives a new opportunity what its stage says: a stage (the first one where it has none), probability and forecast category where it
     * has none, the time of entry, the day the work began, the base amount, and the beginning of its stage history.
     *
     * @param writer      what to write with
     * @param opportunity the opportunity, added to the writer or about to be
     * @param user        who does it; empty where not known
     * @param clock       tells the time of entry and what today is
     * @throws ProblemException where its stage requires fields that are empty ({@code sales.stage.fieldsMissingNew}), or it has no stage
     *                          and there is no pipeline ({@code sales.pipeline.missing})
     */
    void begin(Writer writer, Opportunity opportunity, Optional<UUID> user, Clock clock);
}
