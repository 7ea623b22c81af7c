// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.RealParameter;

/** Recommends what users like who are most alike. */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + UserKnn.NAME, Algorithm.VERSION + "=" + Recommender.RELEASE, "service.ranking:Integer=0"})
public final class UserKnn extends NeighbourRecommender {

    static final String NAME = "user-knn";

    static final ChoiceParameter SIMILARITY = similarity("pearson");
    static final ChoiceParameter CENTRING = centring("mean");
    static final RealParameter SHRINKAGE = shrinkage(0);

    /** Made by the framework. */
    public UserKnn() {
        super(NAME,
                List.of("P. Resnick, N. Iacovou, M. Suchak, P. Bergstrom, J. Riedl, GroupLens: An Open Architecture for Collaborative Filtering of Netnews, "
                                + "CSCW 1994",
                        "J. Herlocker, J. Konstan, A. Borchers, J. Riedl, An Algorithmic Framework for Performing Collaborative Filtering, SIGIR 1999"),
                "O(sum over items of the square of their ratings)", false, SIMILARITY, CENTRING, SHRINKAGE);
    }
}
