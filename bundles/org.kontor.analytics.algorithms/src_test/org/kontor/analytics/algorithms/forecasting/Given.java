// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.progress.Progress;

/** Series and runs for tests. */
final class Given {

    static final LocalRun RUN = new LocalRun(Progress.NONE, 1, 1, 1L << 30, Runnable::run);

    /** Thousands of passengers of international airlines, 1949 to 1960 (Box and Jenkins, Time Series Analysis, 1976, series G). */
    private static final double[] PASSENGERS = {112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
        114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194, 196, 196, 236, 235,
        229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274,
        237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348,
        363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461,
        390, 432};
    /** Short, constant, negative, huge and exact. */
    static final List<double[]> HARD = List.of(new double[] {1, 2, 3}, new double[] {0, 0, 0, 1}, new double[] {5, 5, 5, 5, 5},
            new double[] {-3, 1, -2, 8, 1e-300, 4}, new double[] {1e119, 3, 1e100, 7, 1},
            new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26});

    private Given() {
    }

    /** {@return a copy} */
    static double[] passengers() {
        return PASSENGERS.clone();
    }

    static int day(final String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    /** {@return rows as "date value" or "date value series"} */
    static Dataset rows(final String... rows) {
        final var cells = Arrays.stream(rows).map(row -> row.split(" ")).toList();
        final var columns = new ArrayList<Column>();
        columns.add(DateColumn.of("time", cells.stream().mapToInt(row -> day(row[0])).toArray(), Missing.NONE));
        columns.add(NumberColumn.of("value", cells.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray()));
        if (cells.getFirst().length > 2) {
            columns.add(TextColumn.of("series", cells.stream().map(row -> row[2]).toList()));
            return new Dataset(Frame.of(columns), Map.of(Role.TIME, List.of("time"), Role.VALUE, List.of("value"), Role.SERIES, List.of("series")));
        }
        return new Dataset(Frame.of(columns), Map.of(Role.TIME, List.of("time"), Role.VALUE, List.of("value")));
    }

    /** {@return values by month from January 2000 on, for each series} */
    static Dataset months(final Map<String, double[]> series) {
        final var names = new ArrayList<String>();
        final var days = new ArrayList<Integer>();
        final var values = new ArrayList<Double>();
        series.forEach((name, numbers) -> {
            for (int i = 0; i < numbers.length; i++) {
                names.add(name);
                days.add((int) LocalDate.of(2000 + i / 12, i % 12 + 1, 1).toEpochDay());
                values.add(numbers[i]);
            }
        });
        final var frame = Frame.of(DateColumn.of("time", days.stream().mapToInt(Integer::intValue).toArray(), Missing.NONE),
                NumberColumn.of("value", values.stream().mapToDouble(Double::doubleValue).toArray()), TextColumn.of("series", names));
        return new Dataset(frame, Map.of(Role.TIME, List.of("time"), Role.VALUE, List.of("value"), Role.SERIES, List.of("series")));
    }

    static Result run(final Algorithm method, final Dataset data, final Map<String, String> parameters) {
        return method.run(data, Parameters.of(method.descriptor().parameters(), parameters), RUN);
    }

    static double[] column(final Result result, final String table, final String column) {
        final var found = result.table(table).orElseThrow().frame().column(column);
        final var values = new double[found.rows()];
        Arrays.setAll(values, found::number);
        return values;
    }

    /** {@return a series of months with level, trend, season and noise} */
    static double[] seasonal(final int count, final double noise, final long seed) {
        final var random = Randomness.of(seed, 0);
        final var values = new double[count];
        Arrays.setAll(values, t -> 100 + .5 * t + 20 * Math.sin(Math.PI * t / 6) + noise * Normal.next(random));
        return values;
    }
}
