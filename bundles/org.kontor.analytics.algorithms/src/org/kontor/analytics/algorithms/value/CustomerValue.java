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
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * What customers are worth: from their orders by the models of purchases and of money, from margins and retention by the formula of
 * discounted margins, and the two indices of the founders, which are of the company and not of a customer.
 */
@Component(service = Algorithm.class,
        property = {Algorithm.ID + "=" + CustomerValue.NAME, Algorithm.VERSION + "=" + CustomerValue.RELEASE, "service.ranking:Integer=0"})
public final class CustomerValue extends Method {

    static final String NAME = "customer-value";
    static final String RELEASE = "1.0.0";
    static final String ORDERS = "orders";
    static final String RETAINED = "retention";
    static final String PROFIT = "profit-centre";
    static final String SHARE = "market-share";
    private static final int STEPS = 3;

    static final ChoiceParameter MEASURE = new ChoiceParameter("measure", ORDERS, List.of(ORDERS, RETAINED, PROFIT, SHARE));
    static final RealParameter MARGIN = new RealParameter("margin", 1.0, 0, 1);
    static final RealParameter DISCOUNT = new RealParameter("discount", .1, 0, 10);
    static final RealParameter RETENTION = new RealParameter("retention", .8, 0, 1);
    static final IntegerParameter PERIODS = new IntegerParameter("periods", 0L, 0, 1_200);
    static final ChoiceParameter MODEL = new ChoiceParameter("model", ProcessFit.Model.BG_NBD.id(),
            List.of(ProcessFit.Model.BG_NBD.id(), ProcessFit.Model.MBG_NBD.id(), ProcessFit.Model.PARETO_NBD.id()));

    /** Made by the framework. */
    public CustomerValue() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.VALUE, Messages.TEXTS,
                List.of("S. Gupta, D. R. Lehmann, Customers as Assets, Journal of Interactive Marketing 17, 2003",
                        "P. S. Fader, B. G. S. Hardie, K. L. Lee, RFM and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of Marketing "
                                + "Research 42, 2005",
                        "F. R. Dwyer, Customer Lifetime Valuation to Support Marketing Decision Making, Journal of Direct Marketing 3, 1989"),
                "O(n log n + g i)",
                List.of(RoleNeed.optional(Role.ID, RoleNeed.ANY), RoleNeed.optional(Role.TIME, RoleNeed.TEMPORAL),
                        RoleNeed.optional(Role.VALUE, RoleNeed.AMOUNTS), new RoleNeed(Role.FEATURES, 0, 2, RoleNeed.AMOUNTS)),
                List.of(MEASURE, MARGIN, DISCOUNT, RETENTION, PERIODS, MODEL, PurchaseMethod.UNIT, PurchaseMethod.END, PurchaseMethod.HORIZON),
                Set.of(Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        final var data = found.data();
        final int features = data.names(Role.FEATURES).size();
        final boolean fits = switch (found.parameters().get(MEASURE)) {
            case ORDERS -> !data.names(Role.ID).isEmpty() && !data.names(Role.TIME).isEmpty() && !data.names(Role.VALUE).isEmpty();
            case RETAINED -> features > 0;
            default -> features == 2;
        };
        if (!fits) {
            found.obstacle("customer-value.columns." + found.parameters().get(MEASURE));
        } else if (data.rows() == 0) {
            found.obstacle("nbd.empty");
        }
    }

    @Override
    protected void examineSettings(final Findings found) {
        final var parameters = found.parameters();
        if (parameters.get(MEASURE).equals(RETAINED) && parameters.get(PERIODS) == 0 && parameters.get(RETENTION) >= 1 + parameters.get(DISCOUNT)) {
            found.obstacle("customer-value.endless");
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        return parameters.get(MEASURE).equals(ORDERS) ? PurchaseMethod.memory(data) + Orders.memory(rows, rows) + rows * 100 : (2L << 20) + rows * 100;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, STEPS);
        return switch (parameters.get(MEASURE)) {
            case ORDERS -> OrderValues.result(data, parameters, context);
            case RETAINED -> RetainedMargins.result(data, parameters, context);
            default -> new CompanyIndex(data, parameters.get(MEASURE).equals(PROFIT), context).result();
        };
    }
}
