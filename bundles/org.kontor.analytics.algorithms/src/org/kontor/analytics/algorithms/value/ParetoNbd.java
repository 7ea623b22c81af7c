// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;

/**
 * Customers buy at their own rates and may stop for good at any time, whether they buy or not.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=pareto-nbd", Algorithm.VERSION + "=" + ParetoNbd.RELEASE, "service.ranking:Integer=0"})
public final class ParetoNbd extends PurchaseMethod {

    static final String RELEASE = "1.0.0";

    /** Made by the framework. */
    public ParetoNbd() {
        super(ProcessFit.Model.PARETO_NBD, RELEASE,
                List.of("D. C. Schmittlein, D. G. Morrison, R. Colombo, Counting Your Customers: Who Are They and What Will They Do Next?, Management Science "
                        + "33, 1987",
                        "P. S. Fader, B. G. S. Hardie, A Note on Deriving the Pareto/NBD Model and Related Expressions, 2005"));
    }
}
