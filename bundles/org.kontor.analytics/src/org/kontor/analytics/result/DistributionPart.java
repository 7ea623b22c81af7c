// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;

/**
 * How values are spread over ranges, for one group or several.
 *
 * @param name   the stable name
 * @param title  what it is called
 * @param value  what the values are
 * @param edges  the limits of the ranges, increasing: range i is from {@code edges[i]} up to, not including, {@code edges[i + 1]}; the last
 *               range includes its upper limit
 * @param groups the names of the groups
 * @param counts {@code counts[group][range]}
 * @param meaning what the values say, by which they are shown: a {@link Meaning#SHARE} as percent
 * @since 0.1
 */
public record DistributionPart(String name, Message title, Message value, double[] edges, List<Message> groups, double[][] counts, Meaning meaning)
        implements Part {

    public DistributionPart {
        groups = List.copyOf(groups);
    }

    /**
     * Values that mean nothing more.
     *
     * @param name   the stable name
     * @param title  what it is called
     * @param value  what the values are
     * @param edges  the limits of the ranges, increasing
     * @param groups the names of the groups
     * @param counts {@code counts[group][range]}
     */
    public DistributionPart(final String name, final Message title, final Message value, final double[] edges, final List<Message> groups,
            final double[][] counts) {
        this(name, title, value, edges, groups, counts, Meaning.PLAIN);
    }
}
