// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;

/**
 * Customers buy at their own rates and may stop for good after any repeat purchase: who is still active, and how much will be bought.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=bg-nbd", Algorithm.VERSION + "=" + BgNbd.RELEASE, "service.ranking:Integer=0"})
public final class BgNbd extends PurchaseMethod {

    static final String RELEASE = "1.0.0";

    /** Made by the framework. */
    public BgNbd() {
        super(ProcessFit.Model.BG_NBD, RELEASE,
                List.of("P. S. Fader, B. G. S. Hardie, K. L. Lee, Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model, Marketing "
                        + "Science 24, 2005",
                        "P. S. Fader, B. G. S. Hardie, K. L. Lee, Computing P(alive) Using the BG/NBD Model, 2008"));
    }
}
