// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Findings;
import org.kontor.analytics.algorithms.recommendation.Attributes.Vector;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.run.RunContext;

/** Recommends what is like what a user likes, by attributes and words that describe items; new items as well. */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + ContentBased.NAME, Algorithm.VERSION + "=" + Recommender.RELEASE,
    "service.ranking:Integer=0"})
public final class ContentBased extends Recommender {

    static final String NAME = "content-based";

    static final ChoiceParameter SIMILARITY = new ChoiceParameter("similarity", "cosine", List.of("cosine", "pearson"));
    static final ChoiceParameter PROFILE = new ChoiceParameter("profile", "deviations", List.of("deviations", "ratings"));

    /** Made by the framework. */
    public ContentBased() {
        super(NAME,
                List.of("M. J. Pazzani, D. Billsus, Content-Based Recommendation Systems, in: The Adaptive Web, 2007",
                        "J. J. Rocchio, Relevance Feedback in Information Retrieval, in: The SMART Retrieval System, 1971",
                        "G. Salton, C. Buckley, Term-Weighting Approaches in Automatic Text Retrieval, Information Processing and Management 24, 1988"),
                "O(values of attributes, for each user)", List.of(SIMILARITY, PROFILE));
    }

    @Override
    protected void examineSettings(final Findings found) {
        if (found.data().names(Role.FEATURES).isEmpty() && found.data().names(Role.TEXT).isEmpty()) {
            found.obstacle("recommendation.no-attributes");
        }
    }

    @Override
    Content content(final Ratings ratings, final Attributes space, final Vector[] vectors, final Biases biases, final Parameters parameters,
            final RunContext context) {
        return new Content(ratings, space, vectors, parameters.get(SIMILARITY).equals("pearson"), parameters.get(PROFILE).equals("deviations"), biases, context);
    }

    @Override
    Predictor learn(final Ratings ratings, final Known known, final Parameters parameters, final RunContext context) {
        return known.content();
    }

    @Override
    long memory(final long users, final long items, final long entries, final Parameters parameters) {
        return items * 64 + entries * 16;
    }
}
