// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.statistics;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/**
 * Principal components alone, without the scores of rows, tables and pictures, which is what peers do. The method offers only whole runs, so this
 * lies in its package.
 *
 * @param variances along each component
 * @param loadings  component by component
 */
public record ComponentsAlone(double[] variances, double[] loadings) {

    public static ComponentsAlone of(final Dataset data, final Parameters parameters, final RunContext context) {
        final var found = Components.of(data, parameters, context);
        return new ComponentsAlone(found.variances(), found.loadings());
    }
}
