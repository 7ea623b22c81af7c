// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.kontor.core.id.Ids;

class RowSelectionTest {

    private final UUID a = Ids.next();
    private final UUID b = Ids.next();
    private final UUID c = Ids.next();
    private final UUID d = Ids.next();
    private final RowSelection selection = new RowSelection();

    @Test
    void selectsOneAndThenAnother() {
        selection.only(a);
        selection.only(b);
        assertEquals(List.of(b), selection.ids());
        assertTrue(selection.contains(7, b));
        assertFalse(selection.contains(7, a));
        assertFalse(selection.contains(7, null));
    }

    @Test
    void keepsTheOrderInWhichRecordsWereChosen() {
        selection.only(c);
        selection.toggle(a);
        selection.toggle(b);
        selection.toggle(a);
        assertEquals(List.of(c, b), selection.ids());
    }

    @Test
    void aStretchCountsByPlaceUntilItsRecordsAreKnown() {
        selection.only(a);
        selection.stretch(10, 12);
        assertEquals(3, selection.size(1_000));
        assertTrue(selection.contains(11, null));
        assertFalse(selection.contains(13, null));
        selection.stretched(List.of(b, c, d));
        assertFalse(selection.contains(11, null));
        assertEquals(List.of(b, c, d), selection.ids());
    }

    @Test
    void aNewStretchTakesThePlaceOfTheOneBeforeButNotOfWhatWasChosenBeforehand() {
        selection.only(a);
        selection.toggle(b);
        selection.stretch(1, 2);
        selection.stretched(List.of(c, d));
        selection.stretch(1, 1);
        selection.stretched(List.of(c));
        assertEquals(List.of(a, b, c), selection.ids());
    }

    @Test
    void allButSome() {
        selection.all();
        assertTrue(selection.contains(5, null));
        assertEquals(1_000_000, selection.size(1_000_000));
        selection.toggle(b);
        assertFalse(selection.contains(5, b));
        assertTrue(selection.contains(5, a));
        assertEquals(999_999, selection.size(1_000_000));
        selection.toggle(b);
        assertEquals(1_000_000, selection.size(1_000_000));
    }

    @Test
    void takesNoMoreRecordsOneByOneThanItCanKeep() {
        selection.only(Stream.generate(Ids::next).limit(RowSelection.MOST + 5L).toList());
        assertEquals(RowSelection.MOST, selection.size(1_000_000));
        selection.toggle(a);
        assertFalse(selection.contains(0, a));
        selection.clear();
        selection.stretch(0, 999_999);
        assertEquals(RowSelection.MOST, selection.size(1_000_000));
    }

    @Test
    void forgetsRecordsThatAreGone() {
        selection.only(List.of(a, b, c));
        selection.forget(List.of(b, d));
        assertEquals(List.of(a, c), selection.ids());
    }
}
