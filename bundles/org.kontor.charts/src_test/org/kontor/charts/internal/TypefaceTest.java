// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.kontor.charts.ChartTheme;

class TypefaceTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private final Typeface type = Typeface.of(ChartTheme.LIGHT.fontFamilies(), 12, "漏斗 Funnel");

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals("Won", type.fit("Won", Typeface.Style.BODY, 200));
        assertEquals(List.of("Needs analysis"), type.wrap("Needs analysis", Typeface.Style.BODY, 300, 2));
    }

    @Test
    void whatDoesNotFitIsCutBetweenCharactersAsPeopleSeeThem() {
        for (int width = 0; width < 200; width += 3) {
            final int limit = width;
            for (final var text : List.of("Needs analysis and qualification", "需求确认与技术方案评估", "a\u0308a\u0308a\u0308a\u0308a\u0308", FAMILY + FAMILY)) {
                final var cut = type.fit(text, Typeface.Style.BODY, width);
                assertTrue(type.width(cut, Typeface.Style.BODY) <= limit, () -> cut + " in " + limit);
                assertTrue(cut.isEmpty() || !Character.isHighSurrogate(cut.charAt(cut.length() - 1)));
            }
        }
        assertEquals("", type.fit("Needs", Typeface.Style.BODY, 1));
    }

    @Test
    void theEllipsisSuitsTheScript() {
        assertTrue(type.fit("Needs analysis and qualification", Typeface.Style.BODY, 90).endsWith("..."));
        assertTrue(type.fit("需求确认与技术方案评估报告", Typeface.Style.BODY, 90).endsWith("\u2026"));
    }

    @Test
    void linesBreakWhereTheLanguageAllows() {
        final var lines = type.wrap("Needs analysis and qualification", Typeface.Style.BODY, 120, 3);
        assertEquals("Needs analysis and qualification", String.join(" ", lines));
        assertTrue(lines.size() > 1);
        final var chinese = type.wrap("需求确认与技术方案评估", Typeface.Style.BODY, 80, 3);
        assertEquals("需求确认与技术方案评估", String.join("", chinese));
        assertTrue(chinese.size() > 1);
    }

    @Test
    void anUnknownFamilyFallsBackToOneThatIsThere() {
        final var fallback = Typeface.of(List.of("No such family"), 12, "abc");
        assertEquals("SansSerif", fallback.font(Typeface.Style.BODY).getName());
        assertTrue(fallback.width("abc", Typeface.Style.TITLE) > fallback.width("abc", Typeface.Style.SMALL));
    }
}
