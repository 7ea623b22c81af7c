// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.Commit;
import org.kontor.store.Session;
import org.kontor.store.Store;

/**
 * What currencies were worth, and the currency the company counts in. An OSGi service; safe for several threads.
 *
 * @since 0.1
 */
public interface ExchangeRates {

    /** The name of the setting that holds the ISO 4217 code of the base currency. */
    String BASE_CURRENCY_SETTING = "baseCurrency";

    /**
     * All rates of the moment, to compute with in memory.
     *
     * @param session a session, which may be a writer; the rates that it added itself do not count
     * @return the rates
     */
    RateTable table(Session session);

    /**
     * All rates of the moment, to compute with in memory.
     *
     * @param store the store
     * @return the rates
     */
    RateTable table(Store store);

    /**
     * Sets what a currency is worth from a day on. A rate of that day is replaced. Base amounts that are already stored stay as they are.
     *
     * @param store     the store
     * @param currency  the currency; not the base currency
     * @param day       the first day of the rate
     * @param baseUnits how many units of the base currency one unit is worth; positive
     * @return the change set
     * @throws ProblemException where the currency is the base currency or the rate is not positive
     */
    Commit setRate(Store store, Currency currency, LocalDate day, BigDecimal baseUnits);

    /**
     * Sets the currency the company counts in. Possible only as long as no rate and no amount depends on it.
     *
     * @param store    the store
     * @param currency the currency
     * @return the change set; its sequence is 0 where it was the base currency already
     * @throws ProblemException where rates or base amounts are stored ({@code customers.baseCurrency.inUse})
     */
    Commit setBaseCurrency(Store store, Currency currency);
}
