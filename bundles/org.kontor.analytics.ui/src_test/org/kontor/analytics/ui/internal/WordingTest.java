// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
import org.kontor.analytics.result.TableBuilder;
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

    private static final Wording WORDS = Wording.of(TITLES, id -> ID.equals(id) ? "Acme" : id);

    @Test
    void columnsHaveTitlesChoicesLabelsAndRecordsNames() {
        assertEquals("Days since", Message.column("recency").text(WORDS));
        assertEquals("no-column", Message.column("no-column").text(WORDS));
        assertEquals("At risk", Message.value("lifecycle-stage", "AT_RISK").text(WORDS));
        assertEquals("AT_RISK", Message.value("recency", "AT_RISK").text(WORDS), "a value of another column is none of its choices");
        assertEquals("Acme", Message.value("customer", ID).text(WORDS));
        assertEquals("recency", Message.name("recency").text(WORDS), "somebody's own words");
        assertEquals("Days since ≤ 31.5; Lifecycle stage ∈ {At risk}", Message.join("", List.of(Message.column("recency"), Message.name(" ≤ 31.5; "),
                Message.column("lifecycle-stage"), Message.name(" ∈ {"), Message.value("lifecycle-stage", "AT_RISK"), Message.name("}"))).text(WORDS));
    }

    @Test
    void cellsAreRewordedOnlyWhereTheMethodSaysThatTheyNameSomething() {
        final var own = List.of("recency", "AT_RISK", "“recency”", ID);
        final var table = new TableBuilder(Messages.TEXTS, "test").texts("note", own).columns("column", List.of("recency", "annualRevenue", "recency", "other"))
                .texts("class", List.of("AT_RISK", "LOST", "recency", ID)).valuesOf("lifecycle-stage").build("rows", Message.name("Rows"));
        final var shown = (TablePart) WORDS.of(Result.builder().part(table).build(), List.of(Message.column("recency"))).result().parts().getFirst();
        assertEquals(own, cells(shown, "note"));
        assertEquals(List.of("Days since", "Annual revenue", "Days since", "other"), cells(shown, "column"));
        assertEquals(List.of("At risk", "Lost", "recency", "Acme"), cells(shown, "class"));
    }

    private static List<String> cells(final TablePart table, final String column) {
        return IntStream.range(0, table.frame().rows()).mapToObj(table.frame().column(column)::text).toList();
    }

    @Test
    void tablesKeepTheirNumbersAndAxesGetTheTitlesOfColumns() {
        final var frame = Frame.of(TextColumn.of("row", List.of(ID, "x")), TextColumn.of("class", List.of("AT_RISK", "LOST")), NumberColumn.of("pc1", 1, 2),
                NumberColumn.of("recency", 3, 4));
        final var classes = new TablePart.Head("class", Message.name("Class"), Message.name(""), Meaning.LABEL, Optional.of("lifecycle-stage"), List.of());
        final var heads = List.of(head("row", Message.name("Row"), Meaning.ID), classes, head("pc1", Message.name("Component 1"), Meaning.PLAIN),
                head("recency", Message.column("recency"), Meaning.PLAIN));
        final var result = Result.builder().part(new TablePart("rows", Message.name("Rows"), frame, heads))
                .part(new PointsPart("points", Message.name("Points"), List.of("pc1", "recency"), Optional.of("row"), Optional.of("class"), frame, 2,
                        Optional.empty())).build();
        final var shown = Wording.of(TITLES, id -> id).of(result, List.of()).result();
        final var table = (TablePart) shown.parts().get(0);
        assertEquals(List.of("At risk", "Lost"), List.of(table.frame().column("class").text(0), table.frame().column("class").text(1)));
        assertEquals(ID, table.frame().column("row").text(0), "identifiers lead to records");
        assertEquals("Days since", table.heads().get(3).title().text());
        final var points = (PointsPart) shown.parts().get(1);
        assertEquals(List.of("Component 1", "Days since"), points.axes());
        assertEquals(4, points.points().column("Days since").number(1));
        assertEquals("At risk", points.points().column("class").text(0), "as in the table");
        assertEquals("AT_RISK", ((PointsPart) result.parts().get(1)).points().column("class").text(0), "the result itself is as it was");
    }

    private static TablePart.Head head(final String column, final Message title, final Meaning meaning) {
        return new TablePart.Head(column, title, title, meaning);
    }
}
