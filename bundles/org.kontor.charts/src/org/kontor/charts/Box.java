// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

/**
 * An upright rectangle in logical pixels, the origin in the picture's upper left corner.
 *
 * @param x      the left edge
 * @param y      the upper edge
 * @param width  0 or more
 * @param height 0 or more
 * @since 0.1
 */
public record Box(double x, double y, double width, double height) {

    /**
     * Whether a point lies inside or on the edge.
     *
     * @param pointX the point's x
     * @param pointY the point's y
     * @return true where it does
     */
    public boolean contains(final double pointX, final double pointY) {
        return pointX >= x && pointX <= x + width && pointY >= y && pointY <= y + height;
    }

    /**
     * The right edge.
     *
     * @return x + width
     */
    public double right() {
        return x + width;
    }

    /**
     * The lower edge.
     *
     * @return y + height
     */
    public double bottom() {
        return y + height;
    }

    /**
     * The middle across.
     *
     * @return x of the centre
     */
    public double centreX() {
        return x + width / 2;
    }

    /**
     * The middle down.
     *
     * @return y of the centre
     */
    public double centreY() {
        return y + height / 2;
    }
}
