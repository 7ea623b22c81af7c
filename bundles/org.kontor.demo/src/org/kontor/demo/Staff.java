// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.util.ArrayList;
import java.util.List;

/** Who works at the demo company: one team for China, one for the rest of the world. */
final class Staff {

    private static final int LEAST = 8;
    private static final int CUSTOMERS_OF_A_USER = 63;
    private static final double SHARE_OF_EAST = 0.45;

    /**
     * A user.
     *
     * @param number the number, from 0
     * @param team   the number of the team
     * @param market where the person comes from
     * @param person the person
     */
    record Member(int number, int team, Market market, Naming.Person person) {
    }

    private final List<Member> members = new ArrayList<>();
    private final int east;

    Staff(final long seed, final int customers, final Naming naming) {
        final int count = Math.max(LEAST, customers / CUSTOMERS_OF_A_USER);
        east = (int) Math.round(count * SHARE_OF_EAST);
        for (int i = 0; i < count; i++) {
            final var market = i < east ? Market.CHINA : (i - east) % 3 == 2 ? Market.GERMANY : Market.AMERICA;
            members.add(new Member(i, i < east ? 0 : 1, market, naming.person(Dice.of(seed, "user", i), market)));
        }
    }

    List<Member> members() {
        return members;
    }

    /** The number of the first member of a team, who leads it. */
    int leader(final int team) {
        return team == 0 ? 0 : east;
    }

    /** Somebody who looks after customers of a market. */
    int owner(final Dice dice, final Market market) {
        return market == Market.CHINA ? dice.below(east) : dice.between(east, members.size() - 1);
    }
}
