// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BarGeometryTest {

    private static final ChartRenderer RENDERER = new ChartRenderer(ChartTheme.LIGHT, Locale.US);
    private static final ChartSize SIZE = new ChartSize(700, 400);

    private static List<ChartElement> elements(final Chart chart) {
        return RENDERER.image(chart, SIZE, 1).elements();
    }

    @Test
    void columnsAreAsHighAsTheirValues() {
        final var elements = elements(SampleCharts.bars(BarChart.Arrangement.COLUMNS, 100, 50, 25, 0));
        final double full = elements.getFirst().mark().height();
        assertTrue(full > 150, () -> "high " + full);
        assertEquals(full / 2, elements.get(1).mark().height(), 1e-6);
        assertEquals(full / 4, elements.get(2).mark().height(), 1e-6);
        assertEquals(0, elements.get(3).mark().height(), 1e-6);
        assertTrue(elements.get(3).hitArea().height() > 100, "even nothing can be pointed at");
        assertEquals(elements.get(0).mark().bottom(), elements.get(2).mark().bottom(), 1e-6);
    }

    @Test
    void rowsAreAsLongAsTheirValues() {
        final var elements = elements(SampleCharts.bars(BarChart.Arrangement.ROWS, 100, 50, 25));
        final double full = elements.getFirst().mark().width();
        assertEquals(full / 2, elements.get(1).mark().width(), 1e-6);
        assertEquals(full / 4, elements.get(2).mark().width(), 1e-6);
        assertTrue(elements.get(1).mark().y() > elements.get(0).mark().bottom(), "in the order given, from above");
    }

    @Test
    void lossesGoTheOtherWayFromTheSameLine() {
        final var columns = elements(SampleCharts.bars(BarChart.Arrangement.COLUMNS, 100, -50));
        assertEquals(columns.get(0).mark().bottom(), columns.get(1).mark().y(), 1e-6);
        assertEquals(columns.get(0).mark().height() / 2, columns.get(1).mark().height(), 1e-6);
        final var rows = elements(SampleCharts.bars(BarChart.Arrangement.ROWS, 100, -50));
        assertEquals(rows.get(0).mark().x(), rows.get(1).mark().right(), 1e-6);
        assertEquals("-€50.00", rows.get(1).value());
    }

    @Test
    void stacksAddUp() {
        final var elements = elements(SampleCharts.bars(BarChart.Arrangement.STACKED_COLUMNS,
                List.of(List.of(10, 20), List.of(30, 0), List.of(60, 20))));
        final double unit = elements.get(0).mark().height() / 10;
        assertEquals(30 * unit, elements.get(1).mark().height(), 1e-6);
        assertEquals(60 * unit, elements.get(2).mark().height(), 1e-6);
        assertEquals(elements.get(0).mark().y(), elements.get(1).mark().bottom(), 1e-6);
        assertEquals(elements.get(1).mark().y(), elements.get(2).mark().bottom(), 1e-6);
        assertEquals(elements.get(0).mark().bottom(), elements.get(3).mark().bottom(), 1e-6);
    }

    @Test
    void elementsComeCategoryByCategoryWithTheCallersKeys() {
        final var elements = elements(SampleCharts.bars(BarChart.Arrangement.COLUMNS, List.of(List.of(1, 2), List.of(3, 4))));
        assertEquals(List.of("c0/r0", "c0/r1", "c1/r0", "c1/r1"),
                elements.stream().map(element -> element.key() + '/' + element.series()).toList());
        assertEquals("Customer 1, Row 0: €2.00", elements.get(2).text());
    }

    @Test
    void whatIsNotKnownIsNoBar() {
        final var elements = elements(SampleCharts.bars(BarChart.Arrangement.COLUMNS, 5, null, Double.NaN, 1));
        assertEquals(List.of("c0", "c3"), elements.stream().map(ChartElement::key).toList());
    }

    @ParameterizedTest
    @EnumSource
    void textsStayInsideAndDoNotOverlap(final BarChart.Arrangement arrangement) {
        for (final int width : new int[] {1200, 700, 420, 300}) {
            final var builder = BarChart.of(Heading.of("Best customers"), SampleCharts.EUR, arrangement).titles("Customer", "Amount");
            for (int index = 0; index < 24; index++) {
                builder.category("c" + index, switch (index % 4) {
                    case 0 -> SampleCharts.LONG_GERMAN;
                    case 1 -> SampleCharts.LONG_CHINESE;
                    case 2 -> "Smith, Jones and Partners International Limited";
                    default -> "Li";
                });
            }
            final var values = new Number[24];
            Arrays.setAll(values, index -> (index % 5 == 4 ? -1 : 1) * 1_234_567.0 / (index + 1));
            final var chart = builder.series(Series.of("s", "S", ColourRole.AUTOMATIC, Arrays.asList(values))).build();
            assertNoClash(new SvgReader(RENDERER.svg(chart, new ChartSize(width, 640))).texts(), width, 640);
        }
    }

    static void assertNoClash(final List<SvgReader.Text> texts, final int width, final int height) {
        assertFalse(texts.isEmpty());
        for (int index = 0; index < texts.size(); index++) {
            final var text = texts.get(index);
            assertTrue(text.left() >= -0.5 && text.right() <= width + 0.5, () -> text + " leaves a picture of " + width);
            assertTrue(text.y() > 0 && text.y() < height, () -> text + " leaves the picture");
            for (final var other : texts.subList(index + 1, texts.size())) {
                final boolean apart = text.right() <= other.left() + 0.5 || other.right() <= text.left() + 0.5
                        || Math.abs(text.y() - other.y()) >= 10;
                assertTrue(apart, () -> text + " and " + other + " overlap at " + width);
            }
        }
    }

    @Test
    void shapeAndCategoriesMustAgree() {
        final var builder = BarChart.of(Heading.NONE, ValueFormat.count(), BarChart.Arrangement.ROWS).category("a", "A")
                .series(Series.of("s", "S", ColourRole.AUTOMATIC, List.of(1, 2)));
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    void keysLeadToOneThingEach() {
        final var twice = BarChart.of(Heading.NONE, ValueFormat.count(), BarChart.Arrangement.ROWS).category("a", "A").category("a", "B");
        assertThrows(IllegalArgumentException.class, twice::build);
        final var funnel = FunnelChart.of(Heading.NONE).stage("a", "A", 1, null, ColourRole.AUTOMATIC)
                .stage("a", "B", 1, null, ColourRole.AUTOMATIC);
        assertThrows(IllegalArgumentException.class, funnel::build);
    }

    @Test
    void twoCategoriesMayShareAName() {
        final var chart = BarChart.of(Heading.NONE, ValueFormat.count(), BarChart.Arrangement.ROWS).category("a", "Li").category("b", "Li")
                .series(Series.of("s", "S", ColourRole.AUTOMATIC, List.of(1, 2))).build();
        assertEquals(List.of("1", "2"), elements(chart).stream().map(ChartElement::value).toList());
    }
}
