// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

/**
 * Yes or no.
 *
 * @param name   the name
 * @param preset the value where nobody gives one
 * @since 0.1
 */
public record FlagParameter(String name, Boolean preset) implements Parameter<Boolean> {

    @Override
    public String kind() {
        return "flag";
    }

    @Override
    public String range() {
        return "true|false";
    }

    @Override
    public Boolean parse(final String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.unreadable(this, text);
        };
    }

    @Override
    public String format(final Boolean value) {
        return value.toString();
    }

    @Override
    public void check(final Boolean value) {
        // both are allowed
    }
}
