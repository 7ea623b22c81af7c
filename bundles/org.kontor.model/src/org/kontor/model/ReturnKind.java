// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * What a customer wants for what comes back.
 *
 * @since 0.1
 */
public enum ReturnKind {
    /** Refund. */
    REFUND,
    /** Exchange. */
    EXCHANGE,
    /** Repair. */
    REPAIR
}
