// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import org.kontor.analytics.algorithms.numerics.Moments;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Mean and spread of a term over rows, block by block.
 *
 * @param mean      the weighted mean of the rows in which it is not missing
 * @param deviation the standard deviation of all rows, a missing one counting as the mean; 0 where it does not vary
 * @param isMissing whether it is missing in some row
 */
record TermMeasure(double mean, double deviation, boolean isMissing) {

    /** Sums of less need no units of their own. */
    private static final double USUAL = 1e100;
    /** What is left by rounding the mean is no spread. */
    private static final double ROUNDING = 1e-30;

    static TermMeasure of(final Examples examples, final int[] rows, final int feature, final int level, final RunContext context) {
        final var column = examples.features().columns()[feature];
        final var weights = examples.weights();
        if (weights == null && level == Terms.NUMBER && rows[rows.length - 1] - rows[0] == rows.length - 1) {
            final var usual = Moments.of(column, rows[0], rows.length, context);
            if (usual.isClear()) {
                return new TermMeasure(usual.mean(), Math.sqrt(usual.squares() / rows.length), false);
            }
        }
        final var values = new double[Frame.BLOCK];
        double largest = 0;
        double missing = 0;
        double sum = 0;
        for (int from = 0; from < rows.length; from += Frame.BLOCK) {
            context.checkCancelled();
            final int count = raw(column, rows, from, level, values);
            missing += fill(values, count, 0);
            double least = 0;
            double most = 0;
            for (int i = 0; i < count; i++) {
                least = values[i] < least ? values[i] : least;
                most = values[i] > most ? values[i] : most;
            }
            largest = Math.max(largest, Math.max(-least, most));
            sum += sum(values, 0, count);
        }
        double known = rows.length - missing;
        // a power of two, so that very large and very small values are as exact as others
        double unit = 1;
        if (weights != null || !(largest < USUAL) || largest < 1 / USUAL) {
            unit = largest == 0 ? 1 : Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, Math.getExponent(largest)));
            sum = 0;
            known = 0;
            for (int from = 0; from < rows.length; from += Frame.BLOCK) {
                context.checkCancelled();
                final int count = raw(column, rows, from, level, values);
                for (int i = 0; i < count; i++) {
                    final double weight = weights == null ? 1 : weights[rows[from + i]];
                    known += values[i] == values[i] ? weight : 0;
                    values[i] = values[i] == values[i] ? weight * (values[i] / unit) : 0;
                }
                sum += sum(values, 0, count);
            }
        }
        final double mean = known > 0 ? sum / known : 0;
        double squares = 0;
        double weight = 0;
        for (int from = 0; from < rows.length; from += Frame.BLOCK) {
            context.checkCancelled();
            final int count = raw(column, rows, from, level, values);
            fill(values, count, mean * unit);
            squares += squares(values, count, mean, unit, weights, rows, from);
            weight += weights == null ? count : sum(values, count, weights, rows, from);
        }
        return new TermMeasure(mean * unit, squares <= known * mean * mean * ROUNDING ? 0 : Math.sqrt(squares / weight) * unit, missing > 0);
    }

    /** Writes what a term is for a block of rows, NaN where it is missing; {@return how many rows}. */
    private static int raw(final double[] column, final int[] rows, final int from, final int level, final double[] into) {
        final int count = Math.min(Frame.BLOCK, rows.length - from);
        final int first = rows[from];
        if (level != Terms.NUMBER) {
            for (int i = 0; i < count; i++) {
                into[i] = Terms.code(column[rows[from + i]]) == level ? 1 : 0;
            }
        } else if (rows[from + count - 1] - first == count - 1) {
            System.arraycopy(column, first, into, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                into[i] = column[rows[from + i]];
            }
        }
        return count;
    }

    /** Puts a number where one is missing; {@return how often}. */
    private static double fill(final double[] values, final int count, final double with) {
        double missing = 0;
        for (int i = 0; i < count; i++) {
            if (values[i] != values[i]) {
                values[i] = with;
                missing++;
            }
        }
        return missing;
    }

    private static double squares(final double[] values, final int count, final double mean, final double unit, final double[] weights, final int[] rows,
            final int from) {
        for (int i = 0; i < count; i++) {
            final double off = (unit == 1 ? values[i] : values[i] / unit) - mean;
            values[i] = off * off;
        }
        if (weights != null) {
            for (int i = 0; i < count; i++) {
                values[i] *= weights[rows[from + i]];
            }
        }
        return sum(values, 0, count);
    }

    private static double sum(final double[] values, final int count, final double[] weights, final int[] rows, final int from) {
        for (int i = 0; i < count; i++) {
            values[i] = weights[rows[from + i]];
        }
        return sum(values, 0, count);
    }

    /** Four sums that do not wait for each other. */
    private static double sum(final double[] values, final int from, final int count) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int i = from;
        for (; i + 3 < from + count; i += 4) {
            one += values[i];
            two += values[i + 1];
            three += values[i + 2];
            four += values[i + 3];
        }
        for (; i < from + count; i++) {
            one += values[i];
        }
        return one + two + (three + four);
    }
}
