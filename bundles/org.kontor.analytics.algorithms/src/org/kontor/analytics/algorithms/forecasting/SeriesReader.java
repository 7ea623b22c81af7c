// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.kontor.analytics.Findings;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Warning;

/** Makes series of rows: the rows of one period and series are put together, gaps are filled. */
final class SeriesReader {

    /** Shorter series say nothing. */
    static final int SHORTEST = 3;
    /** Squares of larger values, added up, may have no end. */
    private static final double LARGEST = 1e120;
    private static final long MOST_CELLS = 50_000_000;
    private static final int NAMED = 5;
    /** What is read, and what a method keeps of each value that it learned. */
    private static final long BYTES_PER_VALUE = 160;
    /** A forecast has five values for each step, and so has that of the naive method beside it; the tables hold them once more. */
    private static final long BYTES_PER_STEP = 120;

    private final Dataset data;
    private final Parameters parameters;
    private final Runnable pause;
    private final List<Warning> warnings = new ArrayList<>();
    private final Column value;
    private long left;
    private long counted;

    SeriesReader(final Dataset data, final Parameters parameters, final Runnable pause) {
        this.data = data;
        this.parameters = parameters;
        this.pause = pause;
        value = data.column(Role.VALUE);
    }

    /** Finds what stands in the way before anything is put together. */
    static void examine(final Findings found) {
        final var value = found.data().column(Role.VALUE);
        if (found.data().rows() == 0) {
            found.obstacle("forecast.empty");
        } else if (value.missing() == value.rows()) {
            found.obstacle("forecast.no-values", value.name());
        } else if (found.exceeds(value, LARGEST)) {
            found.obstacle("forecast.too-large", value.name());
        }
    }

    /** {@return an upper bound of the bytes that reading, learning and telling need} */
    static long memory(final Dataset data, final Parameters parameters) {
        final var scan = new TimeScan(data.column(Role.TIME), parameters.get(Settings.PERIOD), () -> { });
        final long places = scan.timeline().map(Timeline::length).orElse(0);
        final long steps = parameters.get(Settings.HORIZON) * (1 + parameters.get(Settings.ORIGINS));
        return (4L << 20) + names(data) * (places * BYTES_PER_VALUE + steps * BYTES_PER_STEP) + data.rows() * 8L;
    }

    /** {@return an upper bound of the number of series} */
    static long names(final Dataset data) {
        return data.find(Role.SERIES).map(column -> column instanceof final TextColumn texts ? texts.dictionary().size() : column.rows()).orElse(1);
    }

    /** Numbers the series in the order of their first rows. */
    private final class Names {

        private final Optional<Column> column = data.find(Role.SERIES);
        private final int[] numbers = column.filter(TextColumn.class::isInstance).map(TextColumn.class::cast)
                .map(texts -> unknown(texts.dictionary().size())).orElse(null);
        private final HashMap<String, Integer> known = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        private int[] unknown(final int size) {
            final var none = new int[size];
            Arrays.fill(none, -1);
            return none;
        }

        int of(final int row) {
            if (column.isEmpty()) {
                if (names.isEmpty()) {
                    names.add("");
                }
                return 0;
            }
            if (column.get().isMissing(row)) {
                return -1;
            }
            if (numbers != null) {
                final int code = ((TextColumn) column.get()).code(row);
                if (numbers[code] < 0) {
                    numbers[code] = names.size();
                    names.add(column.get().text(row));
                }
                return numbers[code];
            }
            return known.computeIfAbsent(column.get().text(row), name -> {
                names.add(name);
                return names.size() - 1;
            });
        }
    }

    SeriesSet read() {
        final var scan = new TimeScan(data.column(Role.TIME), parameters.get(Settings.PERIOD), pause);
        scan.problem().ifPresent(problem -> {
            throw problem.asException();
        });
        final var timeline = scan.timeline().orElseThrow();
        final var names = new Names();
        final var sums = new ArrayList<double[]>();
        final var counts = new ArrayList<int[]>();
        for (int row = 0; row < data.rows(); row++) {
            if (row % Frame.BLOCK == 0) {
                pause.run();
            }
            final int place = scan.place(row);
            final double amount = value.number(row);
            final int series = place < 0 || Double.isNaN(amount) ? -1 : names.of(row);
            if (series < 0) {
                left++;
                continue;
            }
            counted++;
            if (series == sums.size()) {
                if ((series + 1L) * timeline.length() > MOST_CELLS) {
                    throw Messages.problem("forecast.too-many", MOST_CELLS).asException();
                }
                sums.add(new double[timeline.length()]);
                counts.add(new int[timeline.length()]);
            }
            sums.get(series)[place] += amount;
            counts.get(series)[place]++;
        }
        final boolean transactions = counts.stream().anyMatch(each -> Arrays.stream(each).anyMatch(count -> count > 1));
        final int length = withoutPartial(scan, timeline, transactions);
        final var found = new ArrayList<TimeSeries>();
        final var tooShort = new ArrayList<String>();
        for (int i = 0; i < sums.size(); i++) {
            pause.run();
            final var series = series(names.names.get(i), Arrays.copyOf(sums.get(i), length), Arrays.copyOf(counts.get(i), length), transactions);
            if (series.length() < SHORTEST) {
                tooShort.add(series.name());
            } else {
                found.add(series);
            }
        }
        if (found.isEmpty()) {
            throw Messages.problem("forecast.too-short", SHORTEST).asException();
        }
        warn(found, tooShort);
        final var whole = new Timeline(timeline.period(), timeline.origin(), timeline.step(), length);
        return new SeriesSet(whole, found, data.find(Role.SERIES).map(Column::name), cycle(whole, found), counted, warnings, List.of());
    }

    /** The last period is unfinished where its last days are missing and days are never that far apart. */
    private int withoutPartial(final TimeScan scan, final Timeline timeline, final boolean transactions) {
        final int length = timeline.length();
        if (timeline.period().isEmpty() || timeline.period().get() == Period.DAY || !transactions || scan.lastDay() == 0) {
            return length;
        }
        final var period = timeline.period().get();
        final int end = period.start((int) timeline.origin() + length);
        if (end - 1 - scan.lastDay() <= Math.max(3, 3 * scan.typicalGap())) {
            return length;
        }
        final boolean drop = parameters.get(Settings.LAST_PERIOD).equals("drop");
        warn(drop ? "forecast.partial-dropped" : "forecast.partial", timeline.text(length - 1));
        return drop ? length - 1 : length;
    }

    private TimeSeries series(final String name, final double[] sums, final int[] counts, final boolean transactions) {
        final boolean mean = parameters.get(Settings.COMBINE).equals("mean");
        final var gaps = parameters.get(Settings.GAPS);
        final boolean zero = gaps.equals("zero") || gaps.equals("auto") && transactions && !mean;
        int first = 0;
        int end = counts.length;
        while (first < end && counts[first] == 0) {
            first++;
        }
        while (!zero && end > first && counts[end - 1] == 0) {
            end--;
        }
        final var values = new double[end - first];
        int filled = 0;
        int known = -1;
        for (int i = 0; i < values.length; i++) {
            final int count = counts[first + i];
            if (count == 0) {
                filled++;
                continue;
            }
            values[i] = mean ? sums[first + i] / count : sums[first + i];
            if (!zero && known >= 0) {
                for (int gap = known + 1; gap < i; gap++) {
                    values[gap] = values[known] + (values[i] - values[known]) * (gap - known) / (i - known);
                }
            }
            known = i;
        }
        for (final double each : values) {
            if (Math.abs(each) > LARGEST) {
                throw Messages.problem("forecast.too-large", value.name()).asException();
            }
        }
        return new TimeSeries(name, first, values, zero && transactions ? 0 : filled);
    }

    private void warn(final String code, final Object... args) {
        warnings.add(new Warning(code, Messages.of(code, args)));
    }

    private void warn(final List<TimeSeries> found, final List<String> tooShort) {
        if (left > 0) {
            warn("forecast.rows-left", left);
        }
        if (!tooShort.isEmpty()) {
            warn("forecast.series-left", tooShort.size(), SHORTEST, String.join(", ", tooShort.subList(0, Math.min(NAMED, tooShort.size()))));
        }
        final long filled = found.stream().mapToLong(TimeSeries::filled).sum();
        if (filled > 0) {
            warn("forecast.filled", filled);
        }
    }

    private int cycle(final Timeline timeline, final List<TimeSeries> found) {
        final int given = parameters.get(Settings.SEASON).intValue();
        if (given > 0) {
            return given;
        }
        if (timeline.period().isPresent()) {
            return timeline.period().get().cycle;
        }
        TimeSeries longest = found.getFirst();
        for (final var each : found) {
            longest = each.length() > longest.length() ? each : longest;
        }
        return Seasonality.cycle(longest.values());
    }
}
