// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

/**
 * What a colour says, not which one it is: the theme of the day turns the role into a colour.
 *
 * @param meaning what the colour says
 * @param index   the place in the theme's palette; 0 where the meaning is not {@link Meaning#PALETTE}
 * @since 0.1
 */
public record ColourRole(Meaning meaning, int index) {

    /** What a colour can say. */
    public enum Meaning {
        /** Nothing: the chart takes the palette's colours in their order. */
        AUTOMATIC,
        /** This is one and the same thing in every chart: the palette's colour at the index. */
        PALETTE,
        /** Good: won, above target. */
        POSITIVE,
        /** Bad: lost, below target. */
        NEGATIVE,
        /** Neither: a comparison, a remainder, the period before. */
        NEUTRAL
    }

    /** The palette's colours in their order. */
    public static final ColourRole AUTOMATIC = new ColourRole(Meaning.AUTOMATIC, 0);
    /** Good news. */
    public static final ColourRole POSITIVE = new ColourRole(Meaning.POSITIVE, 0);
    /** Bad news. */
    public static final ColourRole NEGATIVE = new ColourRole(Meaning.NEGATIVE, 0);
    /** A comparison or a remainder. */
    public static final ColourRole NEUTRAL = new ColourRole(Meaning.NEUTRAL, 0);

    public ColourRole {
        if (index < 0) {
            throw new IllegalArgumentException("index " + index);
        }
    }

    /**
     * A fixed place in the palette, so that a team or a product keeps its colour from chart to chart.
     *
     * @param index 0 or more; past the end the palette starts again
     * @return the role
     */
    public static ColourRole palette(final int index) {
        return new ColourRole(Meaning.PALETTE, index);
    }
}
