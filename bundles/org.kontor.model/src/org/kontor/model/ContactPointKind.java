// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * A channel.
 *
 * @since 0.1
 */
public enum ContactPointKind {
    /** E-mail. */
    EMAIL,
    /** Phone. */
    PHONE,
    /** Post. */
    POST,
    /** Social. */
    SOCIAL,
    /** Web. */
    WEB
}
