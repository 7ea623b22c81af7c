// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.RecordedRun;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.StoredRecord;
import org.kontor.store.query.Query;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;

/**
 * Companies of which some left: the more people work for one, the likelier; its revenue has nothing to do with it. What became of a company stands
 * in its field {@code industry}, because that is a text that may be missing.
 */
final class Companies {

    static final int COUNT = 400;
    static final Plan PLAN = new Plan("table-accounts", Map.of(), List.of(Condition.parse("industry present")), Map.of(Role.ID, List.of("id"),
            Role.TARGET, List.of("industry"), Role.FEATURES, List.of("employees", "annualRevenue")), List.of(), "logistic-regression", Map.of(), 3);
    /** The same rows by the feature alone that says nothing. */
    static final Plan BLIND = new Plan(PLAN.source(), Map.of(), PLAN.filter(), Map.of(Role.ID, List.of("id"), Role.TARGET, List.of("industry"),
            Role.FEATURES, List.of("annualRevenue")), List.of(), PLAN.algorithm(), Map.of(), 3);
    /** Companies of which nothing is known yet. */
    static final Plan OPEN = PLAN.from(PLAN.source(), Map.of(), List.of(Condition.parse("industry absent")));

    private final ThrowAwayStore place;
    private final Randomness chance = Randomness.of(20_260_601, 1);

    Companies(final ThrowAwayStore place) {
        this.place = place;
    }

    /** Adds companies of which is known what became of them; shuffled, where that has nothing to do with anything. */
    void known(final boolean shuffled) {
        place.add(IntStream.range(0, COUNT).mapToObj(i -> {
            final var account = company(i, 1);
            account.setIndustry((shuffled ? chance.nextDouble() < .5 : leaves(account)) ? "gone" : "stays");
            return account;
        }).toArray(StoredRecord[]::new));
    }

    /** Adds companies of which nothing is known yet, with so many times as many people. */
    void open(final int size) {
        place.add(IntStream.range(0, COUNT).mapToObj(i -> company(COUNT + i, size)).toArray(StoredRecord[]::new));
    }

    private Account company(final int number, final int size) {
        final var account = Samples.account("Company " + number);
        account.setEmployees(1 + chance.nextInt(1_000) * size);
        account.setAnnualRevenue(BigDecimal.valueOf(1 + chance.nextInt(1_000_000)));
        account.setIndustry(null);
        return account;
    }

    private boolean leaves(final Account account) {
        return account.getEmployees() + chance.nextInt(400) > 700;
    }

    /** Time goes by: what becomes of the companies of which nothing was known comes to be known. */
    void outcome() {
        outcome(false);
    }

    /** The same, but in a world where the small ones leave, where that is turned round. */
    void outcome(final boolean turned) {
        place.write("Time goes by", writer -> writer.list(Query.of(Account.class)).stream().filter(account -> account.getIndustry() == null)
                .forEach(account -> account.setIndustry(leaves(account) != turned ? "gone" : "stays")));
    }

    /** A run of a plan that learned. */
    RecordedRun learned(final Engine engine, final Plan plan) {
        final var run = engine.runs().run(place.store(), Optional.empty(), plan, RunOptions.usual(), Progress.NONE);
        assertTrue(run.succeeded(), () -> run.problem().toString());
        return run;
    }

    Account account(final UUID id) {
        return place.store().read(session -> session.find(Account.class, id).orElseThrow());
    }
}
