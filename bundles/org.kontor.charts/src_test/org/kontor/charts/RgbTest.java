// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RgbTest {

    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21, Rgb.BLACK.contrast(Rgb.WHITE), 1e-9);
        assertEquals(1, Rgb.of("#336699").contrast(Rgb.of("#336699")), 1e-9);
        assertEquals(4.48, Rgb.of("#777777").contrast(Rgb.WHITE), 0.005);
        assertEquals(4.54, Rgb.WHITE.contrast(Rgb.of("#767676")), 0.005);
    }

    @Test
    void notationGoesBothWays() {
        assertEquals(new Rgb(18, 171, 255), Rgb.of("#12ABff"));
        assertEquals("#12abff", new Rgb(18, 171, 255).hex());
        assertThrows(IllegalArgumentException.class, () -> Rgb.of("12abff"));
        assertThrows(IllegalArgumentException.class, () -> Rgb.of("#12abfg"));
        assertThrows(IllegalArgumentException.class, () -> new Rgb(0, 256, 0));
        assertThrows(IllegalArgumentException.class, () -> new Rgb(-1, 0, 0));
    }

    @Test
    void darkIsWhereWhiteTextReadsBetter() {
        assertTrue(Rgb.of("#1e1f22").isDark());
        assertFalse(Rgb.of("#f6f5f4").isDark());
        assertEquals(Rgb.of("#808080"), Rgb.BLACK.mix(Rgb.WHITE, 0.5));
    }
}
