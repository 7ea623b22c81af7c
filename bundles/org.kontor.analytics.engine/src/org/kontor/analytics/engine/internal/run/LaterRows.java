// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.run;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;

/** What came true after the rows that a forecast was made from: put together by the periods that it forecasts, and compared. */
final class LaterRows {

    /** Who knows no more than these columns forecasts their values. */
    private static final Set<Role> KNOWN = Set.of(Role.TIME, Role.VALUE, Role.SERIES);
    private static final double MICROSECONDS_PER_DAY = 86_400e6;
    private static final double PERCENT = 100;
    private static final String FORECAST = "forecast";

    private final Dataset past;
    private final Dataset later;
    private final boolean means;
    private final Column time;
    private final Column value;

    /** @param means whether the values of a period are averaged, else added up */
    LaterRows(final Dataset past, final Dataset later, final boolean means) {
        this.past = past;
        this.later = later;
        this.means = means;
        time = later.column(Role.TIME);
        value = later.column(Role.VALUE);
    }

    /** {@return whether rows say what a forecast of others is to be compared with} */
    static boolean suit(final Dataset rows) {
        return rows.find(Role.TIME).isPresent() && rows.find(Role.VALUE).isPresent() && KNOWN.containsAll(rows.roles().keySet());
    }

    /** What was forecast for a period, and what came true. */
    private static final class Period {

        private final int place;
        private double sum;
        private int rows;

        Period(final int place) {
            this.place = place;
        }
    }

    /**
     * The comparison of all periods with rows.
     *
     * @param metrics    the errors by standard name, as methods of forecasting give them; which share lay between two bounds as {@code coverage-80} and so on
     * @param unanswered rows without a forecast
     */
    record Compared(Map<String, Double> metrics, int unanswered) {
    }

    /** {@return the last time of the rows as the forecast counts time} */
    double last(final Frame forecast) {
        double last = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < later.rows(); row++) {
            last = time.isMissing(row) ? last : Math.max(last, position(row, forecast));
        }
        return last;
    }

    /** Forecasts count days where they count periods of days, months or years; rows may have moments. */
    private double position(final int row, final Frame forecast) {
        final boolean days = forecast.column("time").type() == ColumnType.DATE && time.type() == ColumnType.INSTANT;
        return days ? Math.floor(time.number(row) / MICROSECONDS_PER_DAY) : time.number(row);
    }

    /** {@return how far the forecast was from what came true; empty where no period has rows} */
    Optional<Compared> with(final Frame forecast) {
        final var series = periods(forecast);
        final var only = forecast.find("series").isPresent() ? Optional.<String>empty() : past.find(Role.SERIES).map(names -> names.text(0));
        int unanswered = 0;
        for (int row = 0; row < later.rows(); row++) {
            final int at = row;
            if (time.isMissing(row) || value.isMissing(row)) {
                continue;
            }
            final var name = later.find(Role.SERIES).map(names -> names.text(at)).orElse("");
            final var found = Optional.ofNullable(series.get(only.isEmpty() ? name : only.get().equals(name) ? "" : null))
                    .flatMap(periods -> period(periods, position(at, forecast)));
            if (found.isPresent()) {
                found.get().sum += value.number(row);
                found.get().rows++;
            } else {
                unanswered++;
            }
        }
        final var filled = series.values().stream().flatMap(periods -> periods.values().stream()).filter(period -> period.rows > 0)
                .sorted(Comparator.comparingInt(period -> period.place)).toList();
        return filled.isEmpty() ? Optional.empty() : Optional.of(new Compared(metrics(filled, forecast), unanswered));
    }

    private static Map<String, NavigableMap<Double, Period>> periods(final Frame forecast) {
        final var all = new HashMap<String, NavigableMap<Double, Period>>();
        for (int row = 0; row < forecast.rows(); row++) {
            final int at = row;
            final var name = forecast.find("series").map(column -> column.text(at)).orElse("");
            all.computeIfAbsent(name, unseen -> new TreeMap<>()).put(forecast.column("time").number(row), new Period(row));
        }
        return all;
    }

    /** The period that a time belongs to; the last one is taken to be as long as the one before. */
    private static Optional<Period> period(final NavigableMap<Double, Period> periods, final double position) {
        final var entry = periods.floorEntry(position);
        if (entry == null) {
            return Optional.empty();
        }
        final var before = periods.lowerKey(entry.getKey());
        final boolean beyond = periods.higherKey(entry.getKey()) == null && position > entry.getKey()
                && (before == null || position - entry.getKey() >= entry.getKey() - before);
        return beyond ? Optional.empty() : Optional.of(entry.getValue());
    }

    private Map<String, Double> metrics(final List<Period> periods, final Frame forecast) {
        final var expected = new double[periods.size()];
        final var given = new double[expected.length];
        double shares = 0;
        double bias = 0;
        for (int i = 0; i < expected.length; i++) {
            expected[i] = truth(periods.get(i));
            given[i] = forecast.column(FORECAST).number(periods.get(i).place);
            final double size = Math.abs(expected[i]) + Math.abs(given[i]);
            shares += size == 0 ? 0 : 2 * PERCENT * Math.abs(expected[i] - given[i]) / size;
            bias += given[i] - expected[i];
        }
        final var errors = new Score.Numbers(expected, given).metrics();
        final var metrics = new LinkedHashMap<String, Double>();
        metrics.put("smape", shares / expected.length);
        metrics.put("mape", PERCENT * errors.get("mape"));
        metrics.put("rmse", errors.get("rmse"));
        metrics.put("mae", errors.get("mae"));
        metrics.put("bias", bias / expected.length);
        for (final var lower : forecast.columns()) {
            final var upper = forecast.find(lower.name().replaceFirst("^lower-", "upper-"));
            if (lower.name().startsWith("lower-") && upper.isPresent()) {
                final long inside = periods.stream().filter(period -> truth(period) >= lower.number(period.place)
                        && truth(period) <= upper.get().number(period.place)).count();
                metrics.put("coverage-" + lower.name().substring("lower-".length()), (double) inside / expected.length);
            }
        }
        return metrics;
    }

    private double truth(final Period period) {
        return means ? period.sum / period.rows : period.sum;
    }
}
