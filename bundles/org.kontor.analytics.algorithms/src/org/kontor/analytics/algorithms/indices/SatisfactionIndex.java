// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;

/** How satisfied customers are: needs understood, feedback, care of the relationship. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + SatisfactionIndex.NAME, Algorithm.VERSION + "=" + SatisfactionIndex.RELEASE, "service.ranking:Integer=0"})
public final class SatisfactionIndex extends ScoreIndex {

    static final String NAME = "satisfaction-index";
    static final String RELEASE = "1.0.0";

    /** Made by the framework. */
    public SatisfactionIndex() {
        super(NAME, RELEASE);
    }
}
