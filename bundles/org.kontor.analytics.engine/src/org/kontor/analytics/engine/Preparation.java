// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.engine.internal.prepare.StepFitter;
import org.kontor.analytics.engine.internal.prepare.StepRunner;
import org.kontor.analytics.frame.Dataset;
import org.kontor.core.problem.ProblemException;

/**
 * Steps that have learned what they need from training rows, in the order in which they are taken. Immutable.
 *
 * @param steps the steps
 * @since 0.1
 */
public record Preparation(List<FittedStep> steps) {

    public Preparation {
        steps = List.copyOf(steps);
    }

    /**
     * Prepared rows.
     *
     * @param data the rows with their new columns; roles name these
     * @param rows which rows of the unprepared data they are
     */
    public record Prepared(Dataset data, int[] rows) {
    }

    /**
     * Learns what steps need, each from what the steps before it make of the training rows.
     *
     * @param steps    the steps
     * @param training the rows to learn from
     * @return the preparation
     * @throws ProblemException where a step cannot work on a column ({@code analytics.step}), or leaves no row
     */
    public static Preparation fit(final List<Step> steps, final Dataset training) {
        final var fitted = new ArrayList<FittedStep>();
        var data = training;
        for (final var step : steps) {
            final var learned = StepFitter.fit(step, data);
            fitted.add(learned);
            data = StepRunner.apply(learned, data, true).data();
        }
        return new Preparation(fitted);
    }

    /**
     * Prepares rows.
     *
     * @param data     the rows
     * @param training whether they are those that were learned from: outliers are dropped among these only
     * @return the prepared rows
     */
    public Prepared apply(final Dataset data, final boolean training) {
        var prepared = new Prepared(data, java.util.stream.IntStream.range(0, data.rows()).toArray());
        for (final var step : steps) {
            final var next = StepRunner.apply(step, prepared.data(), training);
            final var before = prepared.rows();
            final var kept = next.rows();
            final var rows = new int[kept.length];
            for (int i = 0; i < kept.length; i++) {
                rows[i] = before[kept[i]];
            }
            prepared = new Prepared(next.data(), rows);
        }
        return prepared;
    }
}
