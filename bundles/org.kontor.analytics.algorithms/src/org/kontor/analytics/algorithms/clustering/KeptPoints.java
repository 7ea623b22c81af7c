// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * The points of a model in the order of a tree.
 *
 * @param weights how many rows each stands for
 * @param core    its core distance
 * @param labels  its cluster
 */
record KeptPoints(PointTree tree, int[] weights, double[] core, int[] labels) {

    static KeptPoints of(final Frame points, final int width, final RunContext context) {
        final var features = points.columns().subList(0, width).stream().map(Column::name).toList();
        final var tree = new PointTree(new Points(points.matrix(features), null, points.rows(), width), context);
        final var others = points.columns().subList(width, points.columns().size());
        final var weights = new int[points.rows()];
        final var core = new double[weights.length];
        final var labels = new int[weights.length];
        for (int place = 0; place < weights.length; place++) {
            weights[place] = (int) others.get(0).number(tree.rows[place]);
            core[place] = others.get(1).number(tree.rows[place]);
            labels[place] = (int) others.get(2).number(tree.rows[place]);
        }
        return new KeptPoints(tree, weights, core, labels);
    }
}
