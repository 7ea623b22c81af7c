// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Puts columns of different units on one scale. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + Standardize.NAME, Algorithm.VERSION + "=" + Standardize.RELEASE, "service.ranking:Integer=0"})
public final class Standardize extends Method {

    static final String NAME = "standardize";
    static final String RELEASE = "1.0.0";
    static final String Z = "z-score";
    static final String RANGE = "min-max";
    static final String ROBUST = "robust";

    static final ChoiceParameter METHOD = new ChoiceParameter("method", Z, List.of(Z, RANGE, ROBUST));
    static final IntegerParameter DDOF = new IntegerParameter("ddof", 0L, 0, 1);

    private static final int RANGES = 24;
    private static final double EDGE = 3;
    private static final int MOST_GROUPS = 8;

    /** Made by the framework. */
    public Standardize() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.PREPARATION, Messages.TEXTS,
                List.of("G. W. Milligan, M. C. Cooper, A study of standardization of variables in cluster analysis, Journal of Classification 5, 1988",
                        "R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50, 1996"),
                "O(n log n) for each column",
                List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY)), List.of(METHOD, DDOF),
                Set.of(Capability.LEARNS, Capability.EXPLAINS, Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        NumbersCheck.examine(found);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return (1 << 20) + Figures.memory(data.rows()) + data.rows() * 8L * (data.names(Role.FEATURES).size() + 1);
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context);
        final var names = data.names(Role.FEATURES);
        context.progress().begin(descriptor().name().text(), names.size() + 1L);
        final var method = parameters.get(METHOD);
        final var centers = new double[names.size()];
        final var scales = new double[names.size()];
        final var figures = new double[4][names.size()];
        final var result = Result.builder();
        final var edges = IntStream.rangeClosed(0, RANGES)
                .mapToDouble(i -> method.equals(RANGE) ? (double) i / RANGES : (2.0 * i / RANGES - 1) * EDGE).toArray();
        final var counts = new double[Math.min(MOST_GROUPS, names.size())][];
        int constant = 0;
        long missing = 0;
        for (int c = 0; c < names.size(); c++) {
            final var column = data.frame().column(names.get(c));
            final var values = Figures.of(column, context);
            final boolean some = values.count() > 0;
            missing += column.missing();
            centers[c] = !some ? 0 : switch (method) {
                case RANGE -> values.least();
                case ROBUST -> values.median();
                default -> values.mean();
            };
            final double scale = !some ? 0 : switch (method) {
                case RANGE -> values.most() - values.least();
                case ROBUST -> values.quantile(.75) - values.quantile(.25);
                default -> values.deviation(parameters.get(DDOF).intValue());
            };
            // what does not vary becomes 0 and not infinite
            scales[c] = scale > 0 && 1 / scale < Double.POSITIVE_INFINITY ? scale : 0;
            if (scales[c] == 0) {
                constant++;
                result.warn("standardize.constant", Messages.of("standardize.constant", Message.column(names.get(c))));
            }
            figures[0][c] = values.least();
            figures[1][c] = values.median();
            figures[2][c] = values.most();
            figures[3][c] = column.missing();
            if (c < counts.length) {
                final double center = centers[c];
                final double width = scales[c];
                counts[c] = values.counts(IntStream.range(0, edges.length).mapToDouble(i -> i == 0 ? Double.NEGATIVE_INFINITY
                        : i == RANGES ? Double.POSITIVE_INFINITY : center + edges[i] * (width == 0 ? 1 : width)).toArray());
            }
            context.progress().worked(1);
        }
        result.say(Messages.of("standardize.summary." + method, names.size(), data.rows()));
        if (missing > 0) {
            result.say(Messages.of("standardize.summary.missing", missing));
        }
        result.metric("columns", names.size(), Messages.of("standardize.metric.columns"), Trail.NONE);
        result.metric("constant-columns", constant, Messages.of("standardize.metric.constant-columns"), Trail.NONE);
        result.metric("missing", missing, Messages.of("standardize.metric.missing"), Trail.NONE);
        final var model = new StandardizeModel(names, centers, scales);
        result.part(model.apply(data, context));
        result.part(new TableBuilder(Messages.TEXTS, "standardize").columns("column", names).numbers("center", centers).numbers("scale", scales)
                .numbers("least", figures[0]).numbers("median", figures[1]).numbers("most", figures[2]).numbers("missing", figures[3]).build("columns"));
        result.part(new DistributionPart("spread", Messages.of("standardize.spread"), Messages.of("standardize.value"), edges,
                names.stream().limit(counts.length).map(Message::column).toList(), counts));
        context.progress().worked(1);
        return result.model(model).build();
    }

    @Override
    protected Model model(final ModelState state) {
        return StandardizeModel.of(state);
    }
}
