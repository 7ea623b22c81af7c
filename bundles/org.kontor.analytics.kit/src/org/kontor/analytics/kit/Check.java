// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import org.junit.jupiter.api.function.Executable;

/**
 * One thing that a provider is held to.
 *
 * @param name what it is, stable, such as {@code threads: iris}
 * @param body throws an {@link AssertionError} that says what is wrong
 * @since 0.1
 */
public record Check(String name, Executable body) {
}
