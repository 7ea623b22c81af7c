// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BitmapTest {

    private static final List<ChartSize> SIZES = List.of(new ChartSize(1400, 900), new ChartSize(640, 360), new ChartSize(400, 300),
            new ChartSize(260, 180));

    @ParameterizedTest
    @MethodSource("org.kontor.charts.SampleCharts#all")
    void nothingReachesTheEdges(final Chart chart) {
        for (final var size : SIZES) {
            for (final var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
                final var image = new ChartRenderer(theme, Locale.US).image(chart, size, 1).image();
                assertEdge(image, theme.background(), 3, size + " " + chart);
            }
        }
    }

    private static void assertEdge(final BufferedImage image, final Rgb background, final int margin, final String what) {
        final int colour = 0xFF000000 | background.red() << 16 | background.green() << 8 | background.blue();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                final boolean edge = x < margin || y < margin || x >= image.getWidth() - margin || y >= image.getHeight() - margin;
                if (edge && image.getRGB(x, y) != colour) {
                    throw new AssertionError("painted at " + x + "," + y + ": " + what);
                }
            }
        }
    }

    @Test
    void theScaleMakesDevicePixelsAndMovesNothing() {
        final var renderer = new ChartRenderer(ChartTheme.LIGHT, Locale.US);
        final var size = new ChartSize(501, 301);
        final var once = renderer.image(SampleCharts.funnel(9, 5, 2), size, 1);
        final var twice = renderer.image(SampleCharts.funnel(9, 5, 2), size, 2);
        assertEquals(1002, twice.image().getWidth());
        assertEquals(602, twice.image().getHeight());
        assertEquals(once.elements(), twice.elements());
        assertEquals(376, renderer.image(SampleCharts.funnel(1), size, 0.75).image().getWidth());
        assertThrows(IllegalArgumentException.class, () -> renderer.image(SampleCharts.funnel(1), size, Double.NaN));
    }

    @Test
    void theBarIsPaintedWhereTheElementSays() {
        final var painted = new ChartRenderer(ChartTheme.LIGHT, Locale.US).image(SampleCharts.funnel(9, 5), new ChartSize(600, 300), 2);
        final var bar = painted.elements().get(1).mark();
        final int blue = 0xFF000000 | Integer.parseInt(ChartTheme.LIGHT.palette().getFirst().hex().substring(1), 16);
        final int y = (int) (bar.centreY() * 2);
        assertEquals(blue, painted.image().getRGB((int) (bar.x() * 2) + 2, y));
        assertEquals(blue, painted.image().getRGB((int) (bar.right() * 2) - 2, y));
        assertEquals(0xFFFFFFFF, painted.image().getRGB((int) (bar.x() * 2) - 2, y));
        assertEquals(0xFFFFFFFF, painted.image().getRGB((int) (bar.right() * 2) + 2, y));
    }

    @Test
    void aPngReadsBack() throws IOException {
        final var bytes = new ChartRenderer(ChartTheme.DARK, Locale.US).png(SampleCharts.months(1, 2, 3), new ChartSize(300, 200), 1.5);
        final var image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertEquals(450, image.getWidth());
        assertEquals(300, image.getHeight());
        assertTrue(image.getRGB(0, 0) == 0xFF1E1F22);
    }

    @Test
    void theCallersSurfaceIsLeftAsItWas() {
        final var image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        final var graphics = image.createGraphics();
        final var transform = graphics.getTransform();
        final var font = graphics.getFont();
        new ChartRenderer(ChartTheme.LIGHT, Locale.US).paint(SampleCharts.funnel(3, 2), graphics, new ChartSize(100, 100));
        assertEquals(transform, graphics.getTransform());
        assertEquals(font, graphics.getFont());
        assertEquals(null, graphics.getClip());
        graphics.dispose();
    }
}
