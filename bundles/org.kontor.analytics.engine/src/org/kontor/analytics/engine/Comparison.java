// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.result.Message;

/**
 * What two runs have not in common.
 *
 * @param same    whether their results are equal to the last bit
 * @param inputs  what decided differently about the two
 * @param metrics metrics whose values differ
 * @param moves   how many rows went from one label to another, the most first; rows that stayed are left out
 * @param moved   which rows did, with both labels
 * @param arrived rows that only the later run knows, with their label
 * @param gone    rows that only the earlier run knows, with their label
 * @since 0.1
 */
public record Comparison(boolean same, List<Difference> inputs, List<MetricChange> metrics, List<Move> moves, List<Moved> moved,
        Map<String, String> arrived, Map<String, String> gone) {

    /** What decides about a result. */
    public enum Input {
        /** The rows. */
        DATA,
        /** Where they come from. */
        SOURCE,
        /** Which of them. */
        FILTER,
        /** What columns are. */
        ROLES,
        /** What is done to columns first. */
        PREPARATION,
        /** The method. */
        METHOD,
        /** A setting of it. */
        PARAMETER,
        /** Where randomness starts. */
        SEED,
        /** The bundle that does it. */
        PROVIDER
    }

    /**
     * Something that decided differently.
     *
     * @param input  what
     * @param name   which of several, such as the name of a parameter; else empty
     * @param before as it was
     * @param after  as it is
     */
    public record Difference(Input input, String name, String before, String after) {

        /**
         * The difference in words.
         *
         * @return one sentence
         */
        public Message sentence() {
            return Message.of(Messages.TEXTS, "difference." + input.name().toLowerCase(Locale.ROOT), before, after, name);
        }
    }

    /**
     * A metric that changed.
     *
     * @param name   its standard name
     * @param before as it was; {@code NaN} where it was not there
     * @param after  as it is; {@code NaN} where it is not there
     */
    public record MetricChange(String name, double before, double after) {
    }

    /**
     * How many rows went from one label to another.
     *
     * @param from the label before
     * @param to   the label now
     * @param rows how many
     */
    public record Move(String from, String to, int rows) {
    }

    /**
     * A row that went from one label to another.
     *
     * @param id   what names it
     * @param from the label before
     * @param to   the label now
     */
    public record Moved(String id, String from, String to) {
    }

    /**
     * All of it in words.
     *
     * @return a few sentences
     */
    public List<Message> summary() {
        final var sentences = new ArrayList<Message>();
        inputs.forEach(input -> sentences.add(input.sentence()));
        if (same) {
            sentences.add(Message.of(Messages.TEXTS, "comparison.same"));
            return sentences;
        }
        if (inputs.isEmpty()) {
            sentences.add(Message.of(Messages.TEXTS, "comparison.unexplained"));
        }
        metrics.forEach(metric -> sentences.add(Message.of(Messages.TEXTS, "comparison.metric", metric.name(), Double.toString(metric.before()),
                Double.toString(metric.after()))));
        moves.forEach(move -> sentences.add(Message.of(Messages.TEXTS, "comparison.move", move.rows(), move.from(), move.to())));
        if (!arrived.isEmpty()) {
            sentences.add(Message.of(Messages.TEXTS, "comparison.arrived", arrived.size()));
        }
        if (!gone.isEmpty()) {
            sentences.add(Message.of(Messages.TEXTS, "comparison.gone", gone.size()));
        }
        return sentences;
    }
}
