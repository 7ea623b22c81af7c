// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a command is called, takes and does. Texts are in the person's language.
 *
 * @param name     the word that calls it: lower-case letters, digits and single hyphens
 * @param section  where the help lists it
 * @param summary  what it does, in one line
 * @param details  paragraphs that the command's own help adds
 * @param operands what it takes by place
 * @param options  what it takes by name
 * @param examples how it is used
 * @since 0.1
 */
public record CommandDescription(String name, Section section, String summary, List<String> details, List<Operand> operands,
        List<Option> options, List<Example> examples) {

    /**
     * How a command is used.
     *
     * @param line what to type, such as {@code ./kontor log --store company}
     * @param text what that does
     */
    public record Example(String line, String text) {
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public CommandDescription {
        Objects.requireNonNull(section);
        Objects.requireNonNull(summary);
        details = List.copyOf(details);
        operands = List.copyOf(operands);
        options = List.copyOf(options);
        examples = List.copyOf(examples);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("command " + name);
        }
        final var names = new HashSet<String>();
        boolean mayBeLeftOut = false;
        for (final var operand : operands) {
            if (!names.add(operand.name()) || mayBeLeftOut && operand.required()) {
                throw new IllegalArgumentException("operand " + operand.name() + " of " + name);
            }
            mayBeLeftOut = !operand.required();
        }
        for (final var option : options) {
            if (!names.add(option.name())) {
                throw new IllegalArgumentException("option " + option.name() + " of " + name);
            }
        }
    }

    /**
     * Starts a description.
     *
     * @param name    the word that calls the command
     * @param section where the help lists it
     * @param summary what it does, in one line
     * @return a builder
     */
    public static Builder of(final String name, final Section section, final String summary) {
        return new Builder(name, section, summary);
    }

    /**
     * @param wanted an option's name
     * @return the option, or empty where the command has none of that name
     */
    public Optional<Option> option(final String wanted) {
        return options.stream().filter(option -> option.name().equals(wanted)).findFirst();
    }

    /** Collects a description; not safe for several threads. */
    public static final class Builder {

        private final String name;
        private final Section section;
        private final String summary;
        private final List<String> details = new ArrayList<>();
        private final List<Operand> operands = new ArrayList<>();
        private final List<Option> options = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();

        private Builder(final String name, final Section section, final String summary) {
            this.name = name;
            this.section = section;
            this.summary = summary;
        }

        /**
         * @param paragraph a paragraph for the command's own help
         * @return this
         */
        public Builder detail(final String paragraph) {
            details.add(paragraph);
            return this;
        }

        /**
         * @param operand the next word the command takes by place
         * @return this
         */
        public Builder operand(final Operand operand) {
            operands.add(operand);
            return this;
        }

        /**
         * @param option something the command takes by name
         * @return this
         */
        public Builder option(final Option option) {
            options.add(option);
            return this;
        }

        /**
         * @param more things the command takes by name
         * @return this
         */
        public Builder options(final Collection<Option> more) {
            options.addAll(more);
            return this;
        }

        /**
         * @param line what to type
         * @param text what that does
         * @return this
         */
        public Builder example(final String line, final String text) {
            examples.add(new Example(line, text));
            return this;
        }

        /**
         * @return the finished description
         * @throws IllegalArgumentException where two things have one name, or a needed operand follows one that may be left out
         */
        public CommandDescription build() {
            return new CommandDescription(name, section, summary, details, operands, options, examples);
        }
    }
}
