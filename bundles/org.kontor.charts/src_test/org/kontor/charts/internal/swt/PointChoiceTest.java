// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.kontor.charts.Box;
import org.kontor.charts.ChartElement;

class PointChoiceTest {

    private final ChartElement a = point("a", "g", 10, 10);
    private final ChartElement b = point("b", "g", 50, 50);
    private final ChartElement c = point("c", "h", 90, 90);
    private final ChartElement centre = point("g", "", 30, 30);
    private final List<ChartElement> all = List.of(centre, a, b, c);
    private final PointChoice choice = new PointChoice();

    private static ChartElement point(final String key, final String series, final double x, final double y) {
        final var box = new Box(x - 3, y - 3, 6, 6);
        return new ChartElement(key, series, key, "", box, box);
    }

    private boolean frame(final double x1, final double y1, final double x2, final double y2, final boolean keep) {
        choice.press(x1, y1, keep);
        choice.drag(x2, y2);
        return choice.release(all, null);
    }

    @Test
    void aFrameChoosesThePointsInIt() {
        assertTrue(frame(60, 60, 0, 0, false), "drawn from any corner");
        assertEquals(List.of(a, b), choice.chosen(all), "not the centre, which is no record");
        assertTrue(frame(80, 80, 100, 100, false));
        assertEquals(List.of(c), choice.chosen(all));
        assertTrue(frame(0, 0, 20, 20, true));
        assertEquals(List.of(a, c), choice.chosen(all));
        assertFalse(frame(0, 0, 20, 20, true), "nothing new");
        assertTrue(frame(200, 200, 300, 300, false));
        assertEquals(List.of(), choice.chosen(all));
    }

    @Test
    void aStillHandClicks() {
        choice.press(10, 10, false);
        assertFalse(choice.drag(12, 11));
        assertTrue(choice.release(all, a));
        assertEquals(List.of(a), choice.chosen(all));
        choice.press(50, 50, true);
        assertTrue(choice.release(all, b));
        assertEquals(List.of(a, b), choice.chosen(all));
        choice.press(50, 50, true);
        assertTrue(choice.release(all, b));
        assertEquals(List.of(a), choice.chosen(all), "once more takes it back");
    }

    @Test
    void aCentreStandsForItsGroup() {
        choice.press(30, 30, false);
        assertTrue(choice.release(all, centre));
        assertEquals(List.of(a, b), choice.chosen(all));
    }

    @Test
    void aProgramChoosesByKeys() {
        assertTrue(choice.choose(all, Set.of("c", "g", "nobody")));
        assertEquals(List.of(c), choice.chosen(all));
        assertEquals(List.of(), choice.chosen(List.of(a, b)), "what is not on the screen is not chosen");
    }

    @Test
    void nothingHappensWithoutAPress() {
        assertFalse(choice.drag(100, 100));
        assertFalse(choice.release(all, a));
    }
}
