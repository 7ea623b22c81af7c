// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.analytics.Algorithm;
import org.osgi.framework.Constants;

/** Providers are found by what they say as services, before they are made. */
class ServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"dbscan", "kmeans", "rfm"})
    void aProviderSaysWhatItIs(final String method) {
        final var reference = Providers.reference(method);
        final var descriptor = Providers.provider(method).descriptor();
        assertEquals(descriptor.id(), reference.getProperty(Algorithm.ID));
        assertEquals(descriptor.version(), reference.getProperty(Algorithm.VERSION));
        assertEquals(0, reference.getProperty(Constants.SERVICE_RANKING));
        assertEquals("org.kontor.analytics.algorithms", reference.getBundle().getSymbolicName());
    }
}
