// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import org.kontor.customers.RecordLink;
import org.kontor.model.Opportunity;
import org.kontor.store.Store;
import org.kontor.store.query.Query;

/**
 * The opportunities of a pipeline in columns, one for each stage. Counts and sums come from the database; amounts add up in the base
 * currency. An OSGi service; safe for several threads.
 *
 * @since 0.1
 */
public interface PipelineBoard {

    /** A deal is stalled where it has been in its stage for more than this many times the stage's median. */
    double STALLED_FACTOR = 1.5;

    /**
     * What the board shows.
     *
     * @param pipeline    the pipeline; empty for the first one that new opportunities may use
     * @param owner       whose opportunities; empty for everybody's
     * @param text        what name or account must contain; empty for all
     * @param closedSince the first close date of decided opportunities that are shown; empty for all
     * @since 0.1
     */
    record Scope(Optional<UUID> pipeline, Optional<UUID> owner, String text, Optional<LocalDate> closedSince) {

        /** Every opportunity of the first pipeline. */
        public static final Scope ALL = new Scope(Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    /**
     * A column.
     *
     * @param stage             the stage
     * @param count             how many opportunities are in it
     * @param total             the sum of their amounts in the base currency
     * @param weighted          the sum of amount times probability in the base currency
     * @param withoutBaseAmount how many have an amount that is not in the sums because there is no exchange rate for it
     * @param medianDays        how many days an opportunity usually stays in it; empty where none has left it yet, where it is closed, and
     *                          before {@link PipelineBoard#withMedianDays} looked for it
     * @since 0.1
     */
    record Column(StageValue stage, long count, BigDecimal total, BigDecimal weighted, long withoutBaseAmount, OptionalDouble medianDays) {

        /**
         * The same column when it is known how long deals stay in it.
         *
         * @param days what {@link #medianDays} is to be
         * @return a copy
         */
        public Column with(final OptionalDouble days) {
            return new Column(stage, count, total, weighted, withoutBaseAmount, days);
        }
    }

    /**
     * The board without its cards.
     *
     * @param pipeline the pipeline
     * @param currency the base currency
     * @param columns  the columns in the order of the stages
     * @since 0.1
     */
    record Board(RecordLink pipeline, Currency currency, List<Column> columns) {

        public Board {
            columns = List.copyOf(columns);
        }

        /** @return how many opportunities are on the board */
        public long count() {
            return columns.stream().mapToLong(Column::count).sum();
        }

        /** @return the sum of the columns' totals */
        public BigDecimal total() {
            return columns.stream().map(Column::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** @return the sum of the weighted totals of the columns that are not closed */
        public BigDecimal weightedOpen() {
            return columns.stream().filter(column -> !column.stage().closed()).map(Column::weighted)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** How the cards of a column are sorted. */
    enum Sorting {
        /** The earliest close date first. */
        CLOSE_DATE,
        /** The largest amount in the base currency first. */
        AMOUNT,
        /** The longest in the stage first. */
        STAGE_SINCE,
        /** By name. */
        NAME
    }

    /**
     * A card.
     *
     * @param opportunity the opportunity
     * @param version     its version
     * @param account     its account; empty where there is none
     * @param owner       its owner; empty where there is none
     * @param amount      its amount; null where not known
     * @param currency    the ISO 4217 code of the amount; empty where not known
     * @param baseAmount  the amount in the base currency; null where not known
     * @param probability how likely a win is, 0 to 100; null where not known
     * @param closeDate   when it is expected to be decided, or was; null where not known
     * @param nextStep    what happens next; may be empty
     * @param daysInStage days since it entered the stage (where that is not known, since the work on it began); -1 where neither is known
     * @param overdue     whether it is open and its close date is past
     * @since 0.1
     */
    record Card(RecordLink opportunity, long version, Optional<RecordLink> account, Optional<RecordLink> owner, BigDecimal amount,
            String currency, BigDecimal baseAmount, BigDecimal probability, LocalDate closeDate, String nextStep, double daysInStage,
            boolean overdue) {

        /**
         * Whether it needs a push.
         *
         * @param column the column it is in, with its median
         * @return whether the stage is open and it has been there for more than {@link #STALLED_FACTOR} times the median
         */
        public boolean isStalledIn(final Column column) {
            return !column.stage().closed() && column.medianDays().isPresent() && daysInStage > STALLED_FACTOR * column.medianDays().getAsDouble();
        }
    }

    /**
     * Counts and sums.
     *
     * @param store the store
     * @param scope what to show
     * @return the board, without {@link Column#medianDays}
     */
    Board board(Store store, Scope scope);

    /**
     * Looks at the history of stages too, which takes longer than all the rest.
     *
     * @param store the store
     * @param board what {@link #board} gave
     * @return the same board with {@link Column#medianDays}
     */
    Board withMedianDays(Store store, Board board);

    /**
     * A page of a column's cards.
     *
     * @param store   the store
     * @param scope   what the board shows
     * @param column  a column that {@link #board} gave
     * @param sorting the order
     * @param offset  how many to skip
     * @param limit   how many to return
     * @param clock   tells the time and the time zone of "today"
     * @return the cards
     */
    List<Card> cards(Store store, Scope scope, Column column, Sorting sorting, int offset, int limit, Clock clock);

    /**
     * The records behind a column, for a table.
     *
     * @param scope what the board shows
     * @param stage a stage of its pipeline
     * @return the opportunities that the column counts
     */
    Query<Opportunity> query(Scope scope, UUID stage);
}
