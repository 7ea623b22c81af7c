// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.frame;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;

/**
 * Moments in UTC.
 *
 * @since 0.1
 */
public final class InstantColumn implements Column {

    private static final long DAY = 86_400_000_000L;

    private final String name;
    private final long[] micros;
    private final Missing missing;

    private InstantColumn(final String name, final long[] micros, final Missing missing) {
        this.name = Frame.checkedName(name);
        this.micros = Objects.requireNonNull(micros);
        this.missing = missing.within(micros.length);
    }

    /**
     * A column.
     *
     * @param name    its name, not blank
     * @param micros  microseconds since 1970-01-01T00:00Z, one for each row; the array is given away
     * @param missing which of them do not count, none beyond the last row
     * @return the column
     * @throws IllegalArgumentException where it says that a row is missing which there is not
     */
    public static InstantColumn of(final String name, final long[] micros, final Missing missing) {
        return new InstantColumn(name, micros, missing);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.INSTANT;
    }

    @Override
    public int rows() {
        return micros.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return missing.at(row);
    }

    @Override
    public int missing() {
        return missing.count();
    }

    /**
     * A moment.
     *
     * @param row 0 to {@link #rows()} - 1
     * @return microseconds since 1970-01-01T00:00Z; undefined where it is missing
     */
    public long micros(final int row) {
        return micros[row];
    }

    @Override
    public int day(final int row) {
        return (int) Math.floorDiv(micros[row], DAY);
    }

    @Override
    public double number(final int row) {
        return missing.at(row) ? Double.NaN : micros[row];
    }

    @Override
    public String text(final int row) {
        return missing.at(row) ? "" : Instant.EPOCH.plus(micros[row], ChronoUnit.MICROS).toString();
    }

    @Override
    public InstantColumn take(final int[] rows) {
        final var taken = new long[rows.length];
        Arrays.setAll(taken, i -> micros[rows[i]]);
        return new InstantColumn(name, taken, missing.take(rows));
    }

    @Override
    public InstantColumn named(final String other) {
        return new InstantColumn(other, micros, missing);
    }
}
