// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.kontor.charts.ChartSize;
import org.kontor.charts.ChartTheme;
import org.kontor.charts.SampleCharts;

class PictureLoaderTest {

    private final Deque<Runnable> painter = new ArrayDeque<>();
    private final Deque<Runnable> userInterface = new ArrayDeque<>();
    private final List<Picture> shown = new ArrayList<>();
    private final PictureLoader loader = new PictureLoader(painter::add, userInterface::add, shown::add);

    private static Picture.Request request(final int width) {
        return new Picture.Request(SampleCharts.funnel(3, 2, 1), ChartTheme.LIGHT, Locale.US, new ChartSize(width, 80), 200);
    }

    @Test
    void onlyTheLatestWishIsPaintedAfterTheRunningOne() {
        for (int width = 100; width <= 150; width += 10) {
            loader.load(request(width));
        }
        assertEquals(1, painter.size(), "one at a time");
        painter.remove().run();
        assertTrue(shown.isEmpty(), "shown on the user interface thread alone");
        userInterface.remove().run();
        assertEquals(1, painter.size());
        painter.remove().run();
        userInterface.remove().run();
        assertEquals(List.of(request(100), request(150)), shown.stream().map(Picture::request).toList());
        assertTrue(painter.isEmpty() && userInterface.isEmpty());
    }

    @Test
    void goingBackToTheRunningWishPaintsNothingMore() {
        loader.load(request(100));
        loader.load(request(120));
        loader.load(request(100));
        painter.remove().run();
        userInterface.remove().run();
        assertTrue(painter.isEmpty());
        assertEquals(1, shown.size());
    }

    @Test
    void thePictureHasTheMonitorsPixels() {
        final var picture = Picture.of(request(100));
        assertEquals(200, picture.data().width);
        assertEquals(160, picture.data().height);
        assertSame(picture.data(), picture.at(200));
        assertEquals(100, picture.at(100).width);
        assertEquals(125, picture.at(125).width);
    }

    @Test
    void coloursSurviveTheWayToSwt() {
        final var picture = Picture.of(request(400));
        final var bar = picture.elements().getFirst().mark();
        final int pixel = picture.data().getPixel((int) (bar.centreX() * 2), (int) (bar.centreY() * 2));
        final var colour = picture.data().palette.getRGB(pixel);
        final var blue = ChartTheme.LIGHT.palette().getFirst();
        assertEquals(List.of(blue.red(), blue.green(), blue.blue()), List.of(colour.red, colour.green, colour.blue));
    }
}
