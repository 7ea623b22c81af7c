// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.clustering;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.kontor.analytics.run.RunContext;

/**
 * Clusters of density by a grid: all points of a cell are near each other, so the cores of a cell are one cluster, a cell with enough points has cores
 * alone, and only points of cells that are near are compared, until enough is known.
 */
final class GridDensity implements Density {

    /** About so many points are looked at by one task. */
    private static final int POINTS_PER_TASK = 2_048;

    private final CellGrid grid;
    private final RunContext context;
    private final boolean[] core;
    /** Whether there is a core in a cell, at the cell's first place. */
    private final boolean[] occupied;
    /** Sets of cells, each named by its first place. */
    private final Unions unions;
    private final int[] columns;

    GridDensity(final CellGrid grid, final RunContext context) {
        this.grid = grid;
        this.context = context;
        core = new boolean[grid.count()];
        occupied = new boolean[grid.count()];
        // one more, for cells without points behind all others
        unions = new Unions(grid.count() + 1);
        columns = grid.columns(CellGrid.RADIUS);
    }

    static long memory(final long rows) {
        return CellGrid.memory(rows) + rows * 26;
    }

    @Override
    public int[] labels(final int enough, final boolean[] cores) {
        overCells(cell -> count(cell, enough));
        for (int place = 0; place < core.length; place++) {
            cores[grid.rows[place]] = core[place];
        }
        // most of those farther away are one cluster once those beside each other are
        for (int radius = 1; radius <= CellGrid.RADIUS; radius++) {
            final var around = grid.columns(radius);
            final int away = radius;
            overCells(cell -> link(cell, around, away));
        }
        final var numbers = numbers();
        final var labels = new int[core.length];
        overCells(cell -> label(cell, numbers, labels));
        return labels;
    }

    /** Works on each cell with points. */
    private void overCells(final IntConsumer work) {
        context.parallel(Math.ceilDiv(grid.count(), POINTS_PER_TASK), task -> {
            final int to = Math.min(grid.count(), (task + 1) * POINTS_PER_TASK);
            for (int place = task * POINTS_PER_TASK; place < to; place++) {
                if (grid.from(grid.cells[place]) == place) {
                    work.accept(grid.cells[place]);
                }
            }
        });
    }

    private void count(final int cell, final int enough) {
        final int from = grid.from(cell);
        final int to = grid.to(cell);
        final int size = to - from;
        int cores = 0;
        for (int place = from; place < to; place++) {
            core[place] = size >= enough || near(place, cell, enough) >= enough;
            cores += core[place] ? 1 : 0;
        }
        occupied[from] = cores > 0;
    }

    /** How many are near a place, until they are enough. */
    private int near(final int place, final int cell, final int enough) {
        int count = grid.near(place, grid.from(cell - CellGrid.RADIUS), grid.to(cell + CellGrid.RADIUS));
        for (int i = 1; i < columns.length && count < enough; i++) {
            final int column = cell + columns[i];
            count += grid.near(place, grid.from(column - CellGrid.RADIUS), grid.to(column + CellGrid.RADIUS));
        }
        return count;
    }

    /** Links the cores of a cell with those of cells behind it that are so far away; those before it did so themselves. */
    private void link(final int cell, final int[] around, final int radius) {
        final int from = grid.from(cell);
        if (!occupied[from]) {
            return;
        }
        int own = unions.root(from);
        for (final int column : around) {
            if (column >= 0) {
                final int last = cell + column + radius;
                for (int other = column == 0 ? cell + 1 : cell + column - radius; other <= last; other++) {
                    final int first = grid.from(other);
                    // the first place of a cell without points is that of the next cell
                    if (!unions.isBelow(first, own) && first < grid.to(other) && occupied[first] && unions.root(first) != unions.root(from)
                            && areNear(cell, other)) {
                        unions.unite(from, first);
                        own = unions.root(from);
                    }
                }
            }
        }
    }

    /** Whether a core of a cell is near to one of another cell. */
    private boolean areNear(final int cell, final int other) {
        for (int place = grid.from(cell); place < grid.to(cell); place++) {
            if (core[place] && isNearCore(place, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNearCore(final int place, final int cell) {
        for (int other = grid.from(cell); other < grid.to(cell); other++) {
            if (core[other] && grid.squared(place, other) <= grid.reach()) {
                return true;
            }
        }
        return false;
    }

    /** The cluster of the cores of each cell, at its first place, numbered in the order of their first rows. */
    private int[] numbers() {
        final var firsts = new int[core.length];
        Arrays.fill(firsts, Integer.MAX_VALUE);
        for (int place = 0; place < firsts.length; place++) {
            if (core[place]) {
                final int root = unions.root(grid.from(grid.cells[place]));
                firsts[root] = Math.min(firsts[root], grid.rows[place]);
            }
        }
        final var roots = IntStream.range(0, firsts.length).filter(place -> firsts[place] != Integer.MAX_VALUE)
                .mapToLong(place -> (long) firsts[place] << Integer.SIZE | place).sorted().toArray();
        for (int i = 0; i < roots.length; i++) {
            firsts[(int) roots[i]] = i;
        }
        final var numbers = new int[firsts.length];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = occupied[place] ? firsts[unions.root(place)] : Integer.MAX_VALUE;
        }
        return numbers;
    }

    private void label(final int cell, final int[] numbers, final int[] labels) {
        final int own = numbers[grid.from(cell)];
        for (int place = grid.from(cell); place < grid.to(cell); place++) {
            labels[grid.rows[place]] = core[place] ? own : lowest(place, cell, own, numbers);
        }
    }

    /** {@return the lowest number of a cluster with a core that is near} */
    private int lowest(final int place, final int cell, final int own, final int[] numbers) {
        int lowest = own;
        for (final int column : columns) {
            for (int other = cell + column - CellGrid.RADIUS; other <= cell + column + CellGrid.RADIUS; other++) {
                final int first = grid.from(other);
                if (first < grid.to(other) && numbers[first] < lowest && isNearCore(place, other)) {
                    lowest = numbers[first];
                }
            }
        }
        return lowest == Integer.MAX_VALUE ? NOISE : lowest;
    }

    @Override
    public double[] reaches(final int[] sample, final int count) {
        final var places = new int[core.length];
        for (int place = 0; place < places.length; place++) {
            places[grid.rows[place]] = place;
        }
        final var reaches = new double[sample.length];
        context.parallel(Math.ceilDiv(sample.length, ROWS_PER_TASK), task -> {
            final var found = new Nearest(count);
            for (int i = task * ROWS_PER_TASK; i < Math.min(sample.length, (task + 1) * ROWS_PER_TASK); i++) {
                found.clear();
                for (int radius = CellGrid.RADIUS; !grid.offer(places[sample[i]], radius, found); radius *= 2) {
                    found.clear();
                }
                reaches[i] = Math.sqrt(found.last());
            }
        });
        return reaches;
    }
}
