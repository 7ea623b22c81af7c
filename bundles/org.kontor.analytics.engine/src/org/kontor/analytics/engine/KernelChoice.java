// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.Optional;

import org.kontor.analytics.kernel.VectorKernels;

/**
 * Which innermost loops runs use: the plain ones, or those that a bundle offers for this machine. The choice is kept for the workbench and
 * the command line of one installation alike. An OSGi service, safe for any thread.
 *
 * @since 0.1
 */
public interface KernelChoice {

    /**
     * What runs use from now on.
     *
     * @return the offered ones where there are any and they are not switched off, else the plain ones
     */
    VectorKernels active();

    /**
     * The service with the highest ranking, used or not.
     *
     * @return empty where no bundle offers any on this machine
     */
    Optional<VectorKernels> offered();

    /**
     * Whether offered ones are used.
     *
     * @return true unless somebody switched them off
     */
    boolean usesOffered();

    /**
     * Chooses, from the next run on.
     *
     * @param use whether offered ones are to be used
     * @throws org.kontor.core.problem.ProblemException where the choice cannot be written ({@code analytics.pin})
     */
    void useOffered(boolean use);
}
