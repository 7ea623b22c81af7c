// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;

/** How good service is: technical support, after-sales, consultation. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + ServiceIndex.NAME, Algorithm.VERSION + "=" + ServiceIndex.RELEASE, "service.ranking:Integer=0"})
public final class ServiceIndex extends ScoreIndex {

    static final String NAME = "service-index";
    static final String RELEASE = "1.0.0";

    /** Made by the framework. */
    public ServiceIndex() {
        super(NAME, RELEASE);
    }
}
