// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

import java.util.List;
import java.util.Objects;

/**
 * A word that a command takes by its place, such as {@code FILE}.
 *
 * @param name     what the help calls it and {@link Invocation#text} is asked for; upper case
 * @param text     what it is, in the person's language
 * @param required whether the command needs it; a required operand never follows an optional one
 * @param choices  the words it may be; empty where it may be any
 * @since 0.1
 */
public record Operand(String name, String text, boolean required, List<String> choices) {

    public Operand {
        Objects.requireNonNull(text);
        choices = List.copyOf(choices);
        if (name.isBlank() || name.startsWith("-")) {
            throw new IllegalArgumentException("operand " + name);
        }
    }

    /**
     * @param name what the help calls it
     * @param text what it is
     * @return an operand that must be given
     */
    public static Operand required(final String name, final String text) {
        return new Operand(name, text, true, List.of());
    }

    /**
     * @param name what the help calls it
     * @param text what it is
     * @return an operand that may be left out
     */
    public static Operand optional(final String name, final String text) {
        return new Operand(name, text, false, List.of());
    }

    /**
     * @param words the words it may be
     * @return the same operand, which takes only these
     */
    public Operand oneOf(final List<String> words) {
        return new Operand(name, text, required, words);
    }
}
