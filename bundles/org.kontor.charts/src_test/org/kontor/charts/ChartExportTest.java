// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.kontor.core.problem.ProblemException;

class ChartExportTest {

    private static final ChartSize SIZE = new ChartSize(640, 400);
    private static final ChartRenderer RENDERER = new ChartRenderer(ChartTheme.LIGHT, Locale.CHINA);
    private static final ChartExport EXPORT = new ChartExport(RENDERER);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.kontor.charts.SampleCharts#all")
    void everyPdfIsSoundAndHasTheTextsOfThePicture(final Chart chart) {
        final var file = new PdfReader(RENDERER.pdf(chart, SIZE));
        assertEquals(List.of(0.0, 0.0, 480.0, 300.0), file.mediaBox());
        assertEquals(chart.heading().title(), file.title());
        assertEquals(new SvgReader(RENDERER.svg(chart, SIZE)).texts().stream().map(text -> text.text().strip()).toList(), file.texts());
        assertArrayEquals(RENDERER.pdf(chart, SIZE), RENDERER.pdf(chart, SIZE), "no date, no chance");
    }

    @Test
    void aPdfPaintsTheColoursOfTheTheme() {
        final var content = new PdfReader(RENDERER.pdf(SampleCharts.bars(BarChart.Arrangement.COLUMNS, 5, 3), SIZE)).content();
        final var colour = ChartTheme.LIGHT.palette().getFirst();
        final var operator = String.format(Locale.ROOT, "%.3f %.3f %.3f rg", colour.red() / 255.0, colour.green() / 255.0, colour.blue() / 255.0);
        assertTrue(content.contains(operator), operator);
        assertFalse(content.contains("NaN") || content.contains("E-"));
    }

    @Test
    void theNumbersLieBesideThePicture() throws IOException {
        for (final var format : ChartExport.Format.values()) {
            final var target = folder.resolve("chart." + format.extension());
            assertEquals(List.of(target, folder.resolve("chart.csv")), EXPORT.write(AnalysisCharts.scatter(2, 3), SIZE, format, target));
            assertTrue(Files.size(target) > 500, target::toString);
        }
        final var lines = Files.readAllLines(folder.resolve("chart.csv"), StandardCharsets.UTF_8);
        assertEquals("\uFEFF组,点,Recency,Frequency", lines.getFirst());
        assertEquals(1 + 2 * (3 + 1), lines.size());
        assertEquals("Cluster 0,中心,0.5,0.5", lines.get(1));
        final var image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("chart.png"))));
        assertEquals(1280, image.getWidth(), "twice the size of the screen");
        try (var files = Files.list(folder)) {
            assertEquals(4, files.count(), "nothing unfinished is left");
        }
    }

    @ParameterizedTest
    @MethodSource("org.kontor.charts.SampleCharts#all")
    void theCsvIsTheTable(final Chart chart) {
        final var table = chart.table(Locale.US);
        final var read = CsvLines.read(ChartExport.csv(table));
        assertEquals(table.rows().size() + 1, read.size());
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                final var cell = table.rows().get(row).get(column);
                final var text = read.get(row + 1).get(column);
                if (cell.number() == null) {
                    assertEquals(cell.text(), text);
                } else {
                    assertEquals(0, cell.number().compareTo(new BigDecimal(text)), text);
                }
            }
        }
    }

    @Test
    void namesThatLookLikeFormulasAreNone() {
        final var csv = ChartExport.csv(SampleCharts.named("=cmd|' /C calc'!A0", "a \"quoted\", name", "+49", "plain").table(Locale.US));
        assertTrue(csv.contains("\r\n'=cmd|' /C calc'!A0,"), csv);
        assertTrue(csv.contains("\r\n\"a \"\"quoted\"\", name\","), csv);
        assertTrue(csv.contains("\r\n'+49,"), csv);
    }

    @Test
    void aFolderThatIsNotThereIsAProblemWithAWayOut() {
        final var problem = assertThrows(ProblemException.class,
                () -> EXPORT.write(AnalysisCharts.tree(), SIZE, ChartExport.Format.SVG, folder.resolve("none/chart.svg"))).problem();
        assertEquals("charts.not-written", problem.code());
        assertTrue(problem.happened().contains("chart.svg"));
    }
}
