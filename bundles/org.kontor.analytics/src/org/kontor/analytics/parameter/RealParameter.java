// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

/**
 * A real number; not infinite, not {@code NaN}.
 *
 * @param name   the name
 * @param preset the value where nobody gives one
 * @param least  the smallest allowed
 * @param most   the largest allowed
 * @since 0.1
 */
public record RealParameter(String name, Double preset, double least, double most) implements Parameter<Double> {

    public RealParameter {
        if (!(preset >= least && preset <= most)) {
            throw new IllegalArgumentException(name + " is preset to " + preset);
        }
    }

    @Override
    public String kind() {
        return "real";
    }

    @Override
    public String range() {
        return (least <= -Double.MAX_VALUE ? "" : shown(least)) + ".." + (most >= Double.MAX_VALUE ? "" : shown(most));
    }

    @Override
    public Double parse(final String text) {
        final double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException notOne) {
            throw Refusal.unreadable(this, text);
        }
        check(value);
        return value;
    }

    @Override
    public String format(final Double value) {
        return shown(value);
    }

    @Override
    public void check(final Double value) {
        if (!(value >= least && value <= most) || value.isInfinite()) {
            throw Refusal.outOfRange(this, format(value));
        }
    }

    private static String shown(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
