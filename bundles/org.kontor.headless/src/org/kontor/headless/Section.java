// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

/**
 * Where the help lists a command.
 *
 * @since 0.1
 */
public enum Section {
    /** What a newcomer needs. */
    FIRST_STEPS,
    /** Records in, records out. */
    RECORDS,
    /** What the records say. */
    ANALYSIS,
    /** What was done, and taking it back. */
    HISTORY,
    /** Keeping a store safe. */
    SAFETY,
    /** Everything else. */
    MORE
}
