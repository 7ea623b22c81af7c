// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import java.util.Locale;

/**
 * Where it is worth to look for the best value of a number: narrower than what is allowed.
 *
 * @param parameter   the name of an {@link IntegerParameter} or {@link RealParameter}
 * @param least       the smallest value to try
 * @param most        the largest value to try
 * @param logarithmic whether factors count rather than differences; then {@code least} is more than 0
 * @since 0.1
 */
public record SearchRange(String parameter, double least, double most, boolean logarithmic) {

    public SearchRange {
        if (!(least <= most) || Double.isInfinite(least) || Double.isInfinite(most) || logarithmic && !(least > 0)) {
            throw new IllegalArgumentException(parameter + ' ' + least + ".." + most);
        }
    }

    /**
     * A range in which differences count.
     *
     * @param parameter the name
     * @param least     the smallest value to try
     * @param most      the largest value to try
     * @return the range
     */
    public static SearchRange linear(final String parameter, final double least, final double most) {
        return new SearchRange(parameter, least, most, false);
    }

    /**
     * A range in which factors count: from 1 to 10 is as far as from 10 to 100.
     *
     * @param parameter the name
     * @param least     the smallest value to try, more than 0
     * @param most      the largest value to try
     * @return the range
     */
    public static SearchRange logarithmic(final String parameter, final double least, final double most) {
        return new SearchRange(parameter, least, most, true);
    }

    /**
     * The value at a share of the range, as a parameter reads it.
     *
     * @param declared the parameter of that name
     * @param share    0 for the smallest, just below 1 for the largest
     * @return text that the parameter reads; of a real number four digits, so that a person can type it
     */
    public String at(final Parameter<?> declared, final double share) {
        final boolean whole = declared instanceof IntegerParameter;
        // each whole number is as likely as its neighbour, the ends included
        final double from = whole ? least - (logarithmic ? .49 : .5) : least;
        final double until = whole ? most + .5 : most;
        final double value = logarithmic ? Math.exp(Math.log(from) + share * (Math.log(until) - Math.log(from))) : from + share * (until - from);
        if (whole) {
            return Long.toString(Math.round(Math.clamp(value, least, most)));
        }
        final double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.3e", value));
        return written(declared, Math.clamp(rounded, least, most));
    }

    private static String written(final Parameter<?> declared, final double value) {
        return declared instanceof final RealParameter real ? real.format(value) : Double.toString(value);
    }
}
