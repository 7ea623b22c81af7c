// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.result.TreePart;
import org.kontor.charts.Heading;
import org.kontor.charts.TreeChart;

/** A tree as a tree. */
final class TreeRenderer {

    private TreeRenderer() {
    }

    static TreeChart chart(final TreePart part) {
        final List<TreeChart.Node> nodes = new ArrayList<>();
        for (int index = 0; index < part.parents().length; index++) {
            nodes.add(new TreeChart.Node("node" + index, part.parents()[index], part.labels().get(index).text(), part.heights()[index],
                    part.sizes()[index]));
        }
        return new TreeChart(Heading.of(part.title().text()), part.height().text(), Formats.of(part.heights()), nodes);
    }
}
