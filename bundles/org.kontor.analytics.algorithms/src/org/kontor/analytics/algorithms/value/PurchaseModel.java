// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.algorithms.segments.Keys;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.problem.ProblemException;

/** A fitted process, applied to the orders or features of other customers. Each order has the answers of its customer. */
final class PurchaseModel implements Model {

    private final ProcessFit.Model kind;
    private final PurchaseProcess process;
    private final String unit;
    private final String recency;
    private final double horizon;
    private final String version;

    PurchaseModel(final ProcessFit.Model kind, final PurchaseProcess process, final String unit, final String recency, final double horizon,
            final String version) {
        this.kind = kind;
        this.process = process;
        this.unit = unit;
        this.recency = recency;
        this.horizon = horizon;
        this.version = version;
    }

    static PurchaseModel of(final ModelState state) {
        final var kind = ProcessFit.Model.of(state.algorithm());
        final var facts = state.facts();
        try {
            final var names = kind == ProcessFit.Model.PARETO_NBD ? Pareto.NAMES : BetaGeometric.NAMES;
            final var values = names.stream().mapToDouble(name -> number(facts.get(name))).toArray();
            final double horizon = number(facts.get("horizon"));
            PurchaseMethod.UNIT.check(String.valueOf(facts.get("unit")));
            PurchaseMethod.RECENCY.check(String.valueOf(facts.get("recency")));
            if (Arrays.stream(values).allMatch(value -> value > 0 && value < Double.MAX_VALUE) && horizon >= 0) {
                return new PurchaseModel(kind, kind.process(values), facts.get("unit"), facts.get("recency"), horizon, state.version());
            }
        } catch (NumberFormatException | ProblemException unreadable) {
            throw Messages.problem("nbd.model").asException(unreadable);
        }
        throw Messages.problem("nbd.model").asException();
    }

    static double number(final String text) {
        if (text == null) {
            throw new NumberFormatException("no number");
        }
        return Double.parseDouble(text);
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        final int rows = data.rows();
        context.requireMemory(PurchaseMethod.memory(data));
        final var alive = new double[rows];
        final var expected = new double[rows];
        Arrays.fill(alive, Double.NaN);
        Arrays.fill(expected, Double.NaN);
        final boolean orders = data.names(Role.FEATURES).isEmpty();
        final double days = PurchaseMethod.unit(unit);
        final var histories = orders ? Histories.ofOrders(new Orders(data, context), new Histories.Counting(days, null, false), context)
                : Histories.ofFeatures(data, recency.equals("since-last"), days, context);
        context.parallel(Math.ceilDiv(histories.size(), PurchaseReport.EACH), task -> {
            for (int i = task * PurchaseReport.EACH; i < Math.min(histories.size(), (task + 1) * PurchaseReport.EACH); i++) {
                final int row = histories.row()[i];
                alive[row] = process.alive(histories.x()[i], histories.tx()[i], histories.age()[i]);
                expected[row] = process.expected(histories.x()[i], histories.tx()[i], histories.age()[i], horizon);
            }
        });
        if (orders) {
            spread(data, histories.row(), context, alive, expected);
        }
        return PurchaseReport.customers(data.find(Role.ID)).add(NumberColumn.of("alive", alive), Meaning.PROBABILITY)
                .add(NumberColumn.of("expected", expected), Meaning.SCORE).build("answers", Messages.of("nbd.customers"));
    }

    /** Gives each order what its customer's first one has. */
    static void spread(final Dataset data, final int[] firsts, final RunContext context, final double[]... answers) {
        final var keys = Keys.of(data.column(Role.ID), context);
        final var time = data.column(Role.TIME);
        final var rowOf = new int[keys.count()];
        Arrays.fill(rowOf, -1);
        for (final int row : firsts) {
            rowOf[keys.codes()[row]] = row;
        }
        for (int i = 0; i < data.rows(); i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int from = keys.codes()[i] < 0 || time.isMissing(i) ? -1 : rowOf[keys.codes()[i]];
            for (final double[] each : answers) {
                each[i] = from < 0 ? Double.NaN : each[from];
            }
        }
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        return List.of();
    }

    @Override
    public ModelState state() {
        final var facts = new LinkedHashMap<String, String>();
        for (int j = 0; j < process.names().size(); j++) {
            facts.put(process.names().get(j), Double.toString(process.values()[j]));
        }
        facts.put("unit", unit);
        facts.put("recency", recency);
        facts.put("horizon", Double.toString(horizon));
        return new ModelState(kind.id(), version, facts, Map.of());
    }
}
