// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;

/**
 * How a number came about: the steps that lead to it, so that whoever doubts it can follow.
 *
 * @param steps in the order in which they are taken; empty where the number speaks for itself
 * @since 0.1
 */
public record Trail(List<Step> steps) {

    /** Nothing to explain. */
    public static final Trail NONE = new Trail(List.of());

    public Trail {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param what  what is done, such as "distances of all rows to their centre, squared and added"
     * @param value what it gives
     */
    public record Step(Message what, double value) {
    }
}
