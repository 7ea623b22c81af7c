// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.kontor.core.value.Period;
import org.kontor.customers.RecordLink;
import org.kontor.store.Store;

/**
 * The numbers of a sales report. All amounts are in the base currency. An OSGi service; safe for several threads.
 * <p>
 * Revenue is what orders total that are neither drafts nor cancelled, in the month of the order date, less what was refunded, in the month
 * of the return.
 *
 * @since 0.1
 */
public interface SalesReport {

    /**
     * The revenue of a month. Deals are counted beside it and never added to it: what was won may be ordered in the same month or later.
     *
     * @param month     the month
     * @param orders    how many orders
     * @param sold      what they total
     * @param refunds   what was refunded
     * @param deals     how many deals were won, by close date
     * @param wonAmount what those are worth
     * @since 0.1
     */
    record MonthRevenue(YearMonth month, long orders, BigDecimal sold, BigDecimal refunds, long deals, BigDecimal wonAmount) {

        /** @return sold less refunds */
        public BigDecimal revenue() {
            return sold.subtract(refunds);
        }
    }

    /**
     * The revenue of a customer.
     *
     * @param account the account; empty for orders without one
     * @param orders  how many orders
     * @param sold    what they total
     * @param refunds what was refunded
     * @since 0.1
     */
    record CustomerRevenue(Optional<RecordLink> account, long orders, BigDecimal sold, BigDecimal refunds) {

        /** @return sold less refunds */
        public BigDecimal revenue() {
            return sold.subtract(refunds);
        }
    }

    /**
     * How often deals that were decided were won.
     *
     * @param won        how many were won
     * @param lost       how many were lost
     * @param wonAmount  what the won ones are worth
     * @param lostAmount what the lost ones were worth
     * @since 0.1
     */
    record WinRate(long won, long lost, BigDecimal wonAmount, BigDecimal lostAmount) {

        /** @return won / (won + lost), 0 to 1; empty where none was decided */
        public OptionalDouble byCount() {
            return won + lost == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) won / (won + lost));
        }
    }

    /**
     * A report.
     *
     * @param period             the period
     * @param currency           the base currency
     * @param pipeline           the pipeline of the moment, stage by stage
     * @param funnel             the funnel of the opportunities whose work began in the period
     * @param months             the revenue of each month of the period, in order, months without any included
     * @param customers          the best customers of the period, best first
     * @param winRate            deals decided in the period (by close date)
     * @param activities         who did what in the period
     * @param ordersWithoutBase  orders of the period that are in no sum because there is no exchange rate for them
     * @since 0.1
     */
    record Data(Period period, Currency currency, PipelineBoard.Board pipeline, Funnel.Result funnel, List<MonthRevenue> months,
            List<CustomerRevenue> customers, WinRate winRate, List<Activities.PersonCounts> activities, long ordersWithoutBase) {

        public Data {
            months = List.copyOf(months);
            customers = List.copyOf(customers);
            activities = List.copyOf(activities);
        }

        /** @return the revenue of all months */
        public BigDecimal revenue() {
            return months.stream().map(MonthRevenue::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * Computes a report.
     *
     * @param store     the store
     * @param period    the period; whole months
     * @param customers how many of the best customers to name
     * @param clock     tells the time zone and what today is
     * @return the numbers
     */
    Data report(Store store, Period period, int customers, Clock clock);

    /**
     * The period from the first to the last order or, where there is none, decided opportunity, widened to whole months: what a report
     * covers where nobody says otherwise.
     *
     * @param store the store
     * @return the period; empty where there is neither
     */
    Optional<Period> coveredBy(Store store);
}
