// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void chineseTakesTwoColumns() {
        assertEquals(3, Layout.width("abc"));
        assertEquals(6, Layout.width("商机额"));
        assertEquals(2, Layout.width("\uD840\uDC00"), "a character beyond the first plane");
        assertEquals(1, Layout.width("e\u0301"), "an accent of its own takes no column");
    }

    @Test
    void padsByColumnsNotByCharacters() {
        assertEquals("商机  ", Layout.pad("商机", 6, false));
        assertEquals("  商机", Layout.pad("商机", 6, true));
        assertEquals("longer", Layout.pad("longer", 3, false));
    }

    @Test
    void nothingMovesTheCursorOrTurnsTheText() {
        assertEquals("a\uFFFD[31mred b", Layout.clean("a\u001B[31mred\nb"));
        assertEquals("x\uFFFDy\uFFFDz", Layout.clean("x\u202Ey\u2066z"));
        assertEquals("\uFFFD", Layout.clean("\uD800"), "half a character");
        assertEquals("Ünïcode 名 \uD83D\uDE00", Layout.clean("Ünïcode 名 \uD83D\uDE00"));
    }

    @Test
    void wrapsAtBlanks() {
        assertEquals(List.of("the quick", "brown fox", "jumps"), Layout.wrap("the quick brown fox jumps", 10));
        assertEquals(List.of("a", "verylongword", "b"), Layout.wrap("a verylongword b", 5));
        assertEquals(List.of(""), Layout.wrap("", 5));
    }

    @Test
    void wrapsBetweenChineseCharactersButNeverBeforePunctuation() {
        final var lines = Layout.wrap("未执行任何操作。输入可查看该命令的说明。", 14);
        assertTrue(lines.stream().allMatch(line -> Layout.width(line) <= 16), lines.toString());
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("。")), lines.toString());
        assertEquals("未执行任何操作。输入可查看该命令的说明。", String.join("", lines));
    }
}
