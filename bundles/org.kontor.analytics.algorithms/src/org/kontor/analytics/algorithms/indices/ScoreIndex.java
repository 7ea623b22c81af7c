// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import java.util.List;
import java.util.Set;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Numbers;
import org.kontor.analytics.parameter.NumbersParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * An index of scores: the sum as the founders printed it, and beside it the weighted mean on a scale of 0 to 100, with the weights in sight
 * and taken anew where parts are missing; and the shares that surveys are read by: CSAT, NPS and CES.
 */
abstract class ScoreIndex extends Method {

    static final String SATISFACTION = "satisfaction";
    static final String RECOMMENDATION = "recommendation";
    static final String EFFORT = "effort";
    private static final List<String> QUESTIONS = List.of(SATISFACTION, RECOMMENDATION, EFFORT);
    private static final int MOST_SCORES = 100;
    private static final int STEPS = 2;

    static final NumbersParameter WEIGHTS = new NumbersParameter("weights", Numbers.NONE, 1, false);
    static final RealParameter SCALE_FROM = new RealParameter("scale-from", 0.0, -1e6, 1e6);
    static final RealParameter SCALE_TO = new RealParameter("scale-to", 100.0, -1e6, 1e6);
    static final ChoiceParameter FIRST = new ChoiceParameter("first-rating", SATISFACTION, QUESTIONS);
    static final ChoiceParameter SECOND = new ChoiceParameter("second-rating", RECOMMENDATION, QUESTIONS);
    static final ChoiceParameter THIRD = new ChoiceParameter("third-rating", EFFORT, QUESTIONS);
    static final RealParameter SATISFIED_FROM = new RealParameter("satisfied-from", 4.0, -1e6, 1e6);
    static final RealParameter EASY_FROM = new RealParameter("easy-from", 5.0, -1e6, 1e6);

    ScoreIndex(final String id, final String release) {
        super(new AlgorithmDescriptor(id, release, Family.INDICES, Messages.TEXTS,
                List.of("C. Fornell and others, The American Customer Satisfaction Index, Journal of Marketing 60, 1996",
                        "F. F. Reichheld, The One Number You Need to Grow, Harvard Business Review 81, 2003",
                        "M. Dixon, K. Freeman, N. Toman, Stop Trying to Delight Your Customers, Harvard Business Review 88, 2010"),
                "O(n d)",
                List.of(new RoleNeed(Role.FEATURES, 0, MOST_SCORES, RoleNeed.AMOUNTS), new RoleNeed(Role.RATING, 0, QUESTIONS.size(), RoleNeed.AMOUNTS),
                        RoleNeed.optional(Role.TIME, RoleNeed.TEMPORAL), RoleNeed.optional(Role.ID, RoleNeed.ANY),
                        RoleNeed.optional(Role.WEIGHT, RoleNeed.AMOUNTS)),
                List.of(WEIGHTS, SCALE_FROM, SCALE_TO, FIRST, SECOND, THIRD, SATISFIED_FROM, EASY_FROM),
                Set.of(Capability.MISSING_VALUES, Capability.WEIGHTS)));
    }

    @Override
    protected final void examine(final Findings found) {
        final int scores = found.data().names(Role.FEATURES).size();
        if (scores == 0 && found.data().names(Role.RATING).isEmpty()) {
            found.obstacle("index.columns");
        } else if (found.data().rows() == 0) {
            found.obstacle("index.empty");
        }
        examineWeights(found);
    }

    @Override
    protected final void examineSettings(final Findings found) {
        final var parameters = found.parameters();
        if (!(parameters.get(SCALE_TO) > parameters.get(SCALE_FROM))) {
            found.obstacle("index.scale", parameters.get(SCALE_FROM), parameters.get(SCALE_TO));
        }
    }

    static void examineWeights(final Findings found) {
        final int scores = found.data().names(Role.FEATURES).size();
        final var weights = found.parameters().get(WEIGHTS);
        if (weights.rows() == 0) {
            return;
        }
        double sum = 0;
        boolean wrong = weights.row(0).length != scores;
        for (final double weight : weights.row(0)) {
            wrong |= weight < 0;
            sum += weight;
        }
        if (wrong || !(sum > 0) || !Double.isFinite(sum)) {
            found.obstacle("index.weights", scores, WEIGHTS.format(weights));
        }
    }

    @Override
    public final long memory(final Dataset data, final Parameters parameters) {
        return (2L << 20) + data.rows() * 64L;
    }

    @Override
    public final Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, STEPS);
        final var scale = new Scores.Scale(parameters.get(SCALE_FROM), parameters.get(SCALE_TO));
        final var scores = data.names(Role.FEATURES).isEmpty() ? null : Scores.of(data, parameters.get(WEIGHTS), scale, context);
        context.progress().worked(1);
        final var result = new ScoreReport(data, scores, descriptor().id(), parameters, context).result();
        context.progress().worked(1);
        return result;
    }
}
