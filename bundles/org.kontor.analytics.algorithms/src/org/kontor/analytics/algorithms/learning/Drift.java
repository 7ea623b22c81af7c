// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.run.RunContext;

/**
 * How features were spread where a model learned, so that rows it is applied to can be compared: the population stability index, the sum over
 * ranges of the difference of shares times the logarithm of their ratio. Above .1 look, above .25 learn again.
 *
 * @param edges  the limits of the ranges of numbers, tenths where it learned; null for categories
 * @param shares the share of rows in each range or slot, that of missing values first
 */
record Drift(double[][] edges, double[][] shares) {

    /** Fewer rows say nothing. */
    static final int FEW = 100;
    private static final String TABLE = "drift";
    private static final int RANGES = 10;
    /** A range that nobody is in counts as if this share of the rows were. */
    private static final double LEAST = 1e-3;
    private static final int SAMPLE = 50_000;

    /**
     * What changed most.
     *
     * @param feature its number
     * @param index   its population stability index
     */
    record Change(int feature, double index) {
    }

    static Drift of(final Encoding encoding, final Features features, final RunContext context) {
        final int width = features.width();
        final var edges = new double[width][];
        final var shares = new double[width][];
        for (int j = 0; j < width; j++) {
            context.checkCancelled();
            final var column = sample(features.columns()[j]);
            edges[j] = encoding.isCategory(j) ? null : tenths(column);
            shares[j] = shares(column, edges[j], encoding.categories(j).size() + 2);
        }
        return new Drift(edges, shares);
    }

    /** So many values show it as well as all; taken evenly, so that nothing is left to chance. */
    private static double[] sample(final double[] column) {
        final int step = Math.max(1, Math.ceilDiv(column.length, SAMPLE));
        final var some = new double[Math.ceilDiv(column.length, step)];
        Arrays.setAll(some, i -> column[i * step]);
        return some;
    }

    private static double[] tenths(final double[] column) {
        final var known = Arrays.stream(column).filter(value -> value == value).sorted().toArray();
        final var edges = new double[RANGES - 1];
        int count = 0;
        for (int i = 1; i < RANGES && known.length > 0; i++) {
            final double edge = known[(int) ((long) known.length * i / RANGES)];
            if (count == 0 || edge > edges[count - 1]) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private static double[] shares(final double[] column, final double[] edges, final int slots) {
        final var shares = new double[edges == null ? slots : edges.length + 2];
        for (final double value : column) {
            int at = 0;
            if (edges == null) {
                at = Tree.slot(value);
            } else if (value == value) {
                at = 1;
                while (at <= edges.length && value >= edges[at - 1]) {
                    at++;
                }
            }
            shares[at] += 1.0 / column.length;
        }
        return shares;
    }

    private static double index(final double[] before, final double[] now) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            final double was = Math.max(LEAST, before[i]);
            final double is = Math.max(LEAST, now[i]);
            sum += (is - was) * Math.log(is / was);
        }
        return sum;
    }

    /** {@return the feature that is spread most differently in these rows; of several the first} */
    Change most(final Features features, final RunContext context) {
        var most = new Change(0, -1);
        for (int j = 0; j < edges.length; j++) {
            context.checkCancelled();
            final double index = index(shares[j], shares(sample(features.columns()[j]), edges[j], shares[j].length));
            most = index > most.index() ? new Change(j, index) : most;
        }
        return most;
    }

    void save(final Map<String, Frame> tables) {
        final List<Long> owners = new ArrayList<>();
        final List<Double> limits = new ArrayList<>();
        final List<Double> parts = new ArrayList<>();
        for (int j = 0; j < shares.length; j++) {
            for (int i = 0; i < shares[j].length; i++) {
                owners.add((long) j);
                parts.add(shares[j][i]);
                // the limit below which a range is; the first entry is for missing values, the last range has none
                limits.add(edges[j] == null || i == 0 || i > edges[j].length ? Double.NaN : edges[j][i - 1]);
            }
        }
        tables.put(TABLE, Frame.of(IntegerColumn.of("feature", owners.stream().mapToLong(Long::longValue).toArray()),
                NumberColumn.of("below", limits.stream().mapToDouble(Double::doubleValue).toArray()),
                NumberColumn.of("share", parts.stream().mapToDouble(Double::doubleValue).toArray())));
    }

    /** {@return what {@link #save} kept; null where there is none} */
    static Drift restore(final Map<String, Frame> tables, final Encoding encoding) {
        final var table = tables.get(TABLE);
        if (table == null) {
            return null;
        }
        final var edges = new double[encoding.width()][];
        final var shares = new double[encoding.width()][];
        int row = 0;
        for (int j = 0; j < shares.length; j++) {
            final int from = row;
            while (row < table.rows() && table.column("feature").number(row) == j) {
                row++;
            }
            final int first = from;
            shares[j] = new double[row - from];
            Arrays.setAll(shares[j], i -> table.column("share").number(first + i));
            if (!encoding.isCategory(j)) {
                edges[j] = new double[shares[j].length - 2];
                Arrays.setAll(edges[j], i -> table.column("below").number(first + 1 + i));
            } else if (shares[j].length != encoding.categories(j).size() + 2) {
                throw new IllegalArgumentException(encoding.name(j));
            }
        }
        return new Drift(edges, shares);
    }
}
