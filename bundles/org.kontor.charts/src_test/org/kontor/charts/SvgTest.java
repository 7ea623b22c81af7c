// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class SvgTest {

    private static final ChartSize SIZE = new ChartSize(640, 360);

    @ParameterizedTest
    @MethodSource("org.kontor.charts.SampleCharts#all")
    void everyPictureIsWellFormedAndHarmless(final Chart chart) {
        final var svg = new ChartRenderer(ChartTheme.DARK, Locale.CHINA).svg(chart, SIZE);
        final var reader = new SvgReader(svg);
        assertEquals("svg", reader.document().getDocumentElement().getLocalName());
        assertEquals("0 0 640 360", reader.document().getDocumentElement().getAttribute("viewBox"));
        assertTrue(reader.all("script").isEmpty());
        assertFalse(svg.contains("<script"));
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
        for (final var element : reader.all("*")) {
            assertTrue(element.getAttribute("id").isEmpty(), "ids clash where pictures share a page");
            assertTrue(element.getAttribute("clip-path").isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("org.kontor.charts.SampleCharts#all")
    void theSameInputGivesTheSameBytes(final Chart chart) {
        final var first = new ChartRenderer(ChartTheme.LIGHT, Locale.US);
        final var second = new ChartRenderer(ChartTheme.LIGHT, Locale.US);
        assertEquals(first.svg(chart, SIZE), second.svg(chart, SIZE));
        assertArrayEquals(first.png(chart, SIZE, 1), second.png(chart, SIZE, 1));
        assertNotEquals(first.svg(chart, SIZE), new ChartRenderer(ChartTheme.DARK, Locale.US).svg(chart, SIZE));
    }

    @ParameterizedTest
    @MethodSource("org.kontor.charts.SampleCharts#all")
    void allTextReads(final Chart chart) {
        for (final var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            // numbers in coloured cells are held against their cells in AnalysisGeometryTest
            if (chart instanceof MatrixChart) {
                continue;
            }
            for (final var text : new SvgReader(new ChartRenderer(theme, Locale.US).svg(chart, SIZE)).texts()) {
                final var colour = SvgReader.colour(text.colour());
                assertTrue(colour.contrast(theme.background()) >= 4.5, () -> text.text() + ": " + colour.hex());
            }
        }
    }

    @Test
    void hostileNamesAreTextAndNothingElse() {
        final var chart = SampleCharts.named(SampleCharts.HOSTILE);
        final var reader = new SvgReader(new ChartRenderer(ChartTheme.LIGHT, Locale.US).svg(chart, new ChartSize(1600, 400)));
        final var cleaned = "<script>alert('x')</script> & \"quotes\" ]]> <!--  \uFFFD";
        assertEquals(cleaned, reader.all("title").getFirst().getTextContent());
        assertTrue(reader.texts().stream().anyMatch(text -> text.text().equals(cleaned)));
        assertTrue(reader.all("title").getLast().getTextContent().startsWith(cleaned + ": "));
    }

    @Test
    void screenReadersGetTitleAndNumbersFirst() {
        final var reader = new SvgReader(new ChartRenderer(ChartTheme.LIGHT, Locale.US).svg(SampleCharts.funnel(500, 300), SIZE));
        final var root = reader.document().getDocumentElement();
        assertEquals("img", root.getAttribute("role"));
        final var title = (Element) root.getFirstChild();
        assertEquals("title", title.getLocalName());
        assertEquals("Funnel", title.getTextContent());
        assertEquals("desc", title.getNextSibling().getLocalName());
        assertEquals("Funnel, 2 stages. Stage A: 500, €500,000.00, 60.0%; Stage B: 300, €300,000.00.",
                title.getNextSibling().getTextContent());
    }

    @Test
    void textStaysTextInOneListOfFamilies() {
        final var svg = new ChartRenderer(ChartTheme.LIGHT, Locale.CHINA).svg(SampleCharts.named("销售漏斗"), SIZE);
        assertTrue(new SvgReader(svg).texts().stream().anyMatch(text -> text.text().equals("销售漏斗")));
        assertEquals(2, svg.split("font-family=", -1).length, "one list for the whole picture");
        assertTrue(svg.contains("sans-serif"));
    }

    @Test
    void everyElementHasItsTooltip() {
        final var chart = SampleCharts.bars(BarChart.Arrangement.ROWS, 5, 3, 2);
        final var reader = new SvgReader(new ChartRenderer(ChartTheme.LIGHT, Locale.US).svg(chart, SIZE));
        final var titles = reader.all("title");
        assertEquals(List.of("Bars", "Customer 0: €5.00", "Customer 1: €3.00", "Customer 2: €2.00"),
                titles.stream().map(Element::getTextContent).toList());
        final var area = (Element) titles.getLast().getParentNode();
        assertEquals("none", SvgReader.inherited(area, "fill"), "felt, not seen");
        assertEquals("none", SvgReader.inherited(area, "stroke"), "felt, not seen");
    }

    @Test
    void theEmptyTextExplains() {
        final var renderer = new ChartRenderer(ChartTheme.LIGHT, Locale.CHINA);
        assertTrue(renderer.svg(SampleCharts.funnel(), SIZE).contains("这里还没有可显示的数据。"));
        final var own = FunnelChart.of(Heading.of("Funnel").whenEmpty("No opportunity matches the filter.")).build();
        assertTrue(renderer.svg(own, SIZE).contains(">No opportunity matches the filter.<"));
        assertEquals("No opportunity matches the filter.", renderer.summary(own));
    }
}
