// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import org.kontor.analytics.Findings;
import org.kontor.analytics.frame.Role;

/** Whether there are features to work with, and their numbers can be calculated with: none infinite or too large. */
final class NumbersCheck {

    private NumbersCheck() {
    }

    static void examine(final Findings found) {
        final var data = found.data();
        final var columns = data.columns(Role.FEATURES);
        if (data.rows() == 0) {
            found.obstacle("prepare.empty");
        } else if (columns.stream().allMatch(column -> column.missing() == data.rows())) {
            found.obstacle("prepare.nothing");
        }
        columns.stream().filter(column -> column.type().isNumeric() && found.exceeds(column, Figures.LARGEST))
                .forEach(column -> found.obstacle("prepare.too-large", column.name()));
    }
}
