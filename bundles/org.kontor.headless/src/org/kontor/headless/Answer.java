// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.kontor.core.problem.Problem;

/**
 * What came out of a command: blocks of text for a person, and named values for a program. Which of the two is printed is decided by
 * {@code --json}; a command gives both. Immutable.
 *
 * @param exit    the exit code
 * @param problem what went wrong; empty where nothing did
 * @param blocks  for a person, top to bottom
 * @param values  for a program: names in lower camel case; values are {@code String}, {@code Boolean}, a {@code Number}, null, or a
 *                {@code List} or {@code Map} of these. {@code ok}, {@code command}, {@code exitCode} and {@code problem} are added
 * @since 0.1
 */
public record Answer(ExitCode exit, Optional<Problem> problem, List<Block> blocks, Map<String, Object> values) {

    /** A piece of text. */
    public sealed interface Block {
    }

    /**
     * A paragraph, wrapped to the width of the terminal.
     *
     * @param text one or more sentences
     */
    public record Paragraph(String text) implements Block {
    }

    /**
     * A line that is printed as it is, such as the path of a file.
     *
     * @param text the line
     */
    public record Line(String text) implements Block {
    }

    /**
     * Names and what they are, in two columns.
     *
     * @param entries in order
     */
    public record Facts(Map<String, String> entries) implements Block {
        public Facts {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /**
     * Rows under headers.
     *
     * @param headers the headers
     * @param rows    each as long as the headers
     * @param numbers the columns that are flush right, from 0
     */
    public record Table(List<String> headers, List<List<String>> rows, List<Integer> numbers) implements Block {
        public Table {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
            numbers = List.copyOf(numbers);
            for (final var row : rows) {
                if (row.size() != headers.size()) {
                    throw new IllegalArgumentException(row.size() + " cells under " + headers.size() + " headers");
                }
            }
        }
    }

    public Answer {
        Objects.requireNonNull(exit);
        Objects.requireNonNull(problem);
        blocks = List.copyOf(blocks);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if ((exit == ExitCode.DONE) != problem.isEmpty()) {
            throw new IllegalArgumentException(exit + " with problem " + problem);
        }
    }

    /**
     * @return starts the answer of a command that did what was asked
     */
    public static Builder done() {
        return new Builder(ExitCode.DONE, Optional.empty());
    }

    /**
     * @param exit    the exit code, which is not {@link ExitCode#DONE}
     * @param problem what went wrong, what it means and what to do
     * @return starts the answer of a command that did not do what was asked
     */
    public static Builder problem(final ExitCode exit, final Problem problem) {
        return new Builder(exit, Optional.of(problem));
    }

    /** Collects an answer; not safe for several threads. */
    public static final class Builder {

        private final ExitCode exit;
        private final Optional<Problem> problem;
        private final List<Block> blocks = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Builder(final ExitCode exit, final Optional<Problem> problem) {
            this.exit = exit;
            this.problem = problem;
        }

        /**
         * @param text a paragraph for a person
         * @return this
         */
        public Builder say(final String text) {
            blocks.add(new Paragraph(text));
            return this;
        }

        /**
         * @param text a line for a person, never wrapped
         * @return this
         */
        public Builder line(final String text) {
            blocks.add(new Line(text));
            return this;
        }

        /**
         * @param entries names and what they are, for a person
         * @return this
         */
        public Builder facts(final Map<String, String> entries) {
            blocks.add(new Facts(entries));
            return this;
        }

        /**
         * @param headers the headers
         * @param rows    the rows, each as long as the headers
         * @param numbers the columns that are flush right, from 0
         * @return this
         */
        public Builder table(final List<String> headers, final List<List<String>> rows, final Integer... numbers) {
            blocks.add(new Table(headers, rows, List.of(numbers)));
            return this;
        }

        /**
         * @param more blocks of another answer
         * @return this
         */
        public Builder blocks(final Collection<Block> more) {
            blocks.addAll(more);
            return this;
        }

        /**
         * @param name  a name for a program
         * @param value its value
         * @return this
         */
        public Builder value(final String name, final Object value) {
            values.put(name, value);
            return this;
        }

        /**
         * @param more names and values for a program
         * @return this
         */
        public Builder values(final Map<String, ?> more) {
            values.putAll(more);
            return this;
        }

        /**
         * @return the finished answer
         */
        public Answer build() {
            return new Answer(exit, problem, blocks, values);
        }
    }
}
