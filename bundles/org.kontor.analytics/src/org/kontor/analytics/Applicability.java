// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics;

import java.util.List;

import org.kontor.analytics.result.Warning;
import org.kontor.core.problem.Problem;

/**
 * Whether an algorithm can run on some data with some parameters, and if not, why not.
 *
 * @param obstacles what stands in the way; empty where it can run
 * @param advice    what should be thought of before it runs
 * @since 0.1
 */
public record Applicability(List<Problem> obstacles, List<Warning> advice) {

    /** It can run, and there is nothing to say. */
    public static final Applicability YES = new Applicability(List.of(), List.of());

    public Applicability {
        obstacles = List.copyOf(obstacles);
        advice = List.copyOf(advice);
    }

    /**
     * It cannot run.
     *
     * @param obstacles why; not empty
     * @return the answer
     */
    public static Applicability no(final List<Problem> obstacles) {
        return new Applicability(obstacles, List.of());
    }

    /**
     * Whether it can run.
     *
     * @return true without obstacles
     */
    public boolean possible() {
        return obstacles.isEmpty();
    }
}
