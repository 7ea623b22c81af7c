// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.charts.internal.swt.ChartAccessibility;

class ChartAccessibilityTest {

    private ChartShell window;
    private ChartAccessibility accessibility;

    @BeforeEach
    void open() {
        window = new ChartShell().show(ChartShell.funnel());
        accessibility = new ChartAccessibility(window.canvas());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private String text(final int child, final Consumer<AccessibleEvent> question) {
        final var event = new AccessibleEvent(window.canvas().getAccessible());
        event.childID = child;
        question.accept(event);
        return event.result;
    }

    private AccessibleControlEvent ask(final int child, final Consumer<AccessibleControlEvent> question) {
        final var event = new AccessibleControlEvent(window.canvas().getAccessible());
        event.childID = child;
        question.accept(event);
        return event;
    }

    @Test
    void theChartIsAListOfItsStages() {
        assertEquals("Funnel", text(ACC.CHILDID_SELF, accessibility::getName));
        assertTrue(text(ACC.CHILDID_SELF, accessibility::getDescription).contains("Offers"));
        assertEquals(ACC.ROLE_LIST, ask(ACC.CHILDID_SELF, accessibility::getRole).detail);
        assertEquals(3, ask(ACC.CHILDID_SELF, accessibility::getChildCount).detail);
        assertEquals(3, ask(ACC.CHILDID_SELF, accessibility::getChildren).children.length);
        assertEquals(ACC.ROLE_LISTITEM, ask(2, accessibility::getRole).detail);
        assertEquals("Won", text(2, accessibility::getName));
        assertEquals("50", ask(2, accessibility::getValue).result);
    }

    @Test
    void theSelectedStageIsTheValueOfTheChart() {
        window.canvas().select("offer", "");
        assertEquals("Offers: 200", ask(ACC.CHILDID_SELF, accessibility::getValue).result);
        assertEquals(1, ask(ACC.CHILDID_SELF, accessibility::getSelection).childID);
        assertTrue((ask(1, accessibility::getState).detail & ACC.STATE_SELECTED) != 0);
        assertEquals(0, ask(0, accessibility::getState).detail & ACC.STATE_SELECTED);
    }

    @Test
    void placesAreThoseOfTheScreen() {
        final var location = ask(1, accessibility::getLocation);
        final var centre = ask(0, event -> {
            event.x = location.x + location.width / 2;
            event.y = location.y + location.height / 2;
            accessibility.getChildAtPoint(event);
        });
        assertEquals(1, centre.childID);
        final var corner = window.canvas().toDisplay(0, 0);
        assertTrue(location.x >= corner.x && location.y > corner.y);
        assertEquals(ACC.CHILDID_NONE, ask(0, event -> {
            event.x = corner.x - 10;
            event.y = corner.y - 10;
            accessibility.getChildAtPoint(event);
        }).childID);
    }
}
