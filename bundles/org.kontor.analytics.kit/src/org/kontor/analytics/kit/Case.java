// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import java.util.Map;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;

/**
 * Data and parameters that suit a method.
 *
 * @param name       what it is called
 * @param data       columns in roles that the method takes, some dozens to hundreds of rows
 * @param parameters texts by name; the others are at their presets
 * @since 0.1
 */
public record Case(String name, Dataset data, Map<String, String> parameters) {

    public Case {
        parameters = Map.copyOf(parameters);
    }

    Parameters parameters(final Algorithm algorithm) {
        return Parameters.of(algorithm.descriptor().parameters(), parameters);
    }

    Case on(final String what, final Dataset other) {
        return new Case(name + ", " + what, other, parameters);
    }
}
