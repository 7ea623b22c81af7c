// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Hashtable;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.analytics.engine.KernelChoice;
import org.kontor.analytics.kernel.VectorKernels;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Which innermost loops runs use. */
class KernelChoiceTest {

    private final Engine engine = new Engine();
    private final KernelChoice choice = engine.service(KernelChoice.class);

    @AfterEach
    void usual() {
        choice.useOffered(true);
        engine.close();
    }

    private record Named(String name) implements VectorKernels {
    }

    private static ServiceRegistration<VectorKernels> offer(final String name, final int ranking) {
        return FrameworkUtil.getBundle(KernelChoiceTest.class).getBundleContext().registerService(VectorKernels.class, new Named(name),
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, ranking)));
    }

    @Test
    void thePlainOnesAreUsedWhereNoneAreOffered() {
        assertTrue(choice.offered().isEmpty());
        assertSame(VectorKernels.plain(), choice.active());
    }

    @Test
    void theHighestRankingIsUsedWhileItIsThere() {
        final var low = offer("low", 1);
        final var high = offer("high", 100);
        final var middle = offer("middle", 50);
        assertEquals("high", choice.active().name());
        high.unregister();
        assertEquals("middle", choice.active().name());
        middle.unregister();
        low.unregister();
        assertSame(VectorKernels.plain(), choice.active());
    }

    @Test
    void whatIsOfferedCanBeSwitchedOff() {
        final var offered = offer("offered", 1);
        choice.useOffered(false);
        assertFalse(choice.usesOffered());
        assertSame(VectorKernels.plain(), choice.active());
        assertEquals("offered", choice.offered().orElseThrow().name());
        choice.useOffered(false);
        choice.useOffered(true);
        assertEquals("offered", choice.active().name());
        offered.unregister();
    }
}
