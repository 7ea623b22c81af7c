// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.numerics.Cholesky;
import org.kontor.analytics.run.RunContext;

/**
 * Newton's method for the likelihood of a class, which is iteratively reweighted least squares. Very many rows are started from what a part
 * of them says, so that few passes over all are needed.
 */
final class LogisticSolver {

    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 30;
    private static final int MANY = 65_536;
    /** What a part can still gain for each coefficient is less than what it does not know of all rows. */
    private static final double ROUGHLY = .1;
    private static final int MOST_SLOPES = 6;
    /** So near the top, for each row, the next step of Newton's method is the last, and curvature is known to four digits. */
    private static final double NEAR = 1e-8;
    /** Of a term of which no larger part of its own is left others say the same. */
    private static final double DEPENDENT = 1e-10;
    /** So far apart in log odds, and so unsure of it, are only terms that separate. */
    private static final double FAR = 10;
    private static final double UNSURE = .5;
    /** The penalty that separated classes get. */
    private static final double PENALTY = 1;

    private final Examples examples;
    private final int[] rows;
    private final Terms terms;
    private final int positive;
    private final RunContext context;
    private final int width;
    private final boolean[] kept;
    private int passes;

    LogisticSolver(final Examples examples, final int[] rows, final Terms terms, final int positive, final RunContext context) {
        this.examples = examples;
        this.rows = rows;
        this.terms = terms;
        this.positive = positive;
        this.context = context;
        width = terms.width();
        kept = new boolean[width + 1];
        Arrays.fill(kept, true);
    }

    /** {@return bytes that it takes beside matrices} */
    static long memory(final int rows, final int width) {
        return LogisticLikelihood.memory(rows, width) + (rows > MANY ? LogisticPart.memory(width) : 0);
    }

    LogisticFit fit(final double penalty) {
        final var likelihood = new LogisticLikelihood(examples, rows, terms, positive, false, context);
        final double hits = likelihood.weight(1);
        final double others = likelihood.weight(0);
        if (hits == 0 || others == 0) {
            // one class alone: half a row of each more, so that nothing is certain
            final double odds = Math.log((hits + .5) / (others + .5));
            final var nothing = new double[width];
            final var unknown = new double[width];
            Arrays.fill(unknown, Double.NaN);
            return new LogisticFit(terms, rows, nothing, unknown, new boolean[width], odds, Double.NaN, odds, 0, 0, 0, true, new int[0]);
        }
        final double none = hits * Math.log(hits / (hits + others)) + others * Math.log(others / (hits + others));
        final var start = start(Math.log(hits / others), penalty);
        final var found = climb(likelihood, start.parts == null ? start.place : approach(likelihood, start, penalty), penalty, false);
        final var fit = described(found, none, penalty, new int[0]);
        if (penalty == 0) {
            final int[] separating = separating(fit, found);
            if (separating.length > 0) {
                final var pulled = climb(likelihood, zero(Math.log(hits / others)), PENALTY, false);
                return described(pulled, none, PENALTY, separating);
            }
        }
        return fit;
    }

    private double[] zero(final double odds) {
        final var place = new double[width + 1];
        place[width] = odds;
        return place;
    }

    /** {@return where to begin: what a part of the rows says, or that no feature counts} */
    private Top start(final double odds, final double penalty) {
        if (rows.length <= MANY) {
            return new Top(zero(odds), null, null, false);
        }
        final int[] part = LogisticPart.of(rows, LogisticPart.size(width));
        final var few = climb(part, LogisticPart.FIRST, zero(odds), penalty);
        final var found = climb(part, part.length, isFound(few) ? few.place : zero(odds), penalty);
        passes = 0;
        return isFound(found) ? found : new Top(zero(odds), null, null, false);
    }

    private Top climb(final int[] part, final int count, final double[] start, final double penalty) {
        final int[] some = count == part.length ? part : LogisticPart.of(part, count);
        // some terms may not vary in a part, so that there is always a penalty
        return climb(new LogisticLikelihood(examples, some, terms, positive, true, context), start, penalty * count / rows.length + 1e-6 * count, true);
    }

    /** Whether a climb found a place for all terms that need not be far from that of all rows; forgets which it left out. */
    private boolean isFound(final Top found) {
        final boolean all = count() == width + 1;
        Arrays.fill(kept, true);
        return all && found.converged && Arrays.stream(found.place).map(Math::abs).max().orElse(0) < FAR;
    }

    /** Goes on with slopes of all rows and the curvature of a part of them, as long as that leads up fast. */
    private double[] approach(final LogisticLikelihood likelihood, final Top start, final double penalty) {
        final double share = (double) LogisticPart.size(width) / rows.length;
        double[] place = start.place;
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_SLOPES; step++) {
            passes++;
            final var slope = likelihood.slope(place);
            for (int i = 0; i < width; i++) {
                slope[i] -= penalty * place[i];
            }
            final var direction = start.parts.solve(slope);
            double gain = 0;
            for (int i = 0; i <= width; i++) {
                direction[i] *= share;
                gain += direction[i] * slope[i];
            }
            if (!(gain < before / 2)) {
                return place;
            }
            place = moved(place, direction, 1);
            // what the next step gains, if it is to this one as this one is to the one before it, and twice that to be safe
            if ((step == 0 ? gain : gain * Math.min(1, 2 * gain / before)) <= NEAR * terms.weight()) {
                return place;
            }
            before = gain;
        }
        return place;
    }

    /** Where a climb ended. */
    private record Top(double[] place, LogisticLikelihood.At at, Cholesky parts, boolean converged) {
    }

    private Top climb(final LogisticLikelihood likelihood, final double[] start, final double penalty, final boolean roughly) {
        double[] place = start;
        var at = pass(likelihood, place);
        Cholesky parts = null;
        for (int step = 0; step < MOST_STEPS; step++) {
            context.checkCancelled();
            final var matrix = matrix(at, penalty);
            parts = Cholesky.of(matrix, count(), context::checkCancelled).filter(each -> each.tolerance() > DEPENDENT || penalty > 0).orElse(null);
            if (parts == null) {
                if (step > 0 || !leaveOut(at)) {
                    return new Top(place, at, null, false);
                }
                place = zero(start[width]);
                at = pass(likelihood, place);
                parts = Cholesky.of(matrix(at, penalty), count(), context::checkCancelled).orElse(null);
                if (parts == null) {
                    return new Top(place, at, null, false);
                }
            }
            final var slope = slope(at, place, penalty);
            final var direction = parts.solve(slope);
            double gain = 0;
            for (int i = 0; i < direction.length; i++) {
                gain += slope[i] * direction[i];
            }
            final double scale = Math.max(1, Math.abs(at.value()));
            final boolean many = rows.length > MANY;
            final boolean last = gain <= (roughly ? ROUGHLY * (width + 1) : many ? Math.max(NEAR * terms.weight(), 1e-9 * scale) : 1e-9 * scale);
            final double before = objective(at, place, penalty);
            double length = 1;
            double[] next = moved(place, direction, length);
            if (last && (roughly || gain <= 1e-18 * terms.weight() || many && gain <= NEAR * terms.weight())) {
                // at the top the likelihood is higher by half of what the last step gains
                return new Top(next, new LogisticLikelihood.At(at.curvature(), at.slope(), at.value() + gain / 2), parts, true);
            }
            var there = pass(likelihood, next);
            for (int halving = 0; halving < MOST_HALVINGS && !(objective(there, next, penalty) >= before - 1e-12 * scale); halving++) {
                length /= 2;
                next = moved(place, direction, length);
                there = pass(likelihood, next);
            }
            place = next;
            at = there;
            if (last) {
                parts = Cholesky.of(matrix(at, penalty), count(), context::checkCancelled).orElse(null);
                return new Top(place, at, parts, parts != null);
            }
        }
        return new Top(place, at, parts, false);
    }

    private LogisticLikelihood.At pass(final LogisticLikelihood likelihood, final double[] place) {
        passes++;
        return likelihood.at(place);
    }

    private int count() {
        int count = 0;
        for (final boolean each : kept) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private int[] places() {
        return IntStream.rangeClosed(0, width).filter(i -> kept[i]).toArray();
    }

    private double[] matrix(final LogisticLikelihood.At at, final double penalty) {
        final int[] places = places();
        final var matrix = new double[places.length * places.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                matrix[i * places.length + j] = at.curvature()[places[i] * (width + 1) + places[j]];
            }
            matrix[i * places.length + i] += places[i] < width ? penalty : 0;
        }
        return matrix;
    }

    private double[] slope(final LogisticLikelihood.At at, final double[] place, final double penalty) {
        return Arrays.stream(places()).mapToDouble(i -> at.slope()[i] - (i < width ? penalty * place[i] : 0)).toArray();
    }

    private double objective(final LogisticLikelihood.At at, final double[] place, final double penalty) {
        double squares = 0;
        for (int i = 0; i < width; i++) {
            squares += place[i] * place[i];
        }
        return at.value() - penalty / 2 * squares;
    }

    private double[] moved(final double[] place, final double[] direction, final double length) {
        final var next = place.clone();
        final int[] places = places();
        for (int i = 0; i < places.length; i++) {
            next[places[i]] += length * direction[i];
        }
        return next;
    }

    /** Leaves out the terms that follow from those before them; {@return whether there are some}. */
    private boolean leaveOut(final LogisticLikelihood.At at) {
        final int size = width + 1;
        // the intercept first, so that it stays
        final int[] order = IntStream.concat(IntStream.of(width), IntStream.range(0, width)).toArray();
        final var work = at.curvature().clone();
        boolean found = false;
        for (final int k : order) {
            if (work[k * size + k] <= DEPENDENT * 10 * at.curvature()[k * size + k]) {
                kept[k] = false;
                found = true;
                continue;
            }
            for (int i = 0; i < size; i++) {
                final double factor = work[i * size + k] / work[k * size + k];
                if (i != k && factor != 0) {
                    for (int j = 0; j < size; j++) {
                        work[i * size + j] -= factor * work[k * size + j];
                    }
                }
            }
        }
        return found;
    }

    private LogisticFit described(final Top top, final double none, final double penalty, final int[] separating) {
        final var coefficients = new double[width];
        final var errors = new double[width];
        double intercept = top.place[width];
        for (int term = 0; term < width; term++) {
            coefficients[term] = kept[term] ? top.place[term] / terms.deviation(term) : 0;
            intercept -= coefficients[term] * terms.mean(term);
        }
        Arrays.fill(errors, Double.NaN);
        double interceptError = Double.NaN;
        if (top.parts != null && penalty == 0) {
            final int[] places = places();
            final int size = places.length;
            final var inverse = top.parts.inverse(context::checkCancelled);
            double variance = 0;
            for (int i = 0; i < size; i++) {
                if (places[i] < width) {
                    errors[places[i]] = Math.sqrt(inverse[i * size + i]) / terms.deviation(places[i]);
                }
                for (int j = 0; j < size; j++) {
                    variance += part(places[i]) * inverse[i * size + j] * part(places[j]);
                }
            }
            interceptError = Math.sqrt(Math.max(0, variance));
        }
        return new LogisticFit(terms, rows, coefficients, errors, Arrays.copyOf(kept, width), intercept, interceptError, top.place[width], top.at.value(), none,
                passes, top.converged, separating);
    }

    private double part(final int place) {
        return place == width ? 1 : -terms.mean(place) / terms.deviation(place);
    }

    /** {@return the terms that the likelihood drives away without end} */
    private int[] separating(final LogisticFit fit, final Top top) {
        final int[] far = IntStream.range(0, width).filter(term -> kept[term] && !(Math.abs(fit.coefficients()[term]) > UNSURE * fit.errors()[term])
                && Math.abs(fit.coefficients()[term]) * range(examples, rows, terms, term, context) > FAR).toArray();
        if (far.length > 0 || top.converged) {
            return far;
        }
        return IntStream.range(0, width).filter(term -> kept[term] && Math.abs(fit.coefficients()[term]) * range(examples, rows, terms, term, context) > FAR).toArray();
    }

    /** {@return how far the values of a term are apart} */
    static double range(final Examples examples, final int[] rows, final Terms terms, final int term, final RunContext context) {
        context.checkCancelled();
        if (terms.level(term) != Terms.NUMBER) {
            return 1;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        final var column = examples.features().columns()[terms.owner(term)];
        for (final int row : rows) {
            least = column[row] < least ? column[row] : least;
            most = column[row] > most ? column[row] : most;
        }
        return most - least;
    }
}
