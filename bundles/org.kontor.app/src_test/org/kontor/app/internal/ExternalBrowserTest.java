// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.kontor.core.problem.ProblemException;

class ExternalBrowserTest {

    private static final String PAGE = "http://127.0.0.1:1/help/index.html";

    @Test
    void theFirstWayThatOpensThePageIsTheLast() {
        final List<String> tried = new ArrayList<>();
        new ExternalBrowser(List.of(address -> !tried.add("desktop " + address), address -> tried.add("firefox " + address),
                address -> tried.add("chromium " + address))).open(PAGE);
        assertEquals(List.of("desktop " + PAGE, "firefox " + PAGE), tried);
    }

    @Test
    void whereNothingOpensItTheAddressIsTold() {
        final var told = assertThrows(ProblemException.class, () -> new ExternalBrowser(List.of(address -> false)).open(PAGE)).problem();
        assertEquals("browser.none", told.code());
        assertTrue((told.happened() + told.meaning() + told.nextStep()).contains(PAGE), told.toString());
    }

    @Test
    void aProgramThatIsNotThereOpensNothing() {
        assertFalse(ExternalBrowser.program("no-such-browser-of-kontor").test(PAGE));
    }
}
