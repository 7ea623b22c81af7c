// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * HDBSCAN: clusters of any shape and of different density, and rows that belong to none. Exact: the tree of mutual reachability is the one of
 * least weight. Clusters are numbered from 1 in the order of their first rows. The number of samples counts the row itself, as in R and
 * scikit-learn.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Hdbscan.NAME, Algorithm.VERSION + "=" + Hdbscan.RELEASE, "service.ranking:Integer=0"})
public final class Hdbscan extends Method {

    static final String NAME = "hdbscan";
    static final String RELEASE = "1.0.0";
    static final String MASS = "mass";
    static final String LEAVES = "leaves";

    static final IntegerParameter MIN_CLUSTER_SIZE = new IntegerParameter("min-cluster-size", 5L, 2, 1_000_000);
    static final IntegerParameter MIN_SAMPLES = new IntegerParameter("min-samples", 0L, 0, 10_000);
    static final ChoiceParameter SELECTION = new ChoiceParameter("selection", MASS, List.of(MASS, LEAVES));
    static final IntegerParameter RESAMPLES = new IntegerParameter("resamples", 0L, 0, 1_000);

    /** Made by the framework. */
    public Hdbscan() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.CLUSTERING, Messages.TEXTS,
                List.of("R. J. G. B. Campello, D. Moulavi, J. Sander, Density-Based Clustering Based on Hierarchical Density Estimates, PAKDD 2013",
                        "R. J. G. B. Campello, D. Moulavi, A. Zimek, J. Sander, Hierarchical Density Estimates for Data Clustering, Visualization, and Outlier"
                                + " Detection, ACM Transactions on Knowledge Discovery from Data 10, 2015",
                        "L. McInnes, J. Healy, Accelerated Hierarchical Density Based Clustering, ICDMW 2017"),
                "O(n log n) as a rule for few features, up to O(n²) for many",
                List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY),
                        RoleNeed.optional(Role.TARGET, RoleNeed.ANY)),
                List.of(MIN_CLUSTER_SIZE, MIN_SAMPLES, SELECTION, RESAMPLES), Set.of(Capability.LEARNS, Capability.RANDOM)));
    }

    @Override
    protected void examine(final Findings found) {
        FeatureCheck.examineForDensity(found);
    }

    private static int samples(final Parameters parameters) {
        final long given = parameters.get(MIN_SAMPLES);
        return (int) Math.min(MIN_SAMPLES.most(), given > 0 ? given : parameters.get(MIN_CLUSTER_SIZE));
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        final long width = Math.max(1, data.names(Role.FEATURES).size());
        return (1 << 20) + rows * width * Double.BYTES + DistinctPoints.memory(rows, width) + PointTree.memory(rows, width)
                + Surroundings.memory(rows, samples(parameters)) + SpanningTree.memory(rows) + Merges.memory(rows) + CondensedTree.memory(rows)
                + Quality.memory(rows, width, 8) + DensityModel.memory(rows, width) + rows * 64;
    }

    /**
     * What was found.
     *
     * @param tree    the condensed tree
     * @param chosen  which clusters of the tree count
     * @param numbers the number of each cluster of the tree that counts, from 0 in the order of their first rows
     * @param labels  the number of each row's cluster, {@link Density#NOISE} where it has none
     * @param core    the core distance of each point
     * @param weight  the weights of all edges of the spanning tree added up
     */
    record Found(DistinctPoints points, CondensedTree tree, boolean[] chosen, int[] numbers, int[] labels, double[] core, double weight) {
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var advice = start(data, parameters, context);
        final var points = KMeans.points(data, context);
        final long resamples = parameters.get(RESAMPLES);
        context.progress().begin(descriptor().name().text(), 3 * (1 + resamples) + 1);
        final var found = find(points, parameters, context);
        final double stability = new Resampling(points, found.labels(), Integer.MAX_VALUE, context).stability((int) resamples,
                (part, clusters) -> find(part, parameters, context).labels());
        return new HdbscanReport(data, points, advice, context).of(found, samples(parameters), parameters.get(MIN_CLUSTER_SIZE).intValue(), stability);
    }

    private static Found find(final Points points, final Parameters parameters, final RunContext context) {
        final var different = DistinctPoints.of(points, context::checkCancelled);
        final var tree = new PointTree(different.points(), context);
        context.progress().worked(1);
        final var around = new Surroundings(tree, different.sizes(), samples(parameters), context);
        context.progress().worked(1);
        final var edges = new SpanningTree(around, context).edges(merged -> { });
        final var core = new double[different.count()];
        double weight = edges.total();
        for (int place = 0; place < core.length; place++) {
            final int point = tree.rows[place];
            core[point] = Math.sqrt(around.core[place]);
            // equal rows reach each other over their core distance
            weight += core[point] * (different.sizes()[point] - 1.0);
        }
        final var condensed = new CondensedTree(edges.sorted(different.sizes()), different, core, parameters.get(MIN_CLUSTER_SIZE).intValue(), context);
        context.progress().worked(1);
        final var chosen = condensed.chosen(parameters.get(SELECTION).equals(LEAVES));
        final var owners = condensed.owners(chosen);
        final var numbers = new int[condensed.count()];
        Arrays.fill(numbers, Density.NOISE);
        final var labels = new int[points.count()];
        int next = 0;
        for (int row = 0; row < labels.length; row++) {
            final int owner = owners[condensed.clusterOf(different.of()[row])];
            if (owner >= 0 && numbers[owner] < 0) {
                numbers[owner] = next++;
            }
            labels[row] = owner < 0 ? Density.NOISE : numbers[owner];
        }
        return new Found(different, condensed, chosen, numbers, labels, core, weight);
    }

    @Override
    protected Model model(final ModelState state) {
        return DensityModel.of(state);
    }
}
