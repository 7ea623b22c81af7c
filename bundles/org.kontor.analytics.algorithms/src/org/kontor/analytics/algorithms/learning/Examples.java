// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.RunContext;

/**
 * The rows to learn from: those whose target is known, counted anew from 0.
 *
 * @param encoding how features became numbers
 * @param features the features
 * @param target   what is to be predicted
 * @param weights  how much each row counts; null where all count the same
 * @param groups   rows with one identifier have one number, from 0; null where every row has its own
 * @param times    when each row happened, missing ones first; null where nobody says
 * @param rows     the number of each row in the data
 */
record Examples(Encoding encoding, Features features, Target target, double[] weights, int[] groups, double[] times, int[] rows) {

    /**
     * Reads the rows whose target is known.
     *
     * @param data    {@link ExamplesCheck} found it possible
     * @param kind    how the target is read
     * @param context who runs it
     * @return the examples
     */
    static Examples of(final Dataset data, final Target.Kind kind, final RunContext context) {
        final var truth = data.column(Role.TARGET);
        final var all = IntStream.range(0, data.rows());
        final var rows = (truth.missing() == 0 ? all : all.filter(row -> !truth.isMissing(row))).toArray();
        final var encoding = Encoding.of(data, context);
        final var features = encoding.encode(data, context);
        context.checkCancelled();
        final boolean classes = Target.isClasses(truth, kind, context::checkCancelled);
        return new Examples(encoding, rows.length == data.rows() ? features : features.take(rows), Target.of(truth, rows, classes, context::checkCancelled),
                data.find(Role.WEIGHT).map(column -> numbers(column, rows)).orElse(null), groups(data, rows, context),
                data.find(Role.TIME).map(column -> times(column, rows)).orElse(null), rows);
    }

    private static double[] numbers(final Column column, final int[] rows) {
        final var values = new double[rows.length];
        Arrays.setAll(values, i -> column.number(rows[i]));
        return values;
    }

    private static double[] times(final Column column, final int[] rows) {
        final var values = numbers(column, rows);
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? Double.NEGATIVE_INFINITY : values[i];
        }
        return values;
    }

    private static int[] groups(final Dataset data, final int[] rows, final RunContext context) {
        final Optional<Column> id = data.find(Role.ID);
        if (id.isEmpty()) {
            return null;
        }
        final var known = new HashMap<String, Integer>();
        final var groups = new int[rows.length];
        int next = 0;
        boolean several = false;
        for (int i = 0; i < rows.length; i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            // a row without identifier is its own group
            final var found = id.get().isMissing(rows[i]) ? null : known.putIfAbsent(id.get().text(rows[i]), next);
            groups[i] = found == null ? next++ : found;
            several |= found != null;
        }
        return several ? groups : null;
    }

    int count() {
        return rows.length;
    }

    double weight(final int row) {
        return weights == null ? 1 : weights[row];
    }

    /** {@return the numbers of all rows} */
    int[] all() {
        return IntStream.range(0, rows.length).toArray();
    }

    /**
     * What every row would be answered if the features said nothing: the share of each class, or the mean.
     *
     * @param some which rows count
     * @return {@link Target#outputs()} numbers
     */
    double[] baseline(final int[] some) {
        final var shares = new double[target.outputs()];
        double sum = 0;
        for (final int row : some) {
            final double weight = weight(row);
            sum += weight;
            if (target.isClasses()) {
                shares[target.code(row)] += weight;
            } else if (sum > 0) {
                // a running mean, so that large numbers do not overflow
                shares[0] += (target.values()[row] - shares[0]) * (weight / sum);
            }
        }
        for (int k = 0; target.isClasses() && k < shares.length; k++) {
            shares[k] = sum > 0 ? shares[k] / sum : 1.0 / shares.length;
        }
        return shares;
    }
}
