// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.run.RunContext;

/**
 * Finds the parameters of a process by maximum likelihood: from moments, of many groups first on a sample of them. Where the data has no
 * maximum at finite parameters, as where nobody seems to stop, a weak assumption about their size is added, and that is said.
 *
 * @param process   the process, in the unit of the data
 * @param logarithm the logarithm of the likelihood
 * @param kind      how it was found
 * @param away      the names of parameters that went beyond all bounds without the assumption
 * @param steps     how many steps the searches took
 * @param customers how many customers were learned from
 */
record ProcessFit(PurchaseProcess process, double logarithm, Search.Kind kind, List<String> away, int steps, double customers) {

    private static final int SAMPLE = 20_000;

    /** Which of the processes. */
    enum Model {
        /** Only repeat purchases are followed by a chance to stop. */
        BG_NBD("bg-nbd"),
        /** All purchases are followed by a chance to stop. */
        MBG_NBD("mbg-nbd"),
        /** Customers stop at any time. */
        PARETO_NBD("pareto-nbd");

        private final String id;

        Model(final String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        static Model of(final String id) {
            return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst().orElseThrow();
        }

        Likelihood likelihood(final Groups groups, final double scale, final RunContext context) {
            return this == PARETO_NBD ? new ParetoLikelihood(groups, scale, context)
                    : new BetaGeometricLikelihood(groups, scale, this == MBG_NBD ? 1 : 0, context);
        }

        PurchaseProcess process(final double[] values) {
            return this == PARETO_NBD ? new Pareto(values[0], values[1], values[2], values[3])
                    : new BetaGeometric(values[0], values[1], values[2], values[3], this == MBG_NBD ? 1 : 0);
        }
    }

    /**
     * Fits a process.
     *
     * @param groups at least one customer with a second purchase
     */
    static ProcessFit of(final Model model, final Groups groups, final RunContext context) {
        double scale = 0;
        for (final double each : groups.age()) {
            scale = Math.max(scale, each);
        }
        final var all = model.likelihood(groups, scale, context);
        final double[] start = start(model, all);
        final var sketch = groups.size() > 2 * SAMPLE ? model.likelihood(groups.sample(SAMPLE), scale, context) : null;
        final var found = Search.of(all, sketch, new double[][] {start, new double[Likelihood.SIZE]}, all.customers);
        final double[] values = Arrays.stream(found.point()).map(Math::exp).toArray();
        final var process = all.process(values);
        return new ProcessFit(process, all.logarithm(found.point()), found.kind(), found.away().stream().map(process.names()::get).toList(), found.steps(),
                all.customers);
    }

    /** The mean and the spread of purchases in a time give the rates; that a quarter of customers stops each time is a guess. */
    private static double[] start(final Model model, final Likelihood all) {
        double purchases = 0;
        double time = 0;
        for (int g = 0; g < all.groups; g++) {
            purchases += all.weight[g] * all.x[g];
            time += all.weight[g] * all.age[g];
        }
        final double rate = purchases / Math.max(time, Double.MIN_NORMAL);
        double surplus = 0;
        double squares = 0;
        for (int g = 0; g < all.groups; g++) {
            final double mean = rate * all.age[g];
            surplus += all.weight[g] * ((all.x[g] - mean) * (all.x[g] - mean) - mean);
            squares += all.weight[g] * mean * mean;
        }
        final double r = surplus > 0 ? Math.min(20, Math.max(.1, squares / surplus)) : 20;
        // who stopped bought faster before
        final double alpha = Math.min(50, Math.max(1e-3, r / Math.max(rate, 1e-6) / 2));
        return model == Model.PARETO_NBD ? new double[] {Math.log(r), Math.log(alpha), Math.log(.5), Math.log(.5)}
                : new double[] {Math.log(r), Math.log(alpha), Math.log(.8), Math.log(2.4)};
    }
}
