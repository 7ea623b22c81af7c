// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

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
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Finds rows with values far from those of the others, column by column or in all columns together. */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Outliers.NAME, Algorithm.VERSION + "=" + Outliers.RELEASE, "service.ranking:Integer=0"})
public final class Outliers extends Method {

    static final String NAME = "outliers";
    static final String RELEASE = "1.0.0";
    static final String TUKEY = "tukey";
    static final String MAD = "mad";
    static final String Z = "z-score";
    static final String FOREST = "isolation-forest";

    static final ChoiceParameter METHOD = new ChoiceParameter("method", TUKEY, List.of(TUKEY, MAD, Z, FOREST));
    static final RealParameter LIMIT = new RealParameter("limit", 0.0, 0, 1000);
    static final IntegerParameter TREES = new IntegerParameter("trees", 200L, 10, 2_000);

    /** What {@link #LIMIT} of 0 stands for. */
    private static final double USUAL_FENCE = 1.5;
    private static final double USUAL_MAD = 3.5;
    private static final double USUAL_Z = 3;
    private static final double USUAL_FOREST = .6;

    /** Made by the framework. */
    public Outliers() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.PREPARATION, Messages.TEXTS,
                List.of("J. W. Tukey, Exploratory Data Analysis, 1977", "B. Iglewicz, D. C. Hoaglin, How to Detect and Handle Outliers, 1993",
                        "F. T. Liu, K. M. Ting, Z.-H. Zhou, Isolation Forest, ICDM 2008"),
                "O(n log n) for each column; with isolation O(n t)",
                List.of(RoleNeed.several(Role.FEATURES, 1, RoleNeed.NUMERIC), RoleNeed.optional(Role.ID, RoleNeed.ANY)), List.of(METHOD, LIMIT, TREES),
                Set.of(Capability.MISSING_VALUES, Capability.RANDOM)));
    }

    @Override
    protected void examine(final Findings found) {
        NumbersCheck.examine(found);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long width = data.names(Role.FEATURES).size();
        final boolean forest = parameters.get(METHOD).equals(FOREST);
        return (4 << 20) + Figures.memory(data.rows()) * (parameters.get(METHOD).equals(MAD) ? 2 : 1) + data.rows() * 48L
                + (forest ? data.rows() * 8L * width + IsolationForest.memory(parameters.get(TREES)) : 0);
    }

    private static double limit(final Parameters parameters) {
        final double given = parameters.get(LIMIT);
        if (given > 0) {
            return given;
        }
        return switch (parameters.get(METHOD)) {
            case TUKEY -> USUAL_FENCE;
            case MAD -> USUAL_MAD;
            case FOREST -> USUAL_FOREST;
            default -> USUAL_Z;
        };
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, data.names(Role.FEATURES).size() + 2L);
        return new OutliersReport(data, parameters.get(METHOD), limit(parameters), parameters.get(TREES).intValue(), context).result();
    }
}
