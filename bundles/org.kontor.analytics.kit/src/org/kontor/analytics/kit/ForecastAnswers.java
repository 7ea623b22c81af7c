// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.Result;

/** Passengers of airlines by month, and the flow of the Nile by year. */
final class ForecastAnswers {

    /** Thousands of passengers of international airlines, 1949 to 1960 (Box and Jenkins, Time Series Analysis, 1976, series G). */
    private static final double[] PASSENGERS = {112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
        114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194, 196, 196, 236, 235,
        229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274,
        237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348,
        363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461,
        390, 432};
    /** Annual flow of the Nile at Aswan, 1871 to 1970, in 10^8 cubic metres (Cobb, The problem of the Nile, Biometrika 65, 1978). */
    private static final double[] NILE = {1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
        1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764,
        821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874,
        848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740};

    private ForecastAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "pipeline-forecast" -> pipeline();
            case "seasonal-naive" -> seasonalNaive();
            case "arima" -> arima();
            case "auto-forecast" -> autoForecast();
            case "exponential-smoothing" -> exponentialSmoothing();
            case "theta" -> theta();
            default -> List.of();
        };
    }

    private static Dataset passengers() {
        final var days = new int[PASSENGERS.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = (int) LocalDate.of(1949 + i / 12, i % 12 + 1, 1).toEpochDay();
        }
        return series(days, PASSENGERS);
    }

    private static Dataset nile() {
        final var days = new int[NILE.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = (int) LocalDate.of(1871 + i, 1, 1).toEpochDay();
        }
        return series(days, NILE);
    }

    private static Dataset series(final int[] days, final double[] values) {
        final var frame = Frame.of(DateColumn.of("time", days, Missing.NONE), NumberColumn.of("value", values.clone()));
        return new Dataset(frame, Map.of(Role.TIME, List.of("time"), Role.VALUE, List.of("value")));
    }

    /** The last two years are forecast from those before. */
    private static Map<String, String> heldOut(final Map<String, String> others) {
        final var all = new HashMap<>(others);
        all.put("horizon", "24");
        all.put("origins", "1");
        return all;
    }

    private static void between(final double least, final double most, final Result result, final String metric) {
        final double found = result.metric(metric);
        assertTrue(found >= least && found <= most, metric + ' ' + found + " is not between " + least + " and " + most);
    }

    private static void expects(final Result result, final double precision, final double... values) {
        final var forecast = table(result, "forecast").column("forecast");
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], forecast.number(i), precision, "step " + (i + 1));
        }
    }

    private static List<Known> seasonalNaive() {
        return List.of(new Known(new Case("passengers, two years ahead", passengers(), heldOut(Map.of())), result -> {
            assertEquals(76.99, result.metric("rmse"), 5e-3);
            assertEquals(15.52, result.metric("mape"), 5e-3);
            expects(result, 0, 417, 391, 419, 461);
        }));
    }
    /** What a search found is no more than the best that somebody found: nobody may find less good numbers, though better ones are welcome. */
    private static List<Known> exponentialSmoothing() {
        final var found = new ArrayList<Known>();
        found.add(new Known(new Case("passengers, chosen by itself", passengers(), Map.of("horizon", "12")), result -> {
            between(1380, 1395.166432, result, "aic");
            between(1385, 1400.638432, result, "aicc");
        }));
        found.add(new Known(new Case("passengers, damped and multiplied", passengers(), Map.of("model", "MAdM", "horizon", "3", "origins", "0")), result -> {
            between(1394, 1395.166432, result, "aic");
            near(.98, result, "phi");
            near(.0001, result, "gamma", .05);
            expects(result, .6, 441.80, 434.12, 496.63);
        }));
        found.add(new Known(new Case("passengers, Holt and Winters, multiplied", passengers(), classic("MAM")), result -> {
            near(.2755924747, result, "alpha", 1e-4);
            near(.03269295273, result, "beta", 1e-3);
            near(.8707292223, result, "gamma", 1e-4);
            between(16570.77787 * (1 - 1e-7), 16570.77787, result, "sse");
        }));
        found.add(new Known(new Case("passengers, Holt and Winters, added", passengers(), classic("AAA")), result -> {
            near(.2479594897, result, "alpha", 1e-4);
            near(.03453372965, result, "beta", 1e-3);
            near(1, result, "gamma", 1e-4);
            between(21860.18462 * (1 - 1e-7), 21860.18462, result, "sse");
        }));
        found.add(new Known(new Case("Nile, smoothed", nile(), classic("ANN")), result -> {
            near(.2465578775, result, "alpha", 1e-4);
            between(2038871.833 * (1 - 1e-8), 2038871.833 * (1 + 1e-9), result, "sse");
        }));
        found.add(new Known(new Case("passengers, Holt and Winters, two years ahead", passengers(), heldOut(classic("MAM"))), result -> {
            assertEquals(36.61, result.metric("rmse"), 1e-2);
            assertEquals(7.26, result.metric("mape"), 1e-2);
        }));
        return found;
    }

    private static Map<String, String> classic(final String model) {
        return Map.of("estimation", "least-squares", "model", model, "damped", "no");
    }

    private static List<Known> theta() {
        return List.of(new Known(new Case("passengers, two years ahead", passengers(), heldOut(Map.of())), result -> {
            assertEquals(71.36, result.metric("rmse"), 1e-2);
            assertEquals(13.34, result.metric("mape"), 5e-3);
        }));
    }

    private static List<Known> arima() {
        return List.of(new Known(new Case("passengers, the airline model of logarithms", passengers(),
                Map.of("order", "0,1,1", "seasonal-order", "0,1,1", "transform", "log", "horizon", "3")), result -> {
            near(-.4018280, result, "ma-1", 3e-5);
            near(-.5569448, result, "sma-1", 3e-5);
            near(.001348035, result, "sigma2", 1e-4);
            assertEquals(244.7, result.metric("log-likelihood"), 5e-2);
            assertEquals(-483.4, result.metric("aic"), 5e-2);
            expects(result, 5e-3, 450.42, 425.72, 479.01);
        }), new Known(new Case("passengers, two years ahead, found by itself", passengers(), heldOut(Map.of())), result -> {
            assertEquals(74.25, result.metric("rmse"), 5e-3);
            assertEquals(14.93, result.metric("mape"), 5e-3);
        }));
    }

    /** Passengers divided among three routes, one of them with two carriers. */
    private static Dataset routes() {
        final String[] names = {"North/A", "North/B", "South"};
        final int count = PASSENGERS.length;
        final var days = new int[names.length * count];
        final var values = new double[days.length];
        final var routes = new ArrayList<String>();
        for (int i = 0; i < days.length; i++) {
            final int month = i / names.length;
            days[i] = (int) LocalDate.of(1949 + month / 12, month % 12 + 1, 1).toEpochDay();
            final double share = .2 + .1 * Math.sin(month);
            values[i] = PASSENGERS[month] * (i % 3 == 0 ? share : i % 3 == 1 ? .3 : .5 - share);
            routes.add(names[i % names.length]);
        }
        final var frame = Frame.of(DateColumn.of("time", days, Missing.NONE), NumberColumn.of("value", values), TextColumn.of("route", routes));
        return new Dataset(frame, Map.of(Role.TIME, List.of("time"), Role.VALUE, List.of("value"), Role.SERIES, List.of("route")));
    }

    private static List<Known> autoForecast() {
        final var found = new ArrayList<Known>();
        for (final var way : List.of("mint", "ols", "bottom-up")) {
            found.add(new Known(new Case("routes that sum up, " + way, routes(),
                    Map.of("reconciliation", way, "separator", "/", "with-arima", "no", "origins", "2")), result -> {
                        final var table = table(result, "forecast");
                        final var sums = new HashMap<String, Double>();
                        for (int row = 0; row < table.rows(); row++) {
                            sums.merge(table.column("series").text(row), table.column("forecast").number(row), Double::sum);
                        }
                        assertEquals(5, sums.size());
                        assertEquals(sums.get("North"), sums.get("North/A") + sums.get("North/B"), 1e-9 * sums.get("North"));
                        assertEquals(sums.get("Total"), sums.get("North") + sums.get("South"), 1e-9 * sums.get("Total"));
                        assertTrue(result.metric("mase") < result.metric("baseline-mase"), "no better than the last season");
                    }));
        }
        found.add(new Known(new Case("passengers, the mean of three methods", passengers(), heldOut(Map.of())),
                result -> between(0, 74.25, result, "rmse")));
        return found;
    }

    /** Twenty opportunities are won after 30 days for 100, twenty are lost after 60; three are open at the end of March. */
    private static List<Known> pipeline() {
        final int first = (int) LocalDate.of(2024, 1, 1).toEpochDay();
        final var stages = new ArrayList<String>();
        final var opened = new int[43];
        final var closed = new int[43];
        final var values = new double[43];
        for (int i = 0; i < 43; i++) {
            final boolean open = i >= 40;
            stages.add(open ? "Talking" : i % 2 == 0 ? "Won" : "Lost");
            opened[i] = open ? first + new int[] {80, 45, 4}[i - 40] : first + i / 2;
            closed[i] = opened[i] + (i % 2 == 0 ? 30 : 60);
            values[i] = open ? 200 : i % 2 == 0 ? 100 : 0;
        }
        final var frame = Frame.of(TextColumn.of("stage", stages), DateColumn.of("closed", closed, Missing.of(new long[] {7L << 40})),
                DateColumn.of("opened", opened, Missing.NONE), NumberColumn.of("value", values));
        final var data = new Dataset(frame, Map.of(Role.TARGET, List.of("stage"), Role.TIME, List.of("closed", "opened"), Role.VALUE, List.of("value")));
        return List.of(new Known(new Case("opportunities won after thirty days", data, Map.of("reference-date", "2024-03-31")), result -> {
            near(.5, result, "win-rate");
            near(2_000, result, "won-value");
            near(3, result, "open");
            near(1, result, "stalled");
            // of 42 that were open for 30 days, 20 were won then; the older ones are won no more
            near(200 * 20 / 42.0, result, "pipeline-expected");
        }));
    }
}
