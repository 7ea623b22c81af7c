// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * Where a customer stands between stranger and advocate.
 *
 * @since 0.1
 */
public enum LifecycleStage {
    /** Subscriber. */
    SUBSCRIBER,
    /** Lead. */
    LEAD,
    /** Qualified. */
    QUALIFIED,
    /** Opportunity. */
    OPPORTUNITY,
    /** Customer. */
    CUSTOMER,
    /** Loyal. */
    LOYAL,
    /** At risk. */
    AT_RISK,
    /** Lost. */
    LOST,
    /** Won back. */
    WON_BACK
}
