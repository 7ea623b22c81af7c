// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.algorithms.numerics.Cholesky;
import org.kontor.analytics.run.RunContext;

/**
 * Makes forecasts of parts and totals agree: sums of the parts, or the smallest change, weighted by how uncertain each forecast is and how
 * their errors go together (Wickramasuriya, Athanasopoulos and Hyndman 2019).
 */
final class Reconciliation {

    /** The covariances of more series have no place. */
    private static final int MOST = 2_000;

    private final Hierarchy hierarchy;
    private final String way;
    private final RunContext context;

    /**
     * @param hierarchy totals and parts
     * @param way       bottom-up, ols or mint
     * @param context   who runs it
     */
    Reconciliation(final Hierarchy hierarchy, final String way, final RunContext context) {
        this.hierarchy = hierarchy;
        this.way = way;
        this.context = context;
    }

    static long memory(final String way, final long nodes) {
        return way.equals("bottom-up") ? 0 : Math.min(nodes, MOST) * Math.min(nodes, MOST) * 3 * Double.BYTES;
    }

    /** {@return the outcomes with forecasts that agree; the bounds of each move along with it} */
    List<Outcome> apply(final List<Outcome> outcomes) {
        if (!way.equals("bottom-up") && outcomes.size() > MOST) {
            throw Messages.problem("forecast.too-many-parts", outcomes.size(), MOST).asException();
        }
        final double[][] weights = way.equals("bottom-up") ? null : way.equals("ols") ? null : covariances(outcomes);
        final var solver = way.equals("bottom-up") ? null : new Solver(outcomes.size(), weights);
        final int trials = outcomes.getFirst().trials().size();
        final var futures = agreed(outcomes.stream().map(Outcome::forecast).toList(), solver);
        final List<List<Forecast>> tested = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            final int number = trial;
            tested.add(agreed(outcomes.stream().map(each -> each.trials().get(number).forecast()).toList(), solver));
        }
        final var changed = new ArrayList<Outcome>();
        for (int node = 0; node < outcomes.size(); node++) {
            final var outcome = outcomes.get(node);
            final var others = new ArrayList<BackTest.Trial>();
            for (int trial = 0; trial < trials; trial++) {
                final var before = outcome.trials().get(trial);
                others.add(new BackTest.Trial(before.known(), tested.get(trial).get(node), before.baseline(), before.scale()));
            }
            changed.add(new Outcome(outcome.series(), outcome.fit(), futures.get(node), others));
        }
        return changed;
    }

    private List<Forecast> agreed(final List<Forecast> forecasts, final Solver solver) {
        final int horizon = forecasts.getFirst().horizon();
        final var means = new double[forecasts.size()][horizon];
        for (int h = 0; h < horizon; h++) {
            context.checkCancelled();
            final var step = new double[means.length];
            for (int node = 0; node < step.length; node++) {
                step[node] = forecasts.get(node).mean()[h];
            }
            if (solver != null) {
                solver.adjust(step);
            }
            // to the last bit: totals are what their parts add up to
            for (int total = 0; total < hierarchy.totals(); total++) {
                step[total] = sum(step, total);
            }
            for (int node = 0; node < step.length; node++) {
                means[node][h] = step[node];
            }
        }
        final var agreed = new ArrayList<Forecast>();
        for (int node = 0; node < means.length; node++) {
            agreed.add(forecasts.get(node).around(means[node]));
        }
        return agreed;
    }

    private double sum(final double[] values, final int total) {
        double sum = 0;
        for (final int part : hierarchy.parts(total)) {
            sum += values[hierarchy.totals() + part];
        }
        return sum;
    }

    /** Covariances of the errors of one step, drawn to no correlation as far as they are uncertain (Schäfer and Strimmer 2005). */
    private double[][] covariances(final List<Outcome> outcomes) {
        final int nodes = outcomes.size();
        final int length = outcomes.getFirst().series().length();
        final var errors = new double[nodes][];
        int from = 0;
        for (int node = 0; node < nodes; node++) {
            final double[] fitted = outcomes.get(node).fit().fitted();
            final double[] values = outcomes.get(node).series().values();
            errors[node] = new double[length];
            Arrays.setAll(errors[node], t -> values[t] - fitted[t]);
            for (int t = length - 1; t >= from; t--) {
                if (Double.isNaN(errors[node][t])) {
                    from = t + 1;
                }
            }
        }
        final int start = Math.min(from, length - 2);
        final int count = length - start;
        final var deviations = new double[nodes];
        double largest = 0;
        for (int node = 0; node < nodes; node++) {
            double squares = 0;
            for (int t = start; t < length; t++) {
                errors[node][t] = Double.isNaN(errors[node][t]) ? 0 : errors[node][t];
                squares += errors[node][t] * errors[node][t];
            }
            deviations[node] = Math.sqrt(squares / count);
            largest = Math.max(largest, deviations[node]);
        }
        for (int node = 0; node < nodes; node++) {
            deviations[node] = Math.max(deviations[node], largest > 0 ? 1e-6 * largest : 1);
        }
        final var matrix = new double[nodes][nodes];
        double uncertain = 0;
        double certain = 0;
        for (int i = 0; i < nodes; i++) {
            context.checkCancelled();
            for (int j = 0; j < i; j++) {
                double sum = 0;
                double squares = 0;
                for (int t = start; t < length; t++) {
                    final double product = errors[i][t] * errors[j][t] / (deviations[i] * deviations[j]);
                    sum += product;
                    squares += product * product;
                }
                final double correlation = sum / count;
                matrix[i][j] = correlation;
                uncertain += (squares - count * correlation * correlation) / ((double) count * Math.max(1, count - 1));
                certain += correlation * correlation;
            }
        }
        final double shrinkage = certain > 0 ? Math.min(1, Math.max(0, uncertain / certain)) : 1;
        for (int i = 0; i < nodes; i++) {
            matrix[i][i] = deviations[i] * deviations[i];
            for (int j = 0; j < i; j++) {
                matrix[i][j] *= (1 - shrinkage) * deviations[i] * deviations[j];
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    /** Moves forecasts by W U (U'WU)^-1 U'y, where U'y is by how much totals and the sums of their parts differ. */
    private final class Solver {

        private final int nodes;
        private final int totals = hierarchy.totals();
        /** W U: how far each node moves for a difference at each total. */
        private final double[][] moves;
        private final Cholesky matrix;

        Solver(final int nodes, final double[][] weights) {
            this.nodes = nodes;
            moves = new double[nodes][totals];
            for (int node = 0; node < nodes; node++) {
                context.checkCancelled();
                for (int total = 0; total < totals; total++) {
                    double sum = weight(weights, node, total);
                    for (final int part : hierarchy.parts(total)) {
                        sum -= weight(weights, node, totals + part);
                    }
                    moves[node][total] = sum;
                }
            }
            final var products = new double[totals * totals];
            double largest = 0;
            for (int i = 0; i < totals; i++) {
                context.checkCancelled();
                for (int j = 0; j < totals; j++) {
                    double sum = moves[i][j];
                    for (final int part : hierarchy.parts(i)) {
                        sum -= moves[totals + part][j];
                    }
                    products[i * totals + j] = sum;
                }
                largest = Math.max(largest, products[i * totals + i]);
            }
            for (int i = 0; i < totals; i++) {
                // a level that repeats another one adds nothing, and a little more on the diagonal lets it
                products[i * totals + i] += 1e-9 * largest;
            }
            matrix = Cholesky.of(products, totals, context::checkCancelled).orElse(null);
        }

        private double weight(final double[][] weights, final int i, final int j) {
            return weights != null ? weights[i][j] : i == j ? 1 : 0;
        }

        void adjust(final double[] values) {
            if (matrix == null) {
                return;
            }
            final var differences = new double[totals];
            for (int total = 0; total < totals; total++) {
                differences[total] = values[total] - sum(values, total);
            }
            final double[] solved = matrix.solve(differences);
            for (int node = 0; node < nodes; node++) {
                for (int total = 0; total < totals; total++) {
                    values[node] -= moves[node][total] * solved[total];
                }
            }
        }
    }
}
