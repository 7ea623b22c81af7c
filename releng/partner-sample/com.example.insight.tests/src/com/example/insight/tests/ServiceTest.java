// SPDX-License-Identifier: EPL-2.0

package com.example.insight.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.kit.Providers;
import org.osgi.framework.Constants;

/** Providers are found by what they say as services, before they are made. */
class ServiceTest {

    @Test
    void providersSayWhatTheyAre() {
        Map.of("kmeans", 100, "purchase-rhythm", 0).forEach((method, ranking) -> {
            final var reference = Providers.reference(ServiceTest.class, method);
            final var descriptor = Providers.provider(ServiceTest.class, method).descriptor();
            assertEquals("com.example.insight", reference.getBundle().getSymbolicName());
            assertEquals(descriptor.id(), reference.getProperty(Algorithm.ID));
            assertEquals(descriptor.version(), reference.getProperty(Algorithm.VERSION));
            assertEquals(ranking, reference.getProperty(Constants.SERVICE_RANKING));
        });
    }
}
