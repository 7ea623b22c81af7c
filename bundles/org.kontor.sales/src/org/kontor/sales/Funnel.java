// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.kontor.core.value.Period;
import org.kontor.customers.RecordLink;
import org.kontor.model.Opportunity;
import org.kontor.store.Store;
import org.kontor.store.query.Query;

/**
 * How many opportunities get how far. An OSGi service; safe for several threads.
 * <p>
 * An opportunity <em>reached</em> a stage where it is in it, in a later one, or won, or where its stage history says that it once was in it
 * or in a later one. So a stage that was skipped counts as reached, going back takes nothing away, and no conversion exceeds 100 %. A lost
 * opportunity without history reached the first stage.
 *
 * @since 0.1
 */
public interface Funnel {

    /** Which date puts an opportunity into a period. */
    enum Basis {
        /** The day the work on it began. */
        OPENED,
        /** The day it is expected to be decided, or was. */
        CLOSING
    }

    /**
     * Which opportunities are looked at.
     *
     * @param pipeline the pipeline; empty for the first one that new opportunities may use
     * @param period   the period; empty for all time
     * @param basis    which date must lie in the period
     * @param owner    whose opportunities; empty for everybody's
     * @since 0.1
     */
    record Scope(Optional<UUID> pipeline, Optional<Period> period, Basis basis, Optional<UUID> owner) {

        /** Every opportunity of the first pipeline. */
        public static final Scope ALL = new Scope(Optional.empty(), Optional.empty(), Basis.OPENED, Optional.empty());
    }

    /**
     * A stage of the funnel. Amounts are in the base currency.
     *
     * @param stage         the stage
     * @param reached       how many opportunities reached it
     * @param reachedAmount what those are worth today
     * @param current       how many are in it now
     * @param currentAmount what those are worth
     * @param conversion    the share of those that reached it which also reached the next stage, 0 to 1; empty for closed stages and where
     *                      nobody reached it
     * @param medianDays    the median of the days that finished stays in it took (of the newest 500); empty where there are none
     * @since 0.1
     */
    record Step(StageValue stage, long reached, BigDecimal reachedAmount, long current, BigDecimal currentAmount, OptionalDouble conversion,
            OptionalDouble medianDays) {
    }

    /**
     * A funnel.
     *
     * @param pipeline          the pipeline
     * @param currency          the base currency
     * @param steps             the open stages in their order, then the won ones
     * @param lost              the lost stages; their reached and current are the same
     * @param count             how many opportunities there are: the sum of {@code current} over steps and lost
     * @param amount            what they are worth: the sum of {@code currentAmount} over steps and lost
     * @param withoutBaseAmount how many have an amount that is in no sum because there is no exchange rate for it
     * @param undated           how many are left out because they lack the date that would put them into a period; 0 without a period
     * @since 0.1
     */
    record Result(RecordLink pipeline, Currency currency, List<Step> steps, List<Step> lost, long count, BigDecimal amount,
            long withoutBaseAmount, long undated) {

        public Result {
            steps = List.copyOf(steps);
            lost = List.copyOf(lost);
        }
    }

    /**
     * @param store the store
     * @param scope which opportunities
     * @return the funnel
     */
    Result funnel(Store store, Scope scope);

    /**
     * All opportunities of a funnel, for a table. Their number is the result's count and their base amounts add up to its amount.
     *
     * @param store the store
     * @param scope which opportunities
     * @return the query
     */
    Query<Opportunity> query(Store store, Scope scope);

    /**
     * The opportunities that are in a stage now.
     *
     * @param store the store
     * @param scope which opportunities
     * @param stage a stage of the funnel
     * @return the query
     */
    Query<Opportunity> current(Store store, Scope scope, UUID stage);

    /**
     * The opportunities that reached a stage.
     *
     * @param store the store
     * @param scope which opportunities
     * @param stage a stage of the funnel
     * @return the query
     */
    Query<Opportunity> reached(Store store, Scope scope, UUID stage);
}
