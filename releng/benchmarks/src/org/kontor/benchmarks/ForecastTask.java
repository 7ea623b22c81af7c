// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.algorithms.forecasting.ExponentialSmoothing;
import org.kontor.analytics.algorithms.forecasting.Theta;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Result;

/** Forecasts monthly series as long as those of the M3 competition. */
final class ForecastTask {

    static final int HORIZON = 12;
    private static final int YEAR = 12;
    private static final LocalDate END = LocalDate.of(2024, 12, 1);

    private ForecastTask() {
    }

    /** Series with a level that drifts, half of them with a trend, two thirds with a season, and the year after each. */
    static void series(final Path folder, final int count) throws IOException {
        final var random = new SplittableRandom(37);
        try (var values = DataFile.in(folder, "values.bin"); var lengths = DataFile.in(folder, "lengths.bin"); var truth = DataFile.in(folder, "truth.bin")) {
            for (int s = 0; s < count; s++) {
                final int length = random.nextInt(66, 127);
                double level = Math.exp(random.nextDouble(5, 9));
                final double growth = random.nextBoolean() ? random.nextDouble(-.004, .01) : 0;
                final double strength = random.nextInt(3) == 0 ? 0 : random.nextDouble(.05, .35);
                final double noise = random.nextDouble(.02, .12);
                final double phase = random.nextDouble(2 * Math.PI);
                final var season = new double[YEAR];
                for (int month = 0; month < YEAR; month++) {
                    season[month] = 1 + strength * (Math.sin(2 * Math.PI * month / YEAR + phase) + .5 * random.nextGaussian()) / 1.5;
                }
                lengths.write(length);
                for (int t = 0; t < length + HORIZON; t++) {
                    level *= 1 + growth + noise / 4 * random.nextGaussian();
                    (t < length ? values : truth).write(Math.max(1, level * Math.max(.1, season[t % YEAR]) * (1 + noise * random.nextGaussian())));
                }
            }
        }
    }

    /**
     * A forecast of all series with bounds, without a test in the past; beside it the whole run, which forecasts four more times from earlier months.
     *
     * @param what the method, and of how many series the peer takes one
     */
    static Work<Result> work(final Path folder, final List<String> what) throws IOException {
        final int[] lengths = DataFile.integers(folder.resolve("lengths.bin"));
        final double[] values = DataFile.numbers(folder.resolve("values.bin"));
        final var names = new ArrayList<String>();
        final var days = new int[values.length];
        int row = 0;
        for (int s = 0; s < lengths.length; s++) {
            for (int t = 0; t < lengths[s]; t++) {
                names.add("S" + s);
                days[row++] = (int) END.minusMonths(lengths[s] - 1L - t).toEpochDay();
            }
        }
        final var data = new Dataset(
                Frame.of(TextColumn.of("series", names), DateColumn.of("month", days, Missing.NONE), NumberColumn.of("value", values)),
                Map.of(Role.SERIES, List.of("series"), Role.TIME, List.of("month"), Role.VALUE, List.of("value")));
        final Algorithm algorithm = what.getFirst().equals("theta") ? new Theta() : new ExponentialSmoothing();
        final double[] truth = DataFile.numbers(folder.resolve("truth.bin"));
        final int every = Integer.parseInt(what.get(1));
        final var horizon = String.valueOf(HORIZON);
        final var forecast = Work.of(algorithm, data, Map.of("horizon", horizon, "origins", "0"), result -> tell(result, truth, every));
        // five times as much; the automatic choice among many models takes long enough once
        return algorithm instanceof Theta ? forecast.with(algorithm, data, Map.of("horizon", horizon)) : forecast;
    }

    private static void tell(final Result result, final double[] truth, final int every) {
        final var forecast = result.table("forecast").orElseThrow().frame().column("forecast");
        double sum = 0;
        int count = 0;
        for (int i = 0; i < truth.length; i++) {
            if (i / HORIZON % every == 0) {
                final double mean = forecast.number(i);
                sum += 2 * Math.abs(mean - truth[i]) / (Math.abs(mean) + Math.abs(truth[i]));
                count++;
            }
        }
        Measured.value("smape", sum / count);
    }
}
