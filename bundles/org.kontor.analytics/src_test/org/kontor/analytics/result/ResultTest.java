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

    private static final Mention.Words WORDS = new Mention.Words() {
        @Override
        public String column(final String name) {
            return "Money";
        }

        @Override
        public String value(final String column, final String value) {
            return column.equals("stage") ? "Won!" : value;
        }
    };

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
    void whatAMessageMentionsIsFoundInEveryLanguageAndGoesWithIt() {
        final var column = Message.of(Messages.TEXTS, "problem.analytics.not-a-number.happened", Message.column("amount"));
        assertEquals("The column “amount” holds texts, and numbers are needed.", column.text(Locale.ENGLISH), "bare without words");
        assertEquals(List.of(new Mention(12, 18, Optional.empty())), column.mentions().get("en"));
        assertEquals(List.of(new Mention(2, 8, Optional.empty())), column.mentions().get("zh"));
        final var both = Message.join("; ", List.of(column, Message.name("amount"), Message.value("stage", "WON")));
        assertEquals("The column “Money” holds texts, and numbers are needed.; amount; Won!", both.text(Locale.ENGLISH, WORDS));
        final var outer = Message.of(Messages.TEXTS, "problem.analytics.not-a-number.happened", both);
        assertEquals("The column “" + both.text(Locale.ENGLISH, WORDS) + "” holds texts, and numbers are needed.", outer.text(Locale.ENGLISH, WORDS));
        assertEquals("", Message.join(", ", List.of()).text(Locale.ENGLISH));
        assertEquals(Map.of(), Message.value("stage", "").mentions());
    }

    @Test
    void whateverStandsInAnArgumentIsNoMention() {
        final var strange = "{0} \uFDD0" + "0\uFDD1amount\uFDD2 '";
        final var message = Message.of(Messages.TEXTS, "problem.analytics.not-a-number.happened", strange);
        assertEquals(Map.of(), message.mentions());
        final var named = Message.of(Messages.TEXTS, "problem.analytics.not-a-number.happened", Message.column(strange));
        assertEquals(strange.length(), named.mentions().get("en").getFirst().until() - named.mentions().get("en").getFirst().from());
    }

    @Test
    void mentionsLieInTheirText() {
        for (final var wrong : List.of(new Mention(0, 7, Optional.empty()), new Mention(5, 7, Optional.empty()))) {
            assertThrows(IllegalArgumentException.class, () -> new Message(Map.of("en", "amount"), Map.of("en", List.of(wrong))));
        }
        assertThrows(IllegalArgumentException.class, () -> new Message(Map.of("en", "amount"), Map.of("zh", List.of(new Mention(0, 1, Optional.empty())))));
        assertThrows(IllegalArgumentException.class, () -> new Mention(3, 3, Optional.empty()));
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
