// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.Messages;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;

class TableBuilderTest {

    private static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, "pieces");
    }

    private static Dataset data(final String... ids) {
        return new Dataset(Frame.of(TextColumn.of("customer", Arrays.asList(ids))), Map.of(Role.ID, List.of("customer")));
    }

    private static String text(final Message message) {
        return message.texts().get("en");
    }

    private static List<String> column(final TablePart table, final String name) {
        final Column column = table.frame().column(name);
        return IntStream.range(0, column.rows()).mapToObj(column::text).toList();
    }

    @Test
    void columnsHaveTheirTexts() {
        final var made = table().counts("count", 3, 4).under("shared").numbers("mean", Meaning.SCORE, .5, Double.POSITIVE_INFINITY)
                .under("pieces").build("totals");
        assertEquals("totals", made.name());
        assertEquals("Totals", text(made.title()));
        assertEquals("合计", made.title().texts().get("zh"));
        assertEquals(List.of("Count", "Mean"), made.heads().stream().map(head -> text(head.title())).toList());
        assertEquals(List.of("How many", "All by their number"), made.heads().stream().map(head -> text(head.help())).toList());
        assertEquals(List.of(Meaning.COUNT, Meaning.SCORE), made.heads().stream().map(TablePart.Head::meaning).toList());
        assertEquals(List.of("3", "4"), column(made, "count"));
        assertTrue(made.frame().column("mean").isMissing(1), "what is not finite is missing");
    }

    @Test
    void rowsAreKnownByIdentifiersWhereEachHasOne() {
        final var named = table().ids(data("x", "y")).build("totals");
        assertEquals(List.of("x", "y"), column(named, "id"));
        assertEquals("Its identifier", text(named.heads().getFirst().help()));
        final var counted = table().ids(data("x", null)).build("totals");
        assertEquals(List.of("1", "2"), column(counted, "id"));
        assertEquals("Its number", text(counted.heads().getFirst().help()));
        assertEquals(Meaning.ID, counted.heads().getFirst().meaning());
        final var kept = table().ids(data("x", null).find(Role.ID), 2).build("totals");
        assertEquals(List.of("x", ""), column(kept, "id"));
        assertEquals(List.of("1", "2", "3"), column(table().ids(Optional.empty(), 3).build("totals"), "id"));
    }

    @Test
    void someRowsKeepTheirIdentifiersOrNumbers() {
        assertEquals(List.of("z", "x"), column(table().ids(data("x", "y", "z"), new int[] {2, 0}).build("totals"), "id"));
        assertEquals(List.of("3", "1"), column(table().ids(data("x", null, "z"), new int[] {2, 0}).build("totals"), "id"));
    }

    @Test
    void aNameThatIsTakenIsChanged() {
        final var made = table().ids(data("x")).add(NumberColumn.of("id", 7), Message.name("id"), Message.name(""), Meaning.PLAIN)
                .add(NumberColumn.of("id", 8), Message.name("id"), Message.name(""), Meaning.PLAIN).build("totals");
        assertEquals(List.of("id", "id#", "id##"), made.heads().stream().map(TablePart.Head::column).toList());
        assertEquals(8, made.frame().column("id##").number(0));
    }

    @Test
    void columnsOfDifferentLengthMakeNoTable() {
        final var uneven = table().counts("count", 1, 2).numbers("mean", 1);
        assertThrows(IllegalArgumentException.class, () -> uneven.build("totals"));
    }

    @Test
    void cellsSayWhatTheyNameUnlessThatCannotBeTold() {
        final var same = List.of(Message.value("stage", "WON"), Message.value("rating", "WON"), Message.value("stage", "LOST"), Message.name("free"));
        final var table = new TableBuilder(Messages.TEXTS, "shared").messages("said", same).texts("class", List.of("a", "b", "c", "d")).valuesOf("stage")
                .build("t", Message.name("t"));
        assertEquals("WON", table.frame().column("said").text(1));
        assertEquals(List.of(Message.value("stage", "LOST")), table.heads().get(0).words(), "two columns have the same value, and nobody knows which it is");
        assertEquals(Optional.of("stage"), table.heads().get(1).valuesOf());
    }
}
