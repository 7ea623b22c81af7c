// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Keeps who was chosen for which method, for the workbench and the command line of one installation alike. An OSGi service.
 *
 * @since 0.1
 */
public interface AlgorithmPins {

    /**
     * All choices as they are now, even where another process made them.
     *
     * @return the symbolic name of a bundle by the identifier of a method
     */
    Map<String, String> all();

    /**
     * Keeps a choice.
     *
     * @param algorithm the method
     * @param bundle    the symbolic name; empty to forget the choice
     * @throws org.kontor.core.problem.ProblemException where it cannot be written
     */
    void put(String algorithm, Optional<String> bundle);
}
