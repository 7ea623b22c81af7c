// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.ArrayList;
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
import org.kontor.analytics.parameter.Numbers;
import org.kontor.analytics.parameter.NumbersParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * K-means: divides rows into k clusters so that the sum of the squares of their distances to the means of their clusters is small. Clusters
 * are numbered from 1 in the order of their first rows.
 */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + KMeans.NAME, Algorithm.VERSION + "=" + KMeans.RELEASE, "service.ranking:Integer=0"})
public final class KMeans extends Method {

    static final String NAME = "kmeans";
    static final String RELEASE = "1.2.0";
    static final String CAREFUL = "k-means++";
    static final String GIVEN = "given";

    static final IntegerParameter K = new IntegerParameter("k", 3L, 1, 10_000);
    static final IntegerParameter RESTARTS = new IntegerParameter("restarts", 10L, 1, 1_000);
    static final ChoiceParameter INIT = new ChoiceParameter("init", CAREFUL, List.of(CAREFUL, "random", GIVEN));
    static final IntegerParameter MAX_ITERATIONS = new IntegerParameter("max-iterations", 300L, 1, 100_000);
    static final RealParameter TOLERANCE = new RealParameter("tolerance", 1e-4, 0, 1);
    static final NumbersParameter CENTERS = new NumbersParameter("centers", Numbers.NONE, 10_000, false);
    static final IntegerParameter RANGE_FROM = new IntegerParameter("k-range-from", 2L, 2, 100);
    static final IntegerParameter RESAMPLES = new IntegerParameter("resamples", 0L, 0, 1_000);
    static final IntegerParameter RANGE_TO = new IntegerParameter("k-range-to", 0L, 0, 100);

    private static final int MOST_RESAMPLED = 20_000;

    /** Made by the framework. */
    public KMeans() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.CLUSTERING, Messages.TEXTS,
                List.of("S. Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28, 1982",
                        "D. Arthur, S. Vassilvitskii, k-means++: The Advantages of Careful Seeding, SODA 2007",
                        "G. Hamerly, Making k-means even faster, SDM 2010", "Y. Ding and others, Yinyang K-Means, ICML 2015"),
                "O(n k d i)",
                List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY),
                        RoleNeed.optional(Role.TARGET, RoleNeed.ANY), RoleNeed.optional(Role.WEIGHT, RoleNeed.AMOUNTS)),
                List.of(K, RESTARTS, INIT, MAX_ITERATIONS, TOLERANCE, CENTERS, RANGE_FROM, RANGE_TO, RESAMPLES),
                Set.of(Capability.LEARNS, Capability.EXPLAINS, Capability.WEIGHTS, Capability.RANDOM)));
    }

    @Override
    protected void examine(final Findings found) {
        new KMeansCheck(found).examine();
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        final long width = Math.max(1, data.names(Role.FEATURES).size());
        final long clusters = Math.max(1, Math.min(rows, Math.max(parameters.get(K), parameters.get(RANGE_TO))));
        final long threads = 8;
        return (1 << 20) + rows * (width + 1) * Double.BYTES + Lloyd.memory(rows, width, clusters, threads) + Seeding.memory(rows, width, clusters)
                + Quality.memory(rows, width, threads) + rows * 56;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var advice = start(data, parameters, context);
        final var read = PointReader.all(data, Search.rounds(data, parameters, context), context);
        final var points = read.points();
        final int k = parameters.get(K).intValue();
        final int to = parameters.get(RANGE_TO).intValue();
        final var search = new Search(read, parameters, context);
        final long resamples = parameters.get(RESAMPLES);
        final var ranges = new ArrayList<Search.Found>();
        context.progress().begin(descriptor().name().text(), search.steps(k, RANGE_FROM, RANGE_TO) + resamples * search.runs());
        for (int each = parameters.get(RANGE_FROM).intValue(); each <= to; each++) {
            ranges.add(search.best(each));
        }
        final var found = ranges.stream().filter(each -> each.clusters() == k && !parameters.get(INIT).equals(GIVEN)).findFirst()
                .orElseGet(() -> search.best(k));
        final double stability = new Resampling(points, found.labels(), MOST_RESAMPLED, context).stability((int) resamples,
                (part, clusters) -> DistinctPoints.count(part, k, context::checkCancelled) < k ? null : new Search(part, parameters, context).best(k).labels());
        return new KMeansReport(data, points, advice, context).of(found, ranges, search.spread(), stability);
    }

    /** The features row by row; the frame does the same with one thread. */
    static Points points(final Dataset data, final RunContext context) {
        return PointReader.points(data, context);
    }

    static Points points(final Dataset data) {
        return new Points(data.features(), PointReader.weights(data), data.rows(), data.names(Role.FEATURES).size());
    }

    @Override
    protected Model model(final ModelState state) {
        return KMeansModel.of(state);
    }
}
