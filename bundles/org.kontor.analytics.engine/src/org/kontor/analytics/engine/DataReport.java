// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.engine.internal.prepare.Quantiles;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;

/**
 * How clean rows are before they are prepared.
 *
 * @param rows       how many rows
 * @param duplicates how many rows repeat an earlier one in every column
 * @param columns    each column
 * @since 0.1
 */
public record DataReport(int rows, int duplicates, List<ColumnReport> columns) {

    private static final double FENCE = 1.5;

    public DataReport {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param column   its name
     * @param missing  how many rows have no value
     * @param distinct how many different values there are
     * @param outliers how many values lie more than 1.5 interquartile ranges from the quartiles; 0 for texts
     * @param least    the smallest value; {@code NaN} for texts and where there is none
     * @param median   the median; {@code NaN} for texts and where there is none
     * @param most     the largest value; {@code NaN} for texts and where there is none
     * @param mean     the mean; {@code NaN} for texts and where there is none
     */
    public record ColumnReport(String column, int missing, int distinct, int outliers, double least, double median, double most, double mean) {
    }

    /**
     * Looks at rows.
     *
     * @param data the rows
     * @return the report
     */
    public static DataReport of(final Dataset data) {
        return new DataReport(data.rows(), duplicates(data.frame()), data.frame().columns().stream().map(DataReport::column).toList());
    }

    private static ColumnReport column(final Column column) {
        if (column instanceof final TextColumn texts) {
            final var seen = new boolean[texts.dictionary().size()];
            int distinct = 0;
            for (int row = 0; row < texts.rows(); row++) {
                final int code = texts.code(row);
                if (code >= 0 && !seen[code]) {
                    seen[code] = true;
                    distinct++;
                }
            }
            return new ColumnReport(column.name(), column.missing(), distinct, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        final var values = Quantiles.of(column);
        final double reach = FENCE * (values.at(0.75) - values.at(0.25));
        final double low = values.at(0.25) - reach;
        final double high = values.at(0.75) + reach;
        int outliers = 0;
        for (int row = 0; row < column.rows(); row++) {
            final double value = column.number(row);
            if (value < low || value > high) {
                outliers++;
            }
        }
        return new ColumnReport(column.name(), column.missing(), values.distinct(), outliers, values.at(0), values.at(0.5), values.at(1),
                Quantiles.mean(column));
    }

    /** By 64 well-mixed bits of each row: one pair in some 10^19 is taken for equal by mistake. */
    private static int duplicates(final Frame frame) {
        final var prints = new long[frame.rows()];
        for (final var column : frame.columns()) {
            for (int row = 0; row < prints.length; row++) {
                prints[row] = mixed(prints[row] + mixed(value(column, row)));
            }
        }
        Arrays.sort(prints);
        int count = 0;
        for (int i = 1; i < prints.length; i++) {
            if (prints[i] == prints[i - 1]) {
                count++;
            }
        }
        return frame.columns().isEmpty() ? 0 : count;
    }

    private static long value(final Column column, final int row) {
        return column instanceof final TextColumn texts ? texts.code(row) : Double.doubleToLongBits(column.number(row));
    }

    private static long mixed(final long value) {
        long bits = value + 0x9E3779B97F4A7C15L;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }
}
