// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.prepare;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;

/** Order statistics and moments of a column's values, missing ones left out. */
public final class Quantiles {

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    public static final double MAD_SCALE = 1.4826;

    private final double[] sorted;

    private Quantiles(final double[] sorted) {
        this.sorted = sorted;
    }

    /** The statistics of a column of numbers. */
    public static Quantiles of(final Column column) {
        final var values = new double[column.rows() - column.missing()];
        int size = 0;
        for (int row = 0; row < column.rows(); row++) {
            final double value = column.number(row);
            if (!Double.isNaN(value)) {
                values[size++] = value;
            }
        }
        Arrays.sort(values);
        return new Quantiles(values);
    }

    /** How many values there are. */
    public int size() {
        return sorted.length;
    }

    /** The quantile by linear interpolation (Hyndman and Fan's type 7); NaN without values. */
    public double at(final double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        final double place = share * (sorted.length - 1);
        final int below = (int) Math.floor(place);
        final int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The median absolute deviation from the median, times {@link #MAD_SCALE}. */
    public double deviation() {
        final double median = at(0.5);
        final var distances = new double[sorted.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(sorted[i] - median);
        }
        Arrays.sort(distances);
        return MAD_SCALE * new Quantiles(distances).at(0.5);
    }

    /** How many different values there are. */
    public int distinct() {
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                count++;
            }
        }
        return count;
    }

    /** The value that occurs most often, the smallest of several. */
    public double mostFrequent() {
        double best = Double.NaN;
        int most = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                best = sorted[i];
            }
        }
        return best;
    }

    /** The mean in blocks of fixed size, so that it depends on the order of the rows alone. */
    public static double mean(final Column column) {
        return sum(column, 0, 1) / (column.rows() - column.missing());
    }

    /** The standard deviation with a given number subtracted from the count. */
    public static double deviation(final Column column, final double mean, final int ddof) {
        final int count = column.rows() - column.missing();
        return count <= ddof ? 0 : Math.sqrt(sum(column, mean, 2) / (count - ddof));
    }

    private static double sum(final Column column, final double mean, final int power) {
        final var block = new double[Frame.BLOCK];
        double total = 0;
        for (int from = 0; from < column.rows(); from += Frame.BLOCK) {
            final int count = Math.min(Frame.BLOCK, column.rows() - from);
            column.numbers(from, count, block, 0);
            double part = 0;
            for (int i = 0; i < count; i++) {
                if (!Double.isNaN(block[i])) {
                    final double distance = block[i] - mean;
                    part += power == 1 ? distance : distance * distance;
                }
            }
            total += part;
        }
        return total;
    }
}
