// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.StoredRecord;
import org.kontor.store.Store;

/**
 * One run of an import, or dry run, as its {@link RowHandler} sees it.
 *
 * @since 0.1
 */
public interface ImportScope {

    /** @return the store; for reading only: what is to be written goes through {@link #add} and {@link RowScope} */
    Store store();

    /** @return what the person chose */
    ImportChoices choices();

    /**
     * @param key the key of an {@link ImportOption} of the kind
     * @return its value
     */
    String option(String key);

    /**
     * @param target a target's name
     * @return whether a column is mapped to it
     */
    boolean mapped(String target);

    /**
     * @param target a target's name
     * @return values that the beginning of the file has for it, after replacements, without repetition; at most 2,000
     */
    List<String> sampleValues(String target);

    /** @return when the run began */
    Instant startedAt();

    /** @return the company's currency, an ISO 4217 code */
    String baseCurrency();

    /**
     * @param amount   an amount; may be null
     * @param currency its ISO 4217 code; null for the base currency
     * @param day      the day whose rate applies
     * @return the amount in the base currency; empty where no rate is known or there is no amount
     */
    Optional<BigDecimal> inBaseCurrency(BigDecimal amount, String currency, LocalDate day);

    /**
     * Adds a record that belongs to no row, such as a pipeline; written with the first batch. Its identifier is set from the file and the
     * place of the call, so that a run that is repeated makes the same.
     *
     * @param record a record that is not stored
     */
    void add(StoredRecord record);

    /**
     * @param record an identifier
     * @return whether this file made the record, in this run or in an interrupted one
     */
    boolean made(UUID record);
}
