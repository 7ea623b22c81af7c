// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * What to do with a line that is the same as an earlier one, character by character.
 *
 * @since 0.1
 */
public enum DuplicateChoice {
    /** It is imported and listed. */
    KEEP,
    /** It is skipped and listed. */
    SKIP
}
