// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.entity.StandardEntityCollection;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

import org.kontor.charts.BarChart;
import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;

/** Paints bars with JFreeChart and the texts around them. Few bars carry their numbers themselves and need no value axis. */
final class BarPainter {

    private final Pen pen;
    private final Words words;
    private final BarChart chart;
    private final BarLayout layout;
    private final boolean horizontal;
    private final boolean stacked;

    BarPainter(final Pen pen, final Words words, final BarChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        this.horizontal = chart.arrangement().isHorizontal();
        this.stacked = chart.arrangement().isStacked() && chart.series().size() > 1;
        this.layout = BarLayout.of(pen, words, chart, body);
    }

    List<ChartElement> paint() {
        final var plotArea = layout.plot();
        if (plotArea.width() < 4 || plotArea.height() < 4) {
            return List.of();
        }
        final var area = new Rectangle2D.Double(plotArea.x(), plotArea.y(), plotArea.width(), plotArea.height());
        final var axis = valueAxis();
        final var plot = new CategoryPlot(dataset(), categoryAxis(), axis, renderer());
        plot.setOrientation(horizontal ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        PlotStyle.bare(plot);
        if (!layout.isDirect()) {
            paintTicks(axis, area, plot);
        }
        final var entities = new StandardEntityCollection();
        plot.draw(pen.graphics(), area, null, null, new PlotRenderingInfo(new ChartRenderingInfo(entities)));
        paintZero(axis.valueToJava2D(0, area, plot.getRangeAxisEdge()));
        paintTitles();
        paintLabels();
        final var elements = elements(entities);
        if (layout.isDirect()) {
            elements.forEach(this::paintNumber);
        }
        return elements;
    }

    private DefaultCategoryDataset dataset() {
        final var dataset = new DefaultCategoryDataset();
        for (int row = 0; row < chart.series().size(); row++) {
            for (int column = 0; column < chart.categories().size(); column++) {
                dataset.addValue(chart.series().get(row).values().get(column), new Slot(row), new Slot(column));
            }
        }
        return dataset;
    }

    private CategoryAxis categoryAxis() {
        final int count = chart.categories().size();
        final double air = chart.series().size() > 1 && !stacked ? 0.25 : 0.35;
        final var axis = new CategoryAxis();
        axis.setCategoryMargin(air * (count - 1) / count);
        axis.setLowerMargin(air / 2 / count);
        axis.setUpperMargin(air / 2 / count);
        return axis;
    }

    private NumberAxis valueAxis() {
        final var axis = new NumberAxis();
        final var scale = layout.scale();
        axis.setAutoRange(false);
        axis.setRange(scale.lower().doubleValue(), scale.upper().doubleValue());
        axis.setTickUnit(new NumberTickUnit(scale.step().doubleValue()), true, false);
        return axis;
    }

    private BarRenderer renderer() {
        final var renderer = stacked ? new StackedBarRenderer() : new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(stacked);
        renderer.setDefaultOutlinePaint(Pen.awt(pen.theme().background()));
        renderer.setDefaultOutlineStroke(new BasicStroke(1));
        final double along = horizontal ? layout.plot().height() : layout.plot().width();
        renderer.setMaximumBarWidth(Math.min(1, pen.em() * (horizontal ? 2.2 : 5) / along));
        final int series = chart.series().size();
        if (!stacked && series > 1) {
            renderer.setItemMargin(Math.min(0.1, 2.0 * chart.categories().size() * (series - 1) / along));
        }
        for (int row = 0; row < series; row++) {
            renderer.setSeriesPaint(row, Pen.awt(PlotStyle.barColour(pen, chart.series().get(row), row)));
        }
        return renderer;
    }

    private void paintTicks(final NumberAxis axis, final Rectangle2D area, final CategoryPlot plot) {
        for (final var tick : layout.scale().ticks()) {
            final double at = axis.valueToJava2D(tick.doubleValue(), area, plot.getRangeAxisEdge());
            final var text = chart.format().tick(tick, layout.scale().step(), words.locale());
            if (horizontal) {
                pen.down(at, area.getY(), area.getMaxY(), pen.theme().grid());
                pen.text(text, at, area.getMaxY() + pen.em(), TextAnchor.MIDDLE, Typeface.Style.SMALL, pen.theme().muted());
            } else {
                pen.across(area.getX(), area.getMaxX(), at, pen.theme().grid());
                pen.text(text, area.getX() - pen.em() * 0.7, at, TextAnchor.END, Typeface.Style.SMALL, pen.theme().muted());
            }
        }
    }

    private void paintZero(final double at) {
        final var plot = layout.plot();
        if (horizontal) {
            pen.down(at, plot.y(), plot.bottom(), pen.theme().muted());
        } else {
            pen.across(plot.x(), plot.right(), at, pen.theme().muted());
        }
    }

    private void paintTitles() {
        final var body = layout.body();
        final var plot = layout.plot();
        final double top = body.y() + pen.em() * 0.7;
        final double bottom = body.bottom() - pen.em() * 0.6;
        if (horizontal) {
            title(layout.hasUpperTitle() ? chart.titles().domain() : "", layout.labelRight(), top, TextAnchor.END,
                    layout.labelRight() - body.x());
            title(layout.hasUpperTitle() ? chart.titles().value() : "", plot.x(), top, TextAnchor.START, body.right() - plot.x());
        } else {
            title(layout.hasUpperTitle() ? chart.titles().value() : "", body.x(), top, TextAnchor.START, body.width());
            title(layout.hasLowerTitle() ? chart.titles().domain() : "", plot.centreX(), bottom, TextAnchor.MIDDLE, plot.width());
        }
    }

    private void title(final String text, final double x, final double y, final TextAnchor anchor, final double width) {
        final var style = Typeface.Style.SMALL;
        pen.text(pen.type().fit(text, style, width), x, y, anchor, style, pen.theme().muted());
    }

    private void paintLabels() {
        final var plot = layout.plot();
        final double slot = layout.slot();
        for (int index = 0; index < chart.categories().size(); index += layout.labelStride()) {
            final double centre = (index + 0.5) * slot;
            final var lines = layout.labelLines(index);
            for (int line = 0; line < lines.size(); line++) {
                if (horizontal) {
                    final double y = plot.y() + centre + (line - (lines.size() - 1) / 2.0) * layout.lineHeight();
                    pen.text(lines.get(line), layout.labelRight(), y, TextAnchor.END, Typeface.Style.BODY, pen.theme().foreground());
                } else {
                    final double y = layout.labelTop() + (line + 0.5) * layout.lineHeight();
                    final double half = pen.type().width(lines.get(line), Typeface.Style.BODY) / 2;
                    final double x = Math.max(layout.body().x() + half, Math.min(plot.x() + centre, layout.body().right() - half));
                    pen.text(lines.get(line), x, y, TextAnchor.MIDDLE, Typeface.Style.BODY, pen.theme().foreground());
                }
            }
        }
    }

    private List<ChartElement> elements(final StandardEntityCollection entities) {
        final var found = new ArrayList<CategoryItemEntity>();
        for (final var entity : entities.getEntities()) {
            if (entity instanceof CategoryItemEntity item) {
                found.add(item);
            }
        }
        found.sort(Comparator.<CategoryItemEntity>comparingInt(item -> ((Slot) item.getColumnKey()).index())
                .thenComparingInt(item -> ((Slot) item.getRowKey()).index()));
        final var elements = new ArrayList<ChartElement>();
        for (final var item : found) {
            elements.add(element(item, ((Slot) item.getColumnKey()).index(), ((Slot) item.getRowKey()).index()));
        }
        return elements;
    }

    private ChartElement element(final CategoryItemEntity item, final int column, final int row) {
        final var bounds = item.getArea().getBounds2D();
        final var mark = new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
        final var category = chart.categories().get(column);
        final var series = chart.series().get(row);
        final var label = chart.series().size() == 1 ? category.label()
                : words.text("element.series", category.label(), series.label());
        final var value = words.exact(chart.format(), series.values().get(column));
        return new ChartElement(category.key(), series.key(), label, value, mark, hitArea(mark, column));
    }

    private Box hitArea(final Box mark, final int column) {
        final var plot = layout.plot();
        final double slot = layout.slot();
        if (stacked) {
            final double growX = Math.max(0, 6 - mark.width()) / 2;
            final double growY = Math.max(0, 6 - mark.height()) / 2;
            return new Box(mark.x() - growX, mark.y() - growY, mark.width() + 2 * growX, mark.height() + 2 * growY);
        }
        final boolean lonely = chart.series().size() == 1;
        if (horizontal) {
            final double top = lonely ? plot.y() + column * slot : mark.y();
            return new Box(layout.body().x(), top, layout.body().width(), lonely ? slot : mark.height());
        }
        final double left = lonely ? plot.x() + column * slot : mark.x();
        return new Box(left, layout.body().y(), lonely ? slot : mark.width(), layout.body().height());
    }

    private void paintNumber(final ChartElement element) {
        final var value = layout.value(element);
        final var text = words.brief(chart.format(), value);
        final var mark = element.mark();
        final boolean negative = value.signum() < 0;
        final var colour = pen.theme().foreground();
        if (horizontal) {
            final double x = negative ? mark.x() - pen.em() * 0.45 : mark.right() + pen.em() * 0.45;
            pen.text(text, x, mark.centreY(), negative ? TextAnchor.END : TextAnchor.START, Typeface.Style.BODY, colour);
        } else {
            final double y = negative ? mark.bottom() + pen.em() * 0.8 : mark.y() - pen.em() * 0.8;
            pen.text(text, mark.centreX(), y, TextAnchor.MIDDLE, Typeface.Style.BODY, colour);
        }
    }
}
