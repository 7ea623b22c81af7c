// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/** The fit of BG/NBD alone, without figures about each customer, which is what peers do. The method offers only whole runs, so this lies in its package. */
public final class ProcessAlone {

    private ProcessAlone() {
    }

    /** {@return the parameters r, alpha, a and b, with customers read and taken together first} */
    public static double[] fit(final Dataset data, final Parameters parameters, final RunContext context) {
        return ProcessFit.of(ProcessFit.Model.BG_NBD, Groups.of(PurchaseMethod.histories(data, parameters, context), context), context).process().values();
    }
}
