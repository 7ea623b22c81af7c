// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import java.util.List;

/**
 * One of several names.
 *
 * @param name    the name
 * @param preset  the value where nobody gives one
 * @param choices the names to choose from: lower case, words joined by hyphens
 * @since 0.1
 */
public record ChoiceParameter(String name, String preset, List<String> choices) implements Parameter<String> {

    public ChoiceParameter {
        choices = List.copyOf(choices);
        if (!choices.contains(preset)) {
            throw new IllegalArgumentException(name + " is preset to " + preset);
        }
    }

    @Override
    public String kind() {
        return "choice";
    }

    @Override
    public String range() {
        return String.join("|", choices);
    }

    @Override
    public String parse(final String text) {
        final var value = text.strip();
        check(value);
        return value;
    }

    @Override
    public String format(final String value) {
        return value;
    }

    @Override
    public void check(final String value) {
        if (!choices.contains(value)) {
            throw Refusal.outOfRange(this, value);
        }
    }
}
