// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

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
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.DateParameter;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.RunContext;

/**
 * What the methods have in common that learn how customers buy until they stop. They read one row for each order, or one for each customer
 * with the number of repeat purchases, the time of the last, and the age.
 */
abstract class PurchaseMethod extends Method {

    static final String MONTHS = "months";
    static final String WEEKS = "weeks";
    private static final double MONTH = 365.25 / 12;
    private static final int STEPS = 3;

    static final ChoiceParameter UNIT = new ChoiceParameter("unit", WEEKS, List.of("days", WEEKS, MONTHS));
    static final DateParameter END = new DateParameter("observation-end");
    static final RealParameter HORIZON = new RealParameter("horizon", 52.0, 0, 100_000);
    static final ChoiceParameter RECENCY = new ChoiceParameter("recency", "since-first", List.of("since-first", "since-last"));
    static final List<Parameter<?>> PARAMETERS = List.of(UNIT, END, HORIZON, RECENCY);
    static final List<RoleNeed> NEEDS = List.of(RoleNeed.optional(Role.ID, RoleNeed.ANY), RoleNeed.optional(Role.TIME, RoleNeed.TEMPORAL),
            new RoleNeed(Role.FEATURES, 0, 3, RoleNeed.AMOUNTS), RoleNeed.optional(Role.WEIGHT, RoleNeed.AMOUNTS), RoleNeed.optional(Role.TARGET,
                    RoleNeed.AMOUNTS));

    private final ProcessFit.Model model;

    PurchaseMethod(final ProcessFit.Model model, final String release, final List<String> literature) {
        super(new AlgorithmDescriptor(model.id(), release, Family.VALUE, Messages.TEXTS, literature, "O(n + g i)", NEEDS, PARAMETERS,
                Set.of(Capability.LEARNS, Capability.MISSING_VALUES, Capability.WEIGHTS)));
        this.model = model;
    }

    static double unit(final String name) {
        return switch (name) {
            case WEEKS -> 7;
            case MONTHS -> MONTH;
            default -> 1;
        };
    }

    @Override
    protected final void examine(final Findings found) {
        examineColumns(found);
    }

    /** What stands in the way of reading orders or features. */
    static void examineColumns(final Findings found) {
        final var data = found.data();
        final int features = data.names(Role.FEATURES).size();
        if (features == 0 && (data.names(Role.ID).isEmpty() || data.names(Role.TIME).isEmpty()) || features > 0 && features != 3) {
            found.obstacle("nbd.columns");
        } else if (data.rows() == 0) {
            found.obstacle("nbd.empty");
        }
    }

    @Override
    public final long memory(final Dataset data, final Parameters parameters) {
        return memory(data);
    }

    static long memory(final Dataset data) {
        final long rows = data.rows();
        final long codes = data.find(Role.ID).orElse(null) instanceof final TextColumn texts ? Math.min(rows, texts.dictionary().size()) : rows;
        final boolean orders = data.names(Role.FEATURES).isEmpty();
        return (4L << 20) + (orders ? Orders.memory(rows, codes) : 0) + Histories.memory(orders ? codes : rows) + (orders ? codes : rows) * 160;
    }

    static Histories histories(final Dataset data, final Parameters parameters, final RunContext context) {
        final double unit = unit(parameters.get(UNIT));
        if (!data.names(Role.FEATURES).isEmpty()) {
            return Histories.ofFeatures(data, parameters.get(RECENCY).equals("since-last"), unit, context);
        }
        final var end = parameters.get(END).map(day -> (int) day.toEpochDay()).orElse(null);
        return Histories.ofOrders(new Orders(data, context), new Histories.Counting(unit, end, false), context);
    }

    /** Refuses where there is nothing to learn from. */
    static void require(final Histories histories, final Groups groups) {
        if (histories.size() == 0 || histories.customers() == 0) {
            throw Messages.problem("nbd.nothing-counts").asException();
        }
        boolean again = false;
        for (int g = 0; g < groups.size(); g++) {
            again |= groups.x()[g] > 0 && groups.weight()[g] > 0;
        }
        if (!again) {
            throw Messages.problem("nbd.nobody-again", histories.size()).asException();
        }
    }

    @Override
    public final Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, STEPS);
        final var histories = histories(data, parameters, context);
        final var groups = Groups.of(histories, context);
        require(histories, groups);
        context.progress().worked(1);
        final var fit = ProcessFit.of(model, groups, context);
        context.progress().worked(1);
        final var result = new PurchaseReport(data, parameters, histories, groups, fit, context).result(new PurchaseModel(model, fit.process(),
                parameters.get(UNIT), parameters.get(RECENCY), parameters.get(HORIZON), descriptor().version()));
        context.progress().worked(1);
        return result;
    }

    @Override
    protected final Model model(final ModelState state) {
        return PurchaseModel.of(state);
    }
}
