// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kernel;

/**
 * Which centers are near to many points. Points stand in tiles, coordinate by coordinate; what is computed for one point never depends on the
 * others in the tile.
 *
 * @since 0.1
 */
public interface DistanceKernels {

    /**
     * The two least of several linear functions of points. With {@code |c|^2 - 2 c x} for a center c, these are the nearest centers, up to the
     * square of the length of the point. The value of a function is its first factor plus {@code x * factor} for each coordinate in turn, every
     * operation rounded on its own. Functions are taken in their order: one whose value is less than the least becomes the least, which makes the
     * least so far the second; else one whose value is less than the second becomes the second; both begin with infinity. A value that is not a
     * number is less than nothing.
     *
     * @param tile      the points; coordinate j of point t is {@code tile[tileFrom + j * stride + t]}
     * @param tileFrom  where they begin
     * @param stride    places from one coordinate of a point to its next
     * @param count     how many points, {@code stride} at most
     * @param width     how many coordinates
     * @param factors   {@code width + 1} for each function, one after the other
     * @param functions how many
     * @param least     gets the least value for each point, from its beginning
     * @param second    gets the second least value
     * @param which     gets the number of the function that is the least, 0 where none is
     */
    void least(float[] tile, int tileFrom, int stride, int count, int width, float[] factors, int functions, float[] least, float[] second, int[] which);
}
