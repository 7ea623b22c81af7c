// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.internal.Messages;

class ResultTest {

    private static final Message TITLE = Message.name("title");

    private static TablePart table(final String name) {
        final var frame = Frame.of(TextColumn.of("id", List.of("a", "b")), IntegerColumn.of("cluster", 1, 0));
        return new TablePart(name, TITLE, frame, List.of(new TablePart.Head("id", TITLE, TITLE, Meaning.ID),
                new TablePart.Head("cluster", TITLE, TITLE, Meaning.LABEL)));
    }

    @Test
    void aMessageIsMadeInEveryLanguage() {
        final var inner = new Message(Map.of("en", "amount", "zh", "金额"));
        final var message = Message.of(Messages.TEXTS, "problem.analytics.not-a-number.happened", inner);
        assertEquals("The column “amount” holds texts, and numbers are needed.", message.text(Locale.ENGLISH));
        assertEquals("列“金额”的内容是文本，而这里需要数字。", message.text(Locale.SIMPLIFIED_CHINESE));
        assertEquals("The column “amount” holds texts, and numbers are needed.", message.text(Locale.GERMAN));
    }

    @Test
    void partsAndMetricsAreFoundByName() {
        final var result = Result.builder().part(table("assignments")).metric("inertia", 16, TITLE, Trail.NONE).build();
        assertEquals("b", result.table("assignments").orElseThrow().column(Meaning.ID).orElseThrow().text(1));
        assertEquals(16, result.metric("inertia"));
        assertTrue(Double.isNaN(result.metric("silhouette")));
        assertEquals(Optional.empty(), result.part("centers"));
    }

    @Test
    void whatCannotBeToldApartIsRefused() {
        final var twice = Result.builder().part(table("assignments")).part(table("assignments"));
        assertThrows(IllegalArgumentException.class, twice::build);
        final var frame = Frame.of(IntegerColumn.of("cluster", 1));
        assertThrows(IllegalArgumentException.class, () -> new TablePart("t", TITLE, frame, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Message(Map.of("zh", "标题")));
    }
}
