// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.Findings;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;

/** Whether features can be clustered: complete and finite, and what should be thought of before. */
final class FeatureCheck {

    /** Squares of larger numbers, added up, may have no end. */
    private static final double LARGEST = 1e120;
    /** Standard deviations that differ by more make the smaller one count for nothing. */
    private static final double FAR = 10;
    private static final int MANY = 15;

    private FeatureCheck() {
    }

    /** The same for a method that lives on density, which many features leave little of. */
    static void examineForDensity(final Findings found) {
        examine(found);
        final int features = found.data().names(Role.FEATURES).size();
        if (features > MANY) {
            found.advise("clusters.fit.features", features);
        }
    }

    static void examine(final Findings found) {
        final var data = found.data();
        double widest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        String wide = "";
        String narrow = "";
        for (final var name : data.names(Role.FEATURES)) {
            final var column = data.frame().column(name);
            final double deviation = deviation(column, found);
            if (data.rows() > 0 && column.missing() == data.rows()) {
                found.obstacle("clusters.all-missing", name);
            } else if (column.missing() > 0) {
                found.obstacle("clusters.missing-values", name, column.missing());
            } else if (Double.isNaN(deviation)) {
                found.obstacle("clusters.too-large", name);
            } else if (deviation == 0 && data.rows() > 1) {
                found.advise("clusters.constant", Message.column(name));
            } else if (deviation > 0) {
                if (deviation > widest) {
                    widest = deviation;
                    wide = name;
                }
                if (deviation < narrowest) {
                    narrowest = deviation;
                    narrow = name;
                }
            }
        }
        if (widest > FAR * narrowest) {
            found.advise("clusters.scale", Message.column(wide), Message.column(narrow), widest / narrowest);
        }
        data.find(Role.WEIGHT).ifPresent(column -> {
            final double sum = found.weights(column, LARGEST, row -> true);
            if (Double.isNaN(sum) || column.rows() > 0 && sum <= 0) {
                found.obstacle("clusters.weights", column.name());
            }
        });
        if (found.isClear() && data.rows() == 0) {
            found.obstacle("clusters.empty");
        }
    }

    /** {@return the standard deviation; NaN where a value is infinite or too large} */
    private static double deviation(final Column column, final Findings found) {
        final var block = new double[Lanes.COUNT];
        final var lanes = new Lanes();
        boolean varies = false;
        double first = 0;
        for (int from = 0; from < column.rows(); from += Lanes.COUNT) {
            final int count = Math.min(Lanes.COUNT, column.rows() - from);
            if (from % Frame.BLOCK == 0) {
                found.pause();
            }
            column.numbers(from, count, block, 0);
            final int present = column.missing() == 0 ? count : present(block, count);
            if (lanes.count() == 0 && present > 0) {
                first = block[0];
                lanes.begin(first);
            }
            for (int i = 0; i < present && !varies; i++) {
                varies = block[i] != first;
            }
            lanes.take(block, present);
        }
        if (!(lanes.largest() <= LARGEST)) {
            return Double.NaN;
        }
        // what varies does so, however little of it is left by rounding
        return varies ? Math.max(Double.MIN_NORMAL, Math.sqrt(lanes.squares() / lanes.count())) : 0;
    }

    /** Moves the values that are there to the front. */
    private static int present(final double[] values, final int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            values[kept] = values[i];
            kept += Double.isNaN(values[i]) ? 0 : 1;
        }
        return kept;
    }
}
