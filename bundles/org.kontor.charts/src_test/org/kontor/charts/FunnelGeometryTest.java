// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelGeometryTest {

    private static final ChartRenderer RENDERER = new ChartRenderer(ChartTheme.LIGHT, Locale.US);

    private static List<ChartElement> elements(final Chart chart, final int width, final int height) {
        return RENDERER.image(chart, new ChartSize(width, height), 1).elements();
    }

    @Test
    void barsAreAsWideAsTheirCounts() {
        final var elements = elements(SampleCharts.funnel(8800, 4400, 1100, 1), 800, 400);
        final double full = elements.getFirst().mark().width();
        assertTrue(full > 300, () -> "the widest bar takes the room there is: " + full);
        assertEquals(full / 2, elements.get(1).mark().width(), 1e-9);
        assertEquals(full / 8, elements.get(2).mark().width(), 1e-9);
        assertEquals(full / 8800, elements.get(3).mark().width(), 1e-9);
    }

    @Test
    void barsStandOnOneLineWithoutTouching() {
        final var elements = elements(SampleCharts.funnel(5, 9, 2, 4, 1), 700, 420);
        for (int index = 1; index < elements.size(); index++) {
            final var above = elements.get(index - 1).mark();
            final var bar = elements.get(index).mark();
            assertEquals(above.centreX(), bar.centreX(), 1e-9);
            assertEquals(above.height(), bar.height(), 1e-9);
            assertTrue(bar.y() > above.bottom());
        }
    }

    @Test
    void aStageThatGrowsIsWiderThanTheOneBefore() {
        final var elements = elements(SampleCharts.funnel(5, 10), 700, 300);
        assertEquals(elements.get(1).mark().width() / 2, elements.get(0).mark().width(), 1e-9);
    }

    @Test
    void everyStageCanBePointedAtEvenWithoutAnything() {
        final var elements = elements(SampleCharts.funnel(0, 3, 0), 700, 300);
        assertEquals(0, elements.getFirst().mark().width());
        assertTrue(elements.stream().allMatch(element -> element.hitArea().width() > 500 && element.hitArea().height() > 20));
        assertEquals("Stage A: 0 \u00B7 €0.00", elements.getFirst().text());
        final var nothing = elements(SampleCharts.funnel(0, 0), 700, 300);
        assertEquals(2, nothing.size());
        assertTrue(nothing.stream().allMatch(element -> element.mark().width() == 0));
    }

    @Test
    void hugeCountsStayInside() {
        final var elements = elements(SampleCharts.funnel(Long.MAX_VALUE, Long.MAX_VALUE / 2, 1), 640, 300);
        assertTrue(elements.getFirst().mark().right() < 640);
        assertEquals(0.5, elements.get(1).mark().width() / elements.getFirst().mark().width(), 1e-9);
    }

    @Test
    void theConversionIsThatOfTheCounts() {
        final var stages = SampleCharts.funnel(500, 300, 0, 7).stages();
        assertEquals(0, new BigDecimal("0.6").compareTo(stages.get(0).conversion()));
        assertEquals(0, BigDecimal.ZERO.compareTo(stages.get(1).conversion()));
        assertEquals(null, stages.get(2).conversion());
        assertEquals(null, stages.get(3).conversion());
    }

    @Test
    void negativeAmountsAreWrittenAsSuch() {
        final var chart = FunnelChart.of(Heading.of("Refunds"), SampleCharts.EUR)
                .stage("a", "A", 3, new BigDecimal("-1234567.8"), ColourRole.NEGATIVE).build();
        assertTrue(RENDERER.svg(chart, new ChartSize(500, 300)).contains(">-€1.23M<"));
        assertTrue(elements(chart, 500, 300).getFirst().value().contains("-€1,234,567.80"));
    }

    @ParameterizedTest
    @CsvSource({"1200,800", "760,360", "500,320", "420,200", "320,240", "240,160", "160,120"})
    void longNamesStayInTheirColumn(final int width, final int height) {
        final var chart = SampleCharts.named(SampleCharts.LONG_GERMAN, SampleCharts.LONG_CHINESE, "Won",
                "A name of several words which has to be broken or shortened");
        final var size = new ChartSize(width, height);
        final var texts = new SvgReader(RENDERER.svg(chart, size)).texts();
        assertFalse(texts.isEmpty());
        for (final var text : texts) {
            assertTrue(text.left() >= 0 && text.right() <= width + 0.5, () -> text + " leaves the picture");
            assertTrue(text.y() > 0 && text.y() < height, () -> text + " leaves the picture");
        }
        final var elements = elements(chart, width, height);
        assertEquals(SampleCharts.LONG_CHINESE, elements.get(1).label(), "the tooltip has all of the name");
        final var widest = elements.getFirst().mark();
        texts.stream().filter(text -> text.y() > widest.y() && text.left() < widest.x())
                .forEach(text -> assertTrue(text.right() < widest.x(), () -> text + " runs into the bars"));
    }

    @Test
    void aSmallPictureDropsTextsBeforeBars() {
        for (int side = 1; side < 120; side += 7) {
            final int small = side;
            final var elements = elements(SampleCharts.funnel(5, 4, 3, 2, 1), side, side);
            elements.forEach(element -> assertTrue(element.mark().right() <= small && element.mark().bottom() <= small));
        }
        assertEquals(5, elements(SampleCharts.funnel(5, 4, 3, 2, 1), 120, 90).size());
    }
}
