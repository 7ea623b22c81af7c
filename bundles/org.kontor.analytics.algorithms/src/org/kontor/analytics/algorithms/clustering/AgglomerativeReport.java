// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.List;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Warning;
import org.kontor.analytics.run.RunContext;

/** Turns a tree of clusters and a cut through it into a result. */
final class AgglomerativeReport {

    private final Dataset data;
    private final Points points;
    private final List<Warning> advice;
    private final RunContext context;

    AgglomerativeReport(final Dataset data, final Points points, final List<Warning> advice, final RunContext context) {
        this.data = data;
        this.points = points;
        this.advice = advice;
        this.context = context;
    }

    Result of(final Dendrogram tree, final int[] labels, final Parameters parameters, final double stability) {
        final var result = Result.builder();
        advice.forEach(each -> result.warn(each.code(), each.text()));
        int clusters = 0;
        for (final int label : labels) {
            clusters = Math.max(clusters, label + 1);
        }
        final var common = new ClusterSummary(data, points, context, result);
        final var quality = new Quality(points, labels, clusters, context);
        final double silhouette = quality.silhouette();
        final var pictures = new Dendrograms(tree, labels, data.find(Role.ID));
        result.say(Messages.of("agglomerative.summary", points.count(), clusters, data.names(Role.FEATURES).size()));
        result.say(Messages.of("clusters.summary." + Quality.verdict(silhouette), silhouette));
        final double truth = tree.copheneticCorrelation(context);
        if (!Double.isNaN(truth)) {
            result.say(Messages.of(truth >= .75 ? "agglomerative.true" : "agglomerative.untrue", truth));
        }
        final int advised = pictures.advised();
        if (advised > 0) {
            result.say(Messages.of(advised == clusters ? "agglomerative.advice.same" : "agglomerative.advice", advised));
        }
        final var profile = new Profile(points, data.names(Role.FEATURES), quality.means(), context);
        common.sentences(profile, quality, clusters);
        common.metric("clusters", clusters);
        common.metric("silhouette", silhouette);
        common.metric("calinski-harabasz", quality.calinskiHarabasz());
        common.metric("davies-bouldin", quality.daviesBouldin());
        common.metric("cophenetic-correlation", truth);
        final var merges = tree.merges();
        common.metric("last-height", merges.count() == 0 ? Double.NaN : merges.heights()[merges.count() - 1]);
        common.external(labels, stability);
        warn(result, tree, quality, clusters, parameters);
        final var numbers = new long[labels.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = labels[i] + 1L;
        }
        result.part(ClusterParts.assignments(data, IntegerColumn.of("cluster", numbers)));
        final var parts = new ClusterParts(data, points, context);
        result.part(parts.means("clusters", Messages.of("clusters.means"), quality.means(), quality::count));
        if (merges.count() > 0) {
            result.part(pictures.tree());
            result.part(pictures.heights(clusters));
        }
        if (points.width() > 1) {
            result.part(parts.scatter(i -> labels[i] + 1, quality.means()));
        }
        result.part(profile.bars());
        return result.build();
    }

    private void warn(final Result.Builder result, final Dendrogram tree, final Quality quality, final int clusters, final Parameters parameters) {
        if (quality.isSampled()) {
            result.warn("clusters.sampled", Messages.of("clusters.sampled", Quality.SAMPLE, points.count(), Quality.EXACT));
        }
        if (tree.isSampled()) {
            result.warn("agglomerative.sampled", Messages.of("agglomerative.sampled", Dendrogram.SAMPLE, points.count(), Dendrogram.EXACT));
        }
        if (!tree.merges().monotone()) {
            result.warn("agglomerative.inversions", Messages.of("agglomerative.inversions"));
        }
        int largest = 0;
        int alone = 0;
        for (int c = 0; c < clusters; c++) {
            largest = Math.max(largest, quality.count(c));
            alone += quality.count(c) == 1 ? 1 : 0;
        }
        if (parameters.get(Agglomerative.LINKAGE).equals(Agglomerative.SINGLE) && clusters > 1 && largest > .9 * points.count() && alone > 0) {
            result.warn("agglomerative.chain", Messages.of("agglomerative.chain", (double) largest / points.count()));
        }
    }
}
