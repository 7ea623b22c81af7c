// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Lines over an axis of numbers or days, with bounds around them and positions that are pointed out: an elbow, a curve of a test, a
 * forecast with its intervals. A spot without a value leaves a gap.
 *
 * @param heading   what stands over it
 * @param titles    what the axes measure
 * @param positions what the positions are
 * @param format    how the values are written
 * @param curves    the lines, no two with one key
 * @param marks     positions worth pointing out
 * @since 0.1
 */
public record CurveChart(Heading heading, AxisTitles titles, Positions positions, ValueFormat format, List<Curve> curves,
        List<Mark> marks) implements Chart {

    /**
     * A place on a line.
     *
     * @param position where, finite
     * @param value    how high; {@code NaN} for a gap
     * @param lower    the lower bound; {@code NaN} where there is none
     * @param upper    the upper bound; {@code NaN} where there is none
     */
    public record Spot(double position, double value, double lower, double upper) {

        public Spot {
            if (!Double.isFinite(position)) {
                throw new IllegalArgumentException("position " + position);
            }
        }

        /**
         * A place without bounds.
         *
         * @param position where, finite
         * @param value    how high; {@code NaN} for a gap
         * @return the place
         */
        public static Spot of(final double position, final double value) {
            return new Spot(position, value, Double.NaN, Double.NaN);
        }

        /**
         * Whether the line goes through here.
         *
         * @return false for a gap
         */
        public boolean isKnown() {
            return Double.isFinite(value);
        }

        /**
         * Whether there are bounds.
         *
         * @return true for two finite bounds
         */
        public boolean isBounded() {
            return Double.isFinite(lower) && Double.isFinite(upper);
        }
    }

    /**
     * A line.
     *
     * @param key       what the caller knows it by
     * @param label     its name in the legend
     * @param colour    what its colour says
     * @param projected a forecast or plan, painted dashed
     * @param spots     its places by rising position
     * @param coverage  the probability that the truth lies within the bounds, 0 to 1; {@code NaN} where there are none
     */
    public record Curve(String key, String label, ColourRole colour, boolean projected, List<Spot> spots, double coverage) {

        public Curve {
            Objects.requireNonNull(key);
            Objects.requireNonNull(colour);
            label = Labels.clean(label);
            spots = List.copyOf(spots);
            for (int index = 1; index < spots.size(); index++) {
                if (spots.get(index).position() < spots.get(index - 1).position()) {
                    throw new IllegalArgumentException(key + " turns back at " + spots.get(index).position());
                }
            }
        }

        Series legend() {
            return new Series(key, label, colour, projected, List.of());
        }

        boolean isBounded() {
            return spots.stream().anyMatch(Spot::isBounded);
        }
    }

    /**
     * A position that is pointed out.
     *
     * @param position where, finite
     * @param label    why
     */
    public record Mark(double position, String label) {

        public Mark {
            label = Labels.clean(label);
            if (!Double.isFinite(position)) {
                throw new IllegalArgumentException("position " + position);
            }
        }
    }

    public CurveChart {
        Objects.requireNonNull(heading);
        Objects.requireNonNull(titles);
        Objects.requireNonNull(positions);
        Objects.requireNonNull(format);
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        Labels.requireDistinct(curves.stream().map(Curve::key));
    }

    @Override
    public boolean isEmpty() {
        return curves.stream().allMatch(curve -> curve.spots().stream().noneMatch(Spot::isKnown));
    }

    /**
     * The lines as rows of a legend.
     *
     * @return a series without values for each line
     */
    public List<Series> legend() {
        return curves.stream().map(Curve::legend).toList();
    }

    @Override
    public ChartTable table(final Locale locale) {
        final var columns = new ArrayList<ChartTable.Column>();
        columns.add(positions.column(titles.domain()));
        final var lines = new TreeMap<Double, List<ChartTable.Cell>>();
        for (final var curve : curves) {
            final int first = columns.size();
            columns.add(new ChartTable.Column(curves.size() == 1 && !titles.value().isEmpty() ? titles.value() : curve.label(), format));
            if (curve.isBounded()) {
                columns.add(new ChartTable.Column(Messages.TEXTS.get(locale, "curve.lower", curve.label()), format));
                columns.add(new ChartTable.Column(Messages.TEXTS.get(locale, "curve.upper", curve.label()), format));
            }
            for (final var spot : curve.spots()) {
                final var cells = lines.computeIfAbsent(spot.position(), at -> new ArrayList<>(List.of(positions.cell(at))));
                fill(cells, first);
                cells.add(cell(spot.value()));
                if (curve.isBounded()) {
                    cells.add(cell(spot.lower()));
                    cells.add(cell(spot.upper()));
                }
            }
        }
        lines.values().forEach(cells -> {
            fill(cells, columns.size());
            cells.subList(columns.size(), cells.size()).clear();
        });
        return new ChartTable(heading.title(), columns, List.copyOf(lines.values()));
    }

    private static void fill(final List<ChartTable.Cell> cells, final int width) {
        while (cells.size() < width) {
            cells.add(ChartTable.Cell.EMPTY);
        }
    }

    private static ChartTable.Cell cell(final double value) {
        return Double.isFinite(value) ? ChartTable.Cell.of(BigDecimal.valueOf(value)) : ChartTable.Cell.EMPTY;
    }
}
