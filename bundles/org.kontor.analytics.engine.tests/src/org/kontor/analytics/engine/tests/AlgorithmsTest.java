// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.engine.tests.methods.ColumnMeans;
import org.kontor.analytics.engine.tests.methods.Misbehaving;
import org.kontor.core.problem.ProblemException;

final class AlgorithmsTest {

    private static final String MINE = "org.kontor.analytics.engine.tests";
    private static final String OTHERS = "org.kontor.testkit";

    private final Engine engine = new Engine();

    @AfterEach
    void withdraw() {
        engine.algorithms().pin(ColumnMeans.ID, Optional.empty());
        engine.close();
    }

    @Test
    void theHighestRankingWorksAndFallsBackWhenItsBundleLeaves() {
        final var changes = new AtomicInteger();
        final var algorithms = engine.algorithms();
        final var subscription = algorithms.subscribe(changes::incrementAndGet);
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        final var better = engine.provideAs(OTHERS, new ColumnMeans("2.0.0"), ColumnMeans.ID, "2.0.0", 10);
        final var method = algorithms.method(ColumnMeans.ID);
        assertEquals(List.of(OTHERS, MINE), method.providers().stream().map(Provider::bundle).toList());
        assertEquals("Provided by " + OTHERS + ", replaces " + MINE + ".", method.provenance().text(Locale.ENGLISH));
        assertEquals("由 " + OTHERS + " 提供，取代 " + MINE + "。", method.provenance().text(Locale.CHINESE));
        engine.withdraw(better);
        assertEquals(MINE, algorithms.method(ColumnMeans.ID).active().bundle());
        assertEquals(3, changes.get());
        subscription.run();
    }

    @Test
    void aRankingCountsFromWhenItIsChanged() {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 5);
        final var other = engine.provideAs(OTHERS, new ColumnMeans("2.0.0"), ColumnMeans.ID, "2.0.0", 4);
        assertEquals(MINE, engine.algorithms().method(ColumnMeans.ID).active().bundle());
        other.setProperties(new Hashtable<>(Map.of(Algorithm.ID, ColumnMeans.ID, Algorithm.VERSION, "2.0.0", "service.ranking", 6)));
        assertEquals(OTHERS, engine.algorithms().method(ColumnMeans.ID).active().bundle());
    }

    @Test
    void ofTwoAlikeTheOneThatCameFirstWorks() {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 5);
        engine.provideAs(OTHERS, new ColumnMeans("2.0.0"), ColumnMeans.ID, "2.0.0", 5);
        assertEquals(MINE, engine.algorithms().method(ColumnMeans.ID).active().bundle());
    }

    @Test
    void aPinHoldsAgainstTheRankingAndWaitsForABundleThatIsAway() {
        final var algorithms = engine.algorithms();
        final var mine = engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        engine.provideAs(OTHERS, new ColumnMeans("2.0.0"), ColumnMeans.ID, "2.0.0", 10);
        algorithms.pin(ColumnMeans.ID, Optional.of(MINE));
        assertEquals(MINE, algorithms.method(ColumnMeans.ID).active().bundle());
        engine.withdraw(mine);
        final var method = algorithms.method(ColumnMeans.ID);
        assertEquals(OTHERS, method.active().bundle());
        assertTrue(method.fallback());
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        assertFalse(algorithms.method(ColumnMeans.ID).fallback());
        assertEquals(MINE, algorithms.provider(ColumnMeans.ID, Optional.empty()).bundle());
        assertEquals(OTHERS, algorithms.provider(ColumnMeans.ID, Optional.of(OTHERS)).bundle());
    }

    @Test
    void whoContradictsHimselfOrSaysNothingIsLeftOut() {
        engine.provide(new Misbehaving(Misbehaving.Fault.OTHER_ID), ColumnMeans.ID, "1.0.0", 99);
        engine.provide(new Misbehaving(Misbehaving.Fault.NO_DESCRIPTOR), ColumnMeans.ID, "1.0.0", 98);
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "3.0.0", 97);
        final var algorithms = engine.algorithms();
        assertTrue(algorithms.find(ColumnMeans.ID).isEmpty());
        assertEquals(List.of("analytics.provider-contradicts", "analytics.provider-contradicts", "analytics.provider-silent"),
                algorithms.leftOut().stream().map(left -> left.problem().code()).sorted().toList());
    }

    @Test
    void unknownMethodsAndBundlesAreNamedWithThoseThereAre() {
        engine.provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, "1.0.0", 0);
        final var method = assertThrows(ProblemException.class, () -> engine.algorithms().method("kmean"));
        assertEquals("analytics.no-algorithm", method.problem().code());
        assertTrue(method.problem().nextStep().contains(ColumnMeans.ID));
        final var bundle = assertThrows(ProblemException.class, () -> engine.algorithms().provider(ColumnMeans.ID, Optional.of("a.b")));
        assertEquals("analytics.no-provider", bundle.problem().code());
        assertTrue(bundle.problem().nextStep().contains(MINE));
    }
}
