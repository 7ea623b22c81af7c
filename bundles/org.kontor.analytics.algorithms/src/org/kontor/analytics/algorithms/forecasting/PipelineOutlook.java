// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;
import java.util.Map;

import org.kontor.analytics.frame.Frame;

/** What open opportunities are expected to bring in the periods after a day. */
final class PipelineOutlook {

    /** Won already in the first period, which may have begun. */
    final double already;
    /** Expected of the open opportunities, by period. */
    final double[] expected;
    /** Expected of opportunities that nobody knows of yet, by period. */
    final double[] fresh;
    private final double[] variance;
    /** How many are open, their amounts, and those that are older than any that was ever closed. */
    int open;
    double amount;
    int stalled;
    double stalledAmount;
    int undated;
    /** By stage: how many are open, their amounts, and what is expected of them at any time. */
    final int[] openOf;
    final double[] amountOf;
    final double[] weightedOf;

    /**
     * @param deals   all opportunities
     * @param flow    how they went up to the day
     * @param cut     the day
     * @param now     whether it is the last day there is
     * @param periods the first days of the periods after it, and of the one after the last
     * @param rates   the chances of stages, where they are given
     * @param pause   called again and again
     */
    PipelineOutlook(final Deals deals, final DealFlow flow, final int cut, final boolean now, final int[] periods, final Map<String, Double> rates,
            final Runnable pause) {
        final int count = periods.length - 1;
        expected = new double[count];
        fresh = new double[count];
        variance = new double[count];
        openOf = new int[deals.stages.size()];
        amountOf = new double[deals.stages.size()];
        weightedOf = new double[deals.stages.size()];
        double sum = 0;
        for (int deal = 0; deal < deals.count; deal++) {
            if (deal % Frame.BLOCK == 0) {
                pause.run();
            }
            if (deals.isOpen(deal, cut, now)) {
                add(deals, deal, flow, cut, periods, rates);
            } else if (deals.won[deal] && deals.closed[deal] >= periods[0] && deals.closed[deal] <= cut && deals.value[deal] > 0) {
                sum += deals.value[deal];
            }
        }
        already = sum;
        if (flow.isDated()) {
            arrive(flow, cut, periods, pause);
        }
    }

    private void add(final Deals deals, final int deal, final DealFlow flow, final int cut, final int[] periods, final Map<String, Double> rates) {
        final double money = flow.amount(deals, deal);
        final int age = deals.opened[deal] == Deals.NEVER ? 0 : (int) Math.min(Integer.MAX_VALUE, (long) cut - deals.opened[deal]);
        final Double given = rates.get(deals.stages.get(deals.stage[deal]));
        final int at = deals.stage[deal];
        // what a closed one says about its end was not known on that day
        final int plan = deals.isClosed(deal) ? Deals.NEVER : deals.closed[deal];
        open++;
        amount += money;
        openOf[at]++;
        amountOf[at] += money;
        final boolean dated = flow.isDated();
        if (dated && flow.isStalled(age) && plan == Deals.NEVER && given == null) {
            stalled++;
            stalledAmount += money;
            return;
        }
        final double natural = dated ? flow.chance(age) : flow.rate;
        final double whole = given != null ? given : dated && flow.isStalled(age) ? flow.rate : natural;
        weightedOf[at] += whole * money;
        if (plan != Deals.NEVER) {
            final int day = Math.max(plan, cut + 1);
            for (int k = 0; k < expected.length; k++) {
                if (day >= Math.max(periods[k], cut + 1) && day < periods[k + 1]) {
                    put(k, whole, money);
                }
            }
        } else if (dated) {
            final double factor = natural > 0 ? whole / natural : 0;
            for (int k = 0; k < expected.length; k++) {
                final int from = Math.max(periods[k] - 1, cut) - cut;
                final double until = flow.chance(age, age + periods[k + 1] - 1 - cut) - flow.chance(age, age + from);
                put(k, Math.min(1, until * factor), money);
            }
        } else {
            undated++;
        }
    }

    private void put(final int period, final double chance, final double money) {
        expected[period] += chance * money;
        variance[period] += chance * (1 - chance) * money * money;
    }

    /** New opportunities come as they came lately, and are won as others were. */
    private void arrive(final DealFlow flow, final int cut, final int[] periods, final Runnable pause) {
        for (int k = 0; k < fresh.length; k++) {
            pause.run();
            double wins = 0;
            final int from = Math.max(periods[k], cut + 1);
            for (int day = cut + 1; day < periods[k + 1]; day++) {
                wins += flow.chance(-1, periods[k + 1] - 1 - day) - (day < from ? flow.chance(-1, from - 1 - day) : 0);
            }
            fresh[k] = flow.arrivals * wins * flow.mean;
            variance[k] += flow.arrivals * wins * flow.square;
        }
    }

    /**
     * All that is expected of each period.
     *
     * @param widening how much wider bounds are than chance alone makes them
     */
    Forecast forecast(final double widening) {
        final var mean = new double[expected.length];
        Arrays.setAll(mean, k -> expected[k] + fresh[k] + (k == 0 ? already : 0));
        final var deviations = Arrays.stream(variance).map(each -> widening * Math.sqrt(each)).toArray();
        final double least = already;
        final var forecast = Forecast.normal(mean, deviations);
        return new Forecast(mean, above(forecast.low80(), least), forecast.high80(), above(forecast.low95(), least), forecast.high95());
    }

    private static double[] above(final double[] bounds, final double least) {
        final var raised = new double[bounds.length];
        Arrays.setAll(raised, k -> Math.max(bounds[k], k == 0 ? least : 0));
        return raised;
    }
}
