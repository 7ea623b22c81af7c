// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * What an account is to us.
 *
 * @since 0.1
 */
public enum AccountType {
    /** Prospect. */
    PROSPECT,
    /** Customer. */
    CUSTOMER,
    /** Partner. */
    PARTNER,
    /** Reseller. */
    RESELLER,
    /** Investor. */
    INVESTOR,
    /** Competitor. */
    COMPETITOR,
    /** Other. */
    OTHER
}
