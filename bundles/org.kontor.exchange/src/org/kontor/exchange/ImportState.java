// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * How an import ended.
 *
 * @since 0.1
 */
public enum ImportState {
    /** Every row was read. */
    DONE,
    /** Somebody stopped it; what was imported up to there is complete and can be undone or continued by running it again. */
    CANCELLED,
    /** Something stopped it, see the result's problem; what was imported up to there can be undone or continued by running it again. */
    STOPPED,
    /** The same file was imported before, and the choices give no refused row another chance; nothing was done. */
    ALREADY_IMPORTED
}
