// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

/**
 * An opaque colour in sRGB, free of AWT and SWT types.
 *
 * @param red   0 to 255
 * @param green 0 to 255
 * @param blue  0 to 255
 * @since 0.1
 */
public record Rgb(int red, int green, int blue) {

    /** Pure black. */
    public static final Rgb BLACK = new Rgb(0, 0, 0);
    /** Pure white. */
    public static final Rgb WHITE = new Rgb(255, 255, 255);

    public Rgb {
        if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
            throw new IllegalArgumentException(red + "," + green + "," + blue);
        }
    }

    /**
     * A colour from its usual notation.
     *
     * @param hex {@code #rrggbb}
     * @return the colour
     * @throws IllegalArgumentException where the text is not six hexadecimal digits after a hash
     */
    public static Rgb of(final String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException(hex);
        }
        final int value = Integer.parseInt(hex.substring(1), 16);
        return new Rgb(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }

    /**
     * The usual notation.
     *
     * @return {@code #rrggbb} in lower case
     */
    public String hex() {
        return String.format("#%02x%02x%02x", red, green, blue);
    }

    /**
     * A mixture with another colour.
     *
     * @param other the other colour
     * @param share how much of the other colour, 0 to 1
     * @return the mixture
     */
    public Rgb mix(final Rgb other, final double share) {
        return new Rgb(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(final int own, final int other, final double share) {
        return (int) Math.round(own + (other - own) * Math.clamp(share, 0, 1));
    }

    /**
     * The relative luminance as WCAG 2.2 defines it.
     *
     * @return 0 for black to 1 for white
     */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(final int channel) {
        final double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /**
     * The contrast ratio of two colours as WCAG 2.2 defines it; text wants 4.5 at least, shapes want 3.
     *
     * @param other the other colour
     * @return 1 to 21
     */
    public double contrast(final Rgb other) {
        final double mine = luminance();
        final double others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    /**
     * Whether light text reads better on this colour than dark text.
     *
     * @return true for a dark colour
     */
    public boolean isDark() {
        return contrast(WHITE) > contrast(BLACK);
    }
}
