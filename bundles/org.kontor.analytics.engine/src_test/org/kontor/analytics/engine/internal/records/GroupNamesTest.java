// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;

class GroupNamesTest {

    private static final Map<String, String> NAMES = Map.of("1", "Regulars", "2", "Visitors");

    private static Result result(final String... labels) {
        final var ids = List.of("a", "b", "c", "d", "e", "f").subList(0, labels.length);
        final var frame = Frame.of(TextColumn.of("id", ids), TextColumn.of("group", List.of(labels)));
        return Result.builder().part(new TablePart("assignments", Message.name("Groups"), frame,
                List.of(head("id", Meaning.ID), head("group", Meaning.LABEL)))).build();
    }

    private static TablePart.Head head(final String column, final Meaning meaning) {
        return new TablePart.Head(column, Message.name(column), Message.name(column), meaning);
    }

    @Test
    void aNumberedGroupIsKnownByItsMembers() {
        assertEquals(Map.of("3", "Regulars", "1", "Visitors"),
                GroupNames.carried(NAMES, result("1", "1", "1", "2", "2", "2"), result("3", "3", "1", "1", "1", "2")));
    }

    @Test
    void aGroupThatFellApartHasNoName() {
        assertEquals(Map.of("1", "Visitors"), GroupNames.carried(NAMES, result("1", "1", "1", "1", "2", "2"), result("3", "3", "2", "2", "1", "1")));
    }

    @Test
    void groupsThatAreOneNowHaveTheNameOfTheLarger() {
        assertEquals(Map.of("7", "Regulars"), GroupNames.carried(NAMES, result("1", "1", "1", "2", "2"), result("7", "7", "7", "7", "7")));
    }

    @Test
    void membersWhoLeftDoNotCount() {
        assertEquals(Map.of("2", "Regulars"),
                GroupNames.carried(Map.of("1", "Regulars"), result("1", "2", "1", "1", "1", "1"), result("2", "1")));
    }

    @Test
    void aLabelInWordsMeansTheSame() {
        assertEquals(Map.of("At risk", "Call them"),
                GroupNames.carried(Map.of("At risk", "Call them"), result("At risk", "At risk", "Lost"), result("Lost", "Lost", "At risk")));
    }
}
