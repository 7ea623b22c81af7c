// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that is chosen by name, such as {@code --store DIR}. Declared once; the parser and the help follow from it. Options stand
 * anywhere among the words, as {@code --store DIR} or {@code --store=DIR}.
 *
 * @param name       the name without the hyphens: lower-case letters, digits and single hyphens
 * @param kind       what its value is
 * @param valueName  what the help calls the value, such as {@code DIR}; empty for a switch
 * @param text       what it does, in the person's language
 * @param required   whether the command needs it
 * @param repeatable whether it may be given more than once
 * @param choices    the values that {@link Kind#CHOICE} takes
 * @param minimum    the smallest value that {@link Kind#NUMBER} takes
 * @param maximum    the largest value that {@link Kind#NUMBER} takes
 * @since 0.1
 */
public record Option(String name, Kind kind, String valueName, String text, boolean required, boolean repeatable, List<String> choices,
        long minimum, long maximum) {

    /** What the value of an option is. */
    public enum Kind {
        /** There is none: the option is there or not. */
        SWITCH,
        /** Any text. */
        TEXT,
        /** The path of a file or folder; relative to the folder the person is in. */
        PATH,
        /** A whole number. */
        NUMBER,
        /** One of a fixed list of words. */
        CHOICE
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Option {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
        choices = List.copyOf(choices);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("option " + name);
        }
        if ((kind == Kind.SWITCH) != valueName.isEmpty() || (kind == Kind.CHOICE) == choices.isEmpty() || minimum > maximum) {
            throw new IllegalArgumentException("option " + name + " as " + kind);
        }
    }

    /**
     * @param name the name
     * @param text what it does
     * @return an option without a value
     */
    public static Option flag(final String name, final String text) {
        return new Option(name, Kind.SWITCH, "", text, false, false, List.of(), 0, 0);
    }

    /**
     * @param name      the name
     * @param valueName what the help calls the value
     * @param text      what it does
     * @return an option with a text
     */
    public static Option text(final String name, final String valueName, final String text) {
        return new Option(name, Kind.TEXT, valueName, text, false, false, List.of(), 0, 0);
    }

    /**
     * @param name      the name
     * @param valueName what the help calls the value
     * @param text      what it does
     * @return an option with the path of a file or folder
     */
    public static Option path(final String name, final String valueName, final String text) {
        return new Option(name, Kind.PATH, valueName, text, false, false, List.of(), 0, 0);
    }

    /**
     * @param name    the name
     * @param text    what it does
     * @param minimum the smallest value
     * @param maximum the largest value
     * @return an option with a whole number
     */
    public static Option number(final String name, final String text, final long minimum, final long maximum) {
        return new Option(name, Kind.NUMBER, "N", text, false, false, List.of(), minimum, maximum);
    }

    /**
     * @param name    the name
     * @param text    what it does
     * @param choices the words it takes
     * @return an option with one of these words
     */
    public static Option choice(final String name, final String text, final List<String> choices) {
        return new Option(name, Kind.CHOICE, String.join("|", choices), text, false, false, choices, 0, 0);
    }

    /**
     * @return the same option, without which the command does not run
     */
    public Option needed() {
        return new Option(name, kind, valueName, text, true, repeatable, choices, minimum, maximum);
    }

    /**
     * @return the same option, given as often as wanted
     */
    public Option repeated() {
        return new Option(name, kind, valueName, text, required, true, choices, minimum, maximum);
    }

    /**
     * @return the option's name as it is typed: with one hyphen where it is a single letter, else with two
     */
    public String written() {
        return (name.length() == 1 ? "-" : "--") + name;
    }

    /**
     * @return the same option, which may be left out
     */
    public Option mayBeLeftOut() {
        return new Option(name, kind, valueName, text, false, repeatable, choices, minimum, maximum);
    }

    /**
     * @return the option as it is typed, such as {@code --store DIR}
     */
    public String synopsis() {
        return written() + (kind == Kind.SWITCH ? "" : ' ' + valueName);
    }
}
