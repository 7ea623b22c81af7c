// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.tests;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.kit.CompatibilityTest;
import org.kontor.analytics.kit.Providers;

/** Every built-in provider passes the kit that partners use. */
class CompatibilityKitTest {

    @TestFactory
    Stream<DynamicContainer> builtInProvidersPass() {
        return ServiceTest.METHODS.stream().map(method -> DynamicContainer.dynamicContainer(method, new Built(method).compatibility()));
    }

    private static final class Built extends CompatibilityTest {

        private final String method;

        Built(final String method) {
            this.method = method;
        }

        @Override
        protected Algorithm algorithm() {
            return Providers.provider(CompatibilityKitTest.class, method);
        }

        @Override
        protected Stream<DynamicTest> compatibility() {
            return super.compatibility();
        }
    }
}
