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
import org.kontor.analytics.parameter.DateParameter;
import org.kontor.analytics.parameter.FlagParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** How much each customer will spend at a purchase: the own mean, drawn towards that of all the more, the fewer purchases are known. */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + GammaGamma.NAME, Algorithm.VERSION + "=" + GammaGamma.RELEASE, "service.ranking:Integer=0"})
public final class GammaGamma extends Method {

    static final String NAME = "gamma-gamma";
    static final String RELEASE = "1.0.0";
    private static final int STEPS = 3;

    static final DateParameter END = new DateParameter("observation-end");
    static final FlagParameter FIRST = new FlagParameter("include-first", false);

    /** Made by the framework. */
    public GammaGamma() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.VALUE, Messages.TEXTS,
                List.of("P. S. Fader, B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value, 2013",
                        "P. S. Fader, B. G. S. Hardie, K. L. Lee, RFM and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of Marketing "
                                + "Research 42, 2005"),
                "O(n i)",
                List.of(RoleNeed.optional(Role.ID, RoleNeed.ANY), RoleNeed.optional(Role.TIME, RoleNeed.TEMPORAL),
                        RoleNeed.optional(Role.VALUE, RoleNeed.AMOUNTS), new RoleNeed(Role.FEATURES, 0, 2, RoleNeed.AMOUNTS),
                        RoleNeed.optional(Role.WEIGHT, RoleNeed.AMOUNTS), RoleNeed.optional(Role.TARGET, RoleNeed.AMOUNTS)),
                List.of(END, FIRST), Set.of(Capability.LEARNS, Capability.MISSING_VALUES, Capability.WEIGHTS)));
    }

    @Override
    protected void examine(final Findings found) {
        final var data = found.data();
        final int features = data.names(Role.FEATURES).size();
        final boolean orders = !data.names(Role.ID).isEmpty() && !data.names(Role.TIME).isEmpty() && !data.names(Role.VALUE).isEmpty();
        if (features == 0 && !orders || features == 1) {
            found.obstacle("gamma-gamma.columns");
        } else if (data.rows() == 0) {
            found.obstacle("nbd.empty");
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return PurchaseMethod.memory(data);
    }

    static Payments payments(final Dataset data, final boolean first, final Integer end, final RunContext context) {
        return data.names(Role.FEATURES).isEmpty()
                ? Payments.ofHistories(Histories.ofOrders(new Orders(data, context), new Histories.Counting(1, end, first), context), first)
                : Payments.ofFeatures(data, context);
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, STEPS);
        final boolean first = parameters.get(FIRST);
        final var payments = payments(data, first, parameters.get(END).map(day -> (int) day.toEpochDay()).orElse(null), context);
        require(payments);
        context.progress().worked(1);
        final var fit = Spending.fit(payments, context);
        context.progress().worked(1);
        final var result = new SpendingReport(data, payments, fit, context).result(new SpendingModel(fit.spending(), first));
        context.progress().worked(1);
        return result;
    }

    static void require(final Payments payments) {
        if (!(payments.payers() > 0)) {
            throw Messages.problem("gamma-gamma.nobody-pays", payments.size()).asException();
        }
    }

    @Override
    protected Model model(final ModelState state) {
        return SpendingModel.of(state);
    }
}
