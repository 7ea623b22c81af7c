// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole company before anything of it is written: who works there, who buys, which deals there were.
 *
 * @param plan      what was asked for
 * @param season    the time it covers
 * @param naming    who is called what
 * @param staff     who works there
 * @param range     what it sells
 * @param stages    the stages of its deals
 * @param customers who buys
 * @param deals     the deals
 */
record Company(DemoCompany.Plan plan, Season season, Naming naming, Staff staff, ProductRange range, Stages stages,
        List<Customer> customers, List<Deal> deals) {

    private static final int DEALS_OF_TEN_CUSTOMERS = 12;

    static Company make(final DemoCompany.Plan plan, final Stages stages) {
        final var season = new Season(plan.today());
        final var naming = new Naming();
        final var staff = new Staff(plan.seed(), plan.customers(), naming);
        final var range = ProductRange.load();
        final var customers = new ArrayList<Customer>();
        for (int i = 0; i < plan.customers(); i++) {
            customers.add(Customer.make(plan.seed(), i, naming, season, staff));
        }
        final var deals = new ArrayList<Deal>();
        for (int i = 0; i < plan.customers() * DEALS_OF_TEN_CUSTOMERS / 10; i++) {
            deals.add(Deal.make(plan.seed(), i, customers, season, stages, range.articles().size()));
        }
        return new Company(plan, season, naming, staff, range, stages, customers, deals);
    }

    Dice dice(final String kind, final long number) {
        return Dice.of(plan.seed(), kind, number);
    }
}
