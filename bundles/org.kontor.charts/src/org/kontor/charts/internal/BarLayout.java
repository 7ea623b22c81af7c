// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.kontor.charts.BarChart;
import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;
import org.kontor.charts.ValueFormat;

/** Where everything of a bar chart goes. */
final class BarLayout {

    private static final int MOST_DIRECT = 20;

    private final Pen pen;
    private final Words words;
    private final BarChart chart;
    private final Box body;
    private final boolean horizontal;
    private boolean direct;
    private boolean upperTitle;
    private boolean lowerTitle;
    private ValueScale scale;
    private Box plot;
    private double labelWidth;
    private int labelLines = 1;
    private int labelStride = 1;

    private BarLayout(final Pen pen, final Words words, final BarChart chart, final Box body) {
        this.pen = pen;
        this.words = words;
        this.chart = chart;
        this.body = body;
        this.horizontal = chart.arrangement().isHorizontal();
    }

    static BarLayout of(final Pen pen, final Words words, final BarChart chart, final Box body) {
        final var layout = new BarLayout(pen, words, chart, body);
        final var titles = chart.titles();
        final boolean tall = body.height() > pen.em() * 11;
        layout.upperTitle = tall && !(titles.value().isEmpty() && (titles.domain().isEmpty() || !layout.horizontal));
        layout.lowerTitle = tall && !layout.horizontal && !titles.domain().isEmpty();
        if (layout.horizontal) {
            layout.arrangeRows();
        } else {
            layout.arrangeColumns();
        }
        return layout;
    }

    private double top() {
        return body.y() + (upperTitle ? pen.em() * 1.9 : 0);
    }

    private double bottom() {
        return body.bottom() - (lowerTitle ? pen.em() * 1.7 : 0);
    }

    private void arrangeRows() {
        final double em = pen.em();
        final int count = chart.categories().size();
        final double slot = Math.max(1, bottom() - top()) / count;
        final double bar = slot * 0.65 / (chart.arrangement().isStacked() ? 1 : Math.max(1, chart.series().size()));
        direct = isDirectPossible() && bar >= em * 0.9;
        labelStride = (int) Math.max(1, Math.ceil(em * 1.25 / slot));
        labelLines = slot > em * 2.9 ? 2 : 1;
        labelWidth = Math.min(Math.ceil(longestLabel()) + 1, body.width() * 0.34);
        if (body.width() < em * 12) {
            labelWidth = 0;
        }
        final double left = body.x() + (labelWidth == 0 ? 0 : labelWidth + em * 0.8);
        if (direct) {
            final double before = numberWidth(true);
            final double after = numberWidth(false);
            plot = box(left + before, top(), body.right() - after, bottom());
            scale = exactScale();
        } else {
            final double numbers = em * 1.8;
            scale = niceScale((body.right() - left) / (em * 6.5));
            final double edge = tickWidth(scale) / 2;
            plot = box(left, top(), body.right() - edge, bottom() - numbers);
        }
    }

    private void arrangeColumns() {
        final double em = pen.em();
        final int count = chart.categories().size();
        final double slotBefore = body.width() / count;
        final double bar = slotBefore * 0.7 / (chart.arrangement().isStacked() ? 1 : Math.max(1, chart.series().size()));
        direct = isDirectPossible() && bar * 1.25 >= longestNumber() && body.height() > em * 7;
        double gutter = 0;
        if (!direct) {
            scale = niceScale((bottom() - top() - em * 2) / (em * 3.6));
            gutter = tickWidth(scale) + em * 0.7;
        } else {
            scale = exactScale();
        }
        final double left = body.x() + gutter;
        final double slot = Math.max(1, body.right() - left) / count;
        labelWidth = slot - em * 0.4;
        final double readable = Math.min(longestLabel(), em * 4);
        labelStride = labelWidth >= readable ? 1 : (int) Math.ceil((readable + em * 0.4) / slot);
        labelWidth = slot * labelStride - em * 0.4;
        labelLines = body.height() > em * 12 ? mostLines() : 1;
        final double above = direct ? (hasSign(1) || !hasSign(-1) ? em * 1.5 : 0) : em * 0.5;
        final double below = (direct && hasSign(-1) ? em * 1.5 : 0) + em * 0.5 + labelLines * lineHeight();
        plot = box(left, top() + above, body.right(), bottom() - below);
    }

    private static Box box(final double left, final double top, final double right, final double bottom) {
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private int mostLines() {
        int most = 1;
        for (final var category : chart.categories()) {
            most = Math.max(most, pen.type().wrap(category.label(), Typeface.Style.BODY, labelWidth, 2).size());
        }
        return most;
    }

    private boolean isDirectPossible() {
        final int bars = chart.categories().size() * chart.series().size();
        final boolean adds = chart.arrangement().isStacked() && chart.series().size() > 1;
        return !adds && bars <= MOST_DIRECT * Math.max(1, horizontal ? 2 : 1);
    }

    private List<BigDecimal> values() {
        return chart.series().stream().flatMap(row -> row.values().stream()).filter(Objects::nonNull).toList();
    }

    private boolean hasSign(final int sign) {
        return values().stream().anyMatch(value -> value.signum() == sign);
    }

    private double longestLabel() {
        return chart.categories().stream().mapToDouble(category -> pen.type().width(category.label(), Typeface.Style.BODY)).max()
                .orElse(0);
    }

    private double longestNumber() {
        return values().stream().mapToDouble(value -> pen.type().width(words.brief(chart.format(), value), Typeface.Style.BODY)).max()
                .orElse(0);
    }

    private double numberWidth(final boolean negative) {
        return values().stream().filter(value -> value.signum() < 0 == negative)
                .mapToDouble(value -> pen.type().width(words.brief(chart.format(), value), Typeface.Style.BODY) + pen.em() * 0.6).max()
                .orElse(0);
    }

    private double tickWidth(final ValueScale ticks) {
        return ticks.ticks().stream()
                .mapToDouble(tick -> pen.type().width(chart.format().tick(tick, ticks.step(), words.locale()), Typeface.Style.SMALL)).max()
                .orElse(0);
    }

    private ValueScale exactScale() {
        final var least = extreme(true).min(BigDecimal.ZERO);
        final var most = extreme(false).max(BigDecimal.ZERO);
        return least.compareTo(most) == 0 ? new ValueScale(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE)
                : new ValueScale(least, most, most.subtract(least));
    }

    private ValueScale niceScale(final double mostTicks) {
        return ValueScale.of(extreme(true), extreme(false), (int) Math.clamp(mostTicks, 1, 8),
                chart.format().kind() == ValueFormat.Kind.COUNT);
    }

    /** The smallest or largest value; that of the sums where bars are stacked, losses to one side and gains to the other. */
    private BigDecimal extreme(final boolean smallest) {
        var extreme = BigDecimal.ZERO;
        for (int column = 0; column < chart.categories().size(); column++) {
            var sum = BigDecimal.ZERO;
            for (final var row : chart.series()) {
                final var value = row.values().get(column);
                if (value == null || value.signum() < 0 != smallest) {
                    continue;
                }
                sum = chart.arrangement().isStacked() ? sum.add(value) : smallest ? sum.min(value) : sum.max(value);
            }
            extreme = smallest ? extreme.min(sum) : extreme.max(sum);
        }
        return extreme;
    }

    Box body() {
        return body;
    }

    Box plot() {
        return plot;
    }

    ValueScale scale() {
        return scale;
    }

    boolean isDirect() {
        return direct;
    }

    boolean hasUpperTitle() {
        return upperTitle;
    }

    boolean hasLowerTitle() {
        return lowerTitle;
    }

    /** The room of one category along its axis. */
    double slot() {
        return (horizontal ? plot.height() : plot.width()) / chart.categories().size();
    }

    int labelStride() {
        return labelStride;
    }

    double lineHeight() {
        return pen.em() * 1.4;
    }

    double labelRight() {
        return body.x() + labelWidth;
    }

    double labelTop() {
        return bottom() - labelLines * lineHeight();
    }

    List<String> labelLines(final int category) {
        return labelWidth <= 0 ? List.of()
                : pen.type().wrap(chart.categories().get(category).label(), Typeface.Style.BODY, labelWidth, labelLines);
    }

    BigDecimal value(final ChartElement element) {
        for (int column = 0; column < chart.categories().size(); column++) {
            if (chart.categories().get(column).key().equals(element.key())) {
                for (final var row : chart.series()) {
                    if (row.key().equals(element.series())) {
                        return row.values().get(column);
                    }
                }
            }
        }
        throw new IllegalArgumentException(element.key() + ", " + element.series());
    }
}
