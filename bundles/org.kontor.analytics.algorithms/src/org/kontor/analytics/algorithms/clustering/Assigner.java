// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

/** Finds the nearest center of points, with what one thread needs for it. Of several centers as near, it is the one with the lowest number. */
interface Assigner {

    /**
     * Assigns the points of some rows.
     *
     * @param centers row by row
     * @param from    the first row; where a tile begins
     * @param first   whether no point belongs to a cluster yet
     * @return how many points changed their cluster
     */
    int assign(double[] centers, int from, int to, boolean first);

    /** {@return what points that changed their cluster add to its sums and take from others'} */
    ExactSums changes();
}
