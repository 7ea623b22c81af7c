// SPDX-License-Identifier: EPL-2.0

package com.example.insight.clusters;

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
 * Another provider of k-means: it has the identifier of the method and a higher ranking than the built-in one, so it takes its place while it
 * is installed. It takes the same parameters, so that analyses that were saved before run with it.
 */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + TreeKMeans.NAME, Algorithm.VERSION + "=" + TreeKMeans.RELEASE, "service.ranking:Integer=100"})
public final class TreeKMeans extends Method {

    static final String NAME = "kmeans";
    static final String RELEASE = "1.0.0";
    static final String GIVEN = "given";

    static final IntegerParameter K = new IntegerParameter("k", 3L, 1, 10_000);
    static final IntegerParameter RESTARTS = new IntegerParameter("restarts", 10L, 1, 1_000);
    static final ChoiceParameter INIT = new ChoiceParameter("init", "k-means++", List.of("k-means++", "random", GIVEN));
    static final IntegerParameter MAX_ITERATIONS = new IntegerParameter("max-iterations", 300L, 1, 100_000);
    static final RealParameter TOLERANCE = new RealParameter("tolerance", 1e-4, 0, 1);
    static final NumbersParameter CENTERS = new NumbersParameter("centers", Numbers.NONE, 10_000, false);
    static final IntegerParameter RANGE_FROM = new IntegerParameter("k-range-from", 2L, 2, 100);
    static final IntegerParameter RANGE_TO = new IntegerParameter("k-range-to", 0L, 0, 100);

    private static final double LARGEST = 1e120;
    /** Made by the framework. */
    public TreeKMeans() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.CLUSTERING, Messages.TEXTS,
                List.of("T. Kanungo and others, An Efficient k-Means Clustering Algorithm: Analysis and Implementation, IEEE PAMI 24, 2002",
                        "D. Arthur, S. Vassilvitskii, k-means++: The Advantages of Careful Seeding, SODA 2007"),
                "O(n log n + n k d i)", List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY)),
                List.of(K, RESTARTS, INIT, MAX_ITERATIONS, TOLERANCE, CENTERS, RANGE_FROM, RANGE_TO),
                Set.of(Capability.LEARNS, Capability.EXPLAINS, Capability.RANDOM)));
    }

    @Override
    protected void examine(final Findings found) {
        final var data = found.data();
        final var parameters = found.parameters();
        final long k = Math.max(parameters.get(K), parameters.get(RANGE_TO));
        if (data.rows() < k) {
            found.obstacle("kmeans.too-few-rows", k, data.rows());
        }
        for (final var column : data.columns(Role.FEATURES)) {
            if (column.missing() > 0 || found.exceeds(column, LARGEST)) {
                found.obstacle("kmeans.values", column.name());
            }
        }
        final var given = parameters.get(CENTERS);
        final int width = data.names(Role.FEATURES).size();
        boolean fits = given.rows() == parameters.get(K);
        for (int c = 0; c < given.rows(); c++) {
            fits &= given.row(c).length == width;
        }
        if (parameters.get(INIT).equals(GIVEN) && !fits) {
            found.obstacle("kmeans.centers", parameters.get(K), width);
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        final long width = Math.max(1, data.names(Role.FEATURES).size());
        final long k = Math.max(1, Math.min(rows, Math.max(parameters.get(K), parameters.get(RANGE_TO))));
        return (1L << 20) + rows * (width + 8) * Double.BYTES + Cells.memory(rows, width) + 2 * Filtering.memory(rows, width, k);
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context);
        final var points = new Points(data.features(), data.rows(), data.names(Role.FEATURES).size());
        final var search = new Search(points, parameters, context);
        final int k = parameters.get(K).intValue();
        final int most = parameters.get(RANGE_TO).intValue();
        final int least = parameters.get(RANGE_FROM).intValue();
        context.progress().begin(descriptor().name().text(), (1L + Math.max(0, most - least + 1)) * parameters.get(RESTARTS));
        final var found = search.best(k);
        final var range = new ArrayList<Search.Found>();
        for (int each = least; each <= most; each++) {
            range.add(each == k ? found : search.best(each));
        }
        return new ClusterReport(data, points, context).of(found, range);
    }

    @Override
    protected Model model(final ModelState state) {
        return CenterModel.of(state);
    }
}
