// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a run gave: typed data in words, numbers and parts.
 *
 * @param summary  what came out, in a few sentences that a person without statistics understands
 * @param metrics  plain numbers under standard names
 * @param parts    tables, series, matrices and so on; names differ
 * @param warnings what should be known before it is used
 * @param model    what was learned and can be applied to other rows; empty for methods that do not learn
 * @since 0.1
 */
public record Result(List<Message> summary, List<Metric> metrics, List<Part> parts, List<Warning> warnings, Optional<Model> model) {

    public Result {
        summary = List.copyOf(summary);
        metrics = List.copyOf(metrics);
        parts = List.copyOf(parts);
        warnings = List.copyOf(warnings);
        final var names = new HashSet<String>();
        for (final var part : parts) {
            if (!names.add(part.name())) {
                throw new IllegalArgumentException("two parts are called " + part.name());
            }
        }
    }

    /**
     * Starts a result.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A part by its name.
     *
     * @param name the stable name
     * @return the part, or empty
     */
    public Optional<Part> part(final String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /**
     * A table by its name.
     *
     * @param name the stable name
     * @return the table, or empty
     */
    public Optional<TablePart> table(final String name) {
        return part(name).filter(TablePart.class::isInstance).map(TablePart.class::cast);
    }

    /**
     * A metric by its name.
     *
     * @param name the standard name
     * @return its value; {@code NaN} where it is not defined or not there
     */
    public double metric(final String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).mapToDouble(Metric::value).findFirst().orElse(Double.NaN);
    }

    /** Collects a result. */
    public static final class Builder {

        private final List<Message> summary = new ArrayList<>();
        private final List<Metric> metrics = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<Warning> warnings = new ArrayList<>();
        private Model model;

        private Builder() {
        }

        /**
         * Adds a sentence to the summary.
         *
         * @param sentence the sentence
         * @return this
         */
        public Builder say(final Message sentence) {
            summary.add(sentence);
            return this;
        }

        /**
         * Adds a number.
         *
         * @param name  its standard name
         * @param value its value
         * @param title what it is called
         * @param trail how it came about
         * @return this
         */
        public Builder metric(final String name, final double value, final Message title, final Trail trail) {
            return metric(name, value, title, trail, Meaning.PLAIN);
        }

        /**
         * Adds a number that says what it means.
         *
         * @param name    its standard name
         * @param value   its value
         * @param title   what it is called
         * @param trail   how it came about
         * @param meaning what it says, by which it is shown
         * @return this
         */
        public Builder metric(final String name, final double value, final Message title, final Trail trail, final Meaning meaning) {
            metrics.add(new Metric(name, value, title, trail, meaning));
            return this;
        }

        /**
         * Adds a part.
         *
         * @param part the part
         * @return this
         */
        public Builder part(final Part part) {
            parts.add(part);
            return this;
        }

        /**
         * Adds a warning.
         *
         * @param code the code
         * @param text the text
         * @return this
         */
        public Builder warn(final String code, final Message text) {
            warnings.add(new Warning(code, text));
            return this;
        }

        /**
         * Sets what was learned.
         *
         * @param learned the model
         * @return this
         */
        public Builder model(final Model learned) {
            model = learned;
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the result
         */
        public Result build() {
            return new Result(summary, metrics, parts, warnings, Optional.ofNullable(model));
        }
    }
}
