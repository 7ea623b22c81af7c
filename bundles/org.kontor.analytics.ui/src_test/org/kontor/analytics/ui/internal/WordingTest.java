// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;

class WordingTest {

    private static final String ID = "4efff6d3-c936-8fcd-8000-00000000000b";
    private static final Map<String, String> TITLES = Map.of("lifecycle-stage", "Lifecycle stage", "annualRevenue", "Annual revenue", "recency", "Days since");

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static String text(final String text) {
        return Wording.of(TITLES, id -> ID.equals(id) ? "Acme" : id).text(text);
    }

    @Test
    void columnsHaveTitlesAndChoicesLabels() {
        assertEquals("Days since", text("recency"));
        assertEquals("5 classes of “Lifecycle stage”", text("5 classes of “lifecycle-stage”"));
        assertEquals("Annual revenue ≤ 293700", text("annualRevenue ≤ 293700"));
        assertEquals("Days since ≤ 31.5 | ? \u2192 At risk 60%", text("recency ≤ 31.5 | ? \u2192 AT_RISK 60%"));
        assertEquals("At risk", text("AT_RISK"));
        assertEquals("Lifecycle stage ∈ {Lost, At risk}", text("lifecycle-stage ∈ {LOST, AT_RISK}"));
        assertEquals("Cluster 3: Acme", text("Cluster 3: " + ID));
    }

    @Test
    void wordsOfTheLanguageStay() {
        assertEquals("recency of purchases", text("recency of purchases"), "a word as well as a name");
        assertEquals("What matters most: Days since, Annual revenue.", text("What matters most: recency, annualRevenue."));
        assertEquals("What matters most: recency, luck.", text("What matters most: recency, luck."));
        assertEquals("AUC and log-loss", text("AUC and log-loss"));
        Locale.setDefault(Locale.CHINESE);
        assertEquals("最重要：Days since、Annual revenue。", text("最重要：recency、annualRevenue。"), "no word of this language");
    }

    @Test
    void tablesKeepTheirNumbersAndAxesGetTheTitlesOfColumns() {
        final var frame = Frame.of(TextColumn.of("row", List.of(ID, "x")), TextColumn.of("class", List.of("AT_RISK", "LOST")), NumberColumn.of("pc1", 1, 2),
                NumberColumn.of("recency", 3, 4));
        final var heads = List.of(head("row", "Row", Meaning.ID), head("class", "Class", Meaning.LABEL), head("pc1", "Component 1", Meaning.PLAIN),
                head("recency", "recency", Meaning.PLAIN));
        final var result = Result.builder().part(new TablePart("rows", Message.name("Rows"), frame, heads))
                .part(new PointsPart("points", Message.name("Points"), List.of("pc1", "recency"), Optional.of("row"), Optional.of("class"), frame, 2,
                        Optional.empty())).build();
        final var shown = Wording.of(TITLES, id -> id).of(result);
        final var table = (TablePart) shown.parts().get(0);
        assertEquals(List.of("At risk", "Lost"), List.of(table.frame().column("class").text(0), table.frame().column("class").text(1)));
        assertEquals(ID, table.frame().column("row").text(0), "identifiers lead to records");
        assertEquals("Days since", table.heads().get(3).title().text());
        final var points = (PointsPart) shown.parts().get(1);
        assertEquals(List.of("Component 1", "Days since"), points.axes());
        assertEquals(4, points.points().column("Days since").number(1));
        assertEquals("AT_RISK", ((PointsPart) result.parts().get(1)).points().column("class").text(0), "the result itself is as it was");
    }

    private static TablePart.Head head(final String column, final String title, final Meaning meaning) {
        return new TablePart.Head(column, Message.name(title), Message.name(title), meaning);
    }
}
