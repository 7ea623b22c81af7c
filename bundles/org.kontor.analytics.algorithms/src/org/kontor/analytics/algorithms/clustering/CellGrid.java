// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.Optional;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Points of few coordinates in cells so small that all points of a cell are near each other; whoever is near is at most two cells away
 * (A. Gunawan, A Faster Algorithm for DBSCAN, 2013; Y. Wang, Y. Gu, J. Shun, Theoretically-Efficient and Practical Parallel DBSCAN, SIGMOD 2020).
 * The points lie in the order of the first coordinates of their cells, then of the second, then of the third, then of their rows. So the points of a
 * column of cells, which differ in the last coordinate alone, lie side by side.
 */
final class CellGrid {

    /** So many coordinates a point may have. */
    static final int WIDEST = 3;
    /** So many cells whoever is near is away, at most, in each coordinate; as many without points lie around all others. */
    static final int RADIUS = 2;
    /** Cells are smaller than they could be by more than what rounding does to the number of a cell. */
    private static final double SHRUNK = 1 - 1e-8;
    /** There are at most so many cells for each point, and always so many. */
    private static final int CELLS_PER_POINT = 32;
    private static final int FEW_CELLS = 1 << 16;
    /** Cells with more points are too crowded to compare all points of two of them. */
    private static final int CROWD = 256;
    /** Squares of such distances are numbers of full precision. */
    private static final double LEAST_EPS = 1e-100;
    private static final double MOST_EPS = 1e100;

    /** Row of each place. */
    final int[] rows;
    /** Cell of each place. */
    final int[] cells;
    /** The coordinates of each place; those that the points do not have are the first ones, and 0. */
    private final double[][] at = new double[WIDEST][];
    /** The first place of each cell; one more in the end. */
    private final int[] starts;
    private final Lattice lattice;
    private final double reach;

    /** Where the cells are. */
    private record Lattice(double[] low, double side, int[] extents, int[] strides, int size) {

        static Optional<Lattice> of(final Points points, final double eps, final RunContext context) {
            final int width = points.width();
            final double side = eps / Math.sqrt(width) * SHRUNK;
            final var low = new double[width];
            final var extents = new int[WIDEST];
            final var strides = new int[WIDEST];
            Arrays.fill(extents, 1);
            double size = 1;
            for (int j = width - 1; j >= 0; j--) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int i = j; i < points.count() * width; i += width) {
                    least = points.values()[i] < least ? points.values()[i] : least;
                    most = points.values()[i] > most ? points.values()[i] : most;
                }
                context.checkCancelled();
                final double span = Math.floor((most - least) / side) + 1;
                final int place = j + WIDEST - width;
                low[j] = least;
                extents[place] = (int) span;
                strides[place] = (int) size;
                size *= span + 2 * RADIUS;
                if (!(size <= mostCells(points.count()))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Lattice(low, side, extents, strides, (int) size));
        }

        int cell(final double[] values, final int from) {
            final int missing = WIDEST - low.length;
            int cell = 0;
            for (int j = 0; j < low.length; j++) {
                cell += ((int) ((values[from + j] - low[j]) / side) + RADIUS) * strides[missing + j];
            }
            return cell;
        }
    }

    private CellGrid(final Points points, final Lattice lattice, final int[] starts, final int[] cells, final double reach, final RunContext context) {
        this.lattice = lattice;
        this.starts = starts;
        this.reach = reach;
        final int count = points.count();
        final int width = points.width();
        rows = new int[count];
        this.cells = new int[count];
        // each cell's points follow the one before; the starts move to the ends and back
        for (int row = 0; row < count; row++) {
            final int place = starts[cells[row]]++;
            rows[place] = row;
            this.cells[place] = cells[row];
            pause(row, context);
        }
        System.arraycopy(starts, 0, starts, 1, lattice.size);
        starts[0] = 0;
        for (int j = 0; j < WIDEST; j++) {
            at[j] = new double[count];
        }
        overBlocks(count, context, (from, to) -> {
            for (int place = from; place < to; place++) {
                for (int j = 0; j < width; j++) {
                    at[WIDEST - width + j][place] = points.values()[rows[place] * width + j];
                }
            }
        });
    }

    /**
     * Puts points into cells.
     *
     * @param eps how far others may be; the distance itself counts as near
     * @return empty where there are too many coordinates or cells, or too many points in a cell
     */
    static Optional<CellGrid> of(final Points points, final double eps, final RunContext context) {
        if (points.width() > WIDEST || eps < LEAST_EPS || eps > MOST_EPS) {
            return Optional.empty();
        }
        return Lattice.of(points, eps, context).flatMap(lattice -> of(points, lattice, eps * eps, context));
    }

    private static Optional<CellGrid> of(final Points points, final Lattice lattice, final double reach, final RunContext context) {
        final int count = points.count();
        final var cells = new int[count];
        overBlocks(count, context, (from, to) -> {
            for (int row = from; row < to; row++) {
                cells[row] = lattice.cell(points.values(), row * points.width());
            }
        });
        final var starts = new int[lattice.size + 1];
        for (int row = 0; row < count; row++) {
            if (++starts[cells[row]] > CROWD) {
                return Optional.empty();
            }
            pause(row, context);
        }
        int before = 0;
        for (int cell = 0; cell < starts.length; cell++) {
            final int size = starts[cell];
            starts[cell] = before;
            before += size;
            pause(cell, context);
        }
        return Optional.of(new CellGrid(points, lattice, starts, cells, reach, context));
    }

    private static double mostCells(final int count) {
        return Math.min(1 << 30, Math.max(FEW_CELLS, (double) CELLS_PER_POINT * count));
    }

    static long memory(final long rows) {
        return rows * (4 * CELLS_PER_POINT + 36) + 4 * FEW_CELLS;
    }

    private static void pause(final int done, final RunContext context) {
        if (done % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    /** Work on some rows or places. */
    @FunctionalInterface
    private interface Block {
        void on(int from, int to);
    }

    private static void overBlocks(final int count, final RunContext context, final Block work) {
        context.parallel(Math.ceilDiv(count, Frame.BLOCK), block -> work.on(block * Frame.BLOCK, Math.min(count, (block + 1) * Frame.BLOCK)));
    }

    int count() {
        return rows.length;
    }

    /** The first place of a cell. */
    int from(final int cell) {
        return starts[cell];
    }

    /** The place behind the last one of a cell. */
    int to(final int cell) {
        return starts[cell + 1];
    }

    /** The square of the distance that counts as near. */
    double reach() {
        return reach;
    }

    /** The square of the distance between two places. */
    double squared(final int place, final int other) {
        final double first = at[0][place] - at[0][other];
        final double second = at[1][place] - at[1][other];
        final double third = at[2][place] - at[2][other];
        return first * first + second * second + third * third;
    }

    /** How many places are near one, of some side by side. */
    int near(final int place, final int from, final int to) {
        final double first = at[0][place];
        final double second = at[1][place];
        final double third = at[2][place];
        int count = 0;
        for (int other = from; other < to; other++) {
            final double one = first - at[0][other];
            final double two = second - at[1][other];
            final double three = third - at[2][other];
            count += one * one + two * two + three * three <= reach ? 1 : 0;
        }
        return count;
    }

    /** How much cells in the middle of columns so many cells away differ from a cell, the nearest first, which is its own. */
    int[] columns(final int radius) {
        final int first = lattice.extents[0] == 1 ? 0 : radius;
        final int second = lattice.extents[1] == 1 ? 0 : radius;
        final var found = new int[(2 * first + 1) * (2 * second + 1)];
        final var distances = new int[found.length];
        int next = 0;
        for (int i = -first; i <= first; i++) {
            for (int j = -second; j <= second; j++) {
                int place = next++;
                while (place > 0 && distances[place - 1] > i * i + j * j) {
                    distances[place] = distances[place - 1];
                    found[place] = found[--place];
                }
                distances[place] = i * i + j * j;
                found[place] = i * lattice.strides[0] + j * lattice.strides[1];
            }
        }
        return found;
    }

    /**
     * Keeps the squares of the distances from a place to the points in all cells around its own.
     *
     * @param radius how many cells away
     * @return whether nobody else can be nearer than the last that is kept
     */
    boolean offer(final int place, final int radius, final Nearest found) {
        final var low = new int[WIDEST];
        final var high = new int[WIDEST];
        boolean all = true;
        int rest = cells[place];
        for (int j = 0; j < WIDEST; j++) {
            final int stride = lattice.strides[j];
            final int own = stride == 0 ? RADIUS : rest / stride;
            rest -= own * stride;
            final int last = lattice.extents[j] - 1 + RADIUS;
            low[j] = Math.max(RADIUS, own - radius);
            high[j] = Math.min(last, own + radius);
            all &= low[j] == RADIUS && high[j] == last;
        }
        for (int i = low[0]; i <= high[0]; i++) {
            for (int j = low[1]; j <= high[1]; j++) {
                final int column = i * lattice.strides[0] + j * lattice.strides[1];
                final int behind = to(column + high[2] * lattice.strides[2]);
                for (int other = from(column + low[2] * lattice.strides[2]); other < behind; other++) {
                    found.offer(squared(place, other));
                }
            }
        }
        final double safe = radius * lattice.side * SHRUNK;
        return all || found.last() <= safe * safe;
    }
}
