// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.math.BigDecimal;
import java.util.List;

import org.kontor.charts.Box;
import org.kontor.charts.FunnelChart;
import org.kontor.charts.FunnelChart.Stage;
import org.kontor.charts.ValueFormat;

/** Where everything of a funnel goes. Computed before anything is painted; the bars' widths are exactly proportional to the counts. */
final class FunnelLayout {

    /** A funnel of a few stages does not become a poster. */
    private static final double WIDEST_PITCH = 11;
    /** The height, in ems, in which a share can be read between two bars. */
    private static final double PASSAGE = 1.5;
    private static final double WIDE_LABELS = 0.34;
    private static final double NARROW_LABELS = 0.27;

    /** A column of texts; one without a width is not shown. */
    record Column(double left, double width) {

        static final Column NONE = new Column(0, 0);

        boolean isShown() {
            return width > 0;
        }

        double right() {
            return left + width;
        }
    }

    private final Box body;
    private final double em;
    private final List<Stage> stages;
    private final Column labels;
    private final Column bars;
    private final Column counts;
    private final Column amounts;
    private final Column conversions;
    private final double headerHeight;
    private final double pitch;
    private final double barHeight;
    private final int labelLines;
    private final long largest;

    private FunnelLayout(final Box body, final double em, final List<Stage> stages, final Columns columns, final Rows rows) {
        this.body = body;
        this.em = em;
        this.stages = stages;
        this.labels = columns.labels;
        this.bars = columns.bars;
        this.counts = columns.counts;
        this.amounts = columns.amounts;
        this.conversions = columns.conversions;
        this.headerHeight = rows.headerHeight;
        this.pitch = rows.pitch;
        this.barHeight = rows.barHeight;
        this.labelLines = rows.labelLines(em);
        this.largest = stages.stream().mapToLong(Stage::count).max().orElse(0);
    }

    private record Columns(Column labels, Column bars, Column counts, Column amounts, Column conversions) {
    }

    private record Rows(double headerHeight, double pitch, double barHeight) {

        static Rows of(final double height, final double em, final int stages) {
            final double headerHeight = height / stages > em * 1.9 && height > em * 9 ? em * 2.1 : 0;
            final double pitch = Math.min(em * WIDEST_PITCH, (height - headerHeight) / stages);
            final double wanted = Math.min(em * 6, pitch * 0.58);
            final double passage = em * PASSAGE;
            final double barHeight = pitch - wanted >= passage ? wanted
                    : pitch >= passage + em * 1.1 ? pitch - passage
                    : Math.max(pitch * 0.6, pitch - Math.max(2, em * 0.4));
            // the last row has no passage below it, so the others share what that would take
            final double spread = stages == 1 ? pitch
                    : Math.min(em * WIDEST_PITCH, (height - headerHeight - barHeight) / (stages - 1.0));
            return new Rows(headerHeight, Math.max(pitch, spread), barHeight);
        }

        int labelLines(final double em) {
            return pitch >= em * 3.2 ? 2 : 1;
        }

        boolean textFits(final double em) {
            return pitch - barHeight >= em * PASSAGE - 0.01;
        }
    }

    static FunnelLayout of(final Pen pen, final Words words, final FunnelChart chart, final Box body) {
        final double em = pen.em();
        final var rows = Rows.of(body.height(), em, chart.stages().size());
        return new FunnelLayout(body, em, chart.stages(), columns(pen, words, chart, body, rows), rows);
    }

    private static Columns columns(final Pen pen, final Words words, final FunnelChart chart, final Box body, final Rows rows) {
        final double em = pen.em();
        final double gap = em * 1.4;
        final boolean readable = rows.pitch >= em * 1.15;
        final boolean headers = rows.headerHeight > 0;
        final var type = pen.type();
        double count = 0;
        double amount = 0;
        double conversion = 0;
        double label = 0;
        for (final var stage : chart.stages()) {
            label = Math.max(label, type.width(stage.label(), Typeface.Style.BODY));
            count = Math.max(count, type.width(words.brief(ValueFormat.count(), BigDecimal.valueOf(stage.count())),
                    Typeface.Style.STRONG));
            if (stage.amount() != null) {
                amount = Math.max(amount, type.width(words.brief(chart.amountFormat(), stage.amount()), Typeface.Style.BODY));
            }
            if (stage.conversion() != null && !rows.textFits(em)) {
                conversion = Math.max(conversion, type.width(words.brief(ValueFormat.percent(), stage.conversion()),
                        Typeface.Style.BODY));
            }
        }
        if (headers) {
            label = Math.max(label, type.width(chart.titles().stage(), Typeface.Style.SMALL));
            count = Math.max(count, type.width(chart.titles().count(), Typeface.Style.SMALL));
            amount = amount == 0 ? 0 : Math.max(amount, type.width(chart.titles().amount(), Typeface.Style.SMALL));
            conversion = conversion == 0 ? 0 : Math.max(conversion, type.width(words.text("header.goes.on"), Typeface.Style.SMALL));
        }
        final double leastBars = Math.max(em * 5, body.width() * 0.3);
        final double narrow = rows.labelLines(em) > 1 ? NARROW_LABELS : WIDE_LABELS;
        label = readable ? Math.min(Math.ceil(label) + 1, body.width() * narrow) : 0;
        count = readable ? Math.ceil(count) : 0;
        amount = readable ? Math.ceil(amount) : 0;
        conversion = readable ? Math.ceil(conversion) : 0;
        if (room(body, gap, label, count, amount, conversion) < leastBars) {
            conversion = 0;
        }
        if (room(body, gap, label, count, amount, conversion) < leastBars) {
            label = Math.max(Math.min(label, em * 6), label - leastBars + room(body, gap, label, count, amount, conversion));
        }
        if (room(body, gap, label, count, amount, conversion) < leastBars) {
            amount = 0;
        }
        if (room(body, gap, label, count, amount, conversion) < leastBars) {
            label = label < em * 3 || body.width() < em * 12 ? 0 : Math.min(label, body.width() * WIDE_LABELS);
        }
        if (room(body, gap, label, count, amount, conversion) < leastBars) {
            count = 0;
        }
        double right = body.right();
        final var amounts = column(right, amount);
        right -= amount == 0 ? 0 : amount + gap;
        final var counts = column(right, count);
        right -= count == 0 ? 0 : count + gap;
        final var conversions = column(right, conversion);
        right -= conversion == 0 ? 0 : conversion + gap;
        final double left = body.x() + (label == 0 ? 0 : label + gap);
        return new Columns(label == 0 ? Column.NONE : new Column(body.x(), label), new Column(left, Math.max(1, right - left)), counts,
                amounts, conversions);
    }

    private static Column column(final double right, final double width) {
        return width == 0 ? Column.NONE : new Column(right - width, width);
    }

    private static double room(final Box body, final double gap, final double... columns) {
        double room = body.width();
        for (final double column : columns) {
            room -= column == 0 ? 0 : column + gap;
        }
        return room;
    }

    Column labels() {
        return labels;
    }

    Column counts() {
        return counts;
    }

    Column amounts() {
        return amounts;
    }

    Column conversions() {
        return conversions;
    }

    int labelLines() {
        return labelLines;
    }

    boolean hasHeaders() {
        return headerHeight > 0;
    }

    double headerY() {
        return body.y() + em * 0.7;
    }

    boolean hasPassageText() {
        return pitch - barHeight >= em * PASSAGE - 0.01;
    }

    Box bar(final int index) {
        final double width = largest == 0 ? 0 : bars.width() * stages.get(index).count() / largest;
        final double centre = bars.left() + bars.width() / 2;
        return new Box(centre - width / 2, body.y() + headerHeight + index * pitch, width, barHeight);
    }

    /** The whole row from the names to the amounts: even a stage without anything can be pointed at. */
    Box row(final int index) {
        final double above = index == 0 ? 0 : (pitch - barHeight) / 2;
        final double below = index == stages.size() - 1 ? 0 : (pitch - barHeight) / 2;
        return new Box(body.x(), bar(index).y() - above, body.width(), barHeight + above + below);
    }
}
