// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** What customers spend, applied to the orders or features of others. Each order has the answer of its customer. */
record SpendingModel(Spending spending, boolean first) implements Model {

    static SpendingModel of(final ModelState state) {
        final var facts = state.facts();
        try {
            final var values = new double[] {PurchaseModel.number(facts.get("p")), PurchaseModel.number(facts.get("q")), PurchaseModel.number(facts.get("v"))};
            if (Arrays.stream(values).allMatch(value -> value > 0 && value < Double.MAX_VALUE)) {
                return new SpendingModel(new Spending(values[0], values[1], values[2]), Boolean.parseBoolean(facts.get("include-first")));
            }
        } catch (NumberFormatException unreadable) {
            throw Messages.problem("nbd.model").asException(unreadable);
        }
        throw Messages.problem("nbd.model").asException();
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        context.requireMemory(PurchaseMethod.memory(data));
        final var expected = new double[data.rows()];
        Arrays.fill(expected, Double.NaN);
        final var payments = GammaGamma.payments(data, first, null, context);
        for (int i = 0; i < payments.size(); i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            expected[payments.row()[i]] = SpendingReport.expected(spending, payments, i);
        }
        if (data.names(Role.FEATURES).isEmpty()) {
            PurchaseModel.spread(data, payments.row(), context, expected);
        }
        return PurchaseReport.customers(data.find(Role.ID)).under(GammaGamma.NAME).add(NumberColumn.of("expected-mean", expected), Meaning.SCORE)
                .build("answers", Messages.of("nbd.customers"));
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        return List.of();
    }

    @Override
    public ModelState state() {
        return new ModelState(GammaGamma.NAME, GammaGamma.RELEASE, Map.of("p", Double.toString(spending.p()), "q", Double.toString(spending.q()), "v",
                Double.toString(spending.v()), "include-first", Boolean.toString(first)), Map.of());
    }
}
