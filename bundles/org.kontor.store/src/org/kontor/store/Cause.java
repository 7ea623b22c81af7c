// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

/**
 * Why records changed.
 *
 * @since 0.1
 */
public enum Cause {
    /** A person typed, dragged or chose something. */
    EDIT,
    /** Records came from a file. */
    IMPORT,
    /** A lead became an account, a contact and an opportunity. */
    CONVERSION,
    /** Several records became one. */
    MERGE,
    /** Earlier changes were taken back. */
    UNDO,
    /** Changes that had been taken back were made again. */
    REDO,
    /** The demo company was written. */
    DEMO,
    /** The product brought its own records, such as the standard pipeline. */
    SETUP,
    /** A rule ran. */
    RULE
}
