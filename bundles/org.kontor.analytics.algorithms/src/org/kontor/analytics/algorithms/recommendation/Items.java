// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.algorithms.recommendation.Attributes.Vector;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.RunContext;

/**
 * What is known of items beside who chose them.
 *
 * @param space   the dimensions
 * @param vectors the values of each item
 */
record Items(Attributes space, Vector[] vectors) {

    /**
     * Users in groups.
     *
     * @param names     the groups
     * @param segmentOf the group of each user, -1 where it is not known
     */
    record Grouped(Names names, int[] segmentOf) {
    }

    /** Each item is as its first row says. */
    static Items of(final Dataset data, final Interactions all, final RunContext context) {
        final var vectors = new Vector[all.items().count()];
        Arrays.fill(vectors, Vector.NOTHING);
        if (data.names(Role.FEATURES).isEmpty() && data.find(Role.TEXT).isEmpty()) {
            return new Items(Attributes.of(data, new int[0], context), vectors);
        }
        final var first = new int[vectors.length];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int i = 0; i < all.size(); i++) {
            first[all.item()[i]] = Math.min(first[all.item()[i]], all.row()[i]);
        }
        final int[] rows = Arrays.stream(first).filter(row -> row < Integer.MAX_VALUE).toArray();
        final var space = Attributes.of(data, rows, context);
        for (int item = 0; item < vectors.length; item++) {
            if (item % 64 == 0) {
                context.checkCancelled();
            }
            vectors[item] = first[item] == Integer.MAX_VALUE ? Vector.NOTHING : space.vector(data.frame(), first[item]);
        }
        return new Items(space, vectors);
    }

    /** Each user is in the group that the last row says. */
    static Grouped segments(final Dataset data, final Interactions all, final RunContext context) {
        final var column = data.find(Role.SEGMENT);
        final var segmentOf = new int[all.users().count()];
        Arrays.fill(segmentOf, Names.UNKNOWN);
        if (column.isEmpty()) {
            return new Grouped(Names.of(List.of()), segmentOf);
        }
        final var counts = new boolean[data.rows()];
        Arrays.fill(counts, true);
        final var numbered = Names.of(column.get(), counts, context);
        final var last = new int[segmentOf.length];
        Arrays.fill(last, -1);
        for (int i = 0; i < all.size(); i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            final int row = all.row()[i];
            final int user = all.user()[i];
            if (numbered.rows()[row] >= 0 && row > last[user]) {
                last[user] = row;
                segmentOf[user] = numbered.rows()[row];
            }
        }
        return new Grouped(numbered.names(), segmentOf);
    }
}
