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
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.DateParameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/** How many of the customers who came in the same period come back in each period after. */
@Component(service = Algorithm.class, property = {Algorithm.ID + "=" + Cohort.NAME, Algorithm.VERSION + "=" + Cohort.RELEASE, "service.ranking:Integer=0"})
public final class Cohort extends Method {

    static final String NAME = "cohort";
    static final String RELEASE = "1.0.0";
    static final String WEEKS = "weeks";
    static final String QUARTERS = "quarters";
    static final String YEARS = "years";
    private static final int STEPS = 2;

    static final ChoiceParameter PERIOD = new ChoiceParameter("period", "months", List.of(WEEKS, "months", QUARTERS, YEARS));
    static final DateParameter END = new DateParameter("observation-end");

    /** Made by the framework. */
    public Cohort() {
        super(new AlgorithmDescriptor(NAME, RELEASE, Family.VALUE, Messages.TEXTS,
                List.of("N. D. Glenn, Cohort Analysis, 2nd edition, 2005",
                        "P. S. Fader, B. G. S. Hardie, How to Project Customer Retention, Journal of Interactive Marketing 21, 2007"),
                "O(n log n)",
                List.of(RoleNeed.one(Role.ID, RoleNeed.ANY), RoleNeed.one(Role.TIME, RoleNeed.TEMPORAL),
                        RoleNeed.optional(Role.VALUE, RoleNeed.AMOUNTS)),
                List.of(PERIOD, END), Set.of(Capability.MISSING_VALUES)));
    }

    @Override
    protected void examine(final Findings found) {
        if (found.data().rows() == 0) {
            found.obstacle("nbd.empty");
        }
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        final long rows = data.rows();
        final long codes = data.find(Role.ID).orElse(null) instanceof final TextColumn texts ? Math.min(rows, texts.dictionary().size()) : rows;
        return (16L << 20) + Orders.memory(rows, codes) + codes * 24;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, STEPS);
        final var orders = new Orders(data, context);
        final int end = parameters.get(END).map(day -> (int) day.toEpochDay()).orElse(orders.census.last());
        final var triangle = Triangle.of(orders, new Calendar(parameters.get(PERIOD)), end, context);
        context.progress().worked(1);
        final var result = new CohortReport(data, orders, triangle, end, context).result();
        context.progress().worked(1);
        return result;
    }
}
