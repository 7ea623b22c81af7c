// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.kontor.sales.StageValue;

/**
 * A deal and how it went.
 *
 * @param number    its number, from 0
 * @param customer  who would buy
 * @param contact   the place of the main contact among the customer's
 * @param path      the stages it entered, in their order; the last one is where it is
 * @param moments   when it entered each
 * @param closeDate when it was decided or is expected to be
 * @param article   the number of the product it is mainly about
 */
record Deal(int number, Customer customer, int contact, List<StageValue> path, List<Instant> moments, LocalDate closeDate, int article) {

    /** Days that deals usually stay in the first, second, ... stage. */
    private static final double[] STAYS = {14, 26, 36, 24};
    private static final double STAY_SIGMA = 0.65;
    /** Some deals more than chance gives began in the last weeks, so that the board has work for everybody. */
    private static final double RECENT = 0.1;
    private static final int RECENT_DAYS = 60;
    private static final double STUCK = 0.05;
    private static final double STUCK_FACTOR = 5;
    /** Where deals that are lost were before: most leave early. */
    private static final double[] LOST_FROM = {0.3, 0.3, 0.25, 0.15};

    static Deal make(final long seed, final int number, final List<Customer> customers, final Season season, final Stages stages,
            final int articles) {
        final var dice = Dice.of(seed, "deal", number);
        final var customer = pick(dice, customers);
        final int first = dice.chance(RECENT) && customer.to() > season.days() - RECENT_DAYS / 2 ? season.days() - RECENT_DAYS
                : customer.from() - 45;
        final int opened = season.pick(dice, Math.max(0, Math.min(first, customer.to())), Math.max(customer.from(), customer.to() - 3));
        final boolean wins = customer.profile() != Profile.PROSPECT && dice.chance(customer.industry().winRate());
        final int lastOpen = wins ? stages.open().size() - 1 : lostFrom(dice, stages.open().size());
        final var path = new ArrayList<StageValue>();
        final var moments = new ArrayList<Instant>();
        var day = Season.working(season.day(opened));
        double expected = 0;
        for (int stage = 0; stage <= lastOpen && !day.isAfter(season.today()); stage++) {
            path.add(stages.open().get(stage));
            moments.add(after(moments, Season.moment(dice, day)));
            day = Season.working(day.plusDays(stay(dice, stage)));
        }
        for (int stage = path.size() - 1; stage < stages.open().size(); stage++) {
            expected += STAYS[Math.min(stage, STAYS.length - 1)];
        }
        LocalDate closeDate = day;
        if (day.isAfter(season.today())) {
            // still open: people expect the decision about when it usually falls, some of them too early
            final long late = dice.chance(0.2) ? Math.round(expected) + 12 : 0;
            final var guess = season.today().plusDays(Math.round(expected * dice.logNormal(1, 0.4)) - late);
            final var earliest = season.day(opened).plusDays(10);
            closeDate = Season.working(guess.isBefore(earliest) ? earliest : guess);
        } else {
            path.add(wins ? stages.won() : stages.lost());
            moments.add(after(moments, Season.moment(dice, day)));
        }
        return new Deal(number, customer, dice.below(Customer.contacts()), path, moments, closeDate, dice.below(articles));
    }

    private static Customer pick(final Dice dice, final List<Customer> customers) {
        // good customers have more deals; two looks are enough to tell
        final var one = dice.pick(customers);
        final var other = dice.pick(customers);
        return one.weight() >= other.weight() ? one : other;
    }

    private static int lostFrom(final Dice dice, final int stages) {
        return Math.min(stages - 1, dice.weighted(LOST_FROM));
    }

    private static long stay(final Dice dice, final int stage) {
        final double days = dice.logNormal(STAYS[Math.min(stage, STAYS.length - 1)], STAY_SIGMA);
        return Math.max(1, Math.round(dice.chance(STUCK) ? days * STUCK_FACTOR : days));
    }

    private static Instant after(final List<Instant> moments, final Instant moment) {
        return moments.isEmpty() || moment.isAfter(moments.get(moments.size() - 1)) ? moment : moments.get(moments.size() - 1)
                .plusSeconds(60);
    }

    StageValue stage() {
        return path.get(path.size() - 1);
    }

    /** Whether products and prices are agreed on. */
    boolean priced() {
        return stage().won() || path.stream().filter(entered -> !entered.closed()).count() > 2;
    }
}
