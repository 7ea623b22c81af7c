// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.run.RunContext;

/**
 * A growing curve that makes probabilities of two classes true: among rows of which it says 30 %, about 30 % are. Straight lines between its
 * points, flat outside. Isotonic: pool adjacent violators (Ayer and others, 1955). Sigmoid: Platt, Probabilistic outputs for support vector
 * machines, 1999, on log odds.
 *
 * @param from increasing probabilities that a method gives
 * @param to   the true ones
 */
record Calibration(double[] from, double[] to) {

    private static final String TABLE = "calibration";
    private static final double EDGE = 1e-9;
    private static final int POINTS = 401;
    private static final double REACH = 20;
    private static final int MOST_STEPS = 100;

    double apply(final double probability) {
        final int at = Arrays.binarySearch(from, probability);
        if (at >= 0) {
            return to[at];
        }
        final int above = -at - 1;
        if (above == 0) {
            return to.length == 0 ? probability : to[0];
        }
        if (above == from.length) {
            return to[above - 1];
        }
        final double part = (probability - from[above - 1]) / (from[above] - from[above - 1]);
        return to[above - 1] + part * (to[above] - to[above - 1]);
    }

    /** Corrects answers of two classes. */
    void correct(final double[] answers) {
        for (int i = 0; i < answers.length; i += 2) {
            answers[i + 1] = apply(answers[i + 1]);
            answers[i] = 1 - answers[i + 1];
        }
    }

    /**
     * Learns a curve.
     *
     * @param method        {@code isotonic} or {@code platt}
     * @param probabilities of the second class, for rows that were not learned from
     * @param truths        1 where a row is of it, else 0
     * @param weights       how much each row counts
     * @param context       who runs it
     * @return the curve
     */
    static Calibration of(final String method, final double[] probabilities, final double[] truths, final double[] weights, final RunContext context) {
        return method.equals(LearningParameters.PLATT) ? platt(probabilities, truths, weights, context) : isotonic(probabilities, truths, weights, context);
    }

    private static Calibration isotonic(final double[] p, final double[] truths, final double[] weights, final RunContext context) {
        final var order = Order.ascending(p, context::checkCancelled);
        final var sums = new double[p.length];
        final var sizes = new double[p.length];
        final var low = new double[p.length];
        final var high = new double[p.length];
        int blocks = 0;
        for (final int row : order) {
            if (weights[row] <= 0) {
                continue;
            }
            if (blocks > 0 && high[blocks - 1] == p[row]) {
                sums[blocks - 1] += weights[row] * truths[row];
                sizes[blocks - 1] += weights[row];
            } else {
                low[blocks] = p[row];
                high[blocks] = p[row];
                sums[blocks] = weights[row] * truths[row];
                sizes[blocks++] = weights[row];
            }
        }
        int kept = 0;
        for (int b = 0; b < blocks; b++) {
            sums[kept] = sums[b];
            sizes[kept] = sizes[b];
            low[kept] = low[b];
            high[kept++] = high[b];
            while (kept > 1 && sums[kept - 2] * sizes[kept - 1] >= sums[kept - 1] * sizes[kept - 2]) {
                sums[kept - 2] += sums[kept - 1];
                sizes[kept - 2] += sizes[kept - 1];
                high[kept - 2] = high[kept - 1];
                kept--;
            }
        }
        final double total = Arrays.stream(sizes, 0, kept).sum();
        // nobody is ever certain: at most as certain as so many rows allow
        final double edge = 1 / (total + 2);
        final var from = new double[2 * kept];
        final var to = new double[2 * kept];
        int points = 0;
        for (int b = 0; b < kept; b++) {
            final double share = Math.min(1 - edge, Math.max(edge, sums[b] / sizes[b]));
            from[points] = low[b];
            to[points++] = share;
            if (high[b] > low[b]) {
                from[points] = high[b];
                to[points++] = share;
            }
        }
        return new Calibration(Arrays.copyOf(from, points), Arrays.copyOf(to, points));
    }

    /** Newton's method on the two coefficients; the curve is kept as points, so that both methods are stored and applied alike. */
    private static Calibration platt(final double[] p, final double[] truths, final double[] weights, final RunContext context) {
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < p.length; i++) {
            positives += weights[i] * truths[i];
            negatives += weights[i] * (1 - truths[i]);
        }
        final double high = (positives + 1) / (positives + 2);
        final double low = 1 / (negatives + 2);
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            context.checkCancelled();
            double g0 = 0;
            double g1 = 0;
            double h00 = EDGE;
            double h01 = 0;
            double h11 = EDGE;
            for (int i = 0; i < p.length; i++) {
                final double x = logOdds(p[i]);
                final double q = 1 / (1 + Math.exp(-slope * x - offset));
                final double error = weights[i] * (q - (truths[i] == 1 ? high : low));
                final double curve = weights[i] * q * (1 - q);
                g0 += error;
                g1 += error * x;
                h00 += curve;
                h01 += curve * x;
                h11 += curve * x * x;
            }
            final double determinant = h00 * h11 - h01 * h01;
            if (determinant <= 0) {
                break;
            }
            // a long step is cut, so that far from the answer nothing runs away
            final double down = Math.max(-1, Math.min(1, (h11 * g0 - h01 * g1) / determinant));
            final double turn = Math.max(-1, Math.min(1, (h00 * g1 - h01 * g0) / determinant));
            offset -= down;
            slope = Math.max(0, slope - turn);
            if (Math.abs(down) + Math.abs(turn) < 1e-10) {
                break;
            }
        }
        final var from = new double[POINTS];
        final var to = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            // even steps of log odds: close together where probabilities are nearly certain
            final double x = REACH * (2.0 * i / (POINTS - 1) - 1);
            from[i] = 1 / (1 + Math.exp(-x));
            to[i] = 1 / (1 + Math.exp(-slope * x - offset));
        }
        return new Calibration(from, to);
    }

    private static double logOdds(final double probability) {
        final double inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
        return Math.log(inside / (1 - inside));
    }

    /**
     * Corrects answers for rows that were held out, each fold by a curve that was learned from the other folds, so that they stay honest.
     *
     * @param held answers of several folds; with one alone its rows are cut into five
     * @return the corrected answers
     */
    static Validation crossFitted(final String method, final Validation held, final Examples examples, final RunContext context) {
        final boolean single = held.baselines().length == 1;
        final int parts = single ? 5 : held.baselines().length;
        final var answers = held.answers().clone();
        for (int part = 0; part < parts; part++) {
            final int number = part;
            final var others = IntStream.range(0, held.rows().length).filter(i -> part(held, i, single) != number).toArray();
            if (others.length == 0) {
                continue;
            }
            final var curve = of(method, held, others, examples, context);
            for (int i = 0; i < held.rows().length; i++) {
                if (part(held, i, single) == part) {
                    answers[2 * i + 1] = curve.apply(held.answers()[2 * i + 1]);
                    answers[2 * i] = 1 - answers[2 * i + 1];
                }
            }
        }
        return held.with(answers);
    }

    private static int part(final Validation held, final int i, final boolean single) {
        return single ? i % 5 : held.fold()[i];
    }

    /** {@return the curve of some rows that were held out} */
    static Calibration of(final String method, final Validation held, final int[] some, final Examples examples, final RunContext context) {
        final var p = Arrays.stream(some).mapToDouble(i -> held.answers()[2 * i + 1]).toArray();
        final var truths = Arrays.stream(some).mapToDouble(i -> examples.target().values()[held.rows()[i]]).toArray();
        final var weights = Arrays.stream(some).mapToDouble(i -> examples.weight(held.rows()[i])).toArray();
        return of(method, p, truths, weights, context);
    }

    void save(final Map<String, Frame> tables) {
        tables.put(TABLE, Frame.of(NumberColumn.of("from", from.clone()), NumberColumn.of("to", to.clone())));
    }

    /** {@return what {@link #save} kept; null where there is none} */
    static Calibration restore(final Map<String, Frame> tables) {
        final var table = tables.get(TABLE);
        if (table == null) {
            return null;
        }
        return new Calibration(((NumberColumn) table.column("from")).values(), ((NumberColumn) table.column("to")).values());
    }
}
