// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

/**
 * A customer as the rest of the company's history is made from it.
 *
 * @param number   its number, from 0
 * @param market   where it is
 * @param industry what it does
 * @param profile  how it buys
 * @param company  its name and place
 * @param owner    the number of the user who looks after it
 * @param from     the first day of business with it
 * @param to       the last day of business with it
 * @param weight   how many orders it places, compared with others
 * @param size     how much it orders, compared with others
 */
record Customer(int number, Market market, Industry industry, Profile profile, Naming.Company company, int owner, int from, int to,
        double weight, double size) {

    private static final int CONTACTS = 4;

    static Customer make(final long seed, final int number, final Naming naming, final Season season, final Staff staff) {
        final var dice = Dice.of(seed, "customer", number);
        final var market = Market.pick(dice);
        final var industry = Industry.pick(dice);
        final var profile = Profile.pick(dice);
        final int last = season.days() - 1;
        final int from = switch (profile) {
            case NEW -> season.pick(dice, last - 110, last - 10);
            case PROSPECT -> season.pick(dice, 0, last);
            case LAPSED, FADING -> season.pick(dice, 0, 90);
            default -> dice.chance(0.6) ? dice.below(40) : season.pick(dice, 0, last - 200);
        };
        final int to = switch (profile) {
            case LAPSED -> Math.max(from + 30, last - dice.between(200, 480));
            case FADING -> last - dice.between(100, 200);
            case OCCASIONAL -> last - dice.below(160);
            default -> last - dice.below(7);
        };
        final double weight = profile.orders() * industry.frequency() * dice.logNormal(1, 0.45);
        return new Customer(number, market, industry, profile, naming.company(dice, market, industry), staff.owner(dice, market), from,
                Math.max(from, to), weight, industry.size() * dice.logNormal(1, 0.6));
    }

    /** How many contacts each customer has. */
    static int contacts() {
        return CONTACTS;
    }

    int contact(final int place) {
        return number * CONTACTS + place;
    }

    /** One of its contacts, whoever asks. */
    Naming.Person person(final long seed, final Naming naming, final int place) {
        return naming.person(Dice.of(seed, "person", contact(place)), market);
    }
}
