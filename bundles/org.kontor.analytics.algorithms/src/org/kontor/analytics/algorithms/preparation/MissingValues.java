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
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** Shows where values are missing, together and for what reason, and fills them in. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + MissingValues.NAME, Algorithm.VERSION + "=" + MissingValues.RELEASE, "service.ranking:Integer=0"})
public final class MissingValues extends Method {

    static final String NAME = "missing-values";
    static final String RELEASE = "1.0.0";
    static final String MEDIAN = "median";
    static final String MEAN = "mean";
    static final String FREQUENT = "most-frequent";
    static final String NEAREST = "nearest";

    static final ChoiceParameter FILL = new ChoiceParameter("fill", MEDIAN, List.of(MEDIAN, MEAN, FREQUENT, NEAREST));
    static final IntegerParameter NEIGHBOURS = new IntegerParameter("neighbours", 5L, 1, 100);

    private static final int MOST_COLUMNS = 64;

    /** Made by the framework. */
    public MissingValues() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.PREPARATION, Messages.TEXTS,
                List.of("D. B. Rubin, Inference and Missing Data, Biometrika 63, 1976",
                        "R. J. A. Little, D. B. Rubin, Statistical Analysis with Missing Data, 2002",
                        "O. Troyanskaya and others, Missing value estimation methods for DNA microarrays, Bioinformatics 17, 2001"),
                "O(n log n) for each column; with nearest rows O(n r d) for r = 1,000 rows that are looked at",
                List.of(new RoleNeed(Role.FEATURES, 1, MOST_COLUMNS, RoleNeed.ANY), RoleNeed.optional(Role.ID, RoleNeed.ANY)), List.of(FILL, NEIGHBOURS),
                Set.of(Capability.LEARNS, Capability.MISSING_VALUES, Capability.CATEGORIES, Capability.RANDOM)));
    }

    @Override
    protected void examine(final Findings found) {
        NumbersCheck.examine(found);
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long width = data.names(Role.FEATURES).size();
        return (2 << 20) + Figures.memory(data.rows()) + data.rows() * (width * 16L + 24) + Imputation.DONORS * width * 24;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, data.names(Role.FEATURES).size() + 2L);
        final var model = Imputation.learned(data, parameters.get(FILL), parameters.get(NEIGHBOURS).intValue(), context);
        return new MissingReport(data, model, context).result();
    }

    @Override
    protected Model model(final ModelState state) {
        return Imputation.of(state);
    }
}
