// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** ARIMA with a given order, or with one that is searched for step by step (Hyndman and Khandakar 2008). */
final class ArimaForecaster implements Forecaster {

    private static final int MOST = 5;
    private static final int MOST_SEASONAL = 2;
    private static final int LONG_CYCLE = 24;
    private static final int MOST_MODELS = 94;
    private static final int[][] NEIGHBOURS = {{0, 0, -1, 0}, {0, 0, 1, 0}, {0, 0, 0, -1}, {0, 0, 0, 1}, {0, 0, -1, -1}, {0, 0, 1, 1},
        {0, 0, -1, 1}, {0, 0, 1, -1}, {-1, 0, 0, 0}, {1, 0, 0, 0}, {0, -1, 0, 0}, {0, 1, 0, 0}, {-1, -1, 0, 0}, {1, 1, 0, 0}, {-1, 1, 0, 0}, {1, -1, 0, 0}};

    private final Wish wish;

    /**
     * What is wanted; empty for what is to be found.
     *
     * @param order      p, d, q
     * @param seasonal   P, D, Q
     * @param constant   whether there is a mean or drift
     * @param logarithms whether logarithms are forecast
     */
    record Wish(Optional<int[]> order, Optional<int[]> seasonal, Optional<Boolean> constant, boolean logarithms) {

        /** All is found. */
        static final Wish AUTOMATIC = new Wish(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    ArimaForecaster(final Wish wish) {
        this.wish = wish;
    }

    @Override
    public Fit fit(final double[] series, final int cycle, final Runnable pause) {
        if (wish.logarithms && Arrays.stream(series).anyMatch(value -> value <= 0)) {
            throw Messages.problem("forecast.not-positive").asException();
        }
        final double scale = wish.logarithms ? 1 : EtsForecaster.scale(series);
        final var values = Arrays.stream(series).map(value -> wish.logarithms ? Math.log(value) : value / scale).toArray();
        final int season = cycle > 1 && cycle <= EtsForecaster.LONGEST_CYCLE && series.length > 2 * cycle ? cycle : 1;
        final var best = new Stepwise(values, season, pause).best();
        if (best == null) {
            return new NaiveFit(series, cycle);
        }
        best.exactly();
        return new ArimaFit(values, wish.logarithms, scale, best);
    }

    /** One search among orders. */
    private final class Stepwise {

        private final double[] values;
        private final int cycle;
        private final Runnable pause;
        private final Map<ArimaOrder, Double> seen = new HashMap<>();
        private ArimaSearch found;

        Stepwise(final double[] values, final int cycle, final Runnable pause) {
            this.values = values;
            this.cycle = cycle;
            this.pause = pause;
        }

        ArimaSearch best() {
            final int[] near = wish.order.orElse(null);
            final int[] far = cycle == 1 ? new int[3] : wish.seasonal.orElse(null);
            final int sd = far != null ? far[1] : UnitRoots.seasonal(values, cycle);
            final var seasonless = new ArimaOrder(0, 0, 0, 0, sd, 0, cycle, false);
            if (values.length - seasonless.lost() < SeriesReader.SHORTEST) {
                return null;
            }
            final int d = near != null ? near[1] : UnitRoots.differences(seasonless.difference(values));
            final boolean constant = wish.constant.orElse(d + sd < 2 && (near == null || far == null || d + sd == 0));
            final var empty = new ArimaOrder(near == null ? 0 : near[0], d, near == null ? 0 : near[2], far == null ? 0 : far[0], sd, far == null ? 0 : far[2],
                    cycle, constant && d + sd < 2);
            attempt(empty);
            if (near != null && far != null) {
                if (found == null && ArimaSearch.isPossible(empty, values.length)) {
                    // an order that somebody wants is taken as it is
                    found = searched(empty);
                }
                return found != null ? found : fallback(d, sd);
            }
            final int s = cycle > 1 && far == null ? 1 : 0;
            final int n = near == null ? 1 : 0;
            attempt(empty.moved(2 * n, 2 * n, s, s));
            attempt(empty.moved(n, 0, s, 0));
            attempt(empty.moved(0, n, 0, s));
            if (empty.constant() && wish.constant.isEmpty()) {
                attempt(empty.withConstant(false));
            }
            climb(near == null, far == null, d + sd < 2 && wish.constant.isEmpty());
            return found != null ? found : fallback(d, sd);
        }

        private ArimaSearch fallback(final int d, final int sd) {
            final var plain = new ArimaOrder(0, d, 0, 0, sd, 0, cycle, false);
            return ArimaSearch.isPossible(plain, values.length) ? searched(plain) : null;
        }

        private void climb(final boolean near, final boolean far, final boolean constant) {
            boolean better = found != null;
            while (better && seen.size() < MOST_MODELS) {
                better = false;
                final var from = found.order;
                for (final int[] step : NEIGHBOURS) {
                    final boolean seasonal = step[2] != 0 || step[3] != 0;
                    if ((seasonal ? far && cycle > 1 : near) && attempt(from.moved(step[0], step[1], step[2], step[3]))) {
                        better = true;
                        break;
                    }
                }
                better = better || constant && attempt(from.withConstant(!from.constant()));
            }
        }

        /** {@return whether the model is better than all before} */
        private boolean attempt(final ArimaOrder order) {
            final int most = cycle > LONG_CYCLE ? 1 : MOST_SEASONAL;
            final boolean given = wish.order.isPresent() && wish.seasonal.isPresent();
            if (!given && (order.ar() > MOST || order.ma() > MOST || order.sar() > most || order.sma() > most) || order.ar() < 0 || order.ma() < 0
                    || order.sar() < 0 || order.sma() < 0 || seen.containsKey(order) || !ArimaSearch.isPossible(order, values.length)) {
                return false;
            }
            final var search = searched(order);
            final double criterion = search.criterion();
            seen.put(order, criterion);
            if (!Double.isFinite(criterion) || found != null && criterion >= seen.get(found.order)) {
                return false;
            }
            found = search;
            return true;
        }

        private ArimaSearch searched(final ArimaOrder order) {
            final var search = new ArimaSearch(order, order.difference(values), pause);
            search.quickly();
            return search;
        }
    }
}
