// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;
import java.util.Optional;

import org.kontor.analytics.frame.Frame;

/**
 * Points in a space of named axes, two of which are looked at a time: rows with their clusters, components with their loadings.
 *
 * @param name    the stable name
 * @param title   what it is called
 * @param axes    the columns of {@code points} that are axes, at least two
 * @param id      the column of {@code points} that names a point's row in the data, where there is one
 * @param label   the column of {@code points} that tells groups apart, where there is one
 * @param points  the points, a fair sample of at most {@link #MOST} where there are more rows
 * @param all     how many rows the sample stands for
 * @param centers the middle of each group: the axes and the label's column; empty where there are none
 * @since 0.1
 */
public record PointsPart(String name, Message title, List<String> axes, Optional<String> id, Optional<String> label, Frame points, long all,
        Optional<Frame> centers) implements Part {

    /** So many points are looked at, at most. */
    public static final int MOST = 20_000;

    public PointsPart {
        axes = List.copyOf(axes);
    }
}
