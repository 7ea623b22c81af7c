// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.HashSet;

import org.kontor.analytics.Findings;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;

/** Whether there is something to learn from: a target that varies, features without infinities, weights that weigh. */
final class ExamplesCheck {

    /** Squares of larger numbers, added up, may have no end. */
    static final double LARGEST = 1e120;
    /** More classes are rather names. */
    static final int MOST_CLASSES = 100;

    private final Dataset data;
    private final Findings found;

    ExamplesCheck(final Findings found) {
        data = found.data();
        this.found = found;
    }

    /**
     * Looks at each value once.
     *
     * @param kind how the target is read
     */
    void examine(final Target.Kind kind) {
        target(kind);
        for (final var name : data.names(Role.FEATURES)) {
            final var column = data.frame().column(name);
            if (name.equals(data.column(Role.TARGET).name())) {
                found.obstacle("learning.target-feature", name);
            }
            if (column.type() == ColumnType.NUMBER && found.exceeds(column, Double.MAX_VALUE)) {
                found.obstacle("learning.infinite", name);
            }
        }
        data.find(Role.WEIGHT).ifPresent(column -> {
            if (!(found.weights(column, LARGEST, row -> !data.column(Role.TARGET).isMissing(row)) > 0)) {
                found.obstacle("learning.weights", column.name());
            }
        });
    }

    private void target(final Target.Kind kind) {
        final var column = data.column(Role.TARGET);
        if (column.missing() == column.rows()) {
            found.obstacle("learning.no-target", column.name());
        } else if (!Target.isClasses(column, kind, found::pause)) {
            if (!column.type().isNumeric()) {
                found.obstacle("learning.not-numbers", column.name());
            } else if (found.exceeds(column, LARGEST)) {
                found.obstacle("learning.too-large", column.name());
            } else if (column.rows() - column.missing() < 2) {
                found.obstacle("learning.no-target", column.name());
            }
        } else {
            final int classes = classes(column);
            if (classes < 2) {
                found.obstacle("learning.one-class", column.name());
            } else if (classes > MOST_CLASSES) {
                found.obstacle("learning.many-classes", column.name(), MOST_CLASSES);
            }
        }
    }

    private int classes(final Column column) {
        final var seen = new HashSet<String>();
        String last = null;
        for (int row = 0; row < column.rows() && seen.size() <= MOST_CLASSES; row++) {
            if (row % Frame.BLOCK == 0) {
                found.pause();
            }
            if (!column.isMissing(row)) {
                final var text = column.text(row);
                if (!text.equals(last)) {
                    seen.add(text);
                    last = text;
                }
            }
        }
        return seen.size();
    }
}
