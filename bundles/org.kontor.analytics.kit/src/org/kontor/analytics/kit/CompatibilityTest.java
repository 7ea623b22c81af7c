// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kontor.analytics.Algorithm;

/**
 * The compatibility kit as a JUnit test: a subclass names the provider, and runs in the tests of its bundle.
 *
 * @since 0.1
 */
public abstract class CompatibilityTest {

    /**
     * The provider.
     *
     * @return never null
     */
    protected abstract Algorithm algorithm();

    /**
     * Data that suits its method.
     *
     * @return at least one case; where the kit has known answers for the method, their questions
     */
    protected List<Case> cases() {
        return KnownAnswers.of(algorithm().descriptor().id()).stream().map(KnownAnswers.Known::question).limit(1).toList();
    }

    /**
     * All checks.
     *
     * @return one test for each
     */
    @TestFactory
    protected Stream<DynamicTest> compatibility() {
        final var cases = cases();
        if (cases.isEmpty()) {
            throw new IllegalStateException("the kit does not know the method " + algorithm().descriptor().id() + "; name a case");
        }
        return Compatibility.checks(algorithm(), cases).stream().map(check -> DynamicTest.dynamicTest(check.name(), check.body()));
    }
}
