// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A step with what it learned from the training rows.
 *
 * @param step    the step
 * @param learned what it knows of each column that it works on, in their order
 * @since 0.1
 */
public record FittedStep(Step step, List<Learned> learned) {

    /**
     * What a step knows of a column.
     *
     * @param column  the column
     * @param numbers numbers by name, such as {@code mean} and {@code deviation}
     * @param texts   texts, such as categories in their order or the text to fill with
     */
    public record Learned(String column, Map<String, Double> numbers, List<String> texts) {
        public Learned {
            numbers = Map.copyOf(new TreeMap<>(numbers));
            texts = List.copyOf(texts);
        }
    }

    public FittedStep {
        learned = List.copyOf(learned);
    }
}
