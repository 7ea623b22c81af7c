// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.numerics.Cholesky;
import org.kontor.analytics.run.RunContext;

/** Newton's method for the likelihood of several classes at once (multinomial logistic regression). */
final class SoftmaxSolver {

    /** With more coefficients, each class is learned against all others. */
    static final int MOST = 1_000;
    private static final int MOST_STEPS = 80;
    private static final int MOST_HALVINGS = 30;
    private static final double DEPENDENT = 1e-10;
    /** So far apart in log odds, and so unsure of it, are only terms that separate. */
    private static final double FAR = 10;
    private static final double UNSURE = .5;
    private static final double PENALTY = 1;
    private static final double ENOUGH = 1e-10;

    private final Examples examples;
    private final int[] rows;
    private final Terms terms;
    private final RunContext context;
    private final int width;
    private final int others;
    private final SoftmaxLikelihood likelihood;
    private final boolean[] kept;
    private int passes;

    SoftmaxSolver(final Examples examples, final int[] rows, final Terms terms, final RunContext context) {
        this.examples = examples;
        this.rows = rows;
        this.terms = terms;
        this.context = context;
        width = terms.width();
        others = examples.target().classes().size() - 1;
        likelihood = new SoftmaxLikelihood(examples, rows, terms, context);
        kept = new boolean[width + 1];
        Arrays.fill(kept, true);
    }

    /** {@return whether all classes occur, and coefficients are not too many} */
    static boolean suits(final Examples examples, final int[] rows, final Terms terms) {
        final int classes = examples.target().classes().size();
        if (SoftmaxLikelihood.size(terms.width(), classes) > MOST || (long) rows.length * classes > Integer.MAX_VALUE) {
            return false;
        }
        return Arrays.stream(weights(examples, rows)).allMatch(each -> each > 0);
    }

    private static double[] weights(final Examples examples, final int[] rows) {
        final var weights = new double[examples.target().classes().size()];
        for (final int row : rows) {
            weights[examples.target().code(row)] += examples.weight(row);
        }
        return weights;
    }

    /** {@return one fit for each class but the first} */
    List<LogisticFit> fit(final double penalty) {
        final double[] weights = weights(examples, rows);
        final double all = Arrays.stream(weights).sum();
        final double none = Arrays.stream(weights).map(each -> each * Math.log(each / all)).sum();
        final var start = new double[others * (width + 1)];
        for (int k = 0; k < others; k++) {
            start[k * (width + 1) + width] = Math.log(weights[k + 1] / weights[0]);
        }
        leaveOut(likelihood.at(start).curvature());
        final var found = climb(start, penalty);
        final var fits = described(found, found.value, none, penalty, new int[0]);
        if (penalty == 0) {
            final int[] separating = separating(fits, found.converged);
            if (separating.length > 0) {
                // the likelihood is what it would come to; coefficients would have no end
                return described(climb(start, PENALTY), found.value, none, PENALTY, separating);
            }
        }
        return fits;
    }

    /** Where a climb ended. */
    private record Top(double[] place, double value, Cholesky parts, boolean converged) {
    }

    private Top climb(final double[] start, final double penalty) {
        final int[] places = places();
        double[] place = start;
        var at = pass(place);
        for (int step = 0; step < MOST_STEPS; step++) {
            context.checkCancelled();
            final var parts = Cholesky.of(matrix(at.curvature(), places, penalty), places.length, context::checkCancelled).orElse(null);
            if (parts == null) {
                return new Top(place, at.value(), null, false);
            }
            final var slope = new double[places.length];
            for (int i = 0; i < places.length; i++) {
                slope[i] = at.slope()[places[i]] - (isTerm(places[i]) ? penalty * (place[places[i]] - middle(place, places[i])) : 0);
            }
            final var direction = parts.solve(slope);
            double gain = 0;
            for (int i = 0; i < slope.length; i++) {
                gain += slope[i] * direction[i];
            }
            final double scale = Math.max(1, Math.abs(at.value()));
            final double before = objective(at.value(), place, penalty);
            double length = 1;
            double[] next = moved(place, places, direction, length);
            var there = pass(next);
            for (int halving = 0; halving < MOST_HALVINGS && !(objective(there.value(), next, penalty) >= before - 1e-12 * scale); halving++) {
                length /= 2;
                next = moved(place, places, direction, length);
                there = pass(next);
            }
            place = next;
            at = there;
            if (gain <= ENOUGH * scale) {
                return new Top(place, at.value(), Cholesky.of(matrix(at.curvature(), places, penalty), places.length, context::checkCancelled).orElse(null),
                        true);
            }
        }
        return new Top(place, at.value(), null, false);
    }

    private LogisticLikelihood.At pass(final double[] place) {
        passes++;
        return likelihood.at(place);
    }

    private boolean isTerm(final int place) {
        return place % (width + 1) < width;
    }

    private int[] places() {
        return IntStream.range(0, others * (width + 1)).filter(place -> kept[place % (width + 1)]).toArray();
    }

    private double[] matrix(final double[] curvature, final int[] places, final double penalty) {
        final int size = others * (width + 1);
        final var matrix = new double[places.length * places.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                final boolean same = isTerm(places[i]) && places[i] % (width + 1) == places[j] % (width + 1);
                matrix[i * places.length + j] = curvature[places[i] * size + places[j]] - (same ? penalty / (others + 1) : 0);
            }
            matrix[i * places.length + i] += isTerm(places[i]) ? penalty : 0;
        }
        return matrix;
    }

    /** {@return what a coefficient is on average over all classes, the first one's 0 among them: a penalty counts from there, so that no class is special} */
    private double middle(final double[] place, final int at) {
        double sum = 0;
        for (int k = 0; k < others; k++) {
            sum += place[k * (width + 1) + at % (width + 1)];
        }
        return sum / (others + 1);
    }

    private double objective(final double value, final double[] place, final double penalty) {
        double squares = 0;
        for (int i = 0; i < place.length; i++) {
            squares += isTerm(i) ? place[i] * (place[i] - middle(place, i)) : 0;
        }
        return value - penalty / 2 * squares;
    }

    private static double[] moved(final double[] place, final int[] places, final double[] direction, final double length) {
        final var next = place.clone();
        for (int i = 0; i < places.length; i++) {
            next[places[i]] += length * direction[i];
        }
        return next;
    }

    /** Leaves out the terms that follow from the intercept and those before them, which they do for every class. */
    private void leaveOut(final double[] curvature) {
        final int size = others * (width + 1);
        final var work = new double[(width + 1) * (width + 1)];
        final var own = new double[width + 1];
        for (int i = 0; i <= width; i++) {
            System.arraycopy(curvature, i * size, work, i * (width + 1), width + 1);
            own[i] = work[i * (width + 1) + i];
        }
        for (final int k : IntStream.concat(IntStream.of(width), IntStream.range(0, width)).toArray()) {
            final double pivot = work[k * (width + 1) + k];
            if (pivot <= 10 * DEPENDENT * own[k]) {
                kept[k] = false;
                continue;
            }
            for (int i = 0; i <= width; i++) {
                final double factor = work[i * (width + 1) + k] / pivot;
                for (int j = 0; i != k && j <= width; j++) {
                    work[i * (width + 1) + j] -= factor * work[k * (width + 1) + j];
                }
            }
        }
    }

    private List<LogisticFit> described(final Top top, final double value, final double none, final double penalty, final int[] separating) {
        final int[] places = places();
        final var inverse = top.parts == null || penalty > 0 ? null : top.parts.inverse(context::checkCancelled);
        final var fits = new ArrayList<LogisticFit>();
        for (int k = 0; k < others; k++) {
            final int from = k * (width + 1);
            final var coefficients = new double[width];
            final var errors = new double[width];
            Arrays.fill(errors, Double.NaN);
            double intercept = top.place[from + width];
            for (int term = 0; term < width; term++) {
                coefficients[term] = kept[term] ? top.place[from + term] / terms.deviation(term) : 0;
                intercept -= coefficients[term] * terms.mean(term);
            }
            double variance = inverse == null ? Double.NaN : 0;
            for (int i = 0; inverse != null && i < places.length; i++) {
                if (places[i] / (width + 1) == k) {
                    final int term = places[i] - from;
                    if (term < width) {
                        errors[term] = Math.sqrt(inverse[i * places.length + i]) / terms.deviation(term);
                    }
                    for (int j = 0; j < places.length; j++) {
                        variance += places[j] / (width + 1) == k ? part(term) * inverse[i * places.length + j] * part(places[j] - from) : 0;
                    }
                }
            }
            fits.add(new LogisticFit(terms, rows, coefficients, errors, Arrays.copyOf(kept, width), intercept, Math.sqrt(Math.max(0, variance)),
                    top.place[from + width], value, none, passes, top.converged, separating));
        }
        return fits;
    }

    private double part(final int term) {
        return term == width ? 1 : -terms.mean(term) / terms.deviation(term);
    }

    /** {@return the terms that the likelihood drives away without end} */
    private int[] separating(final List<LogisticFit> fits, final boolean converged) {
        return IntStream.range(0, width).filter(term -> kept[term] && fits.stream().anyMatch(fit -> Math.abs(fit.coefficients()[term])
                * LogisticSolver.range(examples, rows, terms, term, context) > FAR && (!converged
                || !(Math.abs(fit.coefficients()[term]) > UNSURE * fit.errors()[term])))).toArray();
    }
}
