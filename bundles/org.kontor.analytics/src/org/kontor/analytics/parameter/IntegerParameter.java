// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

/**
 * A whole number.
 *
 * @param name   the name
 * @param preset the value where nobody gives one
 * @param least  the smallest allowed
 * @param most   the largest allowed
 * @since 0.1
 */
public record IntegerParameter(String name, Long preset, long least, long most) implements Parameter<Long> {

    public IntegerParameter {
        if (preset < least || preset > most) {
            throw new IllegalArgumentException(name + " is preset to " + preset);
        }
    }

    @Override
    public String kind() {
        return "integer";
    }

    @Override
    public String range() {
        return (least == Long.MIN_VALUE ? "" : Long.toString(least)) + ".." + (most == Long.MAX_VALUE ? "" : Long.toString(most));
    }

    @Override
    public Long parse(final String text) {
        final long value;
        try {
            value = Long.parseLong(text.strip());
        } catch (NumberFormatException notOne) {
            throw Refusal.unreadable(this, text);
        }
        check(value);
        return value;
    }

    @Override
    public String format(final Long value) {
        return value.toString();
    }

    @Override
    public void check(final Long value) {
        if (value < least || value > most) {
            throw Refusal.outOfRange(this, format(value));
        }
    }
}
