// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.Arrays;

import org.kontor.analytics.frame.Frame;

/**
 * How opportunities are won as they grow older, as it was known at the end of a day: the share that is won at each age of those that get
 * that old (Aalen and Johansen, An empirical transition matrix for non-homogeneous Markov chains based on censored observations, 1978).
 * Opportunities that are still open count up to their age, so that those nobody ever closes lower the chances.
 */
final class DealFlow {

    private static final int OLDEST = 3_650;
    /** New opportunities are counted over so many days. */
    private static final int RECENT = 182;

    /** Won of all closed. */
    final double rate;
    final int wins;
    final int losses;
    final double won;
    final double daysToWin;
    final double daysToLose;
    /** How many new opportunities a day brings. */
    final double arrivals;
    /** The mean and the mean square of won amounts. */
    final double mean;
    final double square;
    private final double[] meanOfItem;
    private final double[] open;
    private final double[] winning;
    private final int oldest;

    /**
     * @param deals all opportunities
     * @param cut   the day; what came later is not known
     * @param now   whether it is the last day there is
     * @param pause called again and again
     */
    DealFlow(final Deals deals, final int cut, final boolean now, final Runnable pause) {
        final var winsAt = new int[OLDEST + 1];
        final var endsAt = new int[OLDEST + 1];
        final var gone = new int[OLDEST + 2];
        final var sums = new double[deals.items];
        final var counts = new int[deals.items];
        int winners = 0;
        int losers = 0;
        double money = 0;
        double squares = 0;
        final var days = new double[2];
        final var dated = new int[2];
        int last = 0;
        int recent = 0;
        int first = cut;
        for (int deal = 0; deal < deals.count; deal++) {
            if (deal % Frame.BLOCK == 0) {
                pause.run();
            }
            final boolean ended = deals.isClosedBy(deal, cut);
            if (!ended && !deals.isOpen(deal, cut, now)) {
                continue;
            }
            final boolean win = ended && deals.won[deal];
            if (ended) {
                winners += win ? 1 : 0;
                losers += win ? 0 : 1;
            }
            if (win) {
                final double amount = Double.isNaN(deals.value[deal]) ? 0 : deals.value[deal];
                money += amount;
                squares += amount * amount;
                if (deals.item[deal] >= 0) {
                    sums[deals.item[deal]] += amount;
                    counts[deals.item[deal]]++;
                }
            }
            final int opened = deals.opened[deal];
            final long age = opened == Deals.NEVER ? -1 : (long) (ended ? deals.closed[deal] : cut) - opened;
            if (age >= 0) {
                recent += opened > cut - RECENT ? 1 : 0;
                first = Math.min(first, opened);
                final int at = (int) Math.min(OLDEST, age);
                gone[at + 1]++;
                if (ended) {
                    endsAt[at]++;
                    winsAt[at] += win ? 1 : 0;
                    days[win ? 0 : 1] += age;
                    dated[win ? 0 : 1]++;
                    last = Math.max(last, at);
                }
            }
        }
        wins = winners;
        losses = losers;
        won = money;
        rate = winners + losers == 0 ? 0 : (double) winners / (winners + losers);
        mean = winners == 0 ? 0 : money / winners;
        square = winners == 0 ? 0 : squares / winners;
        daysToWin = dated[0] == 0 ? Double.NaN : days[0] / dated[0];
        daysToLose = dated[1] == 0 ? Double.NaN : days[1] / dated[1];
        arrivals = (double) recent / Math.min(RECENT, Math.max(1, cut - first + 1));
        meanOfItem = new double[deals.items];
        Arrays.setAll(meanOfItem, each -> counts[each] == 0 ? mean : sums[each] / counts[each]);
        oldest = last;
        open = new double[last + 1];
        winning = new double[last + 1];
        int risk = Arrays.stream(gone).sum();
        double left = 1;
        double sum = 0;
        for (int age = 0; age <= last; age++) {
            risk -= gone[age];
            if (risk > 0) {
                sum += left * winsAt[age] / risk;
                left *= 1 - (double) endsAt[age] / risk;
            }
            open[age] = left;
            winning[age] = sum;
        }
    }

    /** {@return whether ages of closed opportunities are known} */
    boolean isDated() {
        return !Double.isNaN(daysToWin);
    }

    /** {@return the chance that one that is still open at an age is won until another age} */
    double chance(final int age, final int until) {
        if (until <= age || age >= oldest || oldest == 0) {
            return age < 0 && until >= 0 ? winning[Math.min(until, oldest)] : 0;
        }
        final double left = age < 0 ? 1 : open[age];
        return left > 0 ? (winning[Math.min(until, oldest)] - (age < 0 ? 0 : winning[age])) / left : 0;
    }

    /** {@return the chance that one that is still open at an age is won at all} */
    double chance(final int age) {
        return chance(age, OLDEST);
    }

    /** {@return whether none that old was ever closed} */
    boolean isStalled(final int age) {
        return age >= oldest;
    }

    /** {@return the amount of an opportunity, or what others of its kind brought where it has none} */
    double amount(final Deals deals, final int deal) {
        final double given = deals.value[deal];
        return given > 0 ? given : deals.item[deal] >= 0 ? meanOfItem[deals.item[deal]] : mean;
    }
}
