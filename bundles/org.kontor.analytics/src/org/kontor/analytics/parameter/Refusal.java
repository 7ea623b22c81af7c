// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import org.kontor.analytics.internal.AnalyticsProblems;
import org.kontor.core.problem.ProblemException;

/** The two ways in which the value of a parameter is refused. */
final class Refusal {

    private Refusal() {
    }

    static ProblemException unreadable(final Parameter<?> parameter, final String text) {
        return AnalyticsProblems.of("analytics.parameter-unreadable", parameter.name(), text, parameter.kind(), shown(parameter)).asException();
    }

    static ProblemException outOfRange(final Parameter<?> parameter, final String text) {
        return AnalyticsProblems.of("analytics.parameter-range", parameter.name(), text, shown(parameter)).asException();
    }

    private static String shown(final Parameter<?> parameter) {
        return parameter.range().isEmpty() ? parameter.kind() : parameter.range();
    }
}
