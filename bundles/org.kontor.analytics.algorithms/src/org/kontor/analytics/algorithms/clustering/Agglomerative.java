// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * Hierarchical clustering from below: every row begins as a cluster of its own, and the two nearest clusters are merged until one is left.
 * Seven ways to say how far clusters are apart. Heights are those of scipy and R: Euclidean distances, and for Ward's method the square root
 * of twice what a merge adds to the sum of squares. Single linkage and Ward's method need no matrix; the others take one of all distances
 * between different rows. Clusters are numbered from 1 in the order of their first rows.
 */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + Agglomerative.NAME, Algorithm.VERSION + "=" + Agglomerative.RELEASE, "service.ranking:Integer=0"})
public final class Agglomerative extends Method {

    static final String NAME = "agglomerative";
    static final String RELEASE = "1.0.0";
    static final String WARD = "ward";
    static final String SINGLE = "single";
    static final String COMPLETE = "complete";
    static final String AVERAGE = "average";
    static final String WEIGHTED = "weighted";
    static final String CENTROID = "centroid";
    static final String MEDIAN = "median";

    static final ChoiceParameter LINKAGE = new ChoiceParameter("linkage", WARD, List.of(WARD, SINGLE, COMPLETE, AVERAGE, WEIGHTED, CENTROID, MEDIAN));
    static final IntegerParameter K = new IntegerParameter("k", 3L, 1, Dendrograms.MOST_CLUSTERS);
    static final RealParameter HEIGHT = new RealParameter("height", 0.0, 0, 1e150);
    static final IntegerParameter RESAMPLES = new IntegerParameter("resamples", 0L, 0, 1_000);

    /** Made by the framework. */
    public Agglomerative() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.CLUSTERING, Messages.TEXTS,
                List.of("G. N. Lance, W. T. Williams, A General Theory of Classificatory Sorting Strategies, The Computer Journal 9, 1967",
                        "J. H. Ward, Hierarchical Grouping to Optimize an Objective Function, Journal of the American Statistical Association 58, 1963",
                        "F. Murtagh, A Survey of Recent Advances in Hierarchical Clustering Algorithms, The Computer Journal 26, 1983",
                        "D. Müllner, Modern Hierarchical, Agglomerative Clustering Algorithms, arXiv:1109.2378, 2011"),
                "O(n log n) as a rule for single and ward; O(n²) time and memory for the others, up to 20,000 different rows",
                List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY),
                        RoleNeed.optional(Role.TARGET, RoleNeed.ANY)),
                List.of(LINKAGE, K, HEIGHT, RESAMPLES), Set.of(Capability.RANDOM)));
    }

    @Override
    protected void examine(final Findings found) {
        FeatureCheck.examine(found);
        final var parameters = found.parameters();
        if (found.isClear()) {
            final long k = parameters.get(HEIGHT) > 0 ? 1 : parameters.get(K);
            final int different = different(found.data(), parameters, found::pause);
            if (different < k) {
                found.obstacle("kmeans.too-few-points", k, different);
            } else if (needsMatrix(parameters) && different > DistanceMatrix.MOST) {
                found.obstacle("agglomerative.too-many", parameters.get(LINKAGE), DistanceMatrix.MOST);
            }
        }
    }

    private static boolean needsMatrix(final Parameters parameters) {
        return !parameters.get(LINKAGE).equals(WARD) && !parameters.get(LINKAGE).equals(SINGLE);
    }

    /** {@return how many different rows there are, or one more than matter} */
    private static int different(final Dataset data, final Parameters parameters, final Runnable pause) {
        final int limit = needsMatrix(parameters) ? DistanceMatrix.MOST : parameters.get(K).intValue();
        return DistinctPoints.count(KMeans.points(data), limit, pause);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        final long width = Math.max(1, data.names(Role.FEATURES).size());
        final long base = (1 << 20) + rows * width * Double.BYTES + DistinctPoints.memory(rows, width) + Merges.memory(rows) + Dendrogram.memory(rows)
                + Quality.memory(rows, width, 8) + rows * 48;
        if (parameters.get(LINKAGE).equals(WARD)) {
            return base + WardLinkage.memory(rows, width);
        }
        if (parameters.get(LINKAGE).equals(SINGLE)) {
            return base + PointTree.memory(rows, width) + Surroundings.memory(rows, 0) + SpanningTree.memory(rows);
        }
        long different = Math.min(rows, DistanceMatrix.MOST);
        if (data.against(descriptor().needs()).isEmpty()) {
            different = Math.min(different, different(data, parameters, () -> { }));
        }
        return base + GrowingMatrix.memory(different) + CloseMerges.memory(rows, width);
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var advice = start(data, parameters, context);
        final var points = KMeans.points(data, context);
        final var different = DistinctPoints.of(points, context::checkCancelled);
        final long resamples = parameters.get(RESAMPLES);
        context.progress().begin(descriptor().name().text(), different.count() + resamples);
        final var log = new int[1];
        final var tree = tree(parameters.get(LINKAGE), different, context, merged -> {
            context.progress().worked(merged - log[0]);
            log[0] = merged;
        });
        final var labels = labels(tree, parameters);
        final double stability = new Resampling(points, labels, Dendrogram.EXACT, context).stability((int) resamples, (part, number) -> {
            final var again = tree(parameters.get(LINKAGE), DistinctPoints.of(part, context::checkCancelled), context, merged -> { });
            context.progress().worked(1);
            return again.points().count() < number ? null : again.labels(number);
        });
        return new AgglomerativeReport(data, points, advice, context).of(tree, labels, parameters, stability);
    }

    private static int[] labels(final Dendrogram tree, final Parameters parameters) {
        final double height = parameters.get(HEIGHT);
        if (height > 0) {
            final int clusters = tree.clusters(height);
            if (clusters > Dendrograms.MOST_CLUSTERS) {
                throw Messages.problem("agglomerative.height", clusters, Dendrograms.MOST_CLUSTERS).asException();
            }
            return tree.labels(height);
        }
        return tree.labels(parameters.get(K).intValue());
    }

    /** Merges all rows into one tree. */
    static Dendrogram tree(final String linkage, final DistinctPoints different, final RunContext context, final IntConsumer merged) {
        final var merges = switch (linkage) {
            case WARD -> new WardLinkage(different, context, merged).log().sorted(different.sizes());
            case SINGLE -> {
                final var around = new Surroundings(new PointTree(different.points(), context), different.sizes(), 0, context);
                yield new SpanningTree(around, context).edges(merged).sorted(different.sizes());
            }
            case CENTROID, MEDIAN -> new CentroidLinkage(linkage, new DistanceMatrix(different, context), context, merged).nearestFirst()
                    .asFound(different.sizes());
            default -> {
                final var log = new Merges.Log(different.count());
                final var matrix = linkage.equals(AVERAGE) && different.count() > CloseMerges.LEAST
                        ? new GrowingMatrix(different, new CloseMerges(different, log, context).clusters(), context) : new GrowingMatrix(different, context);
                yield new ChainLinkage(linkage, matrix, log, context, merged).log().sorted(different.sizes());
            }
        };
        return new Dendrogram(different, merges);
    }
}
