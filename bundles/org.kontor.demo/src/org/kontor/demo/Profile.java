// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import org.kontor.model.AccountType;
import org.kontor.model.LifecycleStage;

/** How a customer buys: what makes segments that an analysis can find. */
enum Profile {
    /** Buys every week and until today. */
    CHAMPION(0.08, 6, LifecycleStage.LOYAL),
    /** Buys every month and until today. */
    LOYAL(0.17, 3, LifecycleStage.LOYAL),
    /** Buys now and then. */
    REGULAR(0.25, 1.2, LifecycleStage.CUSTOMER),
    /** Bought a few times. */
    OCCASIONAL(0.2, 0.4, LifecycleStage.CUSTOMER),
    /** Bought a lot and stopped more than half a year ago. */
    LAPSED(0.12, 1.5, LifecycleStage.LOST),
    /** Bought a lot and stopped some months ago. */
    FADING(0.07, 3, LifecycleStage.AT_RISK),
    /** Began to buy in the last months. */
    NEW(0.06, 0.5, LifecycleStage.CUSTOMER),
    /** Never bought. */
    PROSPECT(0.05, 0, LifecycleStage.QUALIFIED);

    private final double share;
    private final double orders;
    private final LifecycleStage stage;

    Profile(final double share, final double orders, final LifecycleStage stage) {
        this.share = share;
        this.orders = orders;
        this.stage = stage;
    }

    static Profile pick(final Dice dice) {
        final var all = values();
        final var shares = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            shares[i] = all[i].share;
        }
        return all[dice.weighted(shares)];
    }

    /** How many orders it places, compared with others. */
    double orders() {
        return orders;
    }

    LifecycleStage stage() {
        return stage;
    }

    AccountType type() {
        return this == PROSPECT ? AccountType.PROSPECT : AccountType.CUSTOMER;
    }
}
