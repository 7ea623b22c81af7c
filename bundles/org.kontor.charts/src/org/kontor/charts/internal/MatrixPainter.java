// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.MatrixChart;
import org.kontor.charts.Rgb;

/** Paints cells with JFreeChart, the numbers in them where there is room, and the scale of the colours. */
final class MatrixPainter {

    private static final double GAP = 2;
    /** So many letter widths at most have labels that are not wrapped or turned. */
    private static final double BRIEF = 2.6;
    private static final double FAINTEST = 0.06;
    private static final int SAMPLES = 9;

    private final Pen pen;
    private final Words words;
    private final MatrixChart chart;
    private final Box body;
    private final double em;
    private final double least;
    private final double most;

    MatrixPainter(final Pen pen, final Words words, final MatrixChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        this.body = body;
        this.em = pen.em();
        final double low = chart.extreme(true).doubleValue();
        final double high = chart.extreme(false).doubleValue();
        final double far = Math.max(Math.abs(low), Math.abs(high));
        this.least = chart.signed() ? -far : Math.min(0, low);
        this.most = chart.signed() ? far : high;
    }

    List<ChartElement> paint() {
        final boolean tall = body.height() > em * 11;
        final double longest = chart.rows().stream().mapToDouble(row -> pen.type().width(row.label(), Typeface.Style.BODY)).max().orElse(0);
        final double heading = Math.min(pen.type().width(chart.titles().rows(), Typeface.Style.SMALL), body.width() * 0.2);
        final double labels = body.width() < em * 12 ? 0 : Math.min(Math.ceil(Math.max(longest, heading)) + 1, body.width() * 0.3);
        final double left = body.x() + (labels == 0 ? 0 : labels + em * 0.8);
        final double width = body.right() - left;
        final double slot = width / chart.columns().size();
        final boolean brief = longestColumn() <= em * BRIEF;
        final boolean upwards = !brief && slot < em * 7 && isCut(slot - em * 0.4);
        final int lines = upwards ? 0 : brief ? 1 : mostLines(slot - em * 0.4);
        final double below = upwards ? Math.min(Math.min(longestColumn(), em * 9) + em * 0.6, body.height() * 0.35) : lines * em * 1.35 + em * 0.4;
        final double top = body.y() + (tall ? em * 2 : 0);
        final double title = tall && !chart.titles().columns().isEmpty() ? em * 1.6 : 0;
        final var plot = new Rectangle2D.Double(left, top, width, body.bottom() - title - below - top);
        if (plot.width < 8 || plot.height < 8) {
            return List.of();
        }
        paintBlocks(plot);
        paintRowLabels(plot, labels);
        if (brief) {
            paintBriefLabels(plot);
        } else {
            paintColumnLabels(plot, upwards, lines, below);
        }
        if (tall) {
            paintTop(plot, labels);
        }
        if (title > 0) {
            pen.text(pen.type().fit(chart.titles().columns(), Typeface.Style.SMALL, width), plot.getCenterX(), body.bottom() - em * 0.6,
                    TextAnchor.MIDDLE, Typeface.Style.SMALL, pen.theme().muted());
        }
        final var elements = elements(plot);
        paintNumbers(plot);
        return elements;
    }

    private double longestColumn() {
        return chart.columns().stream().mapToDouble(column -> pen.type().width(column.label(), Typeface.Style.SMALL)).max().orElse(0);
    }

    /** Whether some name of a column would lose letters in lines of a width. */
    private boolean isCut(final double width) {
        return chart.columns().stream().anyMatch(column -> {
            final var lines = pen.type().wrap(column.label(), Typeface.Style.SMALL, width, 3);
            return lines.stream().anyMatch(line -> !column.label().contains(line));
        });
    }

    private int mostLines(final double width) {
        return chart.columns().stream().mapToInt(column -> pen.type().wrap(column.label(), Typeface.Style.SMALL, width, 3).size()).max().orElse(1);
    }

    private Rgb colour(final double value) {
        final var background = pen.theme().background();
        final double far = most - least == 0 ? 1 : chart.signed() ? most : most - least;
        final double share = far == 0 ? 0 : chart.signed() ? Math.abs(value) / far : (value - least) / far;
        final var strong = pen.theme().palette().get(chart.signed() && value < 0 && pen.theme().palette().size() > 1 ? 1 : 0);
        return background.mix(strong, FAINTEST + (1 - FAINTEST) * Math.clamp(share, 0, 1));
    }

    /** The readable colour for a text on a cell. */
    private Rgb on(final Rgb cell) {
        return List.of(pen.theme().foreground(), pen.theme().background(), Rgb.BLACK, Rgb.WHITE).stream()
                .filter(colour -> colour.contrast(cell) >= 4.5).findFirst().orElse(cell.isDark() ? Rgb.WHITE : Rgb.BLACK);
    }

    private void paintBlocks(final Rectangle2D.Double plot) {
        final int rows = chart.rows().size();
        final int columns = chart.columns().size();
        final var known = new ArrayList<double[]>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                final var value = chart.rows().get(row).values().get(column);
                if (value == null) {
                    final var cell = cell(plot, row, column);
                    pen.draw(new Rectangle2D.Double(cell.x() + 0.5, cell.y() + 0.5, Math.max(0, cell.width() - 1), Math.max(0, cell.height() - 1)),
                            pen.theme().grid(), 1);
                } else {
                    known.add(new double[] {column, row, value.doubleValue()});
                }
            }
        }
        final var data = new double[3][known.size()];
        for (int index = 0; index < known.size(); index++) {
            for (int axis = 0; axis < 3; axis++) {
                data[axis][index] = known.get(index)[axis];
            }
        }
        final var dataset = new DefaultXYZDataset();
        dataset.addSeries(new Slot(0), data);
        final var renderer = new XYBlockRenderer();
        // the renderer also draws an outline of one pixel
        renderer.setBlockWidth(Math.max(0.2, 1 - (gap(plot.width / columns) + 1) * columns / plot.width));
        renderer.setBlockHeight(Math.max(0.2, 1 - (gap(plot.height / rows) + 1) * rows / plot.height));
        renderer.setPaintScale(new Colours());
        final var across = axis(columns);
        final var down = axis(rows);
        down.setInverted(true);
        final var painted = new XYPlot(dataset, across, down, renderer);
        PlotStyle.bare(painted);
        painted.draw(pen.graphics(), plot, null, null, null);
    }

    private static double gap(final double slot) {
        return slot > 12 ? GAP : slot > 5 ? 1 : 0;
    }

    private static NumberAxis axis(final int count) {
        final var axis = new NumberAxis();
        axis.setAutoRange(false);
        axis.setRange(-0.5, count - 0.5);
        axis.setTickUnit(new NumberTickUnit(Math.max(1, count)), true, false);
        return axis;
    }

    private Box cell(final Rectangle2D.Double plot, final int row, final int column) {
        final double width = plot.width / chart.columns().size();
        final double height = plot.height / chart.rows().size();
        final double gapX = gap(width);
        final double gapY = gap(height);
        return new Box(plot.x + column * width + gapX / 2, plot.y + row * height + gapY / 2, Math.max(0, width - gapX), Math.max(0, height - gapY));
    }

    private void paintRowLabels(final Rectangle2D.Double plot, final double width) {
        final double slot = plot.height / chart.rows().size();
        final int stride = (int) Math.max(1, Math.ceil(em * 1.25 / slot));
        for (int row = 0; row < chart.rows().size(); row += stride) {
            final var lines = pen.type().wrap(chart.rows().get(row).label(), Typeface.Style.BODY, width, slot > em * 2.9 ? 2 : 1);
            for (int line = 0; line < lines.size() && width > 0; line++) {
                pen.text(lines.get(line), body.x() + width, plot.y + (row + 0.5) * slot + (line - (lines.size() - 1) / 2.0) * em * 1.35,
                        TextAnchor.END, Typeface.Style.BODY, pen.theme().foreground());
            }
        }
    }

    /** Numbers and the like stand whole and level; where there is no room for each, every second or third tells as much. */
    private void paintBriefLabels(final Rectangle2D.Double plot) {
        final double slot = plot.width / chart.columns().size();
        final int stride = (int) Math.max(1, Math.ceil((longestColumn() + em * 0.4) / slot));
        for (int column = 0; column < chart.columns().size(); column += stride) {
            pen.text(chart.columns().get(column).label(), plot.x + (column + 0.5) * slot, plot.getMaxY() + em * 0.95, TextAnchor.MIDDLE,
                    Typeface.Style.SMALL, pen.theme().foreground());
        }
    }

    private void paintColumnLabels(final Rectangle2D.Double plot, final boolean upwards, final int mostLines, final double below) {
        final double slot = plot.width / chart.columns().size();
        final int stride = upwards ? (int) Math.max(1, Math.ceil(em * 1.25 / slot)) : 1;
        for (int column = 0; column < chart.columns().size(); column += stride) {
            final var label = chart.columns().get(column).label();
            final double x = plot.x + (column + 0.5) * slot;
            if (upwards) {
                pen.textUpwards(pen.type().fit(label, Typeface.Style.SMALL, below - em * 0.6), x, plot.getMaxY() + em * 0.4,
                        Typeface.Style.SMALL, pen.theme().foreground());
                continue;
            }
            final var lines = pen.type().wrap(label, Typeface.Style.SMALL, slot - em * 0.4, mostLines);
            for (int line = 0; line < lines.size(); line++) {
                pen.text(lines.get(line), x, plot.getMaxY() + em * (0.95 + 1.35 * line), TextAnchor.MIDDLE, Typeface.Style.SMALL,
                        pen.theme().foreground());
            }
        }
    }

    /** What the rows are, and how colours read. */
    private void paintTop(final Rectangle2D.Double plot, final double labels) {
        final double y = body.y() + em * 0.6;
        final var small = Typeface.Style.SMALL;
        final var muted = pen.theme().muted();
        pen.text(pen.type().fit(chart.titles().rows(), small, labels), body.x() + labels, y, TextAnchor.END, small, muted);
        final var format = chart.format();
        final var low = words.brief(format, BigDecimal.valueOf(least));
        final var high = words.brief(format, BigDecimal.valueOf(most));
        final double swatch = em * 1.3;
        final double scale = pen.type().width(low, small) + pen.type().width(high, small) + swatch * SAMPLES + em;
        final double room = plot.width - scale - em;
        if (room < 0) {
            return;
        }
        pen.text(pen.type().fit(chart.titles().value(), small, room), plot.x, y, TextAnchor.START, small, muted);
        double x = plot.getMaxX() - scale + em * 0.5 + pen.type().width(low, small);
        pen.text(low, x - em * 0.5, y, TextAnchor.END, small, muted);
        for (int sample = 0; sample < SAMPLES; sample++) {
            final double value = least + (most - least) * sample / (SAMPLES - 1);
            pen.fill(new Box(x, y - em * 0.42, swatch + 0.5, em * 0.84), colour(value));
            x += swatch;
        }
        pen.text(high, x + em * 0.5, y, TextAnchor.START, small, muted);
    }

    private void paintNumbers(final Rectangle2D.Double plot) {
        final var style = style(cell(plot, 0, 0));
        if (style == null) {
            return;
        }
        for (int row = 0; row < chart.rows().size(); row++) {
            for (int column = 0; column < chart.columns().size(); column++) {
                final var value = chart.rows().get(row).values().get(column);
                if (value != null) {
                    final var cell = cell(plot, row, column);
                    pen.text(words.brief(chart.format(), value), cell.centreX(), cell.centreY(), TextAnchor.MIDDLE, style,
                            on(colour(value.doubleValue())));
                }
            }
        }
    }

    /** The size in which all numbers fit, so that either all are there or none; null for none. */
    private Typeface.Style style(final Box cell) {
        for (final var style : List.of(Typeface.Style.BODY, Typeface.Style.SMALL, Typeface.Style.TINY)) {
            final double widest = chart.rows().stream().flatMap(row -> row.values().stream()).filter(Objects::nonNull)
                    .mapToDouble(value -> pen.type().width(words.brief(chart.format(), value), style)).max().orElse(0);
            if (widest + em * 0.3 <= cell.width() && pen.type().size(style) * 1.15 <= cell.height()) {
                return style;
            }
        }
        return null;
    }

    private List<ChartElement> elements(final Rectangle2D.Double plot) {
        final var elements = new ArrayList<ChartElement>();
        for (int row = 0; row < chart.rows().size(); row++) {
            final var series = chart.rows().get(row);
            for (int column = 0; column < chart.columns().size(); column++) {
                final var value = series.values().get(column);
                if (value != null) {
                    final var category = chart.columns().get(column);
                    final var cell = cell(plot, row, column);
                    elements.add(new ChartElement(category.key(), series.key(), words.text("element.series", series.label(), category.label()),
                            words.exact(chart.format(), value), cell, cell));
                }
            }
        }
        return elements;
    }

    /** Colours as JFreeChart asks for them. */
    private final class Colours implements PaintScale {

        @Override
        public double getLowerBound() {
            return least;
        }

        @Override
        public double getUpperBound() {
            return most;
        }

        @Override
        public Paint getPaint(final double value) {
            return Pen.awt(colour(value));
        }
    }
}
