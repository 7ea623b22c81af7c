// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;

/**
 * A bundle's way to carry out a method.
 *
 * @param bundle        the symbolic name of the bundle; what a person pins and what a run records
 * @param bundleVersion the version of the bundle
 * @param ranking       its {@code service.ranking}; the highest works
 * @param descriptor    what there is to know about it
 * @param algorithm     what runs
 * @since 0.1
 */
public record Provider(String bundle, String bundleVersion, int ranking, AlgorithmDescriptor descriptor, Algorithm algorithm) {

    /**
     * The identifier of the method.
     *
     * @return such as {@code kmeans}
     */
    public String id() {
        return descriptor.id();
    }
}
