// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Recommends what is most alike with what a user knows and likes. */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + ItemKnn.NAME, Algorithm.VERSION + "=" + Recommender.RELEASE, "service.ranking:Integer=0"})
public final class ItemKnn extends NeighbourRecommender {

    static final String NAME = "item-knn";

    static final ChoiceParameter SIMILARITY = similarity(RESIDUALS);
    static final ChoiceParameter CENTRING = centring("baseline");
    static final RealParameter SHRINKAGE = shrinkage(100);
    private static final int DRAWN = 40;
    private static final int EACH = 2;

    /** Made by the framework. */
    public ItemKnn() {
        super(NAME,
                List.of("B. Sarwar, G. Karypis, J. Konstan, J. Riedl, Item-Based Collaborative Filtering Recommendation Algorithms, WWW 2001",
                        "Y. Koren, Factor in the Neighbors: Scalable and Accurate Collaborative Filtering, ACM Transactions on Knowledge Discovery from "
                                + "Data 4, 2010"),
                "O(sum over users of the square of their ratings)", true, SIMILARITY, CENTRING, SHRINKAGE);
    }

    /** The most liked items with those that are most alike. */
    @Override
    void illustrate(final Result.Builder result, final Learned learned, final RunContext context) {
        final var alike = ((Neighbours) learned.method).alike();
        final var nodeOf = new int[learned.items.count()];
        final var nodes = new ArrayList<GraphPart.Node>();
        final var edges = new ArrayList<GraphPart.Edge>();
        final int[] first = learned.byLikes();
        for (int i = 0; i < Math.min(DRAWN, first.length); i++) {
            context.checkCancelled();
            final int[] others = alike.alike(first[i]);
            final var weights = new double[others.length];
            for (int j = 0; j < weights.length; j++) {
                weights[j] = alike.of(first[i], others[j]);
            }
            final int[] order = Selection.descending(weights);
            for (int j = 0; j < Math.min(EACH, order.length); j++) {
                final int from = node(learned, first[i], nodeOf, nodes);
                final int to = node(learned, others[order[j]], nodeOf, nodes);
                edges.add(new GraphPart.Edge(from, to, weights[order[j]], Messages.of("recommendation.alike", weights[order[j]])));
            }
        }
        if (!edges.isEmpty()) {
            result.part(new GraphPart("similar-items", Messages.of("recommendation.similar-items"), nodes, edges));
        }
    }

    private static int node(final Learned learned, final int item, final int[] nodeOf, final List<GraphPart.Node> nodes) {
        if (nodeOf[item] == 0) {
            nodes.add(new GraphPart.Node(learned.items.said(item), learned.likes(item)));
            nodeOf[item] = nodes.size();
        }
        return nodeOf[item] - 1;
    }
}
