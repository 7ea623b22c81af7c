// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.List;
import java.util.Set;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.run.RunContext;

/** What methods have in common that learn from examples with a target. */
abstract class LearningMethod extends Method {

    LearningMethod(final String id, final String release, final Family family, final List<String> literature, final String cost, final List<RoleNeed> needs,
            final List<Parameter<?>> parameters, final SearchRange... searched) {
        super(new AlgorithmDescriptor(id, release, family, Messages.TEXTS, literature, cost, needs, parameters,
                Set.of(Capability.LEARNS, Capability.EXPLAINS, Capability.MISSING_VALUES, Capability.CATEGORIES, Capability.WEIGHTS, Capability.RANDOM))
                .searching(searched));
    }

    /** {@return how the target is read} */
    Target.Kind kind(final Parameters parameters) {
        return LearningParameters.kind(parameters);
    }

    @Override
    protected final void examine(final Findings found) {
        new ExamplesCheck(found).examine(kind(found.parameters()));
    }

    /** Begins a run with the examples of its data. */
    final Training training(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context);
        return new Training(descriptor(), data, parameters, kind(parameters), context);
    }
}
