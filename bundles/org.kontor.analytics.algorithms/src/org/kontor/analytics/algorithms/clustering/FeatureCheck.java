// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.Applicability;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Warning;
import org.kontor.core.problem.Problem;

/** Whether features can be clustered: complete and finite, and what should be thought of before. */
final class FeatureCheck {

    /** Squares of larger numbers, added up, may have no end. */
    private static final double LARGEST = 1e120;
    /** Standard deviations that differ by more make the smaller one count for nothing. */
    private static final double FAR = 10;

    private final Dataset data;
    private final Runnable pause;
    private final List<Problem> obstacles = new ArrayList<>();
    private final List<Warning> advice = new ArrayList<>();

    /**
     * @param pause called again and again, so that a run can be stopped here as well
     */
    FeatureCheck(final Dataset data, final Runnable pause) {
        this.data = data;
        this.pause = pause;
    }

    Applicability answer() {
        double widest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        String wide = "";
        String narrow = "";
        for (final var name : data.names(Role.FEATURES)) {
            final var column = data.frame().column(name);
            final double deviation = deviation(column);
            if (data.rows() > 0 && column.missing() == data.rows()) {
                obstacles.add(Messages.problem("clusters.all-missing", name));
            } else if (column.missing() > 0) {
                obstacles.add(Messages.problem("clusters.missing-values", name, column.missing()));
            } else if (Double.isNaN(deviation)) {
                obstacles.add(Messages.problem("clusters.too-large", name));
            } else if (deviation == 0 && data.rows() > 1) {
                advice.add(new Warning("clusters.constant", Messages.of("clusters.constant", name)));
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
            advice.add(new Warning("clusters.scale", Messages.of("clusters.scale", wide, narrow, widest / narrowest)));
        }
        weights();
        if (obstacles.isEmpty() && data.rows() == 0) {
            obstacles.add(Messages.problem("clusters.empty"));
        }
        return new Applicability(obstacles, advice);
    }

    /** {@return the standard deviation; NaN where a value is infinite or too large} */
    private double deviation(final Column column) {
        final var block = new double[Frame.BLOCK];
        double first = Double.NaN;
        boolean bounded = true;
        boolean varied = false;
        double sum = 0;
        double squares = 0;
        final double seen = column.rows() - column.missing();
        for (int from = 0; from < column.rows(); from += Frame.BLOCK) {
            final int count = Math.min(Frame.BLOCK, column.rows() - from);
            pause.run();
            column.numbers(from, count, block, 0);
            for (int i = 0; i < count; i++) {
                final double value = block[i];
                if (!Double.isNaN(value)) {
                    first = Double.isNaN(first) ? value : first;
                    // distances from the first value, so that a large mean takes nothing from the spread
                    final double difference = value - first;
                    varied |= difference != 0;
                    bounded &= Math.abs(value) <= LARGEST;
                    sum += difference;
                    squares += difference * difference;
                }
            }
        }
        if (!bounded) {
            return Double.NaN;
        }
        return varied ? Math.max(Double.MIN_NORMAL, Math.sqrt(Math.max(0, squares / seen - sum / seen * (sum / seen)))) : 0;
    }

    private void weights() {
        final var weight = data.find(Role.WEIGHT);
        if (weight.isEmpty()) {
            return;
        }
        final var column = weight.get();
        double sum = 0;
        boolean good = column.missing() == 0;
        for (int i = 0; good && i < column.rows(); i++) {
            if (i % Frame.BLOCK == 0) {
                pause.run();
            }
            final double value = column.number(i);
            good = value >= 0 && value <= LARGEST;
            sum += value;
        }
        if (!good || column.rows() > 0 && sum <= 0) {
            obstacles.add(Messages.problem("clusters.weights", column.name()));
        }
    }
}
