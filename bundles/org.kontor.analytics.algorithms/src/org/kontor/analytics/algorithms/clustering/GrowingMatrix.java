// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;

import org.kontor.analytics.run.RunContext;

/**
 * The distances between all clusters, where each merged one gets a place behind all others. Its distances stand in its own row at first; the
 * rows of the others take over those of several new clusters at a time, which then lie side by side. That way nothing is written to one place in
 * each of very many rows, which memory is slow at. Half of the clusters gone, what is left is moved together.
 */
final class GrowingMatrix {

    /** So many new clusters are taken over at a time. */
    private static final int WAITING = 160;
    private static final int LANES = 128;
    private static final int SMALL = 256;
    private static final int ROWS_PER_TASK = 2048;
    private static final int CLUSTERS_PER_TASK = 32;
    /** So many points are measured from those of several clusters while they are at hand. */
    private static final int BLOCK = 512;

    /** The point whose number each place has in the log of merges. */
    int[] point;
    /** How many rows each cluster holds. */
    int[] sizes;
    int active;
    private double[][] rows;
    /** Nothing for clusters that are there and have been taken over, else infinite; in parts of {@link #LANES}. */
    private double[][] gone;
    /** The place behind the last one. */
    private int end;
    /** The place behind the last one that was taken over. */
    private int settled;
    private final RunContext context;
    private final double[] least = new double[LANES];
    private final double[] part = new double[LANES];

    GrowingMatrix(final DistinctPoints all, final RunContext context) {
        this.context = context;
        final int base = all.count();
        active = base;
        end = base;
        settled = base;
        final int room = room(base);
        rows = new double[room][];
        point = new int[room];
        sizes = Arrays.copyOf(all.sizes(), room);
        gone = goneFrom(base, room);
        for (int i = 0; i < base; i++) {
            point[i] = i;
        }
        final var points = all.points();
        final var coordinates = new Distances(points.width(), base);
        coordinates.gather(points, point, base);
        final int each = points.rowsPerTask(2L * base);
        context.parallel(Math.ceilDiv(base, each), task -> {
            final var center = new double[points.width()];
            for (int i = task * each; i < Math.min(base, (task + 1) * each); i++) {
                System.arraycopy(points.values(), i * center.length, center, 0, center.length);
                final var distances = new double[room];
                coordinates.squared(context.kernels().distances(), center, 0, base, distances);
                for (int j = 0; j < base; j++) {
                    distances[j] = Math.sqrt(distances[j]);
                }
                distances[i] = Double.POSITIVE_INFINITY;
                rows[i] = distances;
            }
        });
    }

    /**
     * The mean distances between clusters.
     *
     * @param clusters the cluster of each point, numbered from 0 in the order of their first points
     */
    GrowingMatrix(final DistinctPoints all, final int[] clusters, final RunContext context) {
        this.context = context;
        final int base = Arrays.stream(clusters).max().orElse(-1) + 1;
        active = base;
        end = base;
        settled = base;
        final int room = room(base);
        rows = new double[room][];
        point = new int[room];
        sizes = new int[room];
        gone = goneFrom(base, room);
        final var starts = new int[base + 1];
        for (int i = 0; i < clusters.length; i++) {
            starts[clusters[i] + 1]++;
            sizes[clusters[i]] += all.sizes()[i];
        }
        for (int cluster = 0; cluster < base; cluster++) {
            starts[cluster + 1] += starts[cluster];
            rows[cluster] = new double[room];
        }
        final var members = new int[clusters.length];
        for (int i = clusters.length - 1; i >= 0; i--) {
            members[--starts[clusters[i] + 1]] = i;
        }
        // the starts were moved to the places before them
        System.arraycopy(starts, 1, starts, 0, base);
        starts[base] = members.length;
        for (int cluster = 0; cluster < base; cluster++) {
            point[cluster] = members[starts[cluster]];
        }
        final var clusterOf = new int[members.length];
        final var blocks = new Distances[Math.ceilDiv(members.length, BLOCK)];
        for (int block = 0; block < blocks.length; block++) {
            final int[] own = Arrays.copyOfRange(members, block * BLOCK, Math.min(members.length, (block + 1) * BLOCK));
            blocks[block] = new Distances(all.points().width(), own.length);
            blocks[block].gather(all.points(), own, own.length);
        }
        for (int i = 0; i < members.length; i++) {
            clusterOf[i] = clusters[members[i]];
        }
        context.parallel(Math.ceilDiv(base, CLUSTERS_PER_TASK), task -> {
            final int first = task * CLUSTERS_PER_TASK;
            final int behind = Math.min(base, first + CLUSTERS_PER_TASK);
            for (int block = 0; block * BLOCK < starts[behind - 1]; block++) {
                context.checkCancelled();
                for (int cluster = first; cluster < behind; cluster++) {
                    addMeans(all, members, clusterOf, starts, cluster, blocks[block], block * BLOCK);
                }
            }
        });
        context.parallel(Math.ceilDiv(base, CLUSTERS_PER_TASK), task -> mirror(task * CLUSTERS_PER_TASK, Math.min(base, (task + 1) * CLUSTERS_PER_TASK)));
    }

    /** Adds to the mean distances between a cluster and those before it what one block of their points has to add. */
    private void addMeans(final DistinctPoints all, final int[] members, final int[] clusterOf, final int[] starts, final int cluster,
            final Distances block, final int from) {
        final int count = Math.min(BLOCK, starts[cluster] - from);
        if (count <= 0) {
            return;
        }
        final var sums = new double[count];
        for (int i = starts[cluster]; i < starts[cluster + 1]; i++) {
            block.addTo(context.kernels().distances(), all.points(), members[i], all.sizes()[members[i]], count, sums);
        }
        final double[] row = rows[cluster];
        for (int i = 0; i < count; i++) {
            row[clusterOf[from + i]] += all.sizes()[members[from + i]] * sums[i];
        }
    }

    /** Makes means of the sums of some clusters and all before them, and writes them to the rows of these as well, a few places of each at a time. */
    private void mirror(final int first, final int behind) {
        for (int cluster = first; cluster < behind; cluster++) {
            final double[] row = rows[cluster];
            for (int other = 0; other < cluster; other++) {
                row[other] /= (double) sizes[cluster] * sizes[other];
            }
            row[cluster] = Double.POSITIVE_INFINITY;
        }
        for (int other = 0; other < behind; other++) {
            final double[] into = rows[other];
            for (int cluster = Math.max(first, other + 1); cluster < behind; cluster++) {
                into[cluster] = rows[cluster][other];
            }
        }
    }

    private static double[][] goneFrom(final int places, final int room) {
        final var gone = new double[Math.ceilDiv(room, LANES)][LANES];
        for (int i = places; i < room; i++) {
            gone[i / LANES][i % LANES] = Double.POSITIVE_INFINITY;
        }
        return gone;
    }

    private static int room(final int places) {
        return places + Math.max(places / 2, SMALL) + WAITING;
    }

    static long memory(final long points) {
        return points * (12 * points + 8 * (SMALL + WAITING) + 64);
    }

    boolean isThere(final int place) {
        return rows[place] != null;
    }

    /** The distance of two clusters stands in the row of the newer one, at least. */
    double at(final int one, final int other) {
        return rows[Math.max(one, other)][Math.min(one, other)];
    }

    /** {@return the place of the cluster that is nearest to one, the first of several} */
    int nearest(final int place) {
        final double[] row = rows[place];
        final int known = place < settled ? settled : place;
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        // places that wait count as gone here
        int at = 0;
        for (; at + LANES <= settled; at += LANES) {
            System.arraycopy(row, at, part, 0, LANES);
            compare(part, gone[at / LANES], least);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < LANES; i++) {
            best = Math.min(best, least[i]);
        }
        int found = Integer.MAX_VALUE;
        for (int lane = 0; lane < LANES && best < Double.POSITIVE_INFINITY; lane++) {
            if (least[lane] == best) {
                for (int i = lane; i < Math.min(at, found); i += LANES) {
                    if (row[i] + gone[i / LANES][lane] == best) {
                        found = i;
                    }
                }
            }
        }
        for (int i = at; i < settled; i++) {
            if (row[i] < best && rows[i] != null) {
                best = row[i];
                found = i;
            }
        }
        for (int i = settled; i < end; i++) {
            if (i != place && rows[i] != null) {
                final double value = i < known ? row[i] : rows[i][place];
                if (value < best) {
                    best = value;
                    found = i;
                }
            }
        }
        return found;
    }

    /** All arrays from their beginnings, so that the compiler uses vectors. */
    private static void compare(final double[] part, final double[] gone, final double[] least) {
        for (int i = 0; i < LANES; i++) {
            final double value = part[i] + gone[i];
            least[i] = value < least[i] ? value : least[i];
        }
    }

    /** {@return the row of a cluster with its distances to all others, those that wait too} */
    double[] row(final int place) {
        final double[] row = rows[place];
        for (int i = Math.max(settled, place + 1); i < end; i++) {
            if (rows[i] != null) {
                row[i] = rows[i][place];
            }
        }
        return row;
    }

    /** {@return how many places of a row are used} */
    int end() {
        return end;
    }

    /** Puts the union of two clusters, whose distances were written to the row of one, behind all others. */
    void merge(final int written, final int other) {
        final double[] row = rows[written];
        rows[written] = null;
        rows[other] = null;
        gone[written / LANES][written % LANES] = Double.POSITIVE_INFINITY;
        gone[other / LANES][other % LANES] = Double.POSITIVE_INFINITY;
        row[end] = Double.POSITIVE_INFINITY;
        rows[end] = row;
        point[end] = point[written];
        sizes[end] = sizes[written] + sizes[other];
        end++;
        active--;
        if (end - settled == WAITING) {
            settle();
        }
    }

    private void settle() {
        final var waiting = new int[end - settled];
        int count = 0;
        for (int i = settled; i < end; i++) {
            if (rows[i] != null) {
                waiting[count++] = i;
            }
        }
        final var others = new double[count][];
        for (int w = 0; w < count; w++) {
            others[w] = rows[waiting[w]];
        }
        final int all = count;
        context.parallel(Math.ceilDiv(end, ROWS_PER_TASK), task -> {
            for (int i = task * ROWS_PER_TASK; i < Math.min(end, (task + 1) * ROWS_PER_TASK); i++) {
                final double[] row = rows[i];
                for (int w = 0; row != null && w < all; w++) {
                    if (waiting[w] > i) {
                        row[waiting[w]] = others[w][i];
                    }
                }
            }
        });
        for (int i = settled; i < end; i++) {
            gone[i / LANES][i % LANES] = rows[i] == null ? Double.POSITIVE_INFINITY : 0;
        }
        settled = end;
    }

    /** {@return whether there is no room for further clusters} */
    boolean isFull() {
        return end + WAITING >= point.length && active > 1;
    }

    /**
     * Moves together what is left.
     *
     * @return the new place of each place that is there
     */
    int[] compact() {
        settle();
        final var moved = new int[end];
        final var places = new int[active];
        int count = 0;
        for (int i = 0; i < end; i++) {
            if (rows[i] != null) {
                places[count] = i;
                moved[i] = count++;
            }
        }
        final int room = room(count);
        final var closer = new double[room][];
        final var points = new int[room];
        final var held = new int[room];
        for (int i = 0; i < count; i++) {
            final double[] row = rows[places[i]];
            // to the left of where it is read, so it may be written to the same row
            for (int j = 0; j < count; j++) {
                row[j] = row[places[j]];
            }
            closer[i] = row.length >= 2 * room ? Arrays.copyOf(row, room) : row;
            rows[places[i]] = null;
            points[i] = point[places[i]];
            held[i] = sizes[places[i]];
        }
        rows = closer;
        point = points;
        sizes = held;
        gone = goneFrom(count, room);
        end = count;
        settled = count;
        return moved;
    }
}
