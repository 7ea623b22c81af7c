// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

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
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * DBSCAN: clusters are where rows lie densely, whatever their shape, and rows far from all are noise. Exact. Clusters are numbered from 1 in
 * the order of their first core rows; a row at the border of several belongs to the one with the lowest number, as it does where rows are
 * visited one after the other. The silhouette counts the noise as one more cluster, as scikit-learn does.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Dbscan.NAME, Algorithm.VERSION + "=" + Dbscan.RELEASE, "service.ranking:Integer=0"})
public final class Dbscan extends Method {

    static final String NAME = "dbscan";
    static final String RELEASE = "1.2.0";

    /** Who is where, the clusters, the result. */
    private static final int STEPS = 3;

    static final RealParameter EPS = new RealParameter("eps", .5, Double.MIN_NORMAL, 1e120);
    static final IntegerParameter MIN_POINTS = new IntegerParameter("min-points", 5L, 1, 100_000);
    static final IntegerParameter RESAMPLES = new IntegerParameter("resamples", 0L, 0, 1_000);

    /** Made by the framework. */
    public Dbscan() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.CLUSTERING, Messages.TEXTS,
                List.of("M. Ester, H.-P. Kriegel, J. Sander, X. Xu, A Density-Based Algorithm for Discovering Clusters, KDD 1996",
                        "E. Schubert and others, DBSCAN Revisited, Revisited, ACM Transactions on Database Systems 42, 2017",
                        "J. H. Friedman, J. L. Bentley, R. A. Finkel, An Algorithm for Finding Best Matches in Logarithmic Expected Time, 1977"),
                "O(n log n) as a rule, O(n²) where most rows are near each other",
                List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY),
                        RoleNeed.optional(Role.TARGET, RoleNeed.ANY)),
                List.of(EPS, MIN_POINTS, RESAMPLES), Set.of(Capability.LEARNS, Capability.RANDOM)));
    }

    @Override
    protected void examine(final Findings found) {
        FeatureCheck.examineForDensity(found);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        final long width = Math.max(1, data.names(Role.FEATURES).size());
        return (1 << 20) + rows * width * Double.BYTES + Density.memory(rows, width) + Quality.memory(rows, width, 8)
                + DensityModel.memory(rows, width) + rows * 48;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var advice = start(data, parameters, context);
        final int resamples = parameters.get(RESAMPLES).intValue();
        context.progress().begin(descriptor().name().text(), STEPS + resamples);
        final var points = KMeans.points(data, context);
        final var density = Density.of(points, parameters.get(EPS), context);
        context.progress().worked(1);
        final var cores = new boolean[points.count()];
        final int enough = parameters.get(MIN_POINTS).intValue();
        final var labels = density.labels(enough, cores);
        context.progress().worked(1);
        final double stability = new Resampling(points, labels, Integer.MAX_VALUE, context).stability(resamples, (part, clusters) -> {
            context.progress().worked(1);
            return Density.of(part, parameters.get(EPS), context).labels(enough, new boolean[part.count()]);
        });
        return new DbscanReport(data, points, advice, context).of(labels, cores, density, parameters.get(EPS), enough, stability);
    }

    @Override
    protected Model model(final ModelState state) {
        return DensityModel.of(state);
    }
}
