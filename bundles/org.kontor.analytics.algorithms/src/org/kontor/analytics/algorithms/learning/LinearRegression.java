// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Family;
import org.kontor.analytics.algorithms.numerics.CrossProducts;
import org.kontor.analytics.algorithms.numerics.TallQr;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Predicts a number as a sum of features, with all that is to be said about each coefficient. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + LinearRegression.NAME, Algorithm.VERSION + "=" + LinearRegression.RELEASE, "service.ranking:Integer=0"})
public final class LinearRegression extends LearningMethod {

    static final String NAME = "linear-regression";
    static final String RELEASE = "1.0.0";
    static final String FREQUENT = "most-frequent";

    static final ChoiceParameter REFERENCE = new ChoiceParameter("reference", FREQUENT, List.of(FREQUENT, "first"));
    static final RealParameter RIDGE = new RealParameter("ridge", 0.0, 0, 1e6);
    static final RealParameter CONFIDENCE = new RealParameter("confidence", .95, .5, .9999);

    /** More terms say nothing that a person could read. */
    static final int MOST_TERMS = 2_000;

    private static final List<RoleNeed> NEEDS = List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.ANY),
            RoleNeed.one(Role.TARGET, Set.of(ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.FLAG)), RoleNeed.optional(Role.ID, RoleNeed.ANY),
            RoleNeed.optional(Role.TIME, RoleNeed.TEMPORAL), RoleNeed.optional(Role.WEIGHT, RoleNeed.AMOUNTS));

    /** Made by the framework. */
    public LinearRegression() {
        super(NAME, RELEASE, Family.REGRESSION,
                List.of("C. F. Gauss, Theoria combinationis observationum erroribus minimis obnoxiae, 1823",
                        "G. Golub, Numerical methods for solving linear least squares problems, Numerische Mathematik 7, 1965",
                        "N. Draper, H. Smith, Applied Regression Analysis, Wiley 1998"),
                "O(n d²)", NEEDS, LearningParameters.numbersWith(REFERENCE, CompleteRows.MISSING, RIDGE, CONFIDENCE),
                SearchRange.logarithmic(RIDGE.name(), 1e-3, 1e3));
    }

    @Override
    Target.Kind kind(final Parameters parameters) {
        return Target.Kind.NUMBERS;
    }

    /** {@return how many terms there are at most} */
    static int terms(final Dataset data) {
        long terms = 0;
        for (final var name : data.names(Role.FEATURES)) {
            terms += data.frame().find(name).map(column -> column instanceof final TextColumn texts ? Math.min(Encoding.MOST + 2, texts.dictionary()
                    .size()) : 1).orElse(1);
        }
        return (int) Math.min(MOST_TERMS, Math.max(1, terms));
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final int width = terms(data) + 2;
        return Training.memory(data) + data.rows() * 32L + 24L * Math.min(LinearFit.SMALL, (long) data.rows() * width) + 64L * width * width
                + CrossProducts.memory(data.rows(), width) + TallQr.memory(data.rows(), width);
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        final var training = training(data, parameters, context);
        final var learner = new LinearLearner(parameters);
        final var result = training.result(learner, (into, predictor) -> new LinearReport(data, training.examples(), parameters, learner.whole(),
                predictor, context)
                .add(into));
        final var model = new LinearModel((LearnedModel) result.model().orElseThrow(), interval(learner.whole(), parameters));
        return new Result(result.summary(), result.metrics(), result.parts(), result.warnings(), Optional.of(model));
    }

    /** With a penalty nothing is known of how far predictions may be off. */
    private static PredictionInterval interval(final LinearFit fit, final Parameters parameters) {
        final var found = PredictionInterval.of(fit, parameters.get(CONFIDENCE));
        return parameters.get(RIDGE) == 0 ? found
                : new PredictionInterval(Double.NaN, found.apart(), found.confidence(), found.owners(), found.levels(), found.means(), found.inverse());
    }

    @Override
    protected Model model(final ModelState state) {
        return LinearModel.restore(state);
    }
}
