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
     * square of the length of the point. The value of a function is its first factor, to which {@code x * factor} is added for each coordinate in
     * turn, by {@link Math#fma(float, float, float)}, so that product and sum are rounded once. Functions are taken in their order: one whose value is less
     * than the least becomes the least, which makes the least so far the second; else one whose value is less than the second becomes the second; both
     * begin with infinity. A value that is not a number is less than nothing.
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

    /**
     * Which points are not certain to stay with what they belong to: those for which another function is the least, or the second is not greater than the
     * least by more than a gap; the difference is rounded, and one that is not a number is not greater.
     *
     * @param least  the least value for each point, as {@link #least} found it, from its beginning
     * @param second the second least value
     * @param which  the number of the function that is the least
     * @param labels the function that each point belongs to
     * @param from   where they begin
     * @param count  how many points
     * @param gap    what makes certain
     * @param places gets the numbers of these points, increasing, from its beginning; has room for all points
     * @return how many there are
     */
    int open(float[] least, float[] second, int[] which, int[] labels, int from, int count, float gap, int[] places);

    /**
     * Which points are not certain to stay with what they belong to, by bounds of their distances: those for which neither {@code lower - upper} is greater
     * than {@code moved}, nor {@code half} greater than {@code upper}, both of what the point belongs to; the difference is rounded.
     *
     * @param upper  a bound for each point
     * @param lower  another one
     * @param labels what each point belongs to
     * @param from   where bounds and labels begin
     * @param count  how many points
     * @param moved  what the difference of the bounds is compared with
     * @param half   what the upper bound is compared with
     * @param places gets the numbers of these points, increasing, from its beginning; has room for all points
     * @return how many there are
     */
    int doubtful(float[] upper, float[] lower, int[] labels, int from, int count, float[] moved, float[] half, int[] places);

    /** So many sums run beside each other in {@link #potentials}. */
    int SUMS = 16;

    /**
     * What would be left of the squares of the distances of points to their nearest centers, if each of several centers came to them. The square of
     * a distance begins with zero, to which the square of the difference of each coordinate in turn is added by {@link Math#fma(float, float, float)}; it
     * or what is known of the point, whichever is {@link Math#min less}, times the weight of the point is added to the sum number {@code t % SUMS} for
     * point t. In the end the upper half of the sums is added to the lower half, until one is left. Every other operation is rounded on its own.
     *
     * @param tile     the points, as for {@link #least}
     * @param tileFrom where they begin
     * @param stride   places from one coordinate of a point to its next
     * @param count    how many points, {@code stride} at most
     * @param width    how many coordinates
     * @param centers  {@code width} coordinates of each center, one center after the other
     * @param number   how many centers
     * @param known    for each point the square of the distance to its nearest center so far
     * @param weights  how much each point counts; null where all count 1
     * @param from     where known numbers and weights begin
     * @param sums     gets a sum for each center, from its beginning
     */
    void potentials(float[] tile, int tileFrom, int stride, int count, int width, float[] centers, int number, float[] known, float[] weights, int from,
            float[] sums);

    /**
     * Lets points have a center that is nearer than what they have. Where the square of the distance, as in {@link #potentials}, is greater than
     * {@code near} and less than what is known, it becomes what is known, and the number of the center that of the nearest; points for which it is not
     * greater are left as they are and listed.
     *
     * @param tile     the points, as for {@link #least}
     * @param tileFrom where they begin
     * @param stride   places from one coordinate of a point to its next
     * @param count    how many points, {@code stride} at most
     * @param width    how many coordinates
     * @param center   the coordinates of the center
     * @param number   of the center
     * @param near     what squares have to be greater than
     * @param known    for each point the square of the distance to its nearest center so far; changed
     * @param nearest  for each point the number of that center; changed
     * @param from     where known numbers and centers begin
     * @param places   gets the numbers of the listed points, increasing, from its beginning; has room for all points
     * @return how many are listed
     */
    int approach(float[] tile, int tileFrom, int stride, int count, int width, float[] center, int number, float near, float[] known, int[] nearest, int from,
            int[] places);

    /**
     * The distances of points from several others, added to zero from the first of those to the last. A distance is the root of a square as in
     * {@link #potentials}; it and each sum are rounded.
     *
     * @param tile       the points, as for {@link #least}
     * @param tileFrom   where they begin
     * @param stride     places from one coordinate of a point to its next
     * @param count      how many points, {@code stride} at most
     * @param width      how many coordinates
     * @param others     {@code width} coordinates of each other one, one after the other
     * @param othersFrom where they begin
     * @param number     how many others
     * @param sums       gets a sum for each point, from its beginning
     */
    void totals(float[] tile, int tileFrom, int stride, int count, int width, float[] others, int othersFrom, int number, float[] sums);

    /**
     * The squares of the distances of points from one: the squares of the differences of coordinates, added to zero from the first coordinate to the last,
     * every operation rounded on its own.
     *
     * @param columns the points, an array for each coordinate
     * @param count   how many points
     * @param center  has the coordinates of the one point
     * @param from    where they begin
     * @param squares gets a square for each point, from its beginning
     */
    void squares(double[][] columns, int count, double[] center, int from, double[] squares);

    /**
     * Adds the distances of points from one, which are the roots of {@link #squares}, to sums of theirs: {@code sums[t] = sums[t] + times * distance},
     * every operation rounded on its own.
     *
     * @param columns the points, an array for each coordinate
     * @param count   how many points
     * @param center  has the coordinates of the one point
     * @param from    where they begin
     * @param times   what each distance is multiplied with
     * @param sums    of each point, from its beginning; changed
     */
    void addDistances(double[][] columns, int count, double[] center, int from, double times, double[] sums);
}
