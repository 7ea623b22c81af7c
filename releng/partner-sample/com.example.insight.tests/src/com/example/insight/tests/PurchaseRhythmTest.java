// SPDX-License-Identifier: EPL-2.0

package com.example.insight.tests;

import java.util.List;
import java.util.Map;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.kit.Case;
import org.kontor.analytics.kit.CompatibilityTest;
import org.kontor.analytics.kit.KnownAnswers;
import org.kontor.analytics.kit.Providers;

/** The compatibility kit for a method that it does not know: the test brings the data. */
class PurchaseRhythmTest extends CompatibilityTest {

    @Override
    protected Algorithm algorithm() {
        return Providers.provider(PurchaseRhythmTest.class, "purchase-rhythm");
    }

    @Override
    protected List<Case> cases() {
        final var orders = KnownAnswers.orders();
        return List.of(new Case("twelve orders", new Dataset(orders.frame(), Map.of(Role.ID, List.of("customer"), Role.TIME, List.of("day"))), Map.of()));
    }
}
