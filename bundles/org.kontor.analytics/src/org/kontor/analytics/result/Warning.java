// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

/**
 * Something that a person should know before a result is used; the result stands nevertheless.
 *
 * @param code stable, language-free name such as {@code kmeans.not-converged}
 * @param text what it is, what it means and what can be done
 * @since 0.1
 */
public record Warning(String code, Message text) {
}
