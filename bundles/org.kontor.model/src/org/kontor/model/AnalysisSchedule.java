// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * When a saved analysis runs by itself.
 *
 * @since 0.1
 */
public enum AnalysisSchedule {
    /** Only when somebody wants it. */
    NONE,
    /** Once a day. */
    DAILY,
    /** Once a week. */
    WEEKLY,
    /** After each import. */
    AFTER_IMPORT
}
