// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;

/**
 * BG/NBD in which a customer may stop after the first purchase already, so that one who bought once may be gone.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=mbg-nbd", Algorithm.VERSION + "=" + MbgNbd.RELEASE, "service.ranking:Integer=0"})
public final class MbgNbd extends PurchaseMethod {

    static final String RELEASE = "1.0.0";

    /** Made by the framework. */
    public MbgNbd() {
        super(ProcessFit.Model.MBG_NBD, RELEASE,
                List.of("E. P. Batislam, M. Denizel, A. Filiztekin, Empirical Validation and Comparison of Models for Customer Base Analysis, International "
                        + "Journal of Research in Marketing 24, 2007",
                        "D. Hoppe, U. Wagner, Customer Base Analysis: The Case for a Central Variant of the Betageometric/NBD Model, 2007"));
    }
}
