// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.Map;

import org.kontor.analytics.frame.Frame;

/**
 * What a model knows, as plain data: it is written to a file or a store without knowing the algorithm.
 *
 * @param algorithm the identifier of the algorithm that can restore it
 * @param version   the version of its provider
 * @param facts     single values by name, numbers with all their digits
 * @param tables    arrays by name
 * @since 0.1
 */
public record ModelState(String algorithm, String version, Map<String, String> facts, Map<String, Frame> tables) {

    public ModelState {
        facts = Map.copyOf(facts);
        tables = Map.copyOf(tables);
    }
}
