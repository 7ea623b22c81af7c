// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Result;

/** What answers are compared with. */
final class Expected {

    private Expected() {
    }

    /** The metric has the expected value, to nine digits. */
    static void near(final double expected, final Result result, final String metric) {
        near(expected, result, metric, 1e-9);
    }

    /** The metric has the expected value, as far as it was published: up to a part of itself. */
    static void near(final double expected, final Result result, final String metric, final double part) {
        assertEquals(expected, result.metric(metric), part * Math.abs(expected), metric);
    }

    static Frame table(final Result result, final String name) {
        return result.table(name).orElseThrow(() -> new AssertionError("there is no table “" + name + "”")).frame();
    }
}
