// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Optional;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;

/**
 * The methods of analysis that there are at the moment. An OSGi service, safe for any thread; bundles with providers come and go while it
 * is used.
 *
 * @since 0.1
 */
public interface Algorithms {

    /**
     * A provider that cannot be used.
     *
     * @param bundle  its bundle
     * @param problem why
     */
    record LeftOut(String bundle, Problem problem) {
    }

    /**
     * Every method.
     *
     * @return in the order of their identifiers
     */
    List<OfferedMethod> methods();

    /**
     * A method by its identifier.
     *
     * @param id such as {@code kmeans}
     * @return the method, or empty where nobody provides it
     */
    Optional<OfferedMethod> find(String id);

    /**
     * A method that has to be there.
     *
     * @param id such as {@code kmeans}
     * @return the method
     * @throws ProblemException where nobody provides it ({@code analytics.no-algorithm}, with those there are)
     */
    OfferedMethod method(String id);

    /**
     * A provider of a method.
     *
     * @param id     the method
     * @param bundle whose; empty for the active one
     * @return the provider
     * @throws ProblemException where there is no such method or that bundle does not provide it ({@code analytics.no-provider})
     */
    Provider provider(String id, Optional<String> bundle);

    /**
     * Chooses who carries out a method, for everybody who uses this installation and until it is chosen anew. A bundle that is away is
     * chosen as well; others stand in until it is back.
     *
     * @param id     the method
     * @param bundle the symbolic name; empty to leave it to the ranking again
     */
    void pin(String id, Optional<String> bundle);

    /**
     * Providers that cannot be used, because they do not say properly what they are.
     *
     * @return in no particular order
     */
    List<LeftOut> leftOut();

    /**
     * Hears of every change: a bundle came or left, or somebody chose another.
     *
     * @param listener called on any thread after the change
     * @return ends the subscription when run
     */
    Runnable subscribe(Runnable listener);
}
