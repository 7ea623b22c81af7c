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
        final var block = new double[Frame.BLOCK];
        final var moments = new Moments();
        for (int from = 0; from < column.rows(); from += Frame.BLOCK) {
            final int count = Math.min(Frame.BLOCK, column.rows() - from);
            found.pause();
            column.numbers(from, count, block, 0);
            moments.take(block, column.missing() == 0 ? count : present(block, count));
        }
        return moments.deviation();
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

    /** Sums of distances from the first value, so that a large mean takes nothing from the spread. */
    private static final class Moments {

        private double count;
        private double first;
        private double most;
        private double farthest;
        private double sum;
        private double squares;

        void take(final double[] values, final int taken) {
            if (count == 0 && taken > 0) {
                first = values[0];
            }
            // two sums of each kind, so that additions need not wait for each other
            double one = 0;
            double two = 0;
            double oneSquare = 0;
            double twoSquare = 0;
            double size = 0;
            double far = 0;
            int i = 0;
            for (; i + 1 < taken; i += 2) {
                final double a = values[i] - first;
                final double b = values[i + 1] - first;
                one += a;
                two += b;
                oneSquare += a * a;
                twoSquare += b * b;
                size = Math.max(size, Math.max(Math.abs(values[i]), Math.abs(values[i + 1])));
                far = Math.max(far, Math.max(Math.abs(a), Math.abs(b)));
            }
            if (i < taken) {
                final double a = values[i] - first;
                one += a;
                oneSquare += a * a;
                size = Math.max(size, Math.abs(values[i]));
                far = Math.max(far, Math.abs(a));
            }
            count += taken;
            sum += one + two;
            squares += oneSquare + twoSquare;
            most = Math.max(most, size);
            farthest = Math.max(farthest, far);
        }

        double deviation() {
            if (!(most <= LARGEST)) {
                return Double.NaN;
            }
            // what varies does so, however little of it is left by rounding
            return farthest == 0 ? 0 : Math.max(Double.MIN_NORMAL, Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count))));
        }
    }
}
