// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

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
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * Who is active, at risk or gone where nobody gives notice: by the probability to be active, which weighs a customer's silence against the
 * own rhythm and against what others did.
 */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + ChurnNoContract.NAME, Algorithm.VERSION + "=" + ChurnNoContract.RELEASE, "service.ranking:Integer=0"})
public final class ChurnNoContract extends Method {

    static final String NAME = "churn-no-contract";
    static final String RELEASE = "1.0.0";
    private static final int STEPS = 3;

    static final ChoiceParameter MODEL = new ChoiceParameter("model", ProcessFit.Model.MBG_NBD.id(),
            List.of(ProcessFit.Model.MBG_NBD.id(), ProcessFit.Model.BG_NBD.id(), ProcessFit.Model.PARETO_NBD.id()));
    static final RealParameter ACTIVE_FROM = new RealParameter("active-from", .8, 0, 1);
    static final RealParameter GONE_BELOW = new RealParameter("gone-below", .5, 0, 1);
    static final ChoiceParameter LANGUAGE = new ChoiceParameter("label-language", "en", List.of("en", "zh"));

    /** Made by the framework. */
    public ChurnNoContract() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.VALUE, Messages.TEXTS,
                List.of("P. S. Fader, B. G. S. Hardie, K. L. Lee, Computing P(alive) Using the BG/NBD Model, 2008",
                        "D. C. Schmittlein, D. G. Morrison, R. Colombo, Counting Your Customers: Who Are They and What Will They Do Next?, Management Science "
                                + "33, 1987"),
                "O(n + g i)",
                List.of(RoleNeed.optional(Role.ID, RoleNeed.ANY), RoleNeed.optional(Role.TIME, RoleNeed.TEMPORAL),
                        RoleNeed.optional(Role.VALUE, RoleNeed.AMOUNTS), new RoleNeed(Role.FEATURES, 0, 3, RoleNeed.AMOUNTS),
                        RoleNeed.optional(Role.WEIGHT, RoleNeed.AMOUNTS)),
                List.of(MODEL, ACTIVE_FROM, GONE_BELOW, PurchaseMethod.UNIT, PurchaseMethod.END, PurchaseMethod.RECENCY, LANGUAGE),
                Set.of(Capability.MISSING_VALUES, Capability.WEIGHTS)));
    }

    @Override
    protected void examine(final Findings found) {
        PurchaseMethod.examineColumns(found);
    }

    @Override
    protected void examineSettings(final Findings found) {
        final var parameters = found.parameters();
        if (parameters.get(GONE_BELOW) > parameters.get(ACTIVE_FROM)) {
            found.obstacle("churn-no-contract.limits", parameters.get(GONE_BELOW), parameters.get(ACTIVE_FROM));
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return PurchaseMethod.memory(data) + data.rows() * 100L;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, STEPS);
        final var histories = PurchaseMethod.histories(data, parameters, context);
        final var groups = Groups.of(histories, context);
        PurchaseMethod.require(histories, groups);
        context.progress().worked(1);
        final var fit = ProcessFit.of(ProcessFit.Model.of(parameters.get(MODEL)), groups, context);
        context.progress().worked(1);
        final var result = new ChurnReport(data, parameters, histories, groups, fit, context).result();
        context.progress().worked(1);
        return result;
    }
}
