// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.run.RunContext;

/**
 * Clusters of density: points with enough others near are cores, cores that are near each other are one cluster, and a point that is near to
 * a core but is none lies at the border of the cluster with the lowest number that has such a core. For one search.
 */
interface Density {

    /** The number of the cluster of a row that belongs to none. */
    int NOISE = -1;
    /** Rows whose neighbours one task looks for. */
    int ROWS_PER_TASK = 50;

    /**
     * The quickest way for some points: a grid where there are few features and no crowded cells, a tree otherwise. Both find the same.
     *
     * @param eps how far others may be; the distance itself counts as near
     */
    static Density of(final Points points, final double eps, final RunContext context) {
        return CellGrid.of(points, eps, context).<Density>map(grid -> new GridDensity(grid, context)).orElseGet(() -> new TreeDensity(points, eps, context));
    }

    static long memory(final long rows, final long width) {
        return Math.max(TreeDensity.memory(rows, width), width > CellGrid.WIDEST ? 0 : GridDensity.memory(rows));
    }

    /**
     * Finds the clusters; to be called once.
     *
     * @param enough how many points have to be near, itself included
     * @param cores  becomes whether each row is a core
     * @return the cluster of each row, numbered from 0 in the order of their first cores; {@link #NOISE} where it is far from all
     */
    int[] labels(int enough, boolean[] cores);

    /**
     * How far rows are from their neighbours.
     *
     * @param sample some rows
     * @param count  how many neighbours, the row itself included; at most as many as there are rows
     * @return the distance from each to the last of its neighbours
     */
    double[] reaches(int[] sample, int count);
}
