// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.Optional;

import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;

/**
 * A result as it is kept: readable without the bundle that made it.
 *
 * @param result the result; its model is empty, because only a provider makes one of the state
 * @param model  what the model knows; empty for methods that do not learn
 * @since 0.1
 */
public record StoredResult(Result result, Optional<ModelState> model) {
}
