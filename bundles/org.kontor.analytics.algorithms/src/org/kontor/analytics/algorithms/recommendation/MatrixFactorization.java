// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.run.RunContext;

/** Describes users and items by a few numbers each whose products are the ratings, or say what users do. */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + MatrixFactorization.NAME, Algorithm.VERSION + "=" + Recommender.RELEASE,
    "service.ranking:Integer=0"})
public final class MatrixFactorization extends Recommender {

    static final String NAME = "matrix-factorization";

    static final IntegerParameter FACTORS = new IntegerParameter("factors", 40L, 1, 500);
    static final RealParameter PENALTY = new RealParameter("penalty", .08, 1e-9, 1e6);
    static final IntegerParameter ITERATIONS = new IntegerParameter("iterations", 20L, 1, 1_000);
    static final FlagParameter BIASES = new FlagParameter("biases", true);
    static final RealParameter CONFIDENCE = new RealParameter("confidence", 40.0, 0, 1e6);

    /** Made by the framework. */
    public MatrixFactorization() {
        super(NAME,
                List.of("Y. Zhou, D. Wilkinson, R. Schreiber, R. Pan, Large-Scale Parallel Collaborative Filtering for the Netflix Prize, AAIM 2008",
                        "Y. Hu, Y. Koren, C. Volinsky, Collaborative Filtering for Implicit Feedback Datasets, ICDM 2008",
                        "Y. Koren, R. Bell, C. Volinsky, Matrix Factorization Techniques for Recommender Systems, Computer 42, 2009"),
                "O((n f² + (u + i) f³) iterations)", List.of(FACTORS, PENALTY, ITERATIONS, BIASES, CONFIDENCE),
                SearchRange.logarithmic(FACTORS.name(), 5, 100), SearchRange.logarithmic(PENALTY.name(), .005, .5),
                SearchRange.logarithmic(ITERATIONS.name(), 5, 40));
    }

    private static Factors.Settings settings(final Parameters parameters) {
        return new Factors.Settings(parameters.get(FACTORS).intValue(), parameters.get(PENALTY), parameters.get(ITERATIONS).intValue(),
                parameters.get(CONFIDENCE), parameters.get(BIASES));
    }

    @Override
    Predictor learn(final Ratings ratings, final Known known, final Parameters parameters, final RunContext context) {
        return Factors.learn(ratings, settings(parameters), known.biases(), context);
    }

    @Override
    long memory(final long users, final long items, final long entries, final Parameters parameters) {
        return Factors.memory(users, items, entries, parameters.get(FACTORS));
    }

    @Override
    Map<String, Frame> tables(final Predictor predictor) {
        final var factors = (Factors) predictor;
        return Map.of("user-factors", table(factors.users, factors.count()), "item-factors", table(factors.items, factors.count()));
    }

    private static Frame table(final double[] values, final int count) {
        final var columns = new ArrayList<Column>();
        for (int j = 0; j < count; j++) {
            final var column = new double[values.length / count];
            for (int i = 0; i < column.length; i++) {
                column[i] = values[i * count + j];
            }
            columns.add(NumberColumn.of("f" + (j + 1), column));
        }
        return Frame.of(columns);
    }

    @Override
    Predictor restore(final Map<String, Frame> tables, final Ratings ratings, final Known known, final Parameters parameters, final RunContext context) {
        final var settings = settings(parameters);
        return Factors.of(ratings, settings, known.biases(), values(tables.get("user-factors"), ratings.users, settings.count()),
                values(tables.get("item-factors"), ratings.items, settings.count()));
    }

    private static double[] values(final Frame table, final int rows, final int count) {
        final double[] values = table.matrix(table.columns().stream().map(Column::name).toList());
        if (values.length != rows * count) {
            throw new IllegalArgumentException(values.length + " factors");
        }
        return values;
    }
}
